// Asks which field of the payload should have a column.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace muniment {

/// Completes the catalogue's fields; any other path may be typed. Deletes itself when closed.
class AddColumnDialog : public QDialog {
    Q_OBJECT
public:
    explicit AddColumnDialog(QWidget* parent);

    [[nodiscard]] QLineEdit* line() const { return m_line; }

signals:
    void pathChosen(const QString& path);

private:
    void choose();

    QLineEdit* m_line;
    QPushButton* m_add;
};

} // namespace muniment
