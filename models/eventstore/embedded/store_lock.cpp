#include "models/eventstore/embedded/store_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace muniment {

using namespace std::chrono_literals;

StoreLock::StoreLock(std::filesystem::path file) : m_file(std::move(file)) {
    m_file += "-lock";
}

StoreLock::~StoreLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> StoreLock::open() {
    if (m_descriptor >= 0)
        return {};
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor >= 0)
        return {};
    const bool isReadOnly = errno == EROFS || errno == EACCES || errno == EPERM;
    return failure(isReadOnly ? ErrorCode::FileReadOnly : ErrorCode::FileError, std::system_category().message(errno),
                   {{"file", m_file.string()}});
}

Result<void> StoreLock::acquire(std::chrono::milliseconds patience, const std::atomic<bool>& isCancelled) {
    if (auto opened = open(); !opened)
        return opened;
    // flock() can wait, but neither with a limit nor so that another thread could end it.
    const auto deadline = std::chrono::steady_clock::now() + patience;
    auto pause = 200us;
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (isCancelled)
            return failure(ErrorCode::Cancelled);
        if (std::chrono::steady_clock::now() > deadline)
            return failure(ErrorCode::Timeout, "another process has been writing all the while",
                           {{"file", m_file.string()}});
        std::this_thread::sleep_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 2, 4ms);
    }
    return {};
}

void StoreLock::release() {
    ::flock(m_descriptor, LOCK_UN);
}

bool StoreLock::isFree() {
    if (!open())
        return true;
    if (::flock(m_descriptor, LOCK_SH | LOCK_NB) != 0)
        return false;
    ::flock(m_descriptor, LOCK_UN);
    return true;
}

} // namespace muniment
