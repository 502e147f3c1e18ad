#include "tests/support/small_disk.h"

#include <csignal>
#include <fstream>
#include <string>
#include <sys/mount.h>

namespace muniment::test {

namespace {

constexpr std::uintmax_t kBlock = 100'000;

std::filesystem::path ballastIn(const std::filesystem::path& folder) {
    return folder / "ballast";
}

} // namespace

FileSizeLimit::FileSizeLimit(rlim_t most) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    rlimit limit = m_before;
    limit.rlim_cur = most;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

FileSizeLimit::~FileSizeLimit() {
    lift();
}

void FileSizeLimit::lift() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
}

SmallDisk::SmallDisk(const std::filesystem::path& folder, int megabytes) : m_folder(folder) {
    std::filesystem::create_directory(folder);
    const std::string options = "size=" + std::to_string(megabytes) + "m";
    m_isMounted = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk() {
    if (m_isMounted)
        ::umount2(m_folder.c_str(), MNT_DETACH);
}

void SmallDisk::forbidWriting() {
    // The administrator may write whatever the rights say, but not into what is mounted read-only.
    if (m_isMounted)
        ::mount("tmpfs", m_folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr);
    else
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
}

void SmallDisk::fill(const std::filesystem::path& file, std::uintmax_t left) {
    if (!m_isMounted) {
        m_limit = std::make_unique<FileSizeLimit>(std::filesystem::file_size(file) + left / 4);
        return;
    }
    std::ofstream out(ballastIn(m_folder), std::ios::binary);
    const std::string block(kBlock, 'x');
    const auto room = std::filesystem::space(m_folder).available;
    for (std::uintmax_t written = 0; written + left < room; written += kBlock)
        out << block;
}

void SmallDisk::makeRoom() {
    std::filesystem::remove(ballastIn(m_folder));
    m_limit.reset();
}

} // namespace muniment::test
