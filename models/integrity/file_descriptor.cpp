#include "models/integrity/file_descriptor.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace muniment {

namespace {

ErrorCode codeOf(int systemError) {
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::FileMissing;
    case EEXIST:
        return ErrorCode::FileExists;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::FileReadOnly;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    default:
        return ErrorCode::FileError;
    }
}

} // namespace

FileDescriptor::~FileDescriptor() {
    if (isOpen())
        ::close(m_descriptor);
}

tl::unexpected<Error> fileFailure(const std::filesystem::path& path, int systemError) {
    return failure(codeOf(systemError), std::strerror(systemError), {{"file", path.string()}});
}

Result<void> writeAll(const FileDescriptor& file, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileFailure(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

void syncFolderOf(const std::filesystem::path& path) {
    const auto name = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const FileDescriptor folder(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
}

} // namespace muniment
