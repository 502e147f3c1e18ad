#include "models/replica/writer_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace muniment {

namespace {

constexpr int kAttempts = 1'000; ///< each lost to a holder that ended at that moment

ErrorCode codeOf(int systemError) {
    switch (systemError) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::FileReadOnly;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::DiskFull;
    case ENOENT:
        return ErrorCode::FileMissing;
    default:
        return ErrorCode::FileError;
    }
}

tl::unexpected<Error> systemFailure(const std::filesystem::path& lockFile) {
    const int systemError = errno;
    return failure(codeOf(systemError), std::strerror(systemError), {{"file", lockFile.string()}});
}

std::string pidIn(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    std::string pid(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    return pid.substr(0, pid.find_first_not_of("0123456789"));
}

/// A holder that ends removes the file while it holds the lock, so what we locked may have no name any more.
bool isStillThere(const std::filesystem::path& lockFile, int descriptor) {
    struct stat named {};

    struct stat held {};

    return ::stat(lockFile.c_str(), &named) == 0 && ::fstat(descriptor, &held) == 0 && named.st_ino == held.st_ino &&
           named.st_dev == held.st_dev;
}

} // namespace

Result<WriterLock> WriterLock::acquire(const std::filesystem::path& file) {
    // One file has one lock, by whatever name it is reached.
    std::error_code ignored;
    std::filesystem::path lockFile = std::filesystem::weakly_canonical(file, ignored);
    if (lockFile.empty())
        lockFile = file;
    lockFile += "-lock";
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const int descriptor = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return systemFailure(lockFile);
        WriterLock lock(lockFile, descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            auto error = errno == EWOULDBLOCK ? failure(ErrorCode::FileInUse, "another process writes this file",
                                                        {{"file", file.string()}, {"pid", pidIn(descriptor)}})
                                              : systemFailure(lockFile);
            ::close(std::exchange(lock.m_descriptor, -1)); // not ours: it must keep its name
            return error;
        }
        if (!isStillThere(lockFile, descriptor)) {
            ::close(std::exchange(lock.m_descriptor, -1));
            continue;
        }
        const std::string pid = std::to_string(::getpid()) + "\n";
        // The lock is what counts; a full disk only costs the pid.
        [[maybe_unused]] const bool isWritten =
            ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, pid.data(), pid.size(), 0) > 0;
        return lock;
    }
    return failure(ErrorCode::FileInUse, "the lock's file changes all the time", {{"file", file.string()}});
}

WriterLock::WriterLock(std::filesystem::path lockFile, int descriptor)
    : m_lockFile(std::move(lockFile)),
      m_descriptor(descriptor) {}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : m_lockFile(std::move(other.m_lockFile)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    if (this != &other) {
        release();
        m_lockFile = std::move(other.m_lockFile);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

WriterLock::~WriterLock() {
    release();
}

void WriterLock::release() {
    if (m_descriptor < 0)
        return;
    ::unlink(m_lockFile.c_str());
    ::close(std::exchange(m_descriptor, -1));
}

} // namespace muniment
