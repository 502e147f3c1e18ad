// The window of a bulk change: from a table to what became of each of its rows, in four steps.
#pragma once

#include "models/items/bulk_job.h"
#include "models/items/entity_options.h"
#include "models/timeline/filter/filter.h"

#include <QDialog>
#include <QPointer>

#include <vector>

class QPushButton;
class QShortcut;
class QStackedWidget;

namespace muniment {

class BulkStep;
class CheckStep;
class ColumnsStep;
class EndQuestion;
class SendingStep;
class SourceStep;
class StepBar;

/// Beside the main window, which stays usable. Goes when it is closed; while it sends, that asks first.
class BulkDialog : public QDialog {
    Q_OBJECT
public:
    /// `in` is offered as the organization, `kind` meant where a table does not say what it holds.
    BulkDialog(Workspace& workspace, BulkKind kind, const std::optional<EntityOption>& in, QWidget* parent);
    ~BulkDialog() override;

    [[nodiscard]] BulkJob& job() const { return *m_job; }

    [[nodiscard]] SourceStep* source() const { return m_source; }

    [[nodiscard]] ColumnsStep* columns() const { return m_columns; }

    [[nodiscard]] CheckStep* check() const { return m_check; }

    [[nodiscard]] SendingStep* sending() const { return m_sending; }

    [[nodiscard]] BulkStep* step() const;

    [[nodiscard]] QPushButton* nextButton() const { return m_next; }

    [[nodiscard]] QPushButton* backButton() const { return m_back; }

    /// nullptr while it is not asked.
    [[nodiscard]] EndQuestion* endQuestion() const;

public slots:
    /// Esc: stops what runs, asks before sending is cut short, else closes.
    void reject() override;

signals:
    void timelineWanted(const muniment::FilterNode& filter);

protected:
    void changeEvent(QEvent* event) override;

private:
    void goTo(int step);
    void goOn();
    void goBack();
    void updateButtons();
    void askToEnd();
    void retranslate();

    BulkJob* m_job;
    StepBar* m_bar;
    QStackedWidget* m_stack;
    SourceStep* m_source;
    ColumnsStep* m_columns;
    CheckStep* m_check;
    SendingStep* m_sending;
    std::vector<BulkStep*> m_steps;
    QPushButton* m_back;
    QPushButton* m_close;
    QPushButton* m_next;
    QShortcut* m_paste;
    QShortcut* m_open;
    QPointer<EndQuestion> m_question;
};

} // namespace muniment
