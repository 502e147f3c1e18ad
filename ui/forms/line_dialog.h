// A question that one line answers: the line, a word about it as it is typed, the verb.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace muniment {

/// Goes when it is closed. Enter and the verb do the same.
class LineDialog : public QDialog {
    Q_OBJECT
public:
    [[nodiscard]] QLineEdit* line() const { return m_line; }

    /// What stands below the line now.
    [[nodiscard]] QString toldText() const;

protected:
    /// `label` and `verb` with mnemonic; `toldLines` is the room for what is told of the line.
    LineDialog(const QString& title, const QString& label, const QString& verb, int toldLines, QWidget* parent);

    void tell(const QString& text, bool isWrong = false);
    void setAnswerable(bool isAnswerable);
    /// Between what is told and the buttons.
    void addBelow(QWidget* widget);

    /// The line has changed; also to be called once by the constructor of the dialog itself.
    virtual void read() = 0;
    /// The verb; only called while the line is answerable.
    virtual void choose() = 0;

private:
    QLineEdit* m_line;
    QLabel* m_told;
    QPushButton* m_verb;
    QVBoxLayout* m_below;
};

} // namespace muniment
