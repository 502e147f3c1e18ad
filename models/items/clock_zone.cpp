#include "models/items/clock_zone.h"

#include <algorithm>

namespace muniment {

namespace {

const QString kUtcSetting = QStringLiteral("utc");
const QString kLocalSetting = QStringLiteral("local");
const QString kPerTenantSetting = QStringLiteral("tenant");

constexpr std::size_t kLongestId = 64;
/// Longer than any zone's clocks have been put back since 1970.
constexpr std::int64_t kLongestPutBack = 3 * 3600 * kMicrosPerSecond;

/// Only then it may become part of a file's name: ids come from files, too. One without an area ("Berlin") would be
/// taken for a POSIX rule, by which any word is a zone.
bool isIdOfZone(const std::string& id) {
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
               c == '-' || c == '/';
    };
    return !id.empty() && id.size() <= kLongestId && id.front() != '/' && id.back() != '/' &&
           id.find('/') != std::string::npos && std::ranges::all_of(id, isAllowed);
}

} // namespace

ClockZone ClockZone::local() {
    ClockZone zone;
    zone.m_kind = Kind::Local;
    zone.m_zone = QTimeZone::systemTimeZone();
    zone.m_id = zone.m_zone.id().toStdString();
    return zone;
}

ClockZone ClockZone::named(const std::string& id) {
    ClockZone zone;
    if (id.empty() || id == "UTC")
        return zone;
    zone.m_kind = Kind::Named;
    zone.m_id = id;
    if (isIdOfZone(id))
        zone.m_zone = QTimeZone(QByteArray::fromStdString(id));
    return zone;
}

ClockZone ClockZone::perTenant(const TenantZones& zones) {
    auto ofTenants = std::make_shared<OfTenants>();
    for (const auto& [tenant, id] : zones)
        ofTenants->emplace(tenant, named(id));
    ClockZone zone;
    zone.m_kind = Kind::PerTenant;
    zone.m_ofTenants = std::move(ofTenants);
    return zone;
}

ClockZone ClockZone::ofSetting(const QString& text) {
    if (text == kUtcSetting)
        return {};
    if (text == kLocalSetting)
        return local();
    return text == kPerTenantSetting ? perTenant() : named(text.toStdString());
}

ClockZone ClockZone::of(const TenantId& tenant) const {
    if (m_kind != Kind::PerTenant)
        return *this;
    const auto own = m_ofTenants->find(tenant);
    return own == m_ofTenants->end() ? ClockZone() : own->second;
}

ClockZone ClockZone::ofListed(const TenantId& tenant) const {
    ClockZone zone = of(tenant);
    zone.m_isAmongOthers = m_kind == Kind::PerTenant;
    return zone;
}

QDateTime ClockZone::clock(Instant t) const {
    std::int64_t millis = t.micros / 1000;
    if (t.micros % 1000 < 0)
        --millis; // floor, so that times before 1970 do not round up
    return m_zone.isValid() ? QDateTime::fromMSecsSinceEpoch(millis, m_zone)
                            : QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
}

std::int64_t ClockZone::offsetAt(Instant t) const {
    return m_zone.isValid() ? clock(t).offsetFromUtc() * kMicrosPerSecond : 0;
}

bool ClockZone::isDoubledAt(Instant t) const {
    if (!m_zone.isValid())
        return false;
    const std::int64_t offset = offsetAt(t);
    // The other instant with this reading lies as far away as the offsets differ, where that other offset holds.
    const std::int64_t sinceBefore = offsetAt(t + -kLongestPutBack) - offset;
    if (sinceBefore > 0 && offsetAt(t + -sinceBefore) == offset + sinceBefore)
        return true;
    const std::int64_t untilAfter = offset - offsetAt(t + kLongestPutBack);
    return untilAfter > 0 && offsetAt(t + untilAfter) == offset - untilAfter;
}

QString ClockZone::settingText() const {
    switch (m_kind) {
    case Kind::Utc:
        return kUtcSetting;
    case Kind::Local:
        return kLocalSetting;
    case Kind::PerTenant:
        return kPerTenantSetting;
    case Kind::Named:
        break;
    }
    return QString::fromStdString(m_id);
}

bool ClockZone::operator==(const ClockZone& other) const {
    if (m_kind != other.m_kind || m_id != other.m_id || m_isAmongOthers != other.m_isAmongOthers)
        return false;
    return m_ofTenants == other.m_ofTenants || (m_ofTenants && other.m_ofTenants && *m_ofTenants == *other.m_ofTenants);
}

} // namespace muniment
