#include "models/workspace/copy_telling.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QSysInfo>

namespace muniment {

namespace {

constexpr std::chrono::hours kEvery{1};

} // namespace

std::string copyHolder(const std::filesystem::path& file) {
    std::error_code unresolved;
    const auto path = std::filesystem::weakly_canonical(file, unresolved);
    QByteArray machine = QSysInfo::machineUniqueId();
    if (machine.isEmpty())
        machine = QSysInfo::machineHostName().toUtf8();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayLiteral("muniment copy holder\n"));
    std::string name = (unresolved ? file : path).string();
    if (name.ends_with(kSiftedSuffix))
        name.resize(name.size() - kSiftedSuffix.size());
    hash.addData(machine + '\n' + QByteArray::fromStdString(name));
    return hash.result().left(16).toHex().toStdString();
}

ToldCopy copyUnder(const ReplicaPolicy& policy, std::string holder, const std::optional<LogKey>& asOf, bool isHeld) {
    return {std::move(holder), QSysInfo::machineHostName().left(63).toStdString(), policyText(policy), asOf, !isHeld};
}

CopyTelling::CopyTelling(RegionName region, std::string holder, ReplicaPolicy policy, const Clock& clock)
    : m_region(std::move(region)),
      m_holder(std::move(holder)),
      m_policy(std::move(policy)),
      m_clock(&clock) {}

Result<void> CopyTelling::operator()(EventStore& store, const std::optional<LogKey>& cursor) {
    const auto now = m_clock->monotonic();
    if (m_holder.empty() || (m_triedAt && now - *m_triedAt < kEvery))
        return {};
    m_triedAt = now; // also where it fails: a server that is slow to write is followed all the same
    const auto told = store.evidence().tellCopy(m_region, copyUnder(m_policy, m_holder, cursor));
    if (told)
        return {};
    switch (told.error().code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Cancelled:
        return tl::unexpected(told.error()); // the connection is gone, or may be
    default:
        return {};
    }
}

} // namespace muniment
