// Who may write a workspace file: the holder of an flock on FILE-lock, which holds the process id for people to read.
#pragma once

#include "models/base/result.h"

#include <filesystem>

namespace muniment {

/// Held until destroyed; also two holders in one process exclude each other. The kernel drops it when the process dies.
class WriterLock {
public:
    /// FileInUse (context "pid" where known) when somebody holds it; FileReadOnly or DiskFull when it cannot be made.
    [[nodiscard]] static Result<WriterLock> acquire(const std::filesystem::path& file);
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

private:
    WriterLock(std::filesystem::path lockFile, int descriptor);
    void release();

    std::filesystem::path m_lockFile;
    int m_descriptor = -1;
};

} // namespace muniment
