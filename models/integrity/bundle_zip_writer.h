// A new zip file that takes its name when it is whole.
#pragma once

#include "models/integrity/bundle_manifest.h"
#include "models/integrity/file_descriptor.h"
#include "models/merkle/sha256.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// Bytes that wait in a file without a name until it is their entry's turn; gone with this.
class SpoolFile {
public:
    /// Beside `target`, where there must be room for them anyway.
    [[nodiscard]] static Result<SpoolFile> create(const std::filesystem::path& target);

    [[nodiscard]] Result<void> append(std::string_view bytes);
    /// A part of what was appended.
    [[nodiscard]] Result<std::string> at(std::uint64_t offset, std::size_t length);
    /// All of it, in pieces, from the beginning.
    [[nodiscard]] Result<void> read(const std::function<Result<void>(std::string_view)>& take);

private:
    SpoolFile(std::filesystem::path target, FileDescriptor file);
    [[nodiscard]] Result<void> flush();

    std::filesystem::path m_target;
    FileDescriptor m_file;
    std::string m_buffer;
};

enum class ZipPacking { Deflate, Store };

/// Writes beside the target under another name, mode 0600; given up before commit(), nothing of it stays.
class BundleZipWriter {
public:
    /// FileExists when there is something at the path. `madeAt`: the time of every entry.
    [[nodiscard]] static Result<BundleZipWriter> create(const std::filesystem::path& target, Instant madeAt);
    BundleZipWriter(BundleZipWriter&& other) noexcept;
    BundleZipWriter(const BundleZipWriter&) = delete;
    BundleZipWriter& operator=(BundleZipWriter&&) = delete;
    BundleZipWriter& operator=(const BundleZipWriter&) = delete;
    ~BundleZipWriter();

    [[nodiscard]] Result<void> begin(std::string_view name, ZipPacking packing = ZipPacking::Deflate);
    /// InvalidInput (context "field" = "events") for an entry of more than 4 GiB: no reader would take it.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] Result<void> end();
    /// A whole entry.
    [[nodiscard]] Result<void> add(std::string_view name, std::string_view bytes);

    /// Those that are whole.
    [[nodiscard]] const std::vector<BundleEntry>& entries() const { return m_entries; }

    /// Safe on the disk, under its own name. FileExists when somebody took it meanwhile.
    [[nodiscard]] Result<void> commit();

private:
    struct Archive;
    struct Digest;

    BundleZipWriter(std::filesystem::path target, std::string temporary, FileDescriptor file, Instant madeAt);
    [[nodiscard]] tl::unexpected<Error> archiveFailure() const;

    std::filesystem::path m_target;
    std::string m_temporary; ///< empty once it has its own name
    FileDescriptor m_file;
    Instant m_madeAt;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<Digest> m_digest; ///< of the entry at hand
    std::vector<BundleEntry> m_entries;
};

} // namespace muniment
