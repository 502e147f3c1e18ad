// Everything about the chosen entity: facts and what can be done, what belongs to it, what it did and had done to it,
// what changed it, and its record as it is.
#pragma once

#include "ui/directory/entity_tab.h"
#include "ui/directory/history_tab.h"
#include "ui/pages/page.h"

#include <QFrame>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace muniment {

class ActivityTab;
class EmptyPlace;
class OverviewTab;
class RawTab;
class StaleLine;

class EntityDetails : public QFrame {
    Q_OBJECT
public:
    /// `name` keeps which tab was chosen last.
    EntityDetails(const PageContext& context, const char* name, QWidget* parent);

    /// Stands behind the overview and those that were added before.
    void addTab(EntityTab* tab);
    /// Of what has no versions.
    void removeHistory();
    void show(const ShownEntity& entity);
    void clear();
    /// The regions that do not answer: said when it is of one of them.
    void setOutages(const std::vector<RegionOutage>& outages);
    /// Events have been applied.
    void refresh();
    /// Whether its page is the one that is shown.
    void setActive(bool isActive);
    void retranslate();

    [[nodiscard]] const std::optional<ShownEntity>& shown() const { return m_shown; }

    [[nodiscard]] QString title() const;
    /// It, or what belongs to it, has something to do with access.
    [[nodiscard]] bool isAccessor() const;
    /// Of the side that has the keyboard, else of the entity itself; absent: it has none.
    [[nodiscard]] std::optional<AccessWish> accessWish(bool isWhyNot) const;

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] EmptyPlace* noneChosen() const { return m_noneChosen; }

    [[nodiscard]] OverviewTab* overview() const { return m_overview; }

    [[nodiscard]] ActivityTab* activity() const { return m_activity; }

    [[nodiscard]] HistoryTab* history() const { return m_history; }

    [[nodiscard]] RawTab* raw() const { return m_raw; }

    [[nodiscard]] StaleLine* stale() const { return m_stale; }

signals:
    void eventChosen(muniment::EventNumber number);
    void filterChosen(const muniment::FilterNode& filter);
    void entityChosen(const muniment::EntityRef& entity);
    void failed(const muniment::Error& error);

private:
    void openKeptTab();
    void sayStale();

    QString m_key; ///< of the setting
    QStackedWidget* m_stack;
    EmptyPlace* m_noneChosen;
    QLabel* m_title;
    StaleLine* m_stale;
    QTabWidget* m_tabs;
    OverviewTab* m_overview;
    std::vector<EntityTab*> m_own;
    ActivityTab* m_activity;
    HistoryTab* m_history;
    RawTab* m_raw;
    std::optional<ShownEntity> m_shown;
    std::vector<RegionOutage> m_outages;
};

} // namespace muniment
