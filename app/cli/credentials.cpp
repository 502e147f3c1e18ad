#include "app/cli/credentials.h"

namespace muniment::cli {

static std::string_view algorithmName(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::Rsa2048 ? "rsa" : "ed25519";
}

Result<CredentialKey> typedCredential(Snapshot& snapshot, const UserRow& user, CredentialKind kind,
                                      const std::string& typed) {
    CredentialQuery query;
    query.tenant = user.tenant;
    query.user = user.id;
    const auto rows = readPages(ListPages<CredentialRow, CredentialQuery>(snapshot, listCredentials, query),
                                std::numeric_limits<std::int64_t>::max());
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<CredentialKey> found;
    for (const auto& row : *rows) {
        if (row.key.kind != kind)
            continue;
        if (row.key.id == typed)
            return row.key;
        if (row.key.id.starts_with(typed) || row.credential.fingerprint.starts_with(typed))
            found.push_back(row.key);
    }
    if (found.size() == 1)
        return found.front();
    const std::map<std::string, std::string> context{{"what", "credential"}, {"id", typed}};
    if (found.empty())
        return failure(ErrorCode::NotFound, {}, context);
    std::string candidates;
    for (const auto& key : found)
        candidates += (candidates.empty() ? "" : ", ") + key.id;
    return tl::unexpected(Error{ErrorCode::Ambiguous, {}, context}.with("candidates", candidates));
}

Option algorithmOption() {
    return {"--algorithm", "A", "ed25519 or rsa (2,048 bits); default ed25519"};
}

Result<GeneratedKey> generateTypedKey(const Invocation& invocation) {
    const auto algorithm =
        oneOf(invocation, "--algorithm", {KeyAlgorithm::Ed25519, KeyAlgorithm::Rsa2048}, algorithmName);
    if (!algorithm)
        return tl::unexpected(algorithm.error());
    return generateMachineKey(algorithm->value_or(KeyAlgorithm::Ed25519));
}

} // namespace muniment::cli
