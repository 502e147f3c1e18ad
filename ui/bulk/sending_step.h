// Rows on their way: how far, how fast, how long yet, what was refused and why.
#pragma once

#include "models/items/bulk_job.h"
#include "models/timeline/filter/filter.h"
#include "ui/bulk/bulk_step.h"

class QFrame;
class QLabel;
class QPushButton;

namespace muniment {

class BulkRowsView;
class WorkLine;

class SendingStep : public BulkStep {
    Q_OBJECT
public:
    SendingStep(BulkJob& job, QWidget* parent);

    void enter() override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] QString nextText() const override { return {}; }

    [[nodiscard]] bool isReady() const override { return false; }

    [[nodiscard]] bool complete() override { return false; }

    void retranslate() override;

    /// Asks where the rows that failed are to be saved.
    void chooseFile();

    [[nodiscard]] QString progressText() const;
    /// Why it does not go on, or what else is to be known; empty: nothing.
    [[nodiscard]] QString note() const;

    [[nodiscard]] BulkRowsView* rows() const { return m_rows; }

    [[nodiscard]] QPushButton* pauseButton() const { return m_pause; }

    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

    [[nodiscard]] QPushButton* saveButton() const { return m_save; }

    [[nodiscard]] QPushButton* timelineButton() const { return m_timeline; }

signals:
    void timelineWanted(const muniment::FilterNode& filter);

private:
    void follow();
    void pauseOrResume();
    void tell(const QString& text, const char* state);
    [[nodiscard]] QString wordsOfProgress() const;

    BulkJob& m_job;
    WorkLine* m_work;
    QFrame* m_noteFrame;
    QLabel* m_note;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_save;
    QPushButton* m_timeline;
    BulkRowsView* m_rows;
    QString m_saved; ///< what came of saving the rows that failed
    bool m_isSavedWell = true;
};

} // namespace muniment
