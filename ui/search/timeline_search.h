// Searching within the timeline's list: every row stays, matches are marked, counted and gone through.
#pragma once

#include "models/items/search_queries.h"
#include "ui/charts/refresh_pace.h"
#include "ui/pages/page.h"

#include <QObject>

#include <optional>

namespace muniment {

class MatchStrip;
class SearchBar;
class TimelineModel;
class TimelineTable;

/// Lives with the timeline's page. What is typed is searched for at once, among what the present filter shows; text
/// that cannot be read searches for nothing.
class TimelineSearch : public QObject {
    Q_OBJECT
public:
    /// Adds its strip to the table; the page gives the bar its place.
    TimelineSearch(const PageContext& context, std::shared_ptr<MatchCache> cache, TimelineModel* model,
                   TimelineTable* table, QWidget* page);

    /// Shows the bar with what was searched for last, ready to be replaced.
    void open();
    void close();
    /// To the match next to the chosen event, or where none is chosen, next to what is in view. Opens the bar when it
    /// is closed.
    void step(ListDirection direction);
    /// What matches may have changed.
    void refresh();
    void setZone(const ClockZone& zone);

    [[nodiscard]] SearchBar* bar() const { return m_bar; }

    [[nodiscard]] MatchStrip* strip() const { return m_strip; }

    /// Absent: nothing is searched for.
    [[nodiscard]] const std::optional<FilterNode>& search() const { return m_search; }

signals:
    void eventWanted(muniment::EventNumber number);
    void filterWanted(const muniment::FilterNode& filter);
    void closed(); ///< the keyboard goes back to the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeFilter();
    void takeText();
    void takeWindow();
    void takeChosen();
    void search(std::optional<FilterNode> search);
    void askPlace();
    void askStep();
    void takePlace(const FindPlaceRequest& request, const Result<FindPlace>& place);
    void takeStep(const NextFindRequest& request, const Result<std::optional<NextFound>>& next);
    void fail(const Error& error);
    void goTo(EventNumber number);
    void say();
    [[nodiscard]] ListSearch question() const;

    TimelineModel* m_model;
    TimelineTable* m_table;
    SearchBar* m_bar;
    MatchStrip* m_strip;
    std::optional<FilterNode> m_search;
    std::optional<FindPlace> m_place; ///< of the chosen event; absent: not known yet
    std::optional<Error> m_failure;
    std::optional<ListDirection> m_wrapped; ///< the last step began again at the other end
    std::optional<EventNumber> m_from;      ///< the last step's find, chosen or about to be
    int m_owed = 0;                         ///< steps asked for and not taken yet; up is negative
    FilterNode m_askedFilter;
    std::optional<Moment> m_askedMoment;
    std::int64_t m_askedTotal = 0;
    RefreshPace m_typed;
    RefreshPace m_live;
    RequestSlot<FindPlaceRequest, FindPlace> m_placeSlot;
    RequestSlot<NextFindRequest, std::optional<NextFound>> m_stepSlot;
};

} // namespace muniment
