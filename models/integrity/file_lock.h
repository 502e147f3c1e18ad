// An flock on an open file, for as long as it takes to read or append.
#pragma once

#include "models/base/result.h"
#include "models/integrity/file_descriptor.h"

#include <filesystem>

namespace muniment {

enum class FileLockMode { Shared, Exclusive };

/// Held until destroyed; the file must stay open meanwhile. The kernel drops it when the process dies. Two that opened
/// a file for themselves exclude each other in one process, too.
class FileLock {
public:
    /// Waits half a minute for others, then FileInUse.
    [[nodiscard]] static Result<FileLock> acquire(const FileDescriptor& file, FileLockMode mode,
                                                  const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace muniment
