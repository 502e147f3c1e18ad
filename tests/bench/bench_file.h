// A workspace file of three regions with simulated history: the one that `--file` names, or one made for the occasion.
#pragma once

#include "tests/bench/sections.h"

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>

namespace muniment::bench {

class BenchFile {
public:
    /// Where `--file` names a file that is not there yet, it is made there and stays.
    explicit BenchFile(const Settings& settings);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    [[nodiscard]] std::int64_t events() const { return m_events; }

    /// By this process, which has used memory for it.
    [[nodiscard]] bool isMadeHere() const { return m_isMadeHere; }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path;
    std::int64_t m_events = 0;
    bool m_isMadeHere = false;
};

} // namespace muniment::bench
