// Whether a text gives a secret away.
#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <span>
#include <string>

namespace muniment::test {

/// True when eight neighbouring bytes of the secret stand in `text`, as they are, in hexadecimal, or in base64 of
/// either alphabet at any alignment.
inline bool givesAway(const std::string& text, std::span<const std::uint8_t> secret) {
    constexpr qsizetype kWindow = 8;
    const auto whole = QByteArray::fromStdString(text);
    QList<QByteArray> forms{whole};
    static const QRegularExpression hex(QStringLiteral("[0-9a-fA-F]{16,}"));
    static const QRegularExpression base64(QStringLiteral("[A-Za-z0-9+/_-]{11,}"));
    const auto words = QString::fromLatin1(whole);
    for (auto found = hex.globalMatch(words); found.hasNext();) {
        const auto digits = found.next().captured().toLatin1();
        forms << QByteArray::fromHex(digits) << QByteArray::fromHex(digits.mid(1));
    }
    for (auto found = base64.globalMatch(words); found.hasNext();) {
        auto digits = found.next().captured().toLatin1();
        digits.replace('-', '+').replace('_', '/');
        for (int skipped = 0; skipped < 4; ++skipped)
            forms << QByteArray::fromBase64(digits.mid(skipped));
    }
    const QByteArray bytes(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
    for (qsizetype at = 0; at + kWindow <= bytes.size(); ++at)
        for (const auto& form : forms)
            if (form.contains(bytes.mid(at, kWindow)))
                return true;
    return false;
}

} // namespace muniment::test
