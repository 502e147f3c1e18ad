#include "ui/changes/change_details.h"

#include "models/items/conflict_report.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/changes/event_rows.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/text_grid.h"

namespace muniment {

namespace {

TextCell quiet(const QString& text) {
    return {text, {}, Tone::Quiet, false, false};
}

TextCell plain(const QString& text) {
    return {text, {}, Tone::Normal, false, false};
}

} // namespace

ChangeDetails::ChangeDetails(QWidget* parent)
    : QScrollArea(parent),
      m_title(nullptr),
      m_state(nullptr),
      m_trouble(nullptr),
      m_facts(nullptr),
      m_waysTitle(nullptr),
      m_ways(nullptr),
      m_accept(nullptr),
      m_eventsTitle(nullptr),
      m_events(nullptr) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_title = makeLabel(page, TextSize::Title, Tone::Normal, true);
    m_title->setWordWrap(true);
    m_state = makeLabel(page, TextSize::Normal, Tone::Quiet);
    m_trouble = makeLabel(page, TextSize::Normal, Tone::Bad);
    m_trouble->setWordWrap(true);
    m_facts = new TextGrid(2, page);
    m_waysTitle = makeLabel(page, TextSize::Normal, Tone::Normal, true);
    m_ways = new TextGrid(2, page);
    m_accept = makeButton(page);
    m_eventsTitle = makeLabel(page, TextSize::Normal, Tone::Normal, true);
    m_events = new TextGrid(2, page);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_state, m_trouble, m_facts, m_waysTitle, m_ways})
        layout->addWidget(each);
    layout->addWidget(m_accept, 0, Qt::AlignLeft);
    layout->addWidget(m_eventsTitle);
    layout->addWidget(m_events);
    layout->addStretch();
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false); // the card shows through
    connect(m_accept, &QPushButton::clicked, this, &ChangeDetails::acceptChosen);
    retranslate();
}

void ChangeDetails::retranslate() {
    setAccessibleName(tr("Staged change"));
    m_waysTitle->setText(tr("Somebody else was first"));
    m_eventsTitle->setText(tr("Events it writes"));
    setButtonText(m_accept, tr("&Decide on What It Is"));
    m_accept->setToolTip(tr("Keeps the wish, and bases it on what is there now"));
}

QString ChangeDetails::trouble() const {
    return m_trouble->isVisibleTo(this) ? m_trouble->text() : QString();
}

void ChangeDetails::show(const StagedChange& change, const ChangeSetModel& names, const ClockZone& zone) {
    const CommandRequest& request = change.request;
    m_title->setText(commandTitle(request.command));
    m_state->setText(changeStateText(change));
    const bool isRefused = change.answer && !*change.answer;
    m_trouble->setVisible(isRefused);
    m_trouble->setText(isRefused ? errorSentence(change.answer->error()) : QString());

    std::vector<std::vector<TextCell>> facts;
    if (!isAddition(request.command))
        facts.push_back({quiet(tr("Of")),
                         plain(names.nameOf(request.tenant,
                                            request.id.isEmpty() ? AggregateId(request.tenant.text()) : request.id))});
    for (const CommandDetail& detail : commandDetails(request, names.names()))
        facts.push_back({quiet(detail.name), plain(detail.value)});
    facts.push_back(
        {quiet(tr("Organization")), plain(names.nameOf(request.tenant, AggregateId(request.tenant.text())))});
    facts.push_back({quiet(tr("Region")), plain(plainText(request.region.text()))});
    if (change.movedFrom)
        facts.push_back({quiet(tr("Moved")), TextCell{tr("The organization has moved there from %1 since")
                                                          .arg(isolated(plainText(change.movedFrom->text()))),
                                                      {},
                                                      Tone::Warning}});
    if (change.queuedAt)
        facts.push_back({quiet(tr("Queued")), plain(formatTimeToMinuteWithZone(*change.queuedAt, zone.ofMany()))});
    if (change.cameSince > 0)
        facts.push_back({quiet(tr("Since staged")),
                         TextCell{tr("%n thing(s) more go with it", nullptr, change.cameSince), {}, Tone::Warning}});
    if (!request.reason.empty())
        facts.push_back({quiet(tr("Reason")), plain(plainText(request.reason))});
    m_facts->setRows(facts);

    std::vector<std::vector<TextCell>> ways;
    if (change.ways) {
        for (const ThreeWayWords& way : threeWayWords(*change.ways)) {
            ways.push_back({TextCell{way.field, {}, Tone::Normal, false, true}, plain({})});
            ways.push_back({quiet(tr("You saw")), plain(way.seen)});
            ways.push_back({quiet(tr("It is")),
                            TextCell{way.is, {}, way.hasMoved ? Tone::Warning : Tone::Normal, false, way.hasMoved}});
            ways.push_back({quiet(tr("You want")), plain(way.wanted)});
        }
    }
    m_ways->setRows(ways);
    for (QWidget* each : std::initializer_list<QWidget*>{m_waysTitle, m_ways, m_accept})
        each->setVisible(change.ways.has_value());

    std::vector<std::vector<TextCell>> events;
    if (change.answer)
        events = eventRows({*change.answer}, [&names](const TenantId& tenant, const AggregateId& id) {
            return names.nameOf(tenant, id);
        });
    m_eventsTitle->setVisible(!events.empty());
    m_events->setRows(events);
}

} // namespace muniment
