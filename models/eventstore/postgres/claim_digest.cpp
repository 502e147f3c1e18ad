#include "models/eventstore/postgres/claim_digest.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace muniment::postgres {

std::string claimDigest(const std::string& value, const std::string& key) {
    return QMessageAuthenticationCode::hash(QByteArray::fromStdString(value), QByteArray::fromStdString(key),
                                            QCryptographicHash::Sha256)
        .toStdString();
}

} // namespace muniment::postgres
