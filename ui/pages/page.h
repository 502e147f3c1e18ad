// What the window knows of a page. A page connects the actions it carries out by itself.
#pragma once

#include "models/items/copy_as.h"
#include "models/items/entity_activity.h"
#include "models/items/formats.h"
#include "models/items/region_outage.h"
#include "models/replica/moment.h"
#include "models/timeline/filter/filter.h"
#include "ui/access/access_wish.h"
#include "ui/actions/action_registry.h"
#include "ui/export/export_offer.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/undo_desk.h"

#include <QWidget>

#include <memory>
#include <optional>

class QTabWidget;
class QTableView;

namespace muniment {

class KeptReading;
class LiveAccess;
class TimeMachine;

/// What pages share; outlives them.
struct PageContext {
    Workspace& workspace;
    ActionRegistry& actions;
    CommandDesk& desk;
    UndoDesk& undo;
    TimeMachine& time;
    std::shared_ptr<LiveAccess> access; ///< one graph for every question about access
    std::shared_ptr<KeptReading> kept;  ///< checkpoints that are kept beside the workspace
};

class PageWidget : public QWidget {
    Q_OBJECT
public:
    PageWidget(const PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {}

    virtual void setZone(const ClockZone& zone) = 0;
    /// Events have been applied; `batch` says what they touched.
    virtual void takeBatch(const AppliedBatch& batch) = 0;
    virtual void reload() = 0;

    /// Everything on it as it was at that moment; absent: now. In the past no batch is taken.
    virtual void setAsOf(const std::optional<Moment>&) {}

    /// What it shows has no past: it stands as it is now, whatever moment the others show.
    [[nodiscard]] virtual bool isOfNowOnly() const { return true; }

    /// Whether it shows something of the regions' logs; false: how fresh these are is nothing to it, or it says so
    /// itself.
    [[nodiscard]] virtual bool showsRegions() const { return true; }

    /// The one region that everything on it is of; absent: of any. Told with shownTextChanged() where that changes.
    [[nodiscard]] virtual std::optional<RegionName> onlyRegion() const { return std::nullopt; }

    /// The regions that do not answer, for what is shown of a single thing.
    virtual void setOutages(const std::vector<RegionOutage>&) {}

    /// Whether the page is the one shown: only then it answers for the actions on "the chosen" thing.
    virtual void setActive(bool isActive) = 0;
    virtual void focusList() = 0;
    /// The page's main table, with its TableColumns; nullptr when it has none.
    [[nodiscard]] virtual QTableView* list() const = 0;

    virtual void focusFilter() { focusList(); }

    /// Where the list is searched: its filter, unless it has a search of its own.
    virtual void find() { focusFilter(); }

    virtual void showDetailsPane(bool isShown) = 0;

    /// The sides of what is chosen; nullptr when the page has no such thing.
    [[nodiscard]] virtual QTabWidget* detailTabs() const { return nullptr; }

    /// "18,406 of 10,214,337 shown", for the status line.
    [[nodiscard]] virtual QString shownText() const = 0;
    /// The chosen row; empty when there is none.
    [[nodiscard]] virtual TextTable chosenRow() const = 0;
    [[nodiscard]] virtual QString chosenCell() const = 0;
    [[nodiscard]] virtual QString chosenJson() const = 0;

    /// Whether the page has a list that makes sense in a file; told with shownTextChanged() where that changes.
    [[nodiscard]] virtual bool isExportable() const { return false; }

    /// The whole list as it stands, filtered and sorted; absent while it has not come yet.
    [[nodiscard]] virtual std::optional<ExportOffer> exportOffer() const { return std::nullopt; }

    /// Where on the page the person is, as far as Back leads there again; goToPlace() takes it.
    [[nodiscard]] virtual QString place() const { return {}; }

    virtual void goToPlace(const QString&) {}

signals:
    /// The person has gone to another place on the page, away from this one.
    void placeLeft(const QString& place);
    void shownTextChanged();
    void said(const muniment::Message& message);
    /// Show this event in the timeline.
    void eventChosen(muniment::EventNumber number);
    /// Show it on its own page.
    void entityChosen(const muniment::EntityRef& entity);
    /// Put this question about access on its page.
    void accessWanted(const muniment::AccessWish& wish);
    /// Ask how this is to be written into a file.
    void exportWanted(const muniment::ExportOffer& offer);
    /// Show what it matches in the timeline.
    void filterChosen(const muniment::FilterNode& filter);

protected:
    [[nodiscard]] const PageContext& context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace muniment
