#include "models/items/zone_choices.h"

#include "models/items/formats.h"

#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

/// Ascending; offsets that Qt offers as zones ("UTC+03:00") are left out, as they know no summer.
const QStringList& knownIds() {
    static const QStringList ids = [] {
        QStringList known;
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
            if (!id.startsWith("UTC"))
                known << QString::fromLatin1(id);
        known << QStringLiteral("UTC");
        std::ranges::sort(known);
        return known;
    }();
    return ids;
}

QString cityOf(const QString& id) {
    return id.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

std::vector<std::string> findZones(const QString& text, int most) {
    const QString wanted = text.simplified();
    const QStringList words = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::string> byCity;
    std::vector<std::string> others;
    for (const QString& id : knownIds()) {
        const bool fits =
            std::ranges::all_of(words, [&](const QString& word) { return id.contains(word, Qt::CaseInsensitive); });
        if (!fits)
            continue;
        const bool isCity = cityOf(id).startsWith(wanted, Qt::CaseInsensitive);
        (isCity ? byCity : others).push_back(id.toStdString());
    }
    byCity.insert(byCity.end(), others.begin(), others.end());
    if (byCity.size() > static_cast<std::size_t>(most))
        byCity.resize(static_cast<std::size_t>(most));
    return byCity;
}

std::optional<std::string> zoneIdOf(const QString& text) {
    const QString wanted = text.trimmed();
    for (const QString& id : knownIds())
        if (id.compare(wanted, Qt::CaseInsensitive) == 0)
            return id.toStdString();
    // Names that were replaced ("Europe/Kiev") are not offered, but known.
    const auto zone = ClockZone::named(wanted.toStdString());
    return zone.kind() == ClockZone::Kind::Named && zone.isKnown() ? std::optional(zone.id()) : std::nullopt;
}

QString zoneChoiceWords(const std::string& id, Instant now) {
    const QString name = QString::fromStdString(id);
    return QStringLiteral("%1 · %2 · %3").arg(cityOf(name), name, offsetText(ClockZone::named(id).offsetAt(now)));
}

} // namespace muniment
