#include "models/integrity/base64.h"

#include <QByteArray>

namespace muniment {

namespace {

QByteArray::Base64Options optionsOf(Base64 form) {
    return form == Base64::Url ? QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                               : QByteArray::Base64Options(QByteArray::Base64Encoding);
}

QByteArray viewOf(std::string_view bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

std::string toBase64(std::string_view bytes, Base64 form) {
    return viewOf(bytes).toBase64(optionsOf(form)).toStdString();
}

std::optional<std::string> fromBase64(std::string_view text, Base64 form) {
    const auto decoded =
        QByteArray::fromBase64Encoding(viewOf(text), optionsOf(form) | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64(optionsOf(form)) != viewOf(text))
        return std::nullopt;
    return (*decoded).toStdString();
}

} // namespace muniment
