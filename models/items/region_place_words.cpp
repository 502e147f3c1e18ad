// Places whose names other languages write otherwise.
#include "models/items/plain_text.h"
#include "models/items/region_list_model.h"

#include <QCoreApplication>

namespace muniment {

// Here so that they are found by those who translate; the others are the same everywhere.
[[maybe_unused]] static constexpr const char* kTranslated[]{
    QT_TRANSLATE_NOOP("RegionPlaces", "Munich"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Vienna"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Zurich"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Geneva"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Milan"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Rome"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Prague"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Warsaw"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Copenhagen"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Brussels"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Lisbon"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Athens"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Nuremberg"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Cairo"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Singapore"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Tokyo"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Beijing"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Cape Town"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Mexico City"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Hong Kong"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Kyiv"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Europe"),
    QT_TRANSLATE_NOOP("RegionPlaces", "United States"),
    QT_TRANSLATE_NOOP("RegionPlaces", "United Kingdom"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Germany"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Switzerland"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Austria"),
    QT_TRANSLATE_NOOP("RegionPlaces", "France"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Spain"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Italy"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Netherlands"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Sweden"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Poland"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Ireland"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Canada"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Mexico"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Brazil"),
    QT_TRANSLATE_NOOP("RegionPlaces", "South Africa"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Africa"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Asia"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Asia and Pacific"),
    QT_TRANSLATE_NOOP("RegionPlaces", "India"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Japan"),
    QT_TRANSLATE_NOOP("RegionPlaces", "South Korea"),
    QT_TRANSLATE_NOOP("RegionPlaces", "China"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Australia"),
    QT_TRANSLATE_NOOP("RegionPlaces", "New Zealand"),
    QT_TRANSLATE_NOOP("RegionPlaces", "United Arab Emirates"),
    QT_TRANSLATE_NOOP("RegionPlaces", "Israel"),
};

QString placeText(const RegionPlace& place) {
    return place.name.empty() ? plainText(printPlace(place))
                              : plainText(QCoreApplication::translate("RegionPlaces", place.name.c_str()));
}

} // namespace muniment
