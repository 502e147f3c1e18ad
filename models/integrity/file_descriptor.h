// Files as the operating system has them, for what must be on the disk before anybody hears of it.
#pragma once

#include "models/base/result.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace muniment {

/// Closes what it holds.
class FileDescriptor {
public:
    explicit FileDescriptor(int descriptor = -1) : m_descriptor(descriptor) {}

    FileDescriptor(FileDescriptor&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    ~FileDescriptor();

    [[nodiscard]] int get() const { return m_descriptor; }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

/// FileMissing, FileExists, FileReadOnly, DiskFull or FileError with the context "file".
[[nodiscard]] tl::unexpected<Error> fileFailure(const std::filesystem::path& path, int systemError);
/// All of `bytes`, or an error of fileFailure(): then any part of them may have been written.
[[nodiscard]] Result<void> writeAll(const FileDescriptor& file, std::string_view bytes,
                                    const std::filesystem::path& path);
/// A new name lasts once its folder is on the disk. Where a file system cannot do that, it has its own ways.
void syncFolderOf(const std::filesystem::path& path);

} // namespace muniment
