#include "ui/search/timeline_search.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/timeline_queries.h"
#include "ui/filter/filter_line.h"
#include "ui/pages/timeline_table.h"
#include "ui/search/match_strip.h"
#include "ui/search/search_bar.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace muniment {

namespace {

constexpr int kTypedMillis = 200;
constexpr int kLiveMillis = 1000;

bool isSameSearch(const ListSearch& a, const ListSearch& b) {
    return a.list.filter == b.list.filter && a.search == b.search;
}

} // namespace

TimelineSearch::TimelineSearch(const PageContext& context, std::shared_ptr<MatchCache> cache, TimelineModel* model,
                               TimelineTable* table, QWidget* page)
    : QObject(page),
      m_model(model),
      m_table(table),
      m_bar(new SearchBar(askCompletions(context.workspace), context.actions.action(ActionId::FindNext),
                          context.actions.action(ActionId::FindPrevious), page, page)),
      m_strip(new MatchStrip(askSlices(context.workspace, cache), model, table->scrollBar(), table)),
      m_typed(kTypedMillis, this),
      m_live(kLiveMillis, this),
      m_placeSlot(
          this, askFindPlace(context.workspace, cache),
          [this](const FindPlaceRequest& request, const Result<FindPlace>& place) { takePlace(request, place); }),
      m_stepSlot(this, askNextFind(context.workspace, cache),
                 [this](const NextFindRequest& request, const Result<std::optional<NextFound>>& next) {
                     takeStep(request, next);
                 }) {
    table->addStrip(m_strip);
    m_bar->installEventFilter(this);
    connect(m_bar->line(), &FilterLine::changed, &m_typed, &RefreshPace::noteChange);
    connect(&m_typed, &RefreshPace::due, this, &TimelineSearch::takeText);
    connect(&m_live, &RefreshPace::due, this, &TimelineSearch::askPlace);
    connect(m_bar, &SearchBar::closed, this, &TimelineSearch::close);
    connect(m_bar, &SearchBar::filterWanted, this, &TimelineSearch::makeFilter);
    connect(m_strip, &MatchStrip::eventWanted, this, &TimelineSearch::goTo);
    connect(m_strip, &MatchStrip::failed, this, &TimelineSearch::fail);
    connect(model, &TimelineModel::windowChanged, this, &TimelineSearch::takeWindow);
    connect(table, &TimelineTable::chosenChanged, this, &TimelineSearch::takeChosen);
}

void TimelineSearch::open() {
    m_bar->open();
    takeText();
}

void TimelineSearch::close() {
    m_typed.rest();
    m_bar->hide();
    search({});
    emit closed();
}

void TimelineSearch::makeFilter() {
    if (!m_search)
        return;
    m_bar->line()->remember();
    const auto filter = bothOf(m_model->filter(), *m_search);
    close();
    emit filterWanted(filter);
}

void TimelineSearch::takeText() {
    if (m_bar->isHidden())
        return;
    const auto& typed = m_bar->line()->filter();
    search(typed == FilterNode{} ? std::nullopt : typed);
    say(); // what is wrong may be another thing, though nothing is searched for as before
}

void TimelineSearch::search(std::optional<FilterNode> search) {
    if (search == m_search)
        return;
    m_search = std::move(search);
    m_placeSlot.drop();
    m_stepSlot.drop();
    m_owed = 0;
    m_place.reset();
    m_failure.reset();
    m_wrapped.reset();
    m_live.rest();
    m_model->setSearch(m_search);
    m_strip->setSearch(m_search);
    m_bar->setSearching(m_search.has_value());
    if (m_search)
        askPlace();
}

ListSearch TimelineSearch::question() const {
    return {{.filter = m_model->filter(), .asOf = m_model->asOf(), .now = systemClock().now()}, *m_search};
}

void TimelineSearch::takeWindow() {
    if (!m_search || !m_model->isLoaded() || m_model->isAwaitingFilter())
        return;
    if (m_askedFilter != m_model->filter() || m_askedMoment != m_model->asOf()) {
        m_place.reset();
        m_wrapped.reset();
        askPlace();
        say();
    } else if (m_askedTotal != m_model->window().total) {
        m_live.noteChange();
    }
}

