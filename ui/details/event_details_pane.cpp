#include "ui/details/event_details_pane.h"

#include "models/items/error_sentence.h"
#include "ui/annotations/annotation_strip.h"
#include "ui/details/changes_tab.h"
#include "ui/details/payload_tab.h"
#include "ui/details/proof_tab.h"
#include "ui/details/related_tab.h"
#include "ui/details/secret_disclosure.h"
#include "ui/details/summary_tab.h"
#include "ui/details/value_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>

namespace muniment {

EventDetailsPane::EventDetailsPane(const PageContext& context, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_slot(this, askEventDetails(context.workspace),
             [this](const TimelineRow& row, Result<EventDetails> details) { takeDetails(row, std::move(details)); }),
      m_values(this, askEventValues(context.workspace),
               [this](const EventValuesRequest& request, Result<EventValues> values) {
                   takeValues(request, std::move(values));
               }),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_tabs(new QTabWidget(this)),
      m_summary(new SummaryTab(this)),
      m_changes(new ChangesTab(this)),
      m_payload(new PayloadTab(this)),
      m_related(new RelatedTab(askRelated(context.workspace), this)),
      m_proof(new ProofTab(askProof(context.workspace, context.kept), this)),
      m_disclosure(new SecretDisclosure(context.workspace, this)) {
    setKind(this, "card");
    setMinimumWidth(280);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(kGrid);
    layout->addWidget(m_stack);
    m_takeBack = addBar();
    m_secret = addBar();
    connect(m_takeBack.button, &QPushButton::clicked, this, &EventDetailsPane::takeBackWanted);
    connect(m_secret.button, &QPushButton::clicked, this, &EventDetailsPane::showSecret);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    setKind(m_tabs->tabBar(), "tight");
    addTab(m_summary, m_summary->table());
    addTab(m_changes, m_changes->table());
    addTab(m_payload, m_payload->table());
    addTab(m_related, m_related->table());
    addTab(m_proof, m_proof->table());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    connect(m_related, &RelatedTab::eventWanted, this, &EventDetailsPane::eventWanted);
    const auto tellFailure = [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    };
    connect(m_related, &RelatedTab::failed, this, tellFailure);
    connect(m_proof, &ProofTab::failed, this, tellFailure);
    connect(m_disclosure, &SecretDisclosure::said, this, &EventDetailsPane::said);
    connect(m_disclosure, &SecretDisclosure::noted, this, &EventDetailsPane::takeNoted);
    retranslate();
}

void EventDetailsPane::addTab(QWidget* tab, ValueTable* table) {
    m_tabs->addTab(tab, QString());
    connect(table, &ValueTable::menuWanted, this, [this](const QPoint& place) {
        auto* menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
}

EventDetailsPane::Bar EventDetailsPane::addBar() {
    Bar bar{new QWidget(this), nullptr, nullptr};
    auto* row = new QHBoxLayout(bar.whole);
    row->setContentsMargins(4, 0, 0, 0);
    bar.words = makeLabel(bar.whole, TextSize::Small, Tone::Quiet);
    bar.words->setWordWrap(true);
    bar.button = makeButton(bar.whole);
    row->addWidget(bar.words, 1);
    row->addWidget(bar.button);
    layout()->addWidget(bar.whole);
    return bar;
}

void EventDetailsPane::offerTakeBack(const QString& verb) {
    m_takeBack.words->setText(verb);
    m_takeBack.whole->setVisible(m_event && !verb.isEmpty());
}

void EventDetailsPane::retranslate() {
    setAccessibleName(tr("Event details"));
    m_tabs->setAccessibleName(tr("Event details"));
    m_tabs->setTabText(0, tr("Summary"));
    m_tabs->setTabText(1, tr("Changes"));
    m_tabs->setTabText(2, tr("Raw"));
    m_tabs->setTabText(3, tr("Related"));
    m_tabs->setTabText(4, tr("Proof"));
    setButtonText(m_secret.button, tr("Show…"));
    setButtonText(m_takeBack.button, tr("Take Back…"));
    m_empty->say(tr("No event chosen"),
                 tr("Choose an event to see who did what, what it changed and its exact bytes."));
    if (m_event)
        layOut();
    tell();
}

void EventDetailsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void EventDetailsPane::setZone(const ClockZone& zone) {
    m_zone = zone;
    tell();
}

void EventDetailsPane::showRow(const TimelineRow& row) {
    const bool isOther = !m_event || m_event->row.number != row.number;
    if (isOther) {
        m_event.emplace();
        m_values.drop();
    }
    m_event->row = row;
    if (isOther)
        layOut();
    tell();
    if (isOther)
        m_slot.request(row);
}

void EventDetailsPane::showAnnotation(const EventAnnotation& annotation) {
    if (!m_event)
        return;
    m_event->row.annotation = annotation;
    m_summary->annotation()->tell(annotation);
}

void EventDetailsPane::setAsOf(const std::optional<Moment>& asOf) {
    m_related->setAsOf(asOf);
}

void EventDetailsPane::clear() {
    m_event.reset();
    m_values.drop();
    tell();
}

void EventDetailsPane::refresh() {
    m_related->refresh();
}

void EventDetailsPane::takeDetails(const TimelineRow& row, Result<EventDetails> details) {
    if (!m_event || m_event->row.number != row.number)
        return;
    if (details) {
        m_event->details = std::move(*details);
        layOut();
        tell();
    } else if (details.error().code != ErrorCode::Cancelled) {
        emit said({Message::Kind::Failed, errorSentence(details.error()), {}, {}});
    }
}

void EventDetailsPane::takeNoted(EventNumber number, const QString& secret) {
    if (!m_event || m_event->row.number != number)
        return;
    m_event->shown.insert(secret.toStdString());
    layOut();
    tell();
    m_slot.request(m_event->row); // who has looked
}

void EventDetailsPane::layOut() {
    const auto& event = m_event->row.event;
    if (isLaidOutAtOnce(event))
        m_event->values = layOutValues(event, m_event->details, m_event->shown);
    else
        m_values.request(
            {m_event->row.number, std::make_shared<const RecordedEvent>(event), m_event->details, m_event->shown});
}

void EventDetailsPane::takeValues(const EventValuesRequest& request, Result<EventValues> values) {
    if (!m_event || m_event->row.number != request.number)
        return;
    if (values) {
        m_event->values = std::move(*values);
        tell();
    } else if (values.error().code != ErrorCode::Cancelled) {
        emit said({Message::Kind::Failed, errorSentence(values.error()), {}, {}});
    }
}

void EventDetailsPane::tell() {
    m_stack->setCurrentWidget(m_event ? static_cast<QWidget*>(m_tabs) : m_empty);
    const auto masked = maskedSecrets();
    m_secret.whole->setVisible(!masked.empty());
    m_secret.words->setText(tr("%n secret value(s) masked", nullptr, static_cast<int>(masked.size())));
    if (!m_event) {
        m_takeBack.whole->hide();
        return;
    }
    m_event->zone = m_zone;
    m_summary->tell(*m_event);
    m_changes->tell(*m_event);
    m_payload->tell(*m_event);
    m_related->tell(*m_event);
    m_proof->tell(*m_event);
}

std::vector<std::string> EventDetailsPane::maskedSecrets() const {
    auto secrets = m_event && m_event->values ? m_event->values->secrets : std::vector<std::string>{};
    std::erase_if(secrets, [this](const std::string& secret) { return m_event->shown.contains(secret); });
    return secrets;
}

ValueTable* EventDetailsPane::table() const {
    ValueTable* const tables[] = {m_summary->table(), m_changes->table(), m_payload->table(), m_related->table(),
                                  m_proof->table()};
    return tables[std::clamp(m_tabs->currentIndex(), 0, 4)];
}

const ShownValue* EventDetailsPane::chosenValue() const {
    return m_event ? table()->chosen() : nullptr;
}

void EventDetailsPane::showSecret() {
    auto secrets = maskedSecrets();
    const auto* value = chosenValue();
    const auto wanted = value == nullptr ? secrets.end() : std::ranges::find(secrets, value->secret);
    if (wanted != secrets.end())
        std::rotate(secrets.begin(), wanted, std::next(wanted));
    if (secrets.empty())
        emit said({Message::Kind::Done, tr("The event has no secret that is masked."), {}, {}});
    else
        m_disclosure->ask(m_event->row.number, secrets);
}

QMenu* EventDetailsPane::makeMenu() {
    auto* menu = new QMenu(this);
    menu->setAccessibleName(tr("Value"));
    menu->setToolTipsVisible(true);
    const auto add = [this](QMenu* to, std::initializer_list<ActionId> ids) {
        for (const auto id : ids)
            to->addAction(m_context.actions.action(id));
    };
    if (const auto event = m_tabs->currentWidget() == m_related ? m_related->chosenEvent() : std::nullopt) {
        connect(menu->addAction(tr("&Go to This Event")), &QAction::triggered, this,
                [this, event] { emit eventWanted(*event); });
        menu->addSeparator();
    }
    add(menu, {ActionId::FilterAnd, ActionId::FilterOr, ActionId::FilterAndNot});
    menu->addSeparator();
    add(menu, {ActionId::CopyCell, ActionId::CopyValueCsv, ActionId::CopyValueJson, ActionId::CopyValueMarkdown,
               ActionId::CopyValueFilter});
    menu->addSeparator();
    const auto* value = chosenValue();
    if (value != nullptr && !value->path.empty())
        connect(menu->addAction(tr("Apply as Colum&n")), &QAction::triggered, this,
                [this, path = QString::fromStdString(value->path)] { emit columnWanted(path); });
    if (!maskedSecrets().empty())
        add(menu, {ActionId::ShowSecret});
    return menu;
}

QString EventDetailsPane::sentence() const {
    return m_event ? m_summary->sentence() : QString();
}

} // namespace muniment
