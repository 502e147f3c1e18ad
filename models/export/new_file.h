// A file that is there in full or not at all.
#pragma once

#include "models/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace muniment {

/// Writes beside its path under another name, and takes the path when it is committed; given up before that, nothing of
/// it stays and what stood at the path is unharmed. Readable by its owner only: exports hold personal data.
class NewFile {
public:
    /// FileError when nothing can be written there, with the context "file", "work" = "export" and "cause": "noFolder",
    /// "noRight", "readOnlyDisk", "folder" (one stands at the path) or empty.
    [[nodiscard]] static Result<NewFile> create(const std::filesystem::path& path);
    NewFile(NewFile&& other) noexcept;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(NewFile&&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    /// DiskFull or FileError, with the same context; after that the file is to be given up.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Safe on the disk, under its own name.
    [[nodiscard]] Result<void> commit();

private:
    NewFile(std::filesystem::path path, std::string temporary, int descriptor);

    std::filesystem::path m_path;
    std::string m_temporary; ///< empty once it has its own name
    int m_descriptor = -1;
};

} // namespace muniment