void TimelineSearch::takeChosen() {
    if (m_from != m_table->chosen()) {
        m_from = m_table->chosen();
        m_wrapped.reset();
    }
    if (m_search)
        askPlace();
}

void TimelineSearch::refresh() {
    if (!m_search)
        return;
    m_live.noteChange();
    m_strip->refresh();
}

void TimelineSearch::setZone(const ClockZone& zone) {
    m_strip->setZone(zone);
}

void TimelineSearch::askPlace() {
    m_askedFilter = m_model->filter();
    m_askedMoment = m_model->asOf();
    m_askedTotal = m_model->window().total;
    m_live.noteAsked();
    m_placeSlot.request({question(), m_table->chosen()});
}

void TimelineSearch::takePlace(const FindPlaceRequest& request, const Result<FindPlace>& place) {
    if (!m_search || !isSameSearch(request.search, question()) || request.event != m_table->chosen())
        return;
    if (!place)
        return fail(place.error());
    m_failure.reset();
    m_place = *place;
    say();
}

void TimelineSearch::step(ListDirection direction) {
    if (m_bar->isHidden())
        m_bar->open();
    m_typed.rest();
    takeText();
    if (!m_search)
        return m_bar->line()->focusLine();
    m_bar->line()->remember();
    m_owed += direction == ListDirection::Down ? 1 : -1;
    if (!m_stepSlot.isRunning())
        askStep();
}

/// The way is counted from where the last step led, though it may not have come into view yet.
void TimelineSearch::askStep() {
    const auto* first = m_model->rowAt(0);
    auto from = m_from ? m_from : m_table->chosen();
    if (!from && first != nullptr) {
        from = first->number;
        if (m_owed > 0 && m_model->isFound(0)) {
            --m_owed;
            goTo(*from);
            if (m_owed == 0)
                return;
        }
    }
    m_stepSlot.request({question(), from, m_owed > 0 ? ListDirection::Down : ListDirection::Up});
}

void TimelineSearch::takeStep(const NextFindRequest& request, const Result<std::optional<NextFound>>& next) {
    if (!m_search || !isSameSearch(request.search, question())) {
        m_owed = 0;
        return;
    }
    if (!next || !*next) {
        m_owed = 0;
        if (!next)
            fail(next.error());
        return;
    }
    m_owed += request.direction == ListDirection::Down ? -1 : 1;
    m_from = (*next)->number;
    m_wrapped = (*next)->isWrapped ? std::optional(request.direction) : std::nullopt;
    m_place = FindPlace{(*next)->found, (*next)->place};
    m_failure.reset();
    say();
    if (m_owed != 0)
        askStep();
    else
        goTo((*next)->number);
}

/// A match in view is chosen where it stands: the list does not jump.
void TimelineSearch::goTo(EventNumber number) {
    if (m_model->visibleRowOf(number) < 0)
        return emit eventWanted(number);
    m_model->hold();
    m_table->choose(number);
}

void TimelineSearch::fail(const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        return;
    m_failure = error;
    say();
}

void TimelineSearch::say() {
    if (const auto wrong = m_bar->line()->errorText(); !wrong.isEmpty())
        return m_bar->say(wrong, Tone::Bad);
    if (!m_search)
        return m_bar->say({}, Tone::Quiet);
    if (m_failure)
        return m_bar->say(errorSentence(*m_failure), Tone::Bad);
    if (!m_place)
        return m_bar->say(tr("Searching…"), Tone::Quiet);
    if (m_place->found == 0)
        return m_bar->say(tr("No match in this list"), Tone::Warning);
    const auto found = formatCount(m_place->found);
    if (!m_place->place) {
        const auto count = static_cast<int>(std::min<std::int64_t>(m_place->found, 1'000'000'000));
        return m_bar->say(tr("%1 match(es)", nullptr, count).arg(found), Tone::Normal);
    }
    const auto words = tr("Match %1 of %2").arg(formatCount(*m_place->place + 1), found);
    if (!m_wrapped)
        return m_bar->say(words, Tone::Normal);
    m_bar->say(*m_wrapped == ListDirection::Down ? tr("%1, from the top again").arg(words)
                                                 : tr("%1, from the bottom again").arg(words),
               Tone::Normal);
}

bool TimelineSearch::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        say();
    return QObject::eventFilter(watched, event);
}

} // namespace muniment
