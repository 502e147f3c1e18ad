#include "models/items/credential_list_model.h"

#include "models/items/access_words.h"

#include <QStringList>

namespace muniment {

namespace {

using Row = CredentialRow;

std::string nameOf(const Row& row) {
    return std::string(credentialKindName(row.key.kind)) + "/" + row.key.id;
}

QString scopesOf(const Row& row) {
    QStringList scopes;
    for (const auto& scope : row.credential.scopes)
        scopes << plainText(scope);
    return scopes.join(QLatin1Char(' '));
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return CredentialListModel::tr("Kind"); },
                        [](const Row& row) { return credentialKindText(row.key.kind); }),
        textColumn<Row>([] { return CredentialListModel::tr("Name"); },
                        [](const Row& row) { return plainText(row.credential.name); }),
        idColumn<Row>([] { return CredentialListModel::tr("Fingerprint"); },
                      [](const Row& row) { return row.credential.fingerprint; }),
        timeColumn<Row>([] { return CredentialListModel::tr("Until (%1)"); },
                        [](const Row& row) { return row.credential.expiration; },
                        [](const Row&) { return TenantId(); }),
        textColumn<Row>([] { return CredentialListModel::tr("Scopes"); }, [](const Row& row) { return scopesOf(row); }),
        timeColumn<Row>([] { return CredentialListModel::tr("Since (%1)"); },
                        [](const Row& row) { return std::optional(row.since); },
                        [](const Row&) { return TenantId(); })};
}

} // namespace

CredentialListModel::CredentialListModel(AskCredentials ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
