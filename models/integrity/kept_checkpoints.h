// The checkpoints that this machine ever verified, in a file beside the workspace's: what a database that tells another
// story later is held against.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/integrity/file_descriptor.h"
#include "models/integrity/kept_index.h"
#include "models/integrity/signed_note.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// Signed notes as they came, one after the other, each followed by a blank line. The file only grows; a part of an
/// entry at its end, left by a process that was killed, counts for nothing and is cut off by the next append. Any
/// number of processes may have it open and append. What is kept was verified by whoever appended it: no signature is
/// verified here. One thread at a time; appending waits for the disk, and all but the queries for other processes.
class KeptCheckpoints {
public:
    /// Makes the file if there is none (mode 0600) and reads all of it; where it may not be written, it is only read.
    /// The times of cosignatures count when they are of one of `clocks`: anybody can write a line with any time.
    /// FileCorrupt (context "entry", "offset", "why") for an entry that is no checkpoint or contradicts an earlier one.
    [[nodiscard]] static Result<KeptCheckpoints> open(std::filesystem::path path, std::vector<VerifierKey> clocks);

    /// Of somebody else. On the disk when this returns. Refused (context "why" = "contradiction", "origin", "size",
    /// "keptRoot" and "root" in base64, "keptEntry", "kept" and "note" as they are) when another root is kept for this
    /// origin and size; then, and for InvalidInput (no checkpoint), FileReadOnly, FileInUse, DiskFull and FileError,
    /// nothing is kept. FileCorrupt also when the file is not the one that was opened, or shorter than it was (context
    /// "why" = "replaced", "shortened").
    [[nodiscard]] Result<KeptCheckpoint> append(std::string_view note);
    /// Of this machine: Refused, too, (context "why" = "goesBack", "origin", "size", "keptSize", "keptEntry", "kept",
    /// "note") for a smaller size than one kept for the origin. A log must not go back.
    [[nodiscard]] Result<KeptCheckpoint> appendOwn(std::string_view note);
    /// Reads what other processes have appended; append() does so by itself.
    [[nodiscard]] Result<void> refresh();

    /// The first that was kept for this size.
    [[nodiscard]] std::optional<KeptCheckpoint> find(std::string_view origin, std::uint64_t size) const {
        return m_index.find(origin, size);
    }

    /// Of those with the greatest size, the one that was kept last.
    [[nodiscard]] std::optional<KeptCheckpoint> latest(std::string_view origin) const { return m_index.latest(origin); }

    /// By ascending size; several of one size in the order in which they were kept.
    void forEachOf(std::string_view origin, const std::function<void(const KeptCheckpoint&)>& visit) const {
        m_index.forEachOf(origin, visit);
    }

    [[nodiscard]] std::uint64_t count() const { return m_index.count(); }

    /// The oldest time of a cosignature by one of the clocks.
    [[nodiscard]] std::optional<Instant> since() const { return m_since; }

    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }

    /// Bytes behind the last whole entry when the file was last read: what a killed process has left.
    [[nodiscard]] std::uint64_t tornBytes() const { return m_tornBytes; }

    /// The note of one that this object told of, from the disk.
    [[nodiscard]] Result<std::string> noteOf(const KeptCheckpoint& kept) const;
    /// Every note from the disk in the order of the file, with its number; ends early with the visitor's error.
    [[nodiscard]] Result<void>
    forEachNote(const std::function<Result<void>(std::uint64_t entry, std::string_view note)>& visit) const;

private:
    enum class Origin { Own, Foreign };

    KeptCheckpoints(std::filesystem::path path, FileDescriptor file, bool isReadOnly, std::vector<VerifierKey> clocks);
    [[nodiscard]] Result<KeptCheckpoint> append(std::string_view note, Origin origin);
    [[nodiscard]] Result<std::uint64_t> fileSize() const;
    [[nodiscard]] Result<void> readAdded();
    [[nodiscard]] Result<void> write(std::string_view note);
    [[nodiscard]] KeptCheckpoint take(const Checkpoint& checkpoint, const SignedNote& note, std::uint64_t bytes);
    [[nodiscard]] Result<void> checkAgainstKept(const Checkpoint& checkpoint, std::string_view note,
                                                Origin origin) const;
    [[nodiscard]] tl::unexpected<Error> corruptEntry(const Error& cause) const;

    std::filesystem::path m_path;
    FileDescriptor m_file;
    bool m_isReadOnly = false;
    std::vector<VerifierKey> m_clocks;
    KeptIndex m_index;
    std::uint64_t m_end = 0; ///< behind the last whole entry that the index knows
    std::uint64_t m_tornBytes = 0;
    std::optional<Instant> m_since;
};

} // namespace muniment
