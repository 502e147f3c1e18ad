// A file system that is really full, for tests of what happens then.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <sys/resource.h>

namespace muniment::test {

/// Files of this process cannot grow beyond a size while it lives: what every user may do in place of a small disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t most);
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit();

    void lift();

private:
    rlimit m_before{};
};

/// A folder on a small tmpfs of its own when this process may mount one; otherwise a plain folder, and fill() limits
/// the size of this process's files instead.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& folder, int megabytes);
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk();

    [[nodiscard]] bool isMounted() const { return m_isMounted; }

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// Nobody can write here any more.
    void forbidWriting();
    /// Leaves about `left` bytes of room for `file` to grow.
    void fill(const std::filesystem::path& file, std::uintmax_t left);
    /// Somebody makes room.
    void makeRoom();

private:
    std::filesystem::path m_folder;
    bool m_isMounted = false;
    std::unique_ptr<FileSizeLimit> m_limit;
};

} // namespace muniment::test
