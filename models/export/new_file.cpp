#include "models/export/new_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace muniment {

namespace {

/// Why nothing can be written, in a word that sentences are made from.
const char* causeOf(int number) {
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return "noFolder";
    case EACCES:
    case EPERM:
        return "noRight";
    case EROFS:
        return "readOnlyDisk";
    case EISDIR:
        return "folder";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "full";
    default:
        return "";
    }
}

Error systemError(const std::filesystem::path& path, int number) {
    const std::string cause = causeOf(number);
    return Error{cause == "full" ? ErrorCode::DiskFull : ErrorCode::FileError,
                 std::strerror(number),
                 {{"file", path.string()}, {"work", "export"}, {"cause", cause}}};
}

/// What takes a path's place at the end is known at the beginning: a folder cannot be replaced, and a file that is
/// protected should not be.
int obstacleAt(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return EISDIR;
    if (std::filesystem::exists(path, ignored) && ::access(path.c_str(), W_OK) != 0)
        return errno;
    return 0;
}

/// A rename lasts once its folder is on the disk; where a file system cannot do that it has its own ways.
void syncFolderOf(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

NewFile::NewFile(std::filesystem::path path, std::string temporary, int descriptor)
    : m_path(std::move(path)),
      m_temporary(std::move(temporary)),
      m_descriptor(descriptor) {}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

NewFile::~NewFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<NewFile> NewFile::create(const std::filesystem::path& path) {
    if (const int obstacle = obstacleAt(path); obstacle != 0)
        return tl::unexpected(systemError(path, obstacle));
    std::string temporary = path.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(systemError(path, errno));
    return NewFile(path, std::move(temporary), descriptor);
}

Result<void> NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return tl::unexpected(systemError(m_path, errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> NewFile::commit() {
    if (::fsync(m_descriptor) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return tl::unexpected(systemError(m_path, errno));
    m_temporary.clear();
    syncFolderOf(m_path);
    return {};
}

} // namespace muniment
