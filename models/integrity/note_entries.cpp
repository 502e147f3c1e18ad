#include "models/integrity/note_entries.h"

#include "models/integrity/signed_note.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace muniment {

namespace {

constexpr std::size_t kReadBytes = 256 * 1024;
constexpr std::string_view kBlankLine = "\n\n"; ///< with the end of the line above it

/// How many bytes the first entry of `text` has with the blank line behind it; nothing when it is not whole.
std::optional<std::size_t> entrySize(std::string_view text) {
    const auto inside = text.find(kBlankLine);
    if (inside == std::string_view::npos)
        return std::nullopt;
    const auto behind = text.find(kBlankLine, inside + kBlankLine.size());
    return behind == std::string_view::npos ? std::nullopt : std::optional(behind + kBlankLine.size());
}

} // namespace

Result<std::optional<NoteEntry>> NoteEntries::next() {
    while (true) {
        const auto rest = std::string_view(m_buffer).substr(m_at);
        if (const auto size = entrySize(rest)) {
            const NoteEntry entry{m_offset, rest.substr(0, *size - 1)};
            m_at += *size;
            m_offset += *size;
            return entry;
        }
        if (rest.size() > kMaxNoteBytes + 1)
            return failure(ErrorCode::FileCorrupt, "no end of a note at byte " + std::to_string(m_offset),
                           {{"file", m_path.string()}, {"why", "tooLong"}});
        const auto isMore = readMore();
        if (!isMore)
            return tl::unexpected(isMore.error());
        if (!*isMore)
            return std::nullopt;
    }
}

Result<bool> NoteEntries::readMore() {
    m_buffer.erase(0, m_at);
    m_at = 0;
    const auto kept = m_buffer.size();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(kReadBytes, m_end - m_unread));
    m_buffer.resize(kept + wanted);
    ssize_t size = 0;
    do {
        size = ::pread(m_file, m_buffer.data() + kept, wanted, static_cast<off_t>(m_unread));
    } while (size < 0 && errno == EINTR);
    m_buffer.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (size < 0)
        return fileFailure(m_path, errno);
    m_unread += static_cast<std::uint64_t>(size);
    return size > 0;
}

} // namespace muniment
