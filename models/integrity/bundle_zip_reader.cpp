#include "models/integrity/bundle_zip_reader.h"

#include "models/integrity/bundle_format.h"
#include "models/integrity/file_descriptor.h"

#include <archive.h>
#include <archive_entry.h>
#include <cctype>
#include <set>
#include <unistd.h>

namespace muniment {

namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr std::uint64_t kMostRatio = 200;
constexpr std::uint64_t kHarmless = 1024 * 1024;
constexpr std::size_t kMostLine = 8 * 1024 * 1024;

struct CloseArchive {
    void operator()(archive* zip) const { archive_read_free(zip); }
};

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool hasDotDot(std::string_view name) {
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..")
            return true;
        begin = end + 1;
    }
    return false;
}

bool isEntryName(std::string_view name) {
    return std::ranges::find(bundle::kEntries, name) != bundle::kEntries.end() ||
           std::ranges::find(bundle::kOptionalEntries, name) != bundle::kOptionalEntries.end();
}

} // namespace

tl::unexpected<Error> refusedBundle(const char* why, std::string detail, std::string_view entry) {
    auto error = failure(ErrorCode::Refused, std::move(detail), {{"why", why}});
    if (!entry.empty())
        error.value().context["entry"] = entry;
    return error;
}

struct BundleZipReader::State {
    std::filesystem::path file;
    std::unique_ptr<archive, CloseArchive> zip{archive_read_new()};
    std::set<std::string> seen; ///< in lower case
    std::string name;
    RunningDigest digest;
    la_int64_t begin = 0; ///< of the entry's bytes in the file
    std::string buffer = std::string(kBlock, '\0');
};

BundleZipReader::BundleZipReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}

BundleZipReader::BundleZipReader(BundleZipReader&& other) noexcept = default;
BundleZipReader::~BundleZipReader() = default;

Result<BundleZipReader> BundleZipReader::open(const std::filesystem::path& file) {
    if (::access(file.c_str(), R_OK) != 0)
        return fileFailure(file, errno);
    auto state = std::make_unique<State>();
    state->file = file;
    archive* zip = state->zip.get();
    if (archive_read_support_format_zip_seekable(zip) != ARCHIVE_OK ||
        archive_read_open_filename(zip, file.c_str(), kBlock) != ARCHIVE_OK)
        return refusedBundle("notZip", "the file is no zip file");
    return BundleZipReader(std::move(state));
}

Result<void> BundleZipReader::checkName(const std::string& name) const {
    const auto refused = [&](const char* why) { return refusedBundle(why, "an entry's name is not allowed", name); };
    if (name.starts_with('/'))
        return refused("absolute");
    if (name.size() > 1 && name[1] == ':' && std::isalpha(static_cast<unsigned char>(name[0])) != 0)
        return refused("drive");
    if (name.find('\\') != std::string::npos)
        return refused("backslash");
    if (hasDotDot(name))
        return refused("dotDot");
    if (name.ends_with('/'))
        return refused("folder");
    if (!isEntryName(name))
        return refused(isEntryName(lowered(name)) ? "case" : "unknownEntry");
    if (m_state->seen.contains(name))
        return refused("twice");
    return {};
}

