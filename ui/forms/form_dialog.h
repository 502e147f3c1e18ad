// A form in one column: labels above, hints and errors at the field, the verb on the button.
#pragma once

#include "models/base/result.h"

#include <QDialog>
#include <QString>

#include <functional>
#include <map>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace muniment {

class EntityPicker;

struct FormField {
    QString key;
    QString label; ///< with mnemonic
    QString value;
    QString hint;                                          ///< placeholder
    std::vector<std::pair<QString, QString>> choices = {}; ///< value, words; not empty: a list to choose from
    bool isTypable = false;                                ///< a value that is not among the choices can be typed
};

class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& title, const QString& intro, const QString& verb, QWidget* parent);

    void addField(const FormField& field);
    /// A field of the caller's own making; its errors are shown under it.
    void addWidgetField(const QString& key, const QString& label, QWidget* widget);
    [[nodiscard]] std::string value(const QString& key) const;
    /// Other choices than before in a field that has some; what is chosen or typed stays.
    void setChoices(const QString& key, const std::vector<std::pair<QString, QString>>& choices);
    void setFieldVisible(const QString& key, bool isVisible);
    void setFieldLabel(const QString& key, const QString& label);
    /// Under the field, or under the form when there is no such field (or it is hidden).
    void showError(const QString& key, const QString& text);
    void clearErrors();
    /// Something to know of the field's value, which is allowed all the same; empty: nothing.
    void setMark(const QString& key, const QString& text);
    [[nodiscard]] QString markText(const QString& key) const;
    /// While an answer is awaited nothing can be changed; closing stays possible.
    void setWaiting(bool isWaiting);

    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    /// The answer is late: what is not known and what is being done, until setWaiting(false).
    void showNotKnown(const QString& sentence);
    /// Under the form, until it is empty: something to know before the verb.
    void setNote(const QString& text);
    void setVerb(const QString& verb);
    /// A second button, beside the verb: put it among the staged changes.
    void offerStaging();
    /// What was to be sent cannot reach its region: a second button keeps it for later, until the form is edited or
    /// sent. `sentence` is said beside it; empty: the error says why.
    void offerQueueing(const QString& sentence, std::function<void()> queue);

    [[nodiscard]] bool isQueueingOffered() const { return m_queueUp != nullptr; }

    /// Words of a failure at the field it is about.
    void showFailure(const Error& error);
    [[nodiscard]] QWidget* editor(const QString& key) const;

    [[nodiscard]] QPushButton* submitButton() const { return m_submit; }

    /// nullptr where it is not offered.
    [[nodiscard]] QPushButton* stageButton() const { return m_stage; }

    /// nullptr until it was offered once.
    [[nodiscard]] QPushButton* queueButton() const { return m_queue; }

    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString noteText() const;

signals:
    void submitted();
    void stagingChosen();
    void edited(const QString& key);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        QLabel* label = nullptr;
        QWidget* editor = nullptr;
        QLabel* error = nullptr;
        QLabel* mark = nullptr;
        bool isVisible = true;
    };

    void addRow(const QString& key, const QString& label, QWidget* editor);
    /// What it cannot ask is said at its field, with a button that asks again.
    void connectPicker(const QString& key, EntityPicker* picker);
    void withdrawQueueing();
    /// An error takes a line or two: nothing of the form gives way to it.
    void growToFit();

    QVBoxLayout* m_fields;
    QLabel* m_error;
    QLabel* m_note;
    QPushButton* m_submit;
    QPushButton* m_stage = nullptr;
    QPushButton* m_queue = nullptr;
    std::function<void()> m_queueUp; ///< while it is offered
    QString m_noteBefore;            ///< what the offer's sentence has taken the place of
    QString m_away;                  ///< the offer's sentence
    QPushButton* m_cancel;
    QHBoxLayout* m_buttons;
    QString m_verb;
    bool m_isWaiting = false;
    std::map<QString, Row> m_rows;
    std::vector<QString> m_order; ///< keys, from above
};

} // namespace muniment
