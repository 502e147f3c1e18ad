#include "ui/pages/timeline_actions.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/time_limits.h"
#include "models/items/time_machine.h"
#include "ui/details/event_details_pane.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/go_to_dialog.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/search/timeline_search.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>

namespace muniment {

namespace {

constexpr const char* kPivotKey = "timeline/pivotMinutes";
constexpr int kPivotMinutes[] = {1, 5, 30, 240};

FilterNode nodeOf(FilterTerm term) {
    return {std::move(term), {}};
}

std::int64_t pivotMicros() {
    const int minutes = std::clamp(QSettings().value(QLatin1String(kPivotKey), 5).toInt(), 1, 1440);
    return 60 * kMicrosPerSecond * minutes;
}

} // namespace

TimelineActions::TimelineActions(const PageContext& context, TimelinePage* page)
    : QObject(page),
      m_context(context),
      m_page(page),
      m_neighbour(this, askNeighbour(context.workspace),
                  [this](const NeighbourRequest& request, Result<std::optional<EventNumber>> found) {
                      if (!found)
                          m_page->say({Message::Kind::Failed, errorSentence(found.error()), {}, {}});
                      else if (*found)
                          m_page->goToEvent(**found);
                      else
                          m_page->say({Message::Kind::Done,
                                       request.isLater ? tr("This is the newest event of this user or thing.")
                                                       : tr("This is the oldest event of this user or thing."),
                                       {},
                                       {}});
                  }),
      m_ordinal(this, askOrdinal(context.workspace),
                [this](const OrdinalRequest& request, Result<std::optional<EventNumber>> found) {
                    if (!found)
                        m_page->say({Message::Kind::Failed, errorSentence(found.error()), {}, {}});
                    else if (*found)
                        m_page->goToEvent(**found);
                    else
                        m_page->say({Message::Kind::Failed,
                                     tr("%1 has no event with the ordinal %2.")
                                         .arg(plainText(request.region), formatCount(request.ordinal)),
                                     {},
                                     {}});
                }) {
    for (const auto& description : actionDescriptions())
        if (description.hasBareKey() && description.needs == Needs::Event)
            for (QWidget* place : {static_cast<QWidget*>(page->table()), static_cast<QWidget*>(page->details())})
                place->addAction(context.actions.action(description.id));
}

void TimelineActions::setActive(bool isActive) {
    for (const auto& connection : m_connections)
        disconnect(connection);
    m_connections.clear();
    m_context.actions.setObjection(ActionId::AddColumn, isActive ? QString() : tr("The timeline has such columns."));
    for (const auto id : {ActionId::FindNext, ActionId::FindPrevious})
        m_context.actions.setObjection(id, isActive ? QString() : tr("The timeline has such a search."));
    if (!isActive)
        return;
    const auto on = [this](ActionId id, auto carryOut) {
        m_connections.push_back(connect(m_context.actions.action(id), &QAction::triggered, this, carryOut));
    };
    on(ActionId::FilterAnd, [this] { joinValue(JoinAs::And); });
    on(ActionId::FilterOr, [this] { joinValue(JoinAs::Or); });
    on(ActionId::FilterAndNot, [this] { joinValue(JoinAs::AndNot); });
    on(ActionId::CopyValueCsv, [this] { copyValue(ValueForm::Csv); });
    on(ActionId::CopyValueJson, [this] { copyValue(ValueForm::Json); });
    on(ActionId::CopyValueMarkdown, [this] { copyValue(ValueForm::Markdown); });
    on(ActionId::CopyValueFilter, [this] { copyValue(ValueForm::Filter); });
    on(ActionId::ShowSecret, [this] { m_page->details()->showSecret(); });
    on(ActionId::ColourLikeThis, [this] { m_page->colourLikeCell(); });
    on(ActionId::AddColumn, [this] { m_page->table()->chooseNewColumn(); });
    on(ActionId::FindNext, [this] { m_page->search()->step(ListDirection::Down); });
    on(ActionId::FindPrevious, [this] { m_page->search()->step(ListDirection::Up); });
    on(ActionId::FollowEntity, [this] { followEntity(); });
    on(ActionId::FollowActor, [this] {
        if (const auto& row = m_page->chosenEvent())
            follow(FilterField::Actor, row->event.actor.id.text());
    });
    on(ActionId::FollowCorrelation, [this] { followCorrelation(); });
    on(ActionId::PivotFiltered, [this] { pivot(true); });
    on(ActionId::PivotUnfiltered, [this] { pivot(false); });
    on(ActionId::PreviousOfEntity, [this] { goToNeighbour(false); });
    on(ActionId::NextOfEntity, [this] { goToNeighbour(true); });
    on(ActionId::AsOfEvent, [this] {
        if (const auto& row = m_page->chosenEvent())
            m_context.time.goBefore(row->number);
    });
    on(ActionId::GoToPlace, [this] { openGoTo(); });
    on(ActionId::HoldTimeline, [this] { m_page->model()->hold(); });
    on(ActionId::ClearFilter, [this] { m_page->applyFilter({}); });
    on(ActionId::FollowNewest, [this] {
        m_page->model()->follow();
        m_page->focusList();
    });
}

void TimelineActions::joinValue(JoinAs how) {
    const auto value = m_page->chosenValue();
    const auto& filter = m_page->model()->filter();
    if (value && value->term) {
        // "Or" beside no filter at all would be no filter.
        const bool isFirst = how == JoinAs::Or && filter == FilterNode{};
        return m_page->applyFilter(joined(filter, isFirst ? JoinAs::And : how, *value->term));
    }
    sayNoCondition(value);
}

void TimelineActions::copyValue(ValueForm form) {
    const auto value = m_page->chosenValue();
    if (!value || (form == ValueForm::Filter && !value->term))
        return sayNoCondition(value);
    QGuiApplication::clipboard()->setText(copyText(*value, form));
}

void TimelineActions::sayNoCondition(const std::optional<ShownValue>& value) {
    m_page->say({Message::Kind::Done,
                 value && !value->secret.empty()
                     ? tr("No filter takes a secret: it would be kept with the filter.")
                     : tr("Choose a value to filter on; for a time, look around it with P."),
                 {},
                 {}});
}

void TimelineActions::follow(FilterField field, const std::string& value) {
    m_page->applyFilter(nodeOf(termOf(field, value)));
}

void TimelineActions::followEntity() {
    if (const auto& row = m_page->chosenEvent())
        follow(row->event.aggregate.type == "user" ? FilterField::User : FilterField::Subject,
               row->event.aggregate.id.text());
}

void TimelineActions::followCorrelation() {
    const auto& row = m_page->chosenEvent();
    if (!row)
        return;
    if (row->event.correlationId)
        follow(FilterField::Correlation, row->event.correlationId->text());
    else
        m_page->say({Message::Kind::Done, tr("The event names no request that it belongs to."), {}, {}});
}

void TimelineActions::pivot(bool isFiltered) {
    const auto& row = m_page->chosenEvent();
    if (!row)
        return;
    const auto number = row->number;
    const TimeLimits limits{Instant{row->loggedAt.micros - pivotMicros()},
                            Instant{row->loggedAt.micros + pivotMicros()}};
    m_page->applyFilter(withTimeLimits(isFiltered ? m_page->model()->filter() : FilterNode{}, limits));
    m_page->model()->showEvent(number);
}

void TimelineActions::goToNeighbour(bool isLater) {
    if (const auto& row = m_page->chosenEvent())
        m_neighbour.request({row->number, row->event.tenant, row->event.aggregate, isLater, m_page->model()->asOf()});
}

void TimelineActions::openGoTo() {
    auto* dialog = new GoToDialog(m_page->model()->zone(), m_page->window());
    connect(dialog, &GoToDialog::targetChosen, this, &TimelineActions::goTo);
    dialog->open();
}

void TimelineActions::goTo(const GoToTarget& target) {
    if (const auto* instant = std::get_if<Instant>(&target))
        m_page->model()->showTime(*instant);
    else if (const auto* row = std::get_if<RowTarget>(&target))
        m_page->model()->showRow(row->row);
    else
        m_ordinal.request(std::get<OrdinalRequest>(target));
    m_page->focusList();
}

void TimelineActions::addPivotMenu(QMenu* parent) {
    auto* menu = parent->addMenu(tr("Minutes &Around"));
    menu->setAccessibleName(tr("Minutes around"));
    const int chosen = QSettings().value(QLatin1String(kPivotKey), 5).toInt();
    for (const int minutes : kPivotMinutes) {
        auto* choice = menu->addAction(minutes < 60 ? tr("±%n minute(s)", nullptr, minutes)
                                                    : tr("±%n hour(s)", nullptr, minutes / 60));
        choice->setCheckable(true);
        choice->setChecked(minutes == chosen);
        connect(choice, &QAction::triggered, this, [this, minutes] {
            QSettings().setValue(QLatin1String(kPivotKey), minutes);
            pivot(true);
        });
    }
}

QMenu* TimelineActions::makeMenu() {
    auto* menu = new QMenu(m_page->table());
    menu->setAccessibleName(tr("Event"));
    menu->setToolTipsVisible(true);
    const auto add = [&](std::initializer_list<ActionId> ids) {
        for (const auto id : ids)
            menu->addAction(m_context.actions.action(id));
        menu->addSeparator();
    };
    add({ActionId::FilterAnd, ActionId::FilterOr, ActionId::FilterAndNot});
    add({ActionId::ColourLikeThis});
    add({ActionId::FollowEntity, ActionId::FollowActor, ActionId::FollowCorrelation});
    add({ActionId::ToggleBookmark, ActionId::EditTags, ActionId::EditNote});
    add({ActionId::TakeBack});
    add({ActionId::PreviousOfEntity, ActionId::NextOfEntity});
    add({ActionId::AsOfEvent});
    add({ActionId::ExportEvidence});
    add({ActionId::PivotFiltered, ActionId::PivotUnfiltered});
    addPivotMenu(menu);
    menu->addSeparator();
    add({ActionId::CopyCell, ActionId::CopyValueFilter, ActionId::CopyRowText, ActionId::CopyRowCsv,
         ActionId::CopyRowJson, ActionId::CopyRowMarkdown});
    return menu;
}

} // namespace muniment
