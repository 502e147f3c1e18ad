// One record of intake: where it stands, what it says, and what a mapping would make of it.
#pragma once

#include "models/items/clock_zone.h"
#include "models/items/intake_promotion.h"
#include "ui/intake/made_events.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QTabWidget;

namespace muniment {

class TextGrid;
class ValueTable;

class RecordDetails : public QWidget {
    Q_OBJECT
public:
    RecordDetails(Workspace& workspace, QWidget* parent);
    void show(const RegionName& region, const IntakeRecord& record);
    /// The workspace's mappings may have changed.
    void takeMappings();
    void setZone(const ClockZone& zone);
    void retranslate();

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] QComboBox* mappings() const { return m_mappings; }

    /// The mapping that is tried on records; empty: none.
    [[nodiscard]] QString mappingName() const;
    void chooseMapping(const QString& name);

    /// What the chosen mapping makes of the record, as it is shown.
    [[nodiscard]] const MadeEvents* made() const { return m_made; }

private:
    void tell();
    void tryMapping();

    Workspace& m_workspace;
    QLabel* m_title;
    TextGrid* m_facts;
    QTabWidget* m_tabs;
    ValueTable* m_body;
    ValueTable* m_headers;
    QComboBox* m_mappings;
    MadeEvents* m_made;
    RequestSlot<IntakeTrial, RecordOutcome> m_trial;
    RegionName m_region;
    std::optional<IntakeRecord> m_record;
    ClockZone m_zone;
};

} // namespace muniment
