#include "ui/integrity/trail_signs.h"

namespace muniment {

QIcon standingIcon(TrailStanding standing) {
    switch (standing) {
    case TrailStanding::Findings:
        return icon(QStringLiteral("security-low"));
    case TrailStanding::NeverVerified:
    case TrailStanding::NotSealed:
    case TrailStanding::Excerpt:
        return icon(QStringLiteral("security-medium"));
    case TrailStanding::Sealed:
        break;
    }
    return icon(QStringLiteral("security-high"));
}

Tone standingTone(TrailStanding standing) {
    switch (standing) {
    case TrailStanding::Findings:
        return Tone::Bad;
    case TrailStanding::NeverVerified:
        return Tone::Warning;
    case TrailStanding::NotSealed:
    case TrailStanding::Excerpt:
        return Tone::Normal;
    case TrailStanding::Sealed:
        break;
    }
    return Tone::Good;
}

} // namespace muniment
