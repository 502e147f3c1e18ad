#include "ui/map/place_dialog.h"

#include "models/items/plain_text.h"

namespace muniment {

namespace {

const QString kPlace = QStringLiteral("place");

} // namespace

PlaceDialog::PlaceDialog(const RegionName& region, const std::optional<RegionPlace>& said, QWidget* parent)
    : FormDialog(tr("Set Place"),
                 tr("Where %1 stands on the map. It is kept with this workspace; the servers are not told. Empty: what "
                    "its name says.")
                     .arg(isolated(plainText(region.text()))),
                 tr("&Set"), parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    addField({kPlace, tr("&Place"), said ? plainText(printPlace(*said)) : QString(),
              tr("A city, a cloud's region, or degrees north and east: 50.1, 8.7 Head office")});
    connect(this, &FormDialog::submitted, this, &PlaceDialog::take);
}

void PlaceDialog::take() {
    clearErrors();
    const std::string typed = value(kPlace);
    if (typed.empty()) {
        emit chosen(std::nullopt);
        return accept();
    }
    const auto place = parsePlace(typed);
    if (!place)
        return showError(kPlace, place.error().get("why") == "range"
                                     ? tr("Degrees north go from -90 to 90, degrees east from -180 to 180.")
                                     : tr("This is neither a city or region that is known here nor two numbers such "
                                          "as 50.1, 8.7."));
    emit chosen(*place);
    accept();
}

} // namespace muniment