Result<std::optional<std::string>> BundleZipReader::next() {
    archive* zip = m_state->zip.get();
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(zip, &entry);
    if (result == ARCHIVE_EOF && !m_state->seen.empty())
        return std::nullopt;
    if (result != ARCHIVE_OK || entry == nullptr) {
        const bool isFirst = m_state->seen.empty();
        return refusedBundle(isFirst ? "notZip" : "damaged",
                             isFirst ? "the file is no zip file" : "a damaged zip file");
    }
    if (m_state->seen.size() == bundle::kEntries.size() + bundle::kOptionalEntries.size())
        return refusedBundle("tooMany", "more entries than a bundle has");
    const char* path = archive_entry_pathname(entry);
    const std::string name = path == nullptr ? std::string() : path;
    if (archive_entry_filetype(entry) == AE_IFLNK || archive_entry_hardlink(entry) != nullptr)
        return refusedBundle("link", "an entry is a link", name);
    if (const auto checked = checkName(name); !checked)
        return tl::unexpected(checked.error());
    if (archive_entry_filetype(entry) != AE_IFREG)
        return refusedBundle("folder", "an entry is no regular file", name);
    if (archive_entry_is_encrypted(entry) != 0)
        return refusedBundle("encrypted", "an entry is encrypted", name);
    if (archive_entry_size_is_set(entry) != 0 &&
        (archive_entry_size(entry) < 0 || static_cast<std::uint64_t>(archive_entry_size(entry)) > kMostEntryBytes))
        return refusedBundle("tooLarge", "an entry is larger than 4 GiB", name);
    m_state->seen.insert(name);
    m_state->name = name;
    m_state->digest.reset();
    m_state->begin = archive_filter_bytes(zip, -1);
    return name;
}

Result<std::string_view> BundleZipReader::read() {
    State& state = *m_state;
    const la_ssize_t count = archive_read_data(state.zip.get(), state.buffer.data(), state.buffer.size());
    if (count < 0)
        return refusedBundle("damaged", archive_error_string(state.zip.get()), state.name);
    const std::string_view bytes(state.buffer.data(), static_cast<std::size_t>(count));
    state.digest.add(bytes);
    const std::uint64_t made = state.digest.size();
    const auto packed =
        static_cast<std::uint64_t>(std::max<la_int64_t>(1, archive_filter_bytes(state.zip.get(), -1) - state.begin));
    if (made > kMostEntryBytes)
        return refusedBundle("tooLarge", "an entry is larger than 4 GiB", state.name);
    if (made > kHarmless && made / packed >= kMostRatio)
        return refusedBundle("bomb", "an entry becomes too large", state.name);
    return bytes;
}

BundleEntry BundleZipReader::entry() const {
    return {m_state->name, m_state->digest.value(), m_state->digest.size()};
}

Result<BundleEntryStream> BundleEntryStream::open(const std::filesystem::path& file, std::string_view name) {
    auto zip = BundleZipReader::open(file);
    if (!zip)
        return tl::unexpected(zip.error());
    while (true) {
        const auto next = zip->next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            return refusedBundle("missingEntry", "an entry is missing", name);
        if (**next == name)
            return BundleEntryStream(std::move(*zip));
    }
}

Result<bool> BundleEntryStream::readMore() {
    const auto read = m_zip.read();
    if (!read)
        return tl::unexpected(read.error());
    m_buffer.erase(0, m_at);
    m_at = 0;
    m_buffer += *read;
    return !read->empty();
}

Result<std::optional<std::string_view>> BundleEntryStream::line(const char* why) {
    std::size_t looked = m_at;
    while (true) {
        if (const auto end = m_buffer.find('\n', looked); end != std::string::npos) {
            const auto line = std::string_view(m_buffer).substr(m_at, end - m_at);
            m_at = end + 1;
            return line;
        }
        const std::size_t waiting = m_buffer.size() - m_at;
        if (waiting > kMostLine)
            return refusedBundle(why, "a line is too long", m_zip.entry().name);
        const auto more = readMore();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more && waiting > 0)
            return refusedBundle(why, "the last line has no end", m_zip.entry().name);
        if (!*more)
            return std::nullopt;
        looked = waiting;
    }
}

Result<std::string_view> BundleEntryStream::bytes(std::size_t count, const char* why) {
    while (m_buffer.size() - m_at < count) {
        const auto more = readMore();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return refusedBundle(why, "an entry ends too early", m_zip.entry().name);
    }
    const auto bytes = std::string_view(m_buffer).substr(m_at, count);
    m_at += count;
    return bytes;
}

Result<bool> BundleEntryStream::isAtEnd() {
    if (m_at < m_buffer.size())
        return false;
    const auto more = readMore();
    if (!more)
        return tl::unexpected(more.error());
    return !*more;
}

} // namespace muniment
