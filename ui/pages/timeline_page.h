// Events of all regions, newest first: the filter above them, the chosen one's details beside them.
#pragma once

#include "models/items/shown_value.h"
#include "models/items/timeline_queries.h"
#include "ui/pages/page.h"

#include <optional>

class QFrame;
class QPushButton;
class QStackedWidget;

namespace muniment {

class EmptyPlace;
class EventDetailsPane;
class FacetPanel;
class FilterBar;
class KeptSplitter;
class MarkStrip;
class NothingMatches;
class RowColours;
class TimelineActions;
class TimelineHistogram;
class TimelineSearch;
class TimelineTable;

/// The filter is the page's place: Back goes to the one before.
class TimelinePage : public PageWidget {
    Q_OBJECT
public:
    TimelinePage(const PageContext& context, QWidget* parent);

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    /// From the newest event of the moment on, which is chosen then.
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

    void setActive(bool isActive) override;
    void focusList() override;
    void focusFilter() override;
    void find() override;
    [[nodiscard]] QTableView* list() const override;
    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QTabWidget* detailTabs() const override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] bool isExportable() const override { return true; }

    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] QString place() const override;
    void goToPlace(const QString& place) override;

    /// Shows what `filter` matches; Back leads to what was shown before.
    void applyFilter(const FilterNode& filter);
    /// Brings the event into view and chooses it; a filter that hides it is taken away.
    void goToEvent(EventNumber number);

    /// A cell of the table, or a value of the details: wherever the keyboard was last.
    [[nodiscard]] std::optional<ShownValue> chosenValue() const;

    /// Opens the colour rules with a new one for the table's chosen cell.
    void colourLikeCell();

    /// In the message bar.
    void say(const Message& message) { emit said(message); }

    [[nodiscard]] const std::optional<TimelineRow>& chosenEvent() const { return m_chosenRow; }

    [[nodiscard]] TimelineModel* model() const { return m_model; }

    [[nodiscard]] FilterBar* filterBar() const { return m_filter; }

    [[nodiscard]] TimelineTable* table() const { return m_table; }

    [[nodiscard]] TimelineHistogram* histogram() const { return m_histogram; }

    [[nodiscard]] FacetPanel* facets() const { return m_facets; }

    [[nodiscard]] EventDetailsPane* details() const { return m_details; }

    [[nodiscard]] MarkStrip* markStrip() const { return m_marks; }

    [[nodiscard]] TimelineSearch* search() const { return m_search; }

    /// What the table, bars and counts of the page have evaluated.
    [[nodiscard]] const std::shared_ptr<MatchCache>& matches() const { return m_matches; }

    /// What stands in the place of the table when nothing matches.
    [[nodiscard]] NothingMatches* noMatch() const { return m_noMatch; }

signals:
    /// Another event is chosen than before.
    void chosenEventChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void connectParts();
    void showFilter(const FilterNode& filter);
    void askMoment();
    void chooseNewest();
    void sayEmpty();
    void sayLater(EventNumber number);
    void takeWindow();
    void takeChosen();
    void takeAnnotations();
    void refreshAnnotation();
    void takeFocus(const QWidget* before, const QWidget* now);
    void takeMissed(EventNumber number);
    void openMenu(const QPoint& place);

    std::shared_ptr<MatchCache> m_matches; ///< table, bars and counts evaluate a filter once
    TimelineModel* m_model;
    FilterBar* m_filter;
    TimelineTable* m_table;
    MarkStrip* m_marks;
    TimelineSearch* m_search;
    EventDetailsPane* m_details;
    TimelineHistogram* m_histogram;
    FacetPanel* m_facets;
    KeptSplitter* m_splitter;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    NothingMatches* m_noMatch;
    QPushButton* m_export;
    QPushButton* m_live;
    TimelineActions* m_actions;
    RowColours* m_colours;
    std::optional<TimelineRow> m_chosenRow;
    std::optional<Moment> m_asOf;
    bool m_isOfAnotherMoment = false; ///< what is loaded, until it is looked at
    bool m_isArriving = false;        ///< the first rows of a moment are awaited
    bool m_isActive = false;
    bool m_isAtDetails = false; ///< where the keyboard was last, table aside
};

} // namespace muniment
