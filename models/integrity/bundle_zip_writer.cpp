#include "models/integrity/bundle_zip_writer.h"

#include "models/integrity/bundle_digest.h"
#include "models/integrity/bundle_format.h"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace muniment {

namespace {

constexpr std::size_t kSpoolBuffer = 256 * 1024;
constexpr mode_t kEntryMode = 0644;

struct CloseArchive {
    void operator()(archive* zip) const { archive_write_free(zip); }
};

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// A file of mode 0600 that nobody else has, and its name.
Result<FileDescriptor> makeTemporary(const std::filesystem::path& target, std::string& name) {
    name = target.string() + ".XXXXXX";
    FileDescriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.isOpen())
        return fileFailure(target, errno);
    return file;
}

} // namespace

SpoolFile::SpoolFile(std::filesystem::path target, FileDescriptor file)
    : m_target(std::move(target)),
      m_file(std::move(file)) {}

Result<SpoolFile> SpoolFile::create(const std::filesystem::path& target) {
    std::string name;
    auto file = makeTemporary(target, name);
    if (!file)
        return tl::unexpected(file.error());
    ::unlink(name.c_str());
    return SpoolFile(target, std::move(*file));
}

Result<void> SpoolFile::append(std::string_view bytes) {
    m_buffer += bytes;
    return m_buffer.size() < kSpoolBuffer ? Result<void>() : flush();
}

Result<std::string> SpoolFile::at(std::uint64_t offset, std::size_t length) {
    if (auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    std::string bytes(length, '\0');
    for (std::size_t done = 0; done < length;) {
        const ssize_t count =
            ::pread(m_file.get(), bytes.data() + done, length - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fileFailure(m_target, count < 0 ? errno : EIO);
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

Result<void> SpoolFile::flush() {
    if (m_buffer.empty())
        return {};
    auto written = writeAll(m_file, m_buffer, m_target);
    m_buffer.clear();
    return written;
}

Result<void> SpoolFile::read(const std::function<Result<void>(std::string_view)>& take) {
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (::lseek(m_file.get(), 0, SEEK_SET) < 0)
        return fileFailure(m_target, errno);
    std::string buffer(kSpoolBuffer, '\0');
    while (true) {
        const ssize_t count = ::read(m_file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileFailure(m_target, errno);
        if (count == 0)
            return {};
        if (auto taken = take(std::string_view(buffer).substr(0, static_cast<std::size_t>(count))); !taken)
            return taken;
    }
}

struct BundleZipWriter::Archive {
    std::unique_ptr<archive, CloseArchive> zip{archive_write_new()};
};

struct BundleZipWriter::Digest {
    std::string name;
    RunningDigest digest;
};

BundleZipWriter::BundleZipWriter(std::filesystem::path target, std::string temporary, FileDescriptor file,
                                 Instant madeAt)
    : m_target(std::move(target)),
      m_temporary(std::move(temporary)),
      m_file(std::move(file)),
      m_madeAt(madeAt),
      m_archive(std::make_unique<Archive>()) {}

BundleZipWriter::BundleZipWriter(BundleZipWriter&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_file(std::move(other.m_file)),
      m_madeAt(other.m_madeAt),
      m_archive(std::move(other.m_archive)),
      m_digest(std::move(other.m_digest)),
      m_entries(std::move(other.m_entries)) {}

BundleZipWriter::~BundleZipWriter() {
    m_archive.reset(); // writes what it has to
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

tl::unexpected<Error> BundleZipWriter::archiveFailure() const {
    archive* zip = m_archive->zip.get();
    if (const int number = archive_errno(zip); number > 0)
        return fileFailure(m_target, number);
    const char* words = archive_error_string(zip);
    return failure(ErrorCode::FileError, words != nullptr ? words : "zip", {{"file", m_target.string()}});
}

Result<BundleZipWriter> BundleZipWriter::create(const std::filesystem::path& target, Instant madeAt) {
    struct stat there {};

    if (::lstat(target.c_str(), &there) == 0)
        return fileFailure(target, EEXIST);
    std::string name;
    auto file = makeTemporary(target, name);
    if (!file)
        return tl::unexpected(file.error());
    const int descriptor = file->get();
    BundleZipWriter writer(target, std::move(name), std::move(*file), madeAt);
    archive* zip = writer.m_archive->zip.get();
    // Level 1: most bytes are hashes, ids and salts, which no level makes shorter.
    if (archive_write_set_format_zip(zip) != ARCHIVE_OK ||
        archive_write_set_format_option(zip, "zip", "compression-level", "1") != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(zip, 1) != ARCHIVE_OK ||
        archive_write_open_fd(zip, descriptor) != ARCHIVE_OK)
        return writer.archiveFailure();
    return writer;
}

Result<void> BundleZipWriter::begin(std::string_view name, ZipPacking packing) {
    archive* zip = m_archive->zip.get();
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    const std::string path(name);
    archive_entry_set_pathname(entry.get(), path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kEntryMode);
    archive_entry_set_mtime(entry.get(), static_cast<time_t>(m_madeAt.micros / kMicrosPerSecond), 0);
    const int chosen = packing == ZipPacking::Store ? archive_write_zip_set_compression_store(zip)
                                                    : archive_write_zip_set_compression_deflate(zip);
    if (chosen != ARCHIVE_OK || archive_write_header(zip, entry.get()) != ARCHIVE_OK)
        return archiveFailure();
    m_digest = std::make_unique<Digest>();
    m_digest->name = path;
    return {};
}

Result<void> BundleZipWriter::write(std::string_view bytes) {
    m_digest->digest.add(bytes);
    if (m_digest->digest.size() > kMostEntryBytes)
        return failure(ErrorCode::InvalidInput, "more events than a bundle may hold", {{"field", "events"}});
    while (!bytes.empty()) {
        const la_ssize_t written = archive_write_data(m_archive->zip.get(), bytes.data(), bytes.size());
        if (written <= 0)
            return archiveFailure();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> BundleZipWriter::end() {
    if (archive_write_finish_entry(m_archive->zip.get()) != ARCHIVE_OK)
        return archiveFailure();
    m_entries.push_back({m_digest->name, m_digest->digest.value(), m_digest->digest.size()});
    m_digest.reset();
    return {};
}

Result<void> BundleZipWriter::add(std::string_view name, std::string_view bytes) {
    if (auto begun = begin(name); !begun)
        return begun;
    if (auto written = write(bytes); !written)
        return written;
    return end();
}

Result<void> BundleZipWriter::commit() {
    if (archive_write_close(m_archive->zip.get()) != ARCHIVE_OK)
        return archiveFailure();
    if (::fsync(m_file.get()) != 0)
        return fileFailure(m_target, errno);
    // A link does not replace what a rename would.
    if (::link(m_temporary.c_str(), m_target.c_str()) == 0) {
        ::unlink(m_temporary.c_str());
    } else if (errno == EEXIST || ::access(m_target.c_str(), F_OK) == 0) {
        return fileFailure(m_target, EEXIST);
    } else if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) { // a file system that has no links
        return fileFailure(m_target, errno);
    }
    m_temporary.clear();
    syncFolderOf(m_target);
    return {};
}

} // namespace muniment
