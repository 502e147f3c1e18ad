// A quiet line above the page: what was done, with the way back at hand; what failed; what is not known yet.
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace muniment {

struct Message {
    enum class Kind {
        Done,
        Finished, ///< of a long work, perhaps long after it was begun: it waits for whoever comes back
        NotKnown,
        Failed
    };
    Kind kind = Kind::Done;
    QString text;       ///< plain text
    QString actionText; ///< empty: no action
    std::function<void()> action;
    QString otherText = {}; ///< a second action, beside the first
    std::function<void()> other = {};
};

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent);
    /// Replaces what is shown. What was done goes by itself after a while; everything else stays until dismissed.
    void say(Message message);
    void dismiss();
    /// The person has gone on to something else: what was done goes, the rest stays.
    void dismissDone();
    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* actionButton() const { return m_action; }

    [[nodiscard]] QPushButton* otherButton() const { return m_other; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void carryOut(const std::function<void()>& action);

    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_other;
    QPushButton* m_close;
    Message m_message;
    QTimer m_fade;
};

} // namespace muniment
