// The conditions of a filter, one button each that takes it away.
#pragma once

#include "models/timeline/filter/filter.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace muniment {

class FlowLayout;

/// Click, Enter, Space or Delete on a chip takes its condition away; Left and Right go between them.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(QWidget* parent);
    void setChips(const std::vector<FilterChip>& chips);

    [[nodiscard]] const std::vector<QPushButton*>& buttons() const { return m_buttons; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void removed(std::size_t chip);

protected:
    void changeEvent(QEvent* event) override;

private:
    void name();

    FlowLayout* m_layout;
    std::vector<FilterChip> m_chips;
    std::vector<QPushButton*> m_buttons;
};

} // namespace muniment
