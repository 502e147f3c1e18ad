// A quiet line over what is shown of regions that do not answer: as of when it is. Gone while all of them answer.
#pragma once

#include "models/items/region_outage.h"

#include <QFrame>

class QLabel;

namespace muniment {

class StaleLine : public QFrame {
    Q_OBJECT
public:
    explicit StaleLine(QWidget* parent);

    /// Regions that something below the line is of; empty: it is all as fresh as can be.
    void show(const std::vector<RegionOutage>& outages, const ClockZone& zone);

    /// Empty while it is not shown.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();

    QLabel* m_icon;
    QLabel* m_text;
    std::vector<RegionOutage> m_outages;
    ClockZone m_zone;
};

} // namespace muniment
