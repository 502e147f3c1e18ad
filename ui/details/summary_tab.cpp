#include "ui/details/summary_tab.h"

#include "models/items/event_facts.h"
#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "ui/annotations/annotation_strip.h"
#include "ui/details/value_table.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentence_view.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SummaryTab)
};

constexpr int kMostDisclosures = 5;
constexpr int kInset = 6; ///< of a table's text from its edge

QString told(const Disclosure& disclosure, const ClockZone& zone) {
    return Words::tr("%1: %2 looked at %3 (%4)")
        .arg(formatTimeWithZone(disclosure.shownAt, zone), isolated(plainText(disclosure.author)),
             isolated(fieldText(disclosure.field)), isolated(plainText(disclosure.reason)));
}

QString told(const std::vector<Disclosure>& disclosures, const ClockZone& zone) {
    QStringList lines;
    for (const auto& disclosure : disclosures)
        lines.prepend(told(disclosure, zone));
    if (const int earlier = static_cast<int>(lines.size()) - kMostDisclosures; earlier > 0) {
        lines = lines.mid(0, kMostDisclosures);
        lines << Words::tr("and %n time(s) before", nullptr, earlier);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SummaryTab::SummaryTab(QWidget* parent)
    : QWidget(parent),
      m_sentence(new SentenceView(this)),
      m_marks(makeLabel(this, TextSize::Normal, Tone::Warning)),
      m_annotation(new AnnotationStrip(this)),
      m_facts(new ValueTable(new ValueTableModel(2, this), ValueTable::Choice::Rows, this)),
      m_shownTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_shown(makeValueLabel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    auto* above = new QVBoxLayout;
    auto* below = new QVBoxLayout;
    for (auto* words : {above, below}) {
        words->setContentsMargins(kInset, 0, kInset, 0);
        words->setSpacing(kGrid);
    }
    above->addWidget(m_sentence);
    above->addWidget(m_marks);
    above->addWidget(m_annotation);
    below->addWidget(m_shownTitle);
    below->addWidget(m_shown);
    layout->addLayout(above);
    layout->addWidget(m_facts, 1);
    layout->addLayout(below);
    layout->addStretch();
    m_marks->setWordWrap(true);
    m_shown->setWordWrap(true);
    retranslate();
}

void SummaryTab::retranslate() {
    m_facts->setAccessibleName(tr("Facts"));
}

void SummaryTab::tell(const ShownEvent& event) {
    retranslate();
    m_sentence->setParts(eventSentenceParts(event.row));
    m_marks->setText(marksText(event.row.marks));
    m_marks->setVisible(event.row.marks != 0);
    m_annotation->tell(event.row.annotation);
    std::vector<ValueRow> rows;
    for (auto& fact : eventFacts(event.row, event.zone)) {
        const auto tone =
            fact.value.field == "outcome" && isFailure(event.row.event.outcome) ? CellTone::Bad : CellTone::Normal;
        rows.push_back(
            {ValueCell::words(fact.label), {.value = std::move(fact.value), .tone = tone, .isMonospace = fact.isId}});
    }
    m_facts->values()->setRows(std::move(rows));
    m_facts->fitColumns();
    m_facts->fitHeight();
    const auto& disclosures = event.details.disclosures;
    m_shownTitle->setText(tr("Secrets shown so far"));
    m_shown->setText(told(disclosures, event.zone));
    m_shownTitle->setVisible(!disclosures.empty());
    m_shown->setVisible(!disclosures.empty());
}

QString SummaryTab::sentence() const {
    return m_sentence->text();
}

QString SummaryTab::disclosures() const {
    return m_shown->text();
}

} // namespace muniment
