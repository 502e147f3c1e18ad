// Ctrl+G: one line for a time, a row or an ordinal.
#pragma once

#include "models/items/go_to.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muniment {

class GoToDialog : public QDialog {
    Q_OBJECT
public:
    explicit GoToDialog(QWidget* parent);

    [[nodiscard]] QLineEdit* line() const { return m_line; }

    [[nodiscard]] QString errorText() const;

signals:
    void targetChosen(const muniment::GoToTarget& target);

private:
    void read();
    void choose();

    QLineEdit* m_line;
    QLabel* m_told;
    QPushButton* m_go;
};

} // namespace muniment
