// The line above the status line while an export runs: what, how far, how fast, how long yet, and the way out.
#pragma once

#include "models/items/export_job.h"

#include <QFrame>

#include <chrono>
#include <optional>

class QProgressBar;
class QPushButton;

namespace muniment {

class ElidedLabel;

class ExportStrip : public QFrame {
    Q_OBJECT
public:
    explicit ExportStrip(QWidget* parent);

    void begin(const QString& file);
    void setProgress(const ExportJob::Progress& progress);
    /// Of work that is not counted in rows: 0 … 1.
    void setShare(double share, std::optional<std::chrono::seconds> timeLeft);
    /// Cancelling was asked for.
    void setEnding();
    void end();

    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

signals:
    void cancelChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ElidedLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QString m_file;
};

} // namespace muniment
