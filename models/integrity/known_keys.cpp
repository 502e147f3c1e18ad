#include "models/integrity/known_keys.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace muniment {

namespace {

constexpr qint64 kMostBytes = 1024 * 1024;
constexpr char kOwn[] = "own ";

tl::unexpected<Error> fileError(const std::filesystem::path& path, const QString& words) {
    return failure(ErrorCode::FileError, words.toStdString(), {{"file", path.string()}});
}

std::filesystem::path beside(const std::filesystem::path& workspace, const char* ending) {
    return std::filesystem::path(workspace).concat(ending);
}

} // namespace

Result<KnownKeys> readKnownKeys(const std::filesystem::path& path) {
    KnownKeys keys;
    QFile file(QString::fromStdString(path.string()));
    if (!file.exists())
        return keys;
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    const QByteArray bytes = file.read(kMostBytes);
    int number = 0;
    for (const QByteArray& line : bytes.split('\n')) {
        ++number;
        QByteArray text = line.trimmed();
        if (text.isEmpty() || text.startsWith('#'))
            continue;
        const bool isOwn = text.startsWith(kOwn);
        if (isOwn)
            text.remove(0, std::ssize(kOwn) - 1);
        auto key = parseVerifierKey(text.toStdString());
        if (!key)
            return failure(
                ErrorCode::FileCorrupt, "a line is no key of a witness",
                {{"file", path.string()}, {"line", std::to_string(number)}, {"why", key.error().get("why")}});
        if (isOwn)
            keys.own.push_back(*key);
        keys.all.push_back(std::move(*key));
    }
    return keys;
}

Result<void> addKnownKey(const std::filesystem::path& path, const VerifierKey& key, KeyOwner owner) {
    const auto known = readKnownKeys(path);
    if (!known)
        return tl::unexpected(known.error());
    const auto& among = owner == KeyOwner::Own ? known->own : known->all;
    if (std::ranges::find(among, key) != among.end())
        return {};
    QFile old(QString::fromStdString(path.string()));
    QByteArray bytes;
    if (old.exists()) {
        if (!old.open(QIODevice::ReadOnly))
            return fileError(path, old.errorString());
        bytes = old.readAll();
        if (!bytes.isEmpty() && !bytes.endsWith('\n'))
            bytes += '\n';
    }
    QSaveFile file(QString::fromStdString(path.string()));
    bytes += (owner == KeyOwner::Own ? QByteArray(kOwn) : QByteArray()) +
             QByteArray::fromStdString(printVerifierKey(key)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fileError(path, file.errorString());
    return {};
}

std::filesystem::path knownKeysPath(const std::filesystem::path& workspace) {
    return beside(workspace, ".witnesses");
}

std::filesystem::path keptCheckpointsPath(const std::filesystem::path& workspace) {
    return beside(workspace, ".checkpoints");
}

} // namespace muniment
