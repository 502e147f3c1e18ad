// Zip files as tests take them apart and put them together, also as nobody should.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace muniment::test {

struct ZipItem {
    enum class Kind { File, Folder, Link };

    std::string name;
    std::string bytes; ///< of a link: where it points
    Kind kind = Kind::File;
};

[[nodiscard]] std::vector<ZipItem> unpacked(const std::filesystem::path& file);
void pack(const std::vector<ZipItem>& items, const std::filesystem::path& file);
/// The item of this name.
[[nodiscard]] std::string& bytesOf(std::vector<ZipItem>& items, std::string_view name);

} // namespace muniment::test
