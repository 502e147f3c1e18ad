// A table of values that the keyboard reaches: arrow keys go from value to value, the menu key offers what can be done
// with one, Enter goes where the row leads.
#pragma once

#include "models/items/value_table_model.h"

#include <QTableView>

namespace muniment {

/// The first of several columns is as wide as it needs, within reason; the others share the rest. What does not fit is
/// cut in the middle and whole in the tool tip. Spoken of by the accessible name that its owner gives it.
class ValueTable : public QTableView {
    Q_OBJECT
public:
    enum class Choice { Rows, Cells };

    ValueTable(ValueTableModel* model, Choice choice, QWidget* parent);

    /// nullptr while none is chosen.
    [[nodiscard]] const ShownValue* chosen() const;

    [[nodiscard]] ValueTableModel* values() const { return m_model; }

    /// As high as its rows, so that what follows stands right below.
    void fitHeight();
    /// Shares out the width anew; for after the rows have changed.
    void fitColumns();

signals:
    /// At the chosen value.
    void menuWanted(const QPoint& globalPlace);
    void rowActivated(int row);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void offerMenu();

    ValueTableModel* m_model;
};

} // namespace muniment
