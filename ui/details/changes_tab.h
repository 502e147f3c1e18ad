// What the event changed, old -> new per field.
#pragma once

#include "ui/details/shown_event.h"

#include <QWidget>

class QLabel;

namespace muniment {

class ValueTable;

class ChangesTab : public QWidget {
    Q_OBJECT
public:
    explicit ChangesTab(QWidget* parent);
    void tell(const ShownEvent& event);

    [[nodiscard]] ValueTable* table() const { return m_changes; }

private:
    void retranslate();
    ValueTable* m_changes;
    QLabel* m_none;
};

} // namespace muniment
