#include "ui/plans/planned_writes_view.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/changes/event_rows.h"
#include "ui/widgets/cards.h"

#include <QScrollArea>

namespace muniment {

namespace {

/// Of everything it shows, so that the form keeps its size as more is known; less where the screen has no more.
constexpr int kHeight = 232;
constexpr int kLeastHeight = 112;

} // namespace

PlannedWritesView::PlannedWritesView(QWidget* parent)
    : QWidget(parent),
      m_words(makeLabel(this)),
      m_count(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_events(nullptr),
      m_scroll(new QScrollArea(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_words->setWordWrap(true);
    m_count->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* page = new QWidget(m_scroll);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, kGrid, 0);
    m_events = new TextGrid(2, page);
    pageLayout->addWidget(m_events);
    pageLayout->addStretch();
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Events it writes"));
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    layout->addWidget(m_words);
    layout->addWidget(m_count);
    layout->addWidget(m_scroll, 1);
    layout->addStretch();
    setMinimumHeight(kLeastHeight);
    setFocusProxy(m_scroll);
    tell({});
}

void PlannedWritesView::tell(const QString& sentence, bool isWrong) {
    setTone(m_words, isWrong ? Tone::Bad : Tone::Quiet);
    m_words->setText(sentence);
    m_count->hide();
    m_scroll->hide();
    m_events->setRows({});
}

void PlannedWritesView::show(const PlannedWrites& planned) {
    setTone(m_words, Tone::Normal);
    m_words->setText(plannedWords(planned.requests).join(QLatin1Char(' ')));
    m_words->setVisible(!m_words->text().isEmpty());
    QStringList counts;
    if (const auto* refusal = planned.refusal())
        counts << errorSentence(*refusal);
    else if (planned.impact)
        counts << tr("%n event(s) would be written.", nullptr, static_cast<int>(planned.impact->events))
               << tr("%n user(s) touched.", nullptr, static_cast<int>(planned.impact->userCount()));
    else
        counts << tr("Asking the region what it would write.");
    setTone(m_count, planned.refusal() != nullptr ? Tone::Bad : Tone::Quiet);
    m_count->setText(counts.join(QLatin1Char(' ')));
    m_count->show();
    m_scroll->show();
    m_events->setRows(eventRows(planned.answers, [&planned](const TenantId& tenant, const AggregateId& id) {
        const auto found = planned.names.find({tenant, id});
        return found == planned.names.end() ? QString() : plainText(found->second); // what is made has an id only
    }));
}

QSize PlannedWritesView::sizeHint() const {
    return {QWidget::sizeHint().width(), kHeight};
}

QString PlannedWritesView::text() const {
    QStringList lines;
    for (const auto* label : {m_words, m_count})
        if (!label->isHidden())
            lines << label->text();
    lines << m_events->text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment
