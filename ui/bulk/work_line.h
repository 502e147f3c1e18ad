// How far a work is: in words and as a bar, with a way to stop it.
#pragma once

#include <QWidget>

#include <cstdint>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

class WorkLine : public QWidget {
    Q_OBJECT
public:
    explicit WorkLine(QWidget* parent);

    /// `name` is the bar's for those who do not see it; an empty `stop` hides the button.
    void setWords(const QString& name, const QString& stop);
    /// `all` 0: nobody knows how long it is.
    void setProgress(const QString& text, std::int64_t done, std::int64_t all);

    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }

signals:
    void stopChosen();

private:
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_stop;
};

} // namespace muniment
