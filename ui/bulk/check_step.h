// What each row would do, before anything is sent.
#pragma once

#include "models/items/bulk_job.h"
#include "ui/bulk/bulk_step.h"

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace muniment {

class BulkRowsView;
class WorkLine;

class CheckStep : public BulkStep {
    Q_OBJECT
public:
    CheckStep(BulkJob& job, QWidget* parent);

    void enter() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString nextText() const override;
    [[nodiscard]] bool isReady() const override;
    /// Sends.
    [[nodiscard]] bool complete() override;
    [[nodiscard]] bool isBusy() const override;
    void stop() override;
    void retranslate() override;

    /// The counts, or why there are none.
    [[nodiscard]] QString told() const;

    [[nodiscard]] BulkRowsView* rows() const { return m_rows; }

    [[nodiscard]] QLineEdit* reason() const { return m_reason; }

    [[nodiscard]] QString errorText() const;

private:
    void follow();
    void showProgress();
    void showCounts();
    void clearError();

    BulkJob& m_job;
    WorkLine* m_work;
    QLabel* m_told;
    QStackedWidget* m_stack;
    BulkRowsView* m_rows;
    QLabel* m_reasonLabel;
    QLineEdit* m_reason;
    QLabel* m_reasonError;
};

} // namespace muniment
