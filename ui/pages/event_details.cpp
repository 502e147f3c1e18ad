#include "ui/pages/event_details.h"

#include "models/base/canonical_json.h"
#include "models/items/event_facts.h"
#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/history_model.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentence_view.h"
#include "ui/widgets/text_grid.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace muniment {

namespace {

QPlainTextEdit* makeBytesView(QWidget* parent) {
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setFont(monospaceFont());
    view->setTabChangesFocus(true);
    return view;
}

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setParent(area);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(content);
    area->widget()->setAutoFillBackground(false);
    return area;
}

} // namespace

EventDetailsPane::EventDetailsPane(Ask<TimelineRow, EventDetails> ask, QWidget* parent)
    : QFrame(parent),
      m_slot(this, std::move(ask),
             [this](const TimelineRow& row, Result<EventDetails> details) {
                 if (m_row && m_row->number == row.number && details) {
                     if (!details->changes.empty())
                         m_fields = std::move(details->changes);
                     fill();
                 }
             }),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_tabs(new QTabWidget(this)) {
    setKind(this, "card");
    setMinimumWidth(280);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 8);
    layout->addWidget(m_stack);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scrolled(makeSummary(), this), QString());
    m_tabs->addTab(scrolled(makeChanges(), this), QString());
    m_tabs->addTab(makeRaw(), QString());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    retranslate();
}

QWidget* EventDetailsPane::makeSummary() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 4, 0);
    layout->setSpacing(12);
    m_sentence = new SentenceView(page);
    m_marks = makeLabel(page, TextSize::Normal, Tone::Warning);
    m_marks->setWordWrap(true);
    m_facts = new TextGrid(2, page);
    layout->addWidget(m_sentence);
    layout->addWidget(m_marks);
    layout->addWidget(m_facts);
    layout->addStretch();
    return page;
}

QWidget* EventDetailsPane::makeChanges() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 4, 0);
    m_changes = new TextGrid(3, page);
    m_noChanges = makeLabel(page, TextSize::Normal, Tone::Quiet);
    m_noChanges->setWordWrap(true);
    layout->addWidget(m_changes);
    layout->addWidget(m_noChanges);
    layout->addStretch();
    return page;
}

QWidget* EventDetailsPane::makeRaw() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 4, 0);
    m_pretty = makeBytesView(page);
    m_pretty->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_exactTitle = makeLabel(page, TextSize::Small, Tone::Quiet);
    m_exact = makeBytesView(page);
    m_exact->setWordWrapMode(QTextOption::WrapAnywhere);
    m_exact->setMaximumHeight(120);
    m_copy = makeButton(page);
    layout->addWidget(m_pretty, 1);
    layout->addWidget(m_exactTitle);
    layout->addWidget(m_exact);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_exact->toPlainText()); });
    return page;
}

void EventDetailsPane::retranslate() {
    setAccessibleName(tr("Event details"));
    m_tabs->setAccessibleName(tr("Event details"));
    m_tabs->setTabText(0, tr("Summary"));
    m_tabs->setTabText(1, tr("Changes"));
    m_tabs->setTabText(2, tr("Raw"));
    m_pretty->setAccessibleName(tr("Payload"));
    m_exact->setAccessibleName(tr("Payload bytes"));
    setButtonText(m_copy, tr("Copy &Bytes"));
    m_empty->say(tr("No event chosen"),
                 tr("Choose an event to see who did what, what it changed and its exact bytes."));
    fill();
}

void EventDetailsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void EventDetailsPane::setZone(ClockZone zone) {
    m_zone = zone;
    fill();
}

void EventDetailsPane::showRow(const TimelineRow& row) {
    m_row = row;
    m_fields = payloadFields(row.event);
    fill();
    m_slot.request(row);
}

void EventDetailsPane::clear() {
    m_row.reset();
    fill();
}

QString EventDetailsPane::sentence() const {
    return m_row ? m_sentence->text() : QString();
}

void EventDetailsPane::fill() {
    m_stack->setCurrentWidget(m_row ? static_cast<QWidget*>(m_tabs) : m_empty);
    if (!m_row)
        return;
    m_sentence->setParts(eventSentenceParts(*m_row));
    m_marks->setText(marksText(m_row->marks));
    m_marks->setVisible(m_row->marks != 0);

    std::vector<std::vector<TextCell>> facts;
    for (const auto& fact : eventFacts(*m_row, m_zone))
        facts.push_back({{fact.label, {}, Tone::Quiet, false, false},
                         {fact.value.text, fact.value.whole, Tone::Normal, fact.isId, false}});
    m_facts->setRows(facts);

    std::vector<std::vector<TextCell>> changes;
    if (!m_fields.empty())
        changes.push_back({{tr("Field"), {}, Tone::Quiet, false, true},
                           {tr("Before"), {}, Tone::Quiet, false, true},
                           {tr("After"), {}, Tone::Quiet, false, true}});
    for (const auto& field : m_fields)
        changes.push_back({{fieldText(field.field), {}, Tone::Normal, false, false},
                           {changeValueText(field.field, field.before), {}, Tone::Quiet, false, false},
                           {changeValueText(field.field, field.after), {}, Tone::Good, false, false}});
    m_changes->setRows(changes);
    m_noChanges->setText(tr("This event says that something happened; it changed no field."));
    m_noChanges->setVisible(m_fields.empty());

    const bool hasPayload = m_row->event.payload.has_value();
    m_pretty->setPlainText(hasPayload ? plainLines(prettyJson(maskedPayload(m_row->event)))
                                      : tr("This event has no payload."));
    m_exact->setPlainText(exactPayload(m_row->event));
    m_exactTitle->setText(
        tr("Exact bytes, as stored: %1")
            .arg(formatCount(hasPayload ? static_cast<std::int64_t>(m_row->event.payload->size()) : 0)));
    m_copy->setEnabled(hasPayload);
}

} // namespace muniment
