// A workspace file with something in it, and how it is met at the door.
#pragma once

#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace muniment::test {

inline const RegionName kFilledRegion("eu-west-1");

[[nodiscard]] inline std::unique_ptr<ReplicaFixture> filledFile(int events) {
    auto fixture = std::make_unique<ReplicaFixture>();
    const auto replica = fixture->create();
    applyAll(*replica, kFilledRegion, sampleEvents({}, events), 1'000);
    return fixture;
}

[[nodiscard]] inline QByteArray contentsOf(const std::filesystem::path& file) {
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("(none)");
}

/// "opened", or the name of the error's code.
[[nodiscard]] inline QString answerOf(const std::filesystem::path& file,
                                      ReplicaAccess access = ReplicaAccess::ReadWrite) {
    const auto opened = Replica::open(file, access);
    return opened ? QStringLiteral("opened") : QString::fromStdString(std::string(errorCodeName(opened.error().code)));
}

} // namespace muniment::test
