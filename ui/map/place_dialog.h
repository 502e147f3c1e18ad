// Says where a region lies whose name does not.
#pragma once

#include "models/regions/region_places.h"
#include "ui/forms/form_dialog.h"

#include <optional>

namespace muniment {

class PlaceDialog : public FormDialog {
    Q_OBJECT
public:
    /// `said`: what a person has said before.
    PlaceDialog(const RegionName& region, const std::optional<RegionPlace>& said, QWidget* parent);

signals:
    /// Absent: what its name says counts again.
    void chosen(const std::optional<muniment::RegionPlace>& place);

private:
    void take();
};

} // namespace muniment
