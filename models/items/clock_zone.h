// By whose clocks times are read: those of UTC, of this machine, of each tenant, or of any one place.
#pragma once

#include "models/base/instant.h"
#include "models/replica/tenant_zones.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <map>
#include <memory>
#include <string>

namespace muniment {

/// A value that may be copied to any thread. Two are equal when they show every time alike, under the same names. A
/// zone that this machine does not know shows UTC and says so: see isKnown().
class ClockZone {
public:
    enum class Kind { Utc, Local, PerTenant, Named };

    /// UTC.
    ClockZone() = default;

    /// The zone this machine is set to at the moment of asking.
    [[nodiscard]] static ClockZone local();
    /// An IANA id ("Asia/Kolkata"), known here or not; "UTC" and nothing are UTC.
    [[nodiscard]] static ClockZone named(const std::string& id);
    /// Each tenant's own; UTC for tenants without one, and for whatever concerns no tenant or several.
    [[nodiscard]] static ClockZone perTenant(const TenantZones& zones = {});
    /// What settingText() gave; UTC for what nobody gave.
    [[nodiscard]] static ClockZone ofSetting(const QString& text);

    [[nodiscard]] Kind kind() const { return m_kind; }

    /// Of Local and Named; empty of the others.
    [[nodiscard]] const std::string& id() const { return m_id; }

    /// False where this machine has no rules for the zone.
    [[nodiscard]] bool isKnown() const { return m_id.empty() ? m_kind != Kind::Local : m_zone.isValid(); }

    /// The one zone of a tenant's times: itself unless each tenant has its own.
    [[nodiscard]] ClockZone of(const TenantId& tenant) const;
    /// The same for a list over several tenants, where zones stand among each other and each time has to name its own.
    [[nodiscard]] ClockZone ofListed(const TenantId& tenant) const;

    /// The one zone of what concerns several tenants.
    [[nodiscard]] ClockZone ofMany() const { return m_kind == Kind::PerTenant ? ClockZone() : *this; }

    /// It came from ofListed() of zones that differ from tenant to tenant.
    [[nodiscard]] bool isAmongOthers() const { return m_isAmongOthers; }

    /// What the zone's clocks show at `t`, to the millisecond and never later than `t`.
    [[nodiscard]] QDateTime clock(Instant t) const;
    /// Microseconds that they run ahead of UTC then.
    [[nodiscard]] std::int64_t offsetAt(Instant t) const;
    /// They show what they show at `t` at one other instant as well: they are, or have just been, put back.
    [[nodiscard]] bool isDoubledAt(Instant t) const;

    /// For settings; the zones of tenants are not part of it.
    [[nodiscard]] QString settingText() const;

    bool operator==(const ClockZone& other) const;

private:
    using OfTenants = std::map<TenantId, ClockZone>;

    Kind m_kind = Kind::Utc;
    std::string m_id;
    QTimeZone m_zone; ///< invalid: UTC
    bool m_isAmongOthers = false;
    std::shared_ptr<const OfTenants> m_ofTenants; ///< set when PerTenant
};

} // namespace muniment
