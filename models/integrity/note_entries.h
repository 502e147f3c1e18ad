// Signed notes in a file, one after the other, each with one blank line inside and one behind it.
#pragma once

#include "models/base/result.h"
#include "models/integrity/file_descriptor.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

struct NoteEntry {
    std::uint64_t offset = 0; ///< of its first byte in the file
    std::string_view note;    ///< without the blank line behind it; valid until the next one is read
};

/// Reads a part of the file, with a buffer of a fraction of a megabyte, and looks no closer at what a note says. The
/// file must stay open.
class NoteEntries {
public:
    /// From the entry that begins at `begin`, to `end` or the end of the file.
    NoteEntries(const FileDescriptor& file, const std::filesystem::path& path, std::uint64_t begin,
                std::uint64_t end = std::numeric_limits<std::uint64_t>::max())
        : m_file(file.get()),
          m_path(path),
          m_offset(begin),
          m_unread(begin),
          m_end(end) {}

    /// Nothing when no whole entry is left. FileCorrupt (context "why" = "tooLong") when what is left is longer than
    /// any note; FileError when it cannot be read.
    [[nodiscard]] Result<std::optional<NoteEntry>> next();

    /// Behind the last whole entry that was read.
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }

private:
    [[nodiscard]] Result<bool> readMore();

    int m_file;
    const std::filesystem::path& m_path;
    std::uint64_t m_offset; ///< of m_buffer[m_at]
    std::uint64_t m_unread; ///< behind what is in the buffer
    std::uint64_t m_end;
    std::string m_buffer;
    std::size_t m_at = 0;
};

} // namespace muniment
