// The staged changes: what is collected, what it would do as a whole, and what came of sending it.
#pragma once

#include "models/changes/access_effect.h"
#include "models/changes/impact.h"
#include "models/items/change_set_model.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace muniment {

class ChangeDetails;
class EffectCard;
class EmptyPlace;
class FormDialog;
class KeptSplitter;

class ChangesPage : public PageWidget {
    Q_OBJECT
public:
    ChangesPage(const PageContext& context, QWidget* parent);

    void setZone(const ClockZone& zone) override;
    /// Previews what is queued, and opens the report of it when the regions have answered.
    void reviewQueued();

    [[nodiscard]] bool showsRegions() const override { return false; }

    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] ChangeSetModel* model() const { return m_model; }

    [[nodiscard]] ChangeDetails* details() const { return m_details; }

    [[nodiscard]] ChangeSet& staged() const { return changes(); }

    [[nodiscard]] EffectCard* effect() const { return m_effect; }

    [[nodiscard]] QString summary() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct ImpactRequest {
        std::vector<CommandRequest> requests;
        std::vector<Result<CommandResult>> results;
    };

    /// What is known of a preview beside the regions' answers.
    struct Preview {
        Impact impact;
        AccessEffect effect;
    };

    [[nodiscard]] Ask<ImpactRequest, Preview> askPreview() const;
    void connectActions();
    void retranslate();
    void follow();
    void showChosen();
    void showSummary();
    void updateActions();
    void askNames();
    void askImpact();
    void openSend();
    void openReport();
    void sendFitting(const std::set<Uuid>& ids);
    void askReason(int count, std::function<void(const QString&)> send);
    void removeChosen();
    void sayFinished(int done, int failed, int skipped);

    [[nodiscard]] ChangeSet& changes() const { return context().desk.changes(); }

    ChangeSetModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    QStackedWidget* m_detailsStack;
    ChangeDetails* m_details;
    EmptyPlace* m_noneChosen;
    EffectCard* m_effect;
    KeptSplitter* m_splitter;
    QLabel* m_summary;
    std::vector<std::pair<QPushButton*, ActionId>> m_buttons;
    QPushButton* m_cancel;
    RequestSlot<std::vector<std::pair<TenantId, AggregateKey>>, EntityNames> m_names;
    RequestSlot<ImpactRequest, Preview> m_impactSlot;
    std::optional<Preview> m_preview;
    ClockZone m_zone;
    bool m_isActive = false;
    bool m_wantsReport = false; ///< when the regions have answered
};

} // namespace muniment
