// The strip under the menu: which workspace, how each region stands, which moment is shown, and the box that finds
// anything.
#pragma once

#include "models/items/region_list_model.h"

#include <QFrame>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace muniment {

class ElidedLabel;
class RegionChip;

class WorkspaceStrip : public QFrame {
    Q_OBJECT
public:
    explicit WorkspaceStrip(QWidget* parent);
    void setWorkspaceName(const QString& name, const QString& path);
    /// Empty: now.
    void setMoment(const QString& words);
    void setRegions(const std::vector<RegionStatus>& regions, const ClockZone& zone);

    [[nodiscard]] const std::vector<RegionChip*>& chips() const { return m_chips; }

    /// Says which moment is shown, and opens the choice of another.
    [[nodiscard]] QPushButton* timeButton() const { return m_time; }

    [[nodiscard]] QPushButton* nowButton() const { return m_now; }

signals:
    void timeChosen();
    void nowChosen();
    void retryChosen();
    void regionsChosen();
    void findChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void openStory(const RegionChip* chip);
    void retranslate();

    ElidedLabel* m_name;
    QHBoxLayout* m_chipPlace;
    QPushButton* m_time;
    QPushButton* m_now;
    QPushButton* m_find;
    std::vector<RegionChip*> m_chips;
    ClockZone m_zone;
    QString m_moment;
};

} // namespace muniment
