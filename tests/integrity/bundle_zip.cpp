#include "tests/integrity/bundle_zip.h"

#include <QtGlobal>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>

namespace muniment::test {

std::vector<ZipItem> unpacked(const std::filesystem::path& file) {
    std::vector<ZipItem> items;
    archive* zip = archive_read_new();
    archive_read_support_format_zip(zip);
    if (archive_read_open_filename(zip, file.c_str(), 65'536) != ARCHIVE_OK)
        qFatal("cannot read %s", file.c_str());
    archive_entry* entry = nullptr;
    while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
        ZipItem item{archive_entry_pathname(entry), {}};
        std::array<char, 65'536> buffer{};
        for (la_ssize_t count = 0; (count = archive_read_data(zip, buffer.data(), buffer.size())) > 0;)
            item.bytes.append(buffer.data(), static_cast<std::size_t>(count));
        items.push_back(std::move(item));
    }
    archive_read_free(zip);
    return items;
}

void pack(const std::vector<ZipItem>& items, const std::filesystem::path& file) {
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    if (archive_write_open_filename(zip, file.c_str()) != ARCHIVE_OK)
        qFatal("cannot write %s", file.c_str());
    for (const ZipItem& item : items) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, item.name.c_str());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_filetype(entry, item.kind == ZipItem::Kind::Folder ? AE_IFDIR
                                          : item.kind == ZipItem::Kind::Link ? AE_IFLNK
                                                                             : AE_IFREG);
        if (item.kind == ZipItem::Kind::Link)
            archive_entry_set_symlink(entry, item.bytes.c_str());
        if (item.kind == ZipItem::Kind::File)
            archive_entry_set_size(entry, static_cast<la_int64_t>(item.bytes.size()));
        if (archive_write_header(zip, entry) != ARCHIVE_OK)
            qFatal("cannot write %s: %s", item.name.c_str(), archive_error_string(zip));
        if (item.kind == ZipItem::Kind::File)
            (void)archive_write_data(zip, item.bytes.data(), item.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
}

std::string& bytesOf(std::vector<ZipItem>& items, std::string_view name) {
    const auto found = std::ranges::find(items, name, &ZipItem::name);
    if (found == items.end())
        qFatal("no such entry");
    return found->bytes;
}

} // namespace muniment::test
