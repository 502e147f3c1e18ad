// Accounts that were marked as compromised, what each gave while it was in the wrong hands, and what takes it back.
#pragma once

#include "models/items/change_set_model.h"
#include "models/items/compromise_queries.h"
#include "models/items/text_rows_model.h"
#include "ui/compromises/compromise_form.h"
#include "ui/compromises/trace_pane.h"
#include "ui/pages/page.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace muniment {

class CompromiseDesk;
class EmptyPlace;
class KeptSplitter;

class CompromisesPage : public PageWidget {
    Q_OBJECT
public:
    /// `proposed`: whom the person means when they want a trace, elsewhere in the window.
    CompromisesPage(const PageContext& context, std::function<CompromiseProposal()> proposed, QWidget* parent);

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool isShown) override;

    [[nodiscard]] QTabWidget* detailTabs() const override { return m_pane->tabs(); }

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] bool isExportable() const override { return m_pane->answer() != nullptr; }

    /// The side of the trace that is shown.
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;

    /// Marks of the workspace have changed.
    void takeSettings();
    [[nodiscard]] std::optional<CompromiseMark> chosen() const;
    /// Takes the mark away from this account, of whichever page.
    void forget(const CompromiseMark& mark);

    [[nodiscard]] TextRowsModel* model() const { return m_model; }

    [[nodiscard]] TracePane* pane() const { return m_pane; }

    /// The trace of the chosen account is shown, and it is the newest.
    [[nodiscard]] bool isTraced() const;

signals:
    /// An account has been marked: its trace is to be seen.
    void wanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectActions();
    void retranslate();
    void fillMarks();
    void openForm();
    /// False: it is not marked.
    bool choose(const TenantId& tenant, const AggregateId& user);
    void showChosen();
    void ask();
    void take(const TraceRequest& request, Result<TraceAnswer> answer);
    void stop();
    void stage();
    void showAllDone();
    void updateActions();
    [[nodiscard]] QString stageObjection() const;
    /// Of the pane or of the list, whichever has the keyboard.
    [[nodiscard]] QTableView* focused() const;

    std::function<CompromiseProposal()> m_proposed;
    CompromiseDesk* m_desk;
    std::vector<CompromiseMark> m_marks;
    EntityNames m_names;
    TextRowsModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    TracePane* m_pane;
    KeptSplitter* m_splitter;
    RequestSlot<std::vector<std::pair<TenantId, AggregateKey>>, EntityNames> m_nameSlot;
    RequestSlot<TraceRequest, TraceAnswer> m_slot;
    std::optional<CompromiseMark> m_asked;                  ///< whom the running trace, or the shown one, is of
    std::optional<TraceRequest> m_request;                  ///< the newest
    std::optional<std::pair<TenantId, AggregateId>> m_wish; ///< to be chosen once the file has its mark
    QTimer m_refreshSoon;
    ClockZone m_zone;
    std::optional<Moment> m_asOf;
    bool m_isActive = false;
    bool m_isStale = false;
};

} // namespace muniment
