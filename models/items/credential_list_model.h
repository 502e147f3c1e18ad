// What a user proves themselves with: tokens, keys, factors.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class CredentialListModel : public ColumnedListModel<CredentialQuery, CredentialRow> {
    Q_OBJECT
public:
    enum Column { Kind, Name, Fingerprint, Until, Scopes, Since, ColumnCount };

    explicit CredentialListModel(AskCredentials ask, QObject* parent = nullptr);
};

} // namespace muniment
