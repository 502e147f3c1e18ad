#include "models/workspace/workstation_key.h"

#include "models/integrity/key_file.h"

#include <QByteArray>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <cctype>

namespace muniment {

namespace {

/// As KeychainSecrets names endpoints.
constexpr const char* kEntry = "muniment:workstation-key";
constexpr std::size_t kLabelLength = 64;

std::filesystem::path fileOf(const WorkstationKeyPlace& place) {
    if (!place.file.empty())
        return place.file;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return std::filesystem::path(folder.toStdString()) / "workstation.key";
}

tl::unexpected<Error> noPassphrase() {
    return failure(ErrorCode::InvalidInput, "there is neither a keychain nor a passphrase",
                   {{"field", "passphrase"}, {"why", "none"}});
}

/// "LABEL:BASE64", as keep() writes it.
Result<SigningKey> keyOf(const std::string& entry) {
    const auto colon = entry.find(':');
    QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(entry.substr(colon + 1)));
    PrivateBytes secret;
    if (colon == std::string::npos || bytes.size() != std::ssize(secret.fill()))
        return failure(ErrorCode::InvalidInput, "the keychain's entry is no key", {{"field", "keychain"}});
    std::copy(bytes.begin(), bytes.end(), secret.fill().begin());
    bytes.fill('\0');
    return SigningKey::fromPrivateBytes(entry.substr(0, colon), std::move(secret));
}

bool keep(KeychainSecrets& keychain, const SigningKey& key) {
    const auto bytes = key.privateBytes().reveal();
    QByteArray base64 = QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)).toBase64();
    std::string entry = std::string(key.label()) + ":" + base64.toStdString();
    const bool isKept = keychain.keepPassword(kEntry, entry).has_value();
    base64.fill('\0');
    std::ranges::fill(entry, '\0');
    return isKept;
}

} // namespace

std::string workstationLabel() {
    std::string label = QSysInfo::machineHostName().toStdString();
    std::ranges::replace_if(
        label,
        [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '.' && c != '_' && c != '-'; },
        '-');
    label.resize(std::min(label.size(), kLabelLength));
    return label.empty() ? "workstation" : label;
}

Result<std::optional<SigningKey>> findWorkstationKey(const WorkstationKeyPlace& place) {
    if (place.usesKeychain && place.file.empty()) {
        KeychainSecrets keychain;
        if (const auto answer = keychain.lookUp(kEntry); answer.state == KeychainState::Found) {
            auto key = keyOf(answer.password);
            if (!key)
                return tl::unexpected(key.error());
            return std::move(*key);
        }
    }
    const auto file = fileOf(place);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::nullopt;
    const auto passphrase = place.passphrase ? place.passphrase(false) : std::nullopt;
    if (!passphrase)
        return noPassphrase();
    auto key = readKeyFile(file, *passphrase);
    if (!key)
        return tl::unexpected(key.error());
    return std::move(*key);
}

Result<SigningKey> workstationKey(const WorkstationKeyPlace& place) {
    auto found = findWorkstationKey(place);
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        return std::move(**found);
    auto key = SigningKey::generate(workstationLabel());
    if (!key)
        return key;
    if (place.usesKeychain && place.file.empty()) {
        KeychainSecrets keychain;
        if (keep(keychain, *key))
            return key;
    }
    const auto passphrase = place.passphrase ? place.passphrase(true) : std::nullopt;
    if (!passphrase)
        return noPassphrase();
    const auto file = fileOf(place);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (auto written = writeKeyFile(file, *key, *passphrase); !written)
        return tl::unexpected(written.error());
    return key;
}

Result<SigningKey> keyToSignWith(const WorkstationKeyPlace& place, bool mayMakeKey) {
    if (mayMakeKey)
        return workstationKey(place);
    auto found = findWorkstationKey(place);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, "this workstation has no key", {{"what", "key"}});
    return std::move(**found);
}

} // namespace muniment
