// A quiet line above the page: what was done, with the way back at hand; what failed; what is not known yet.
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace muniment {

struct Message {
    enum class Kind { Done, NotKnown, Failed };
    Kind kind = Kind::Done;
    QString text;       ///< plain text
    QString actionText; ///< empty: no action
    std::function<void()> action;
};

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent);
    /// Replaces what is shown. What was done goes by itself after a while; everything else stays until dismissed.
    void say(Message message);
    void dismiss();
    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* actionButton() const { return m_action; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
    std::function<void()> m_do;
    QTimer m_fade;
};

} // namespace muniment
