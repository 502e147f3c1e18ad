#include "models/integrity/json_record.h"

#include <QFile>
#include <QSaveFile>

namespace muniment {

namespace {

constexpr qint64 kMostBytes = 4 * 1024 * 1024;

} // namespace

std::string timeMember(std::string_view name, const std::optional<Instant>& at) {
    return textMember(name, at ? formatInstant(*at) : std::string());
}

std::optional<Instant> timeIn(const JsonMembers& members, const char* name) {
    const auto at = parseInstant(members.value(name));
    return at ? std::optional(*at) : std::nullopt;
}

std::string keyMembers(const std::optional<LogKey>& key) {
    return key ? "," + numberMember("major", key->position.major) + "," + numberMember("minor", key->position.minor) +
                     "," + numberMember("inTxOrder", key->inTxOrder)
               : std::string();
}

std::optional<LogKey> keyIn(const JsonMembers& members) {
    if (members.value("major").empty())
        return std::nullopt;
    return LogKey{{members.number<std::int64_t>("major"), members.number<std::int32_t>("minor")},
                  members.number<std::int64_t>("inTxOrder")};
}

Result<std::optional<std::string>> readRecordFile(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    return file.read(kMostBytes).toStdString();
}

Result<void> writeRecordFile(const std::filesystem::path& path, const std::string& record) {
    const QByteArray bytes = QByteArray::fromStdString(record);
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    return {};
}

} // namespace muniment
