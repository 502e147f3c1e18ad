// Says that an answer takes long, and lets a person do without it.
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

/// Shown while something is awaited for longer than a moment, and after it was cancelled.
class WaitingStrip : public QFrame {
    Q_OBJECT
public:
    explicit WaitingStrip(QWidget* parent);
    /// What is being done, as a sentence.
    void setWords(const QString& words);
    /// An answer is awaited.
    void begin();
    /// It came, or nobody waits for it any more.
    void end();

    [[nodiscard]] bool isWaiting() const { return m_state == State::Waiting; }

    [[nodiscard]] QPushButton* button() const { return m_button; }

signals:
    void cancelled();
    void askedAgain();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Idle, Waiting, Cancelled };

    void tell();

    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_button;
    QTimer m_soon; ///< most answers are there before anybody could read that they are awaited
    QString m_words;
    State m_state = State::Idle;
};

} // namespace muniment
