#include "models/integrity/file_lock.h"

#include <cerrno>
#include <chrono>
#include <sys/file.h>
#include <thread>

namespace muniment {

Result<FileLock> FileLock::acquire(const FileDescriptor& file, FileLockMode mode, const std::filesystem::path& path) {
    constexpr std::chrono::seconds kPatience(30);
    constexpr std::chrono::milliseconds kPause(2);
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    const int operation = (mode == FileLockMode::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    while (::flock(file.get(), operation) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fileFailure(path, errno);
        if (std::chrono::steady_clock::now() > deadline)
            return failure(ErrorCode::FileInUse, "another process holds this file", {{"file", path.string()}});
        std::this_thread::sleep_for(kPause);
    }
    return FileLock(file.get());
}

FileLock::~FileLock() {
    if (m_descriptor >= 0)
        ::flock(m_descriptor, LOCK_UN);
}

} // namespace muniment
