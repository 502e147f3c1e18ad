#include "models/timeline/export/new_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace muniment {

namespace {

Error systemError(const std::filesystem::path& path) {
    const int number = errno;
    const bool isFull = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return Error{isFull ? ErrorCode::DiskFull : ErrorCode::FileError, std::strerror(number), {{"file", path.string()}}};
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
    std::string temporary = path.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(systemError(path));
    return NewFile(path, std::move(temporary), descriptor);
}

Result<void> NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return tl::unexpected(systemError(m_path));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> NewFile::commit() {
    if (::fsync(m_descriptor) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return tl::unexpected(systemError(m_path));
    m_temporary.clear();
    syncFolderOf(m_path);
    return {};
}

} // namespace muniment
