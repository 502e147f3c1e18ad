#include "ui/intake/made_events.h"

#include "models/items/error_sentence.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"
#include "ui/widgets/text_grid.h"

#include <QVBoxLayout>

namespace muniment {

namespace {

std::vector<TextCell> eventRow(const NewEvent& event) {
    RecordedEvent row;
    row.type = event.type;
    row.payload = event.payload;
    const QString payload = event.payload ? exactPayload(row) : QString();
    return {TextCell{plainText(event.type), {}, Tone::Normal, false, true},
            TextCell{payload, payload, Tone::Normal, true, false}};
}

} // namespace

MadeEvents::MadeEvents(QWidget* parent)
    : QWidget(parent),
      m_trouble(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_title(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_events(new TextGrid(2, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (auto* label : {m_trouble, m_title}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(m_events);
    layout->addStretch();
    clear();
}

void MadeEvents::clear() {
    m_trouble->clear();
    m_title->clear();
    m_events->setRows({});
    m_trouble->hide();
    m_title->hide();
}

void MadeEvents::say(const QString& text) {
    clear();
    m_title->setText(text);
    m_title->show();
}

void MadeEvents::show(const Result<RecordOutcome>& outcome) {
    clear();
    const bool isMade = outcome && outcome->made;
    if (!isMade) {
        m_trouble->setText(errorSentence(outcome ? outcome->made.error() : outcome.error()));
        m_trouble->show();
        return;
    }
    const RecordOutcome::Made& made = *outcome->made;
    m_title->setText(tr("%n event(s) of %1 %2", nullptr, static_cast<int>(made.events.size()))
                         .arg(plainText(made.aggregate.type), isolated(shortId(made.aggregate.id.text()))));
    m_title->show();
    std::vector<std::vector<TextCell>> rows;
    for (const NewEvent& event : made.events)
        rows.push_back(eventRow(event));
    m_events->setRows(rows);
}

QString MadeEvents::text() const {
    return QStringList{m_trouble->text(), m_title->text(), m_events->text()}.join(QLatin1Char('\n')).trimmed();
}

} // namespace muniment
