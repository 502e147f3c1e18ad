#include "models/integrity/key_file.h"

#include "models/integrity/base64.h"
#include "models/integrity/file_descriptor.h"
#include "models/integrity/key_wrap.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace muniment {

namespace {

constexpr std::size_t kMaxFileBytes = 4096;
constexpr std::string_view kKind = "muniment workstation key ";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kName = "muniment.workstation/";
constexpr mode_t kModeOfOthers = 0077;

struct KeyText {
    VerifierKey verifierKey;
    WrapParameters parameters;
    std::string_view header; ///< all lines above the last: what the cipher authenticates
    std::string wrapped;
};

tl::unexpected<Error> corrupt(const char* why) {
    return failure(ErrorCode::FileCorrupt, std::string("not a key file: ") + why, {{"why", why}});
}

std::string headerOf(const VerifierKey& key, const WrapParameters& parameters) {
    const auto& cost = parameters.cost;
    return std::string(kKind).append(kVersion) + "\nverifier " + printVerifierKey(key) + "\nkdf scrypt " +
           std::to_string(cost.n) + ' ' + std::to_string(cost.r) + ' ' + std::to_string(cost.p) + "\nsalt " +
           toBase64(parameters.salt) + "\ncipher aes-256-gcm\nnonce " + toBase64(parameters.nonce) + '\n';
}

/// Takes lines off a text, each with the word that it begins with.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}

    std::optional<std::string_view> take(std::string_view word) {
        const auto end = m_rest.find('\n');
        auto line = m_rest.substr(0, end);
        if (end == std::string_view::npos || !line.starts_with(word))
            return std::nullopt;
        line.remove_prefix(word.size());
        m_rest.remove_prefix(end + 1);
        return line;
    }

    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

std::optional<ScryptCost> readCost(std::string_view text) {
    ScryptCost cost;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto take = [&](auto& number, char separator) {
        const auto [stop, error] = std::from_chars(at, end, number);
        const bool isThere =
            error == std::errc() && (separator == '\0' ? stop == end : stop != end && *stop == separator);
        at = isThere && separator != '\0' ? stop + 1 : stop;
        return isThere;
    };
    if (!take(cost.n, ' ') || !take(cost.r, ' ') || !take(cost.p, '\0'))
        return std::nullopt;
    return cost;
}

std::optional<std::string> readBytes(const std::optional<std::string_view>& text, std::size_t size) {
    auto bytes = text ? fromBase64(*text) : std::nullopt;
    return bytes && bytes->size() == size ? bytes : std::nullopt;
}

Result<KeyText> parse(std::string_view text) {
    Lines lines(text);
    const auto version = lines.take(kKind);
    if (!version)
        return corrupt("kind");
    if (*version != kVersion)
        return failure(ErrorCode::FileTooNew, "another version of key files",
                       {{"found", std::string(version->substr(0, 20))}, {"known", std::string(kVersion)}});
    const auto verifier = lines.take("verifier ");
    const auto verifierKey = verifier ? parseVerifierKey(*verifier) : corrupt("verifier");
    if (!verifierKey || !verifierKey->name.starts_with(kName))
        return corrupt("verifier");
    const auto costText = lines.take("kdf scrypt ");
    const auto cost = costText ? readCost(*costText) : std::nullopt;
    if (!cost)
        return corrupt("kdf");
    if (!isAffordable(*cost))
        return corrupt("cost");
    auto salt = readBytes(lines.take("salt "), kWrapSaltBytes);
    if (!salt)
        return corrupt("salt");
    if (const auto cipher = lines.take("cipher aes-256-gcm"); !cipher || !cipher->empty())
        return corrupt("cipher");
    auto nonce = readBytes(lines.take("nonce "), kWrapNonceBytes);
    if (!nonce)
        return corrupt("nonce");
    const auto header = text.substr(0, text.size() - lines.rest().size());
    auto wrapped = readBytes(lines.take("key "), kWrappedBytes);
    if (!wrapped || !lines.rest().empty())
        return corrupt("key");
    return KeyText{*verifierKey, {*cost, std::move(*salt), std::move(*nonce)}, header, std::move(*wrapped)};
}

Result<std::string> readAll(const std::filesystem::path& path) {
    // A pipe at the path must not make the reader wait.
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return errno == EACCES ? failure(ErrorCode::PermissionDenied, "may not be read", {{"why", "unreadable"}})
                               : fileFailure(path, errno);

    struct stat facts {};

    if (::fstat(file.get(), &facts) != 0)
        return fileFailure(path, errno);
    if (!S_ISREG(facts.st_mode))
        return corrupt("kind");
    if ((facts.st_mode & kModeOfOthers) != 0)
        return failure(ErrorCode::PermissionDenied, "others may read it", {{"why", "readableByOthers"}});
    std::string text(kMaxFileBytes + 1, '\0');
    const ssize_t size = ::read(file.get(), text.data(), text.size());
    if (size < 0)
        return fileFailure(path, errno);
    if (static_cast<std::size_t>(size) > kMaxFileBytes)
        return corrupt("size");
    text.resize(static_cast<std::size_t>(size));
    return text;
}

Result<SigningKey> keyIn(std::string_view text, std::string_view passphrase) {
    auto read = parse(text);
    if (!read)
        return tl::unexpected(std::move(read.error()));
    auto bytes = unwrap(read->wrapped, passphrase, read->parameters, read->header);
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    auto key = SigningKey::fromPrivateBytes(read->verifierKey.name.substr(kName.size()), std::move(*bytes));
    if (!key || key->verifierKey() != read->verifierKey)
        return corrupt("verifier");
    return key;
}

} // namespace

Result<void> writeKeyFile(const std::filesystem::path& path, const SigningKey& key, std::string_view passphrase,
                          ScryptCost cost) {
    if (passphrase.empty())
        return failure(ErrorCode::InvalidInput, "an empty passphrase", {{"field", "passphrase"}});
    if (!isAffordable(cost))
        return failure(ErrorCode::InvalidInput, "scrypt's cost", {{"field", "cost"}});
    const auto parameters = makeWrapParameters(cost);
    if (!parameters)
        return tl::unexpected(parameters.error());
    const auto header = headerOf(key.verifierKey(), *parameters);
    const auto wrapped = wrap(key.privateBytes(), passphrase, *parameters, header);
    if (!wrapped)
        return tl::unexpected(wrapped.error());

    const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return fileFailure(path, errno);
    auto written = writeAll(file, header + "key " + toBase64(*wrapped) + '\n', path);
    if (written && ::fsync(file.get()) != 0)
        written = fileFailure(path, errno);
    if (!written) {
        ::unlink(path.c_str()); // ours: it was not there before
        return written;
    }
    syncFolderOf(path);
    return {};
}

Result<SigningKey> readKeyFile(const std::filesystem::path& path, std::string_view passphrase) {
    const auto text = readAll(path);
    auto key = text ? keyIn(*text, passphrase) : tl::unexpected(text.error());
    if (!key)
        return tl::unexpected(key.error().with("file", path.string()));
    return key;
}

} // namespace muniment
