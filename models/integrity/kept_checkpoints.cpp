#include "models/integrity/kept_checkpoints.h"

#include "models/integrity/base64.h"
#include "models/integrity/file_lock.h"
#include "models/integrity/note_entries.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace muniment {

namespace {

std::string rootText(const Hash& root) {
    return toBase64({reinterpret_cast<const char*>(root.data()), root.size()});
}

bool isOneOf(const NoteSignature& line, const std::vector<VerifierKey>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](const VerifierKey& key) {
        return key.type == NoteKeyType::Cosignature && key.name == line.name && key.id == line.keyId;
    });
}

Error refusal(const char* why, const Checkpoint& checkpoint, std::string_view note, const KeptCheckpoint& kept) {
    return Error{ErrorCode::Refused,
                 std::string("a kept checkpoint stands against it: ") + why,
                 {{"why", why},
                  {"origin", checkpoint.origin},
                  {"size", std::to_string(checkpoint.size)},
                  {"keptEntry", std::to_string(kept.entry)},
                  {"note", std::string(note)}}};
}

} // namespace

KeptCheckpoints::KeptCheckpoints(std::filesystem::path path, FileDescriptor file, bool isReadOnly,
                                 std::vector<VerifierKey> clocks)
    : m_path(std::move(path)),
      m_file(std::move(file)),
      m_isReadOnly(isReadOnly),
      m_clocks(std::move(clocks)) {}

Result<KeptCheckpoints> KeptCheckpoints::open(std::filesystem::path path, std::vector<VerifierKey> clocks) {
    // A pipe at the path must not make us wait.
    constexpr int kHow = O_CLOEXEC | O_NONBLOCK;
    FileDescriptor file(::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | kHow, 0600));
    const bool isReadOnly = !file.isOpen();
    if (isReadOnly) {
        const int obstacle = errno;
        if (obstacle == EACCES || obstacle == EPERM || obstacle == EROFS)
            file = FileDescriptor(::open(path.c_str(), O_RDONLY | kHow));
        if (!file.isOpen())
            return fileFailure(path, obstacle);
    }
    KeptCheckpoints kept(std::move(path), std::move(file), isReadOnly, std::move(clocks));
    const auto size = kept.fileSize();
    if (!size)
        return tl::unexpected(size.error());
    if (*size == 0)
        syncFolderOf(kept.m_path);
    if (const auto read = kept.refresh(); !read)
        return tl::unexpected(read.error());
    return kept;
}

