// A zip file from a stranger: nothing of it is written anywhere, and nothing of it is trusted.
#pragma once

#include "models/integrity/bundle_digest.h"
#include "models/integrity/bundle_manifest.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// Refused with "why" and, where there is one, "entry".
[[nodiscard]] tl::unexpected<Error> refusedBundle(const char* why, std::string detail, std::string_view entry = {});

/// Entry by entry, in the order of the file. Refused (context "why", "entry"): "notZip", "tooMany" entries, names that
/// are "absolute", "drive", "dotDot", "backslash", "case" (of another, or nearly a bundle's), "twice", "unknownEntry";
/// "folder", "link", "encrypted", "tooLarge" (more than 4 GiB, said or real), "bomb" (more than 200 times what was
/// packed), "damaged". FileMissing or FileError when the file itself cannot be read.
class BundleZipReader {
public:
    [[nodiscard]] static Result<BundleZipReader> open(const std::filesystem::path& file);
    BundleZipReader(BundleZipReader&& other) noexcept;
    BundleZipReader(const BundleZipReader&) = delete;
    BundleZipReader& operator=(BundleZipReader&&) = delete;
    BundleZipReader& operator=(const BundleZipReader&) = delete;
    ~BundleZipReader();

    /// The next entry's name; nothing at the end.
    [[nodiscard]] Result<std::optional<std::string>> next();
    /// The next bytes of the entry, valid until the next call; nothing at its end.
    [[nodiscard]] Result<std::string_view> read();
    /// What was read of the entry so far.
    [[nodiscard]] BundleEntry entry() const;

private:
    struct State;
    explicit BundleZipReader(std::unique_ptr<State> state);
    [[nodiscard]] Result<void> checkName(const std::string& name) const;

    std::unique_ptr<State> m_state;
};

/// One entry of a bundle, from its beginning.
class BundleEntryStream {
public:
    /// Refused (context "why" = "missingEntry") when it is not there.
    [[nodiscard]] static Result<BundleEntryStream> open(const std::filesystem::path& file, std::string_view name);

    /// Without its end; nothing when no line is left. Refused ("why" = `why`) for one of more than 8 MiB, or without
    /// an end. Valid until the next call.
    [[nodiscard]] Result<std::optional<std::string_view>> line(const char* why);
    /// Just as many; Refused ("why" = `why`) when there are fewer. Valid until the next call.
    [[nodiscard]] Result<std::string_view> bytes(std::size_t count, const char* why);
    /// No byte is left.
    [[nodiscard]] Result<bool> isAtEnd();

    /// What was read; all of the entry once isAtEnd().
    [[nodiscard]] BundleEntry entry() const { return m_zip.entry(); }

private:
    explicit BundleEntryStream(BundleZipReader zip) : m_zip(std::move(zip)) {}

    /// False at the end.
    [[nodiscard]] Result<bool> readMore();

    BundleZipReader m_zip;
    std::string m_buffer;
    std::size_t m_at = 0;
};

} // namespace muniment
