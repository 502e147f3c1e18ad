// Asks for the name of a view, and says when it is taken.
#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muniment {

class ViewNameDialog : public QDialog {
    Q_OBJECT
public:
    /// `words` say what the view shows; `taken` are the names there are: saving under one replaces that view.
    ViewNameDialog(const QString& words, const QString& name, const QStringList& taken, QWidget* parent);

    [[nodiscard]] QLineEdit* line() const { return m_line; }

signals:
    void nameChosen(const QString& name);

private:
    void read();
    void choose();

    QStringList m_taken;
    QLineEdit* m_line;
    QLabel* m_told;
    QPushButton* m_save;
};

} // namespace muniment