Result<void> KeptCheckpoints::refresh() {
    // Without it, an appender might cut off a torn end and put its own entry there while we read across.
    const auto lock = FileLock::acquire(m_file, FileLockMode::Shared, m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    return readAdded();
}

Result<KeptCheckpoint> KeptCheckpoints::append(std::string_view note) {
    return append(note, Origin::Foreign);
}

Result<KeptCheckpoint> KeptCheckpoints::appendOwn(std::string_view note) {
    return append(note, Origin::Own);
}

Result<KeptCheckpoint> KeptCheckpoints::append(std::string_view note, Origin origin) {
    const auto parsed = parseNote(note);
    if (!parsed)
        return tl::unexpected(parsed.error());
    // A checkpoint has no blank lines, so the one inside the note is its only one and the file can be split again.
    const auto checkpoint = parseCheckpoint(parsed->text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (m_isReadOnly)
        return failure(ErrorCode::FileReadOnly, "opened for reading", {{"file", m_path.string()}});
    const auto lock = FileLock::acquire(m_file, FileLockMode::Exclusive, m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    if (const auto read = readAdded(); !read)
        return tl::unexpected(read.error());
    if (const auto checked = checkAgainstKept(*checkpoint, note, origin); !checked)
        return tl::unexpected(checked.error());
    if (const auto written = write(note); !written)
        return tl::unexpected(written.error());
    return take(*checkpoint, *parsed, note.size() + 1);
}

/// Also notices that the file is not the one that was opened: what we appended to it, nobody would find.
Result<std::uint64_t> KeptCheckpoints::fileSize() const {
    struct stat held {};

    struct stat named {};

    if (::fstat(m_file.get(), &held) != 0)
        return fileFailure(m_path, errno);
    const auto corrupt = [&](const char* why) {
        return failure(ErrorCode::FileCorrupt, std::string("the kept checkpoints: ") + why,
                       {{"file", m_path.string()}, {"why", why}});
    };
    if (!S_ISREG(held.st_mode))
        return corrupt("notAFile");
    if (::stat(m_path.c_str(), &named) != 0 || named.st_ino != held.st_ino || named.st_dev != held.st_dev)
        return corrupt("replaced");
    const auto size = static_cast<std::uint64_t>(held.st_size);
    if (size < m_end)
        return corrupt("shortened");
    return size;
}

/// Under the lock: then what lies behind the last whole entry is nobody's work any more.
Result<void> KeptCheckpoints::readAdded() {
    const auto size = fileSize();
    if (!size)
        return tl::unexpected(size.error());
    NoteEntries entries(m_file, m_path, m_end, *size);
    while (true) {
        const auto entry = entries.next();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            break;
        const auto note = parseNote((*entry)->note);
        if (!note)
            return corruptEntry(note.error());
        const auto checkpoint = parseCheckpoint(note->text);
        if (!checkpoint)
            return corruptEntry(checkpoint.error());
        if (const auto checked = checkAgainstKept(*checkpoint, (*entry)->note, Origin::Foreign); !checked)
            return corruptEntry(checked.error());
        (void)take(*checkpoint, *note, (*entry)->note.size() + 1);
    }
    m_tornBytes = *size - m_end;
    return {};
}

Result<void> KeptCheckpoints::write(std::string_view note) {
    const auto end = static_cast<off_t>(m_end);
    if (m_tornBytes > 0 && ::ftruncate(m_file.get(), end) != 0)
        return fileFailure(m_path, errno);
    m_tornBytes = 0;
    auto written = writeAll(m_file, std::string(note) + '\n', m_path);
    if (written && ::fsync(m_file.get()) != 0)
        written = fileFailure(m_path, errno);
    // What cannot be taken back is a torn end, or an entry that says nothing wrong: the next append reads it.
    if (!written && ::ftruncate(m_file.get(), end) != 0)
        written.error().detail += "; and a part of it may have stayed";
    return written;
}

KeptCheckpoint KeptCheckpoints::take(const Checkpoint& checkpoint, const SignedNote& note, std::uint64_t bytes) {
    const KeptCheckpoint kept{checkpoint.size, checkpoint.root, m_index.count() + 1, m_end};
    m_index.add(checkpoint.origin, kept);
    m_end += bytes;
    for (const auto& line : note.signatures) {
        const auto seconds = isOneOf(line, m_clocks) ? cosignatureSeconds(line) : std::nullopt;
        if (seconds)
            m_since = std::min(m_since.value_or(instantOfSeconds(*seconds)), instantOfSeconds(*seconds));
    }
    return kept;
}

Result<void> KeptCheckpoints::checkAgainstKept(const Checkpoint& checkpoint, std::string_view note,
                                               Origin origin) const {
    const auto against = [&](const Error& error, const KeptCheckpoint& kept) -> Result<void> {
        auto keptNote = noteOf(kept);
        if (!keptNote)
            return tl::unexpected(std::move(keptNote.error()));
        return tl::unexpected(error.with("kept", std::move(*keptNote)));
    };
    const auto same = m_index.find(checkpoint.origin, checkpoint.size);
    if (same && same->root != checkpoint.root)
        return against(refusal("contradiction", checkpoint, note, *same)
                           .with("keptRoot", rootText(same->root))
                           .with("root", rootText(checkpoint.root)),
                       *same);
    const auto latest = origin == Origin::Own ? m_index.latest(checkpoint.origin) : std::nullopt;
    if (latest && latest->size > checkpoint.size)
        return against(refusal("goesBack", checkpoint, note, *latest).with("keptSize", std::to_string(latest->size)),
                       *latest);
    return {};
}

tl::unexpected<Error> KeptCheckpoints::corruptEntry(const Error& cause) const {
    Error error = cause;
    error.code = ErrorCode::FileCorrupt;
    error.detail = "entry " + std::to_string(m_index.count() + 1) + ": " + cause.detail;
    return tl::unexpected(error.with("file", m_path.string())
                              .with("entry", std::to_string(m_index.count() + 1))
                              .with("offset", std::to_string(m_end)));
}

Result<std::string> KeptCheckpoints::noteOf(const KeptCheckpoint& kept) const {
    NoteEntries entries(m_file, m_path, kept.offset, m_end);
    const auto entry = entries.next();
    if (!entry)
        return tl::unexpected(entry.error());
    if (!*entry)
        return failure(ErrorCode::FileCorrupt, "an entry is gone",
                       {{"file", m_path.string()}, {"why", "shortened"}, {"entry", std::to_string(kept.entry)}});
    return std::string((*entry)->note);
}

Result<void> KeptCheckpoints::forEachNote(
    const std::function<Result<void>(std::uint64_t entry, std::string_view note)>& visit) const {
    NoteEntries entries(m_file, m_path, 0, m_end);
    for (std::uint64_t number = 1; number <= count(); ++number) {
        const auto entry = entries.next();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            return failure(ErrorCode::FileCorrupt, "an entry is gone",
                           {{"file", m_path.string()}, {"why", "shortened"}, {"entry", std::to_string(number)}});
        if (auto visited = visit(number, (*entry)->note); !visited)
            return visited;
    }
    return {};
}

} // namespace muniment
