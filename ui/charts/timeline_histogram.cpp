#include "ui/charts/timeline_histogram.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/time_axis.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_stage.h"
#include "ui/charts/time_bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>

namespace muniment {

namespace {

constexpr int kRefreshMillis = 250;
constexpr const char* kStackingKey = "timeline/histogram/stacking";
constexpr std::optional<Facet> kStackings[] = {Facet::Outcome, Facet::EventType, std::nullopt};

} // namespace

TimelineHistogram::TimelineHistogram(AskHistogram ask, QWidget* parent)
    : QFrame(parent),
      m_slot(this, std::move(ask),
             [this](const HistogramQuestion& question, Result<HistogramAnswer> answer) {
                 take(question, std::move(answer));
             }),
      m_bars(new TimeBars(this)),
      m_legend(new ChartLegend(this)),
      m_span(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_stacking(new QComboBox(this)),
      m_previous(makeButton(this, "flat")),
      m_next(makeButton(this, "flat")),
      m_all(makeButton(this, "flat")),
      m_stage(new ChartStage(m_bars, this)),
      m_pace(kRefreshMillis, nullptr) {
    setKind(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 2);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_legend);
    head->addWidget(m_span, 1);
    for (QWidget* control : std::initializer_list<QWidget*>{m_previous, m_next, m_all, m_stacking})
        head->addWidget(control);
    head->addWidget(m_stage->makeMenuButton(this));
    layout->addLayout(head);
    layout->addWidget(m_stage, 1);
    m_span->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_span->setMinimumWidth(0);
    m_span->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setFixedHeight(132);

    m_stacking->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto& stacking : kStackings)
        m_stacking->addItem(QString(), stacking ? static_cast<int>(*stacking) : 0);
    const int kept = m_stacking->findData(QSettings().value(QLatin1String(kStackingKey), m_stacking->itemData(0)));
    m_stacking->setCurrentIndex(std::max(kept, 0));
    m_question.stackedBy = kStackings[m_stacking->currentIndex()];
    connect(m_stacking, &QComboBox::activated, this, [this](int place) {
        QSettings().setValue(QLatin1String(kStackingKey), m_stacking->itemData(place));
        m_question.stackedBy = kStackings[place];
        this->ask();
    });
    connect(m_bars, &TimeBars::rangeChosen, this, [this](Instant from, Instant to) { emit rangeChosen({from, to}); });
    connect(m_bars, &TimeBars::widerWanted, this, &TimelineHistogram::widen);
    connect(m_bars, &TimeBars::readoutChanged, this, &TimelineHistogram::updateSpan);
    connect(m_previous, &QPushButton::clicked, this, [this] { goToZoom(m_zoom - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToZoom(m_zoom + 1); });
    connect(m_all, &QPushButton::clicked, this, [this] { emit rangeChosen({}); });
    connect(&m_pace, &RefreshPace::due, this, &TimelineHistogram::ask);
    retranslate();
}

TimelineHistogram::~TimelineHistogram() {
    m_bars->disconnect(this); // bars that lose the focus on their way out tell of it
}

void TimelineHistogram::retranslate() {
    setAccessibleName(tr("Events over time"));
    m_stage->setTitle(tr("Events over time"));
    m_stacking->setAccessibleName(tr("What the bars are divided by"));
    m_stacking->setItemText(0, tr("By outcome"));
    m_stacking->setItemText(1, tr("By type"));
    m_stacking->setItemText(2, tr("Undivided"));
    setButtonText(m_previous, tr("Earlier Zoom"));
    setButtonText(m_next, tr("Later Zoom"));
    setButtonText(m_all, tr("All Times"));
    m_previous->setToolTip(tr("The part of time shown before"));
    m_next->setToolTip(tr("The part of time shown after this one"));
    m_all->setToolTip(tr("Take the limits of time away"));
    if (!m_shown.series.empty())
        m_bars->setHistogram(m_shown, seriesNames(), m_bars->kind());
    updateZoom();
    updateSpan();
}

void TimelineHistogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_legend->setEntries(m_bars->legend());
    QFrame::changeEvent(event);
}

void TimelineHistogram::setQuestion(const TimelineQuestion& question) {
    const bool isSame =
        m_isAsked && m_question.timeline.filter == question.filter && m_question.timeline.asOf == question.asOf;
    m_question.timeline = question;
    if (isSame)
        return;
    takeLimits(timeLimitsOf(question.filter, question.now));
    ask();
}

void TimelineHistogram::refresh() {
    if (m_isAsked)
        m_pace.noteChange();
}

void TimelineHistogram::setZone(const ClockZone& zone) {
    m_bars->setZone(zone);
    m_isPerTenant = zone.kind() == ClockZone::Kind::PerTenant;
    updateSpan();
    if (std::exchange(m_question.zone, zone.ofMany()) != zone.ofMany() && m_isAsked)
        ask();
}

void TimelineHistogram::ask() {
    m_isAsked = true;
    m_pace.noteAsked();
    m_slot.request(m_question);
}

void TimelineHistogram::take(const HistogramQuestion& question, Result<HistogramAnswer> answer) {
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    m_shown = std::move(answer->histogram);
    m_shownStacking = question.stackedBy;
    m_bars->setHistogram(m_shown, seriesNames(),
                         m_shownStacking == Facet::EventType ? SeriesKind::Category : SeriesKind::Outcome);
    m_legend->setEntries(m_bars->legend());
    m_stage->refresh();
    updateSpan();
}

std::vector<QString> TimelineHistogram::seriesNames() const {
    std::vector<QString> names;
    for (const std::string& series : m_shown.series)
        names.push_back(series.empty()                      ? m_shown.series.size() == 1 ? tr("events") : tr("other")
                                             : m_shownStacking == Facet::Outcome ? outcomeText(series)
                                                            : plainText(series));
    return names;
}

QString TimelineHistogram::barText() const {
    const QString width = widthText(m_shown.width);
    return m_isPerTenant ? tr("1 bar: %1, in UTC for all organizations").arg(width) : tr("1 bar: %1").arg(width);
}

void TimelineHistogram::updateSpan() {
    const QString readout = m_bars->readout();
    if (!readout.isEmpty())
        m_span->setText(readout);
    else if (m_shown.counts.empty())
        m_span->setText(tr("Nothing to show"));
    else
        m_span->setText(barText());
    m_span->setToolTip(m_span->text());
}

void TimelineHistogram::takeLimits(const TimeLimits& limits) {
    if (m_zooms[m_zoom] == limits)
        return;
    if (m_zoom > 0 && m_zooms[m_zoom - 1] == limits) {
        --m_zoom;
    } else if (m_zoom + 1 < m_zooms.size() && m_zooms[m_zoom + 1] == limits) {
        ++m_zoom;
    } else {
        m_zooms.resize(m_zoom + 1);
        m_zooms.push_back(limits);
        ++m_zoom;
    }
    updateZoom();
}

void TimelineHistogram::goToZoom(std::size_t place) {
    if (place < m_zooms.size())
        emit rangeChosen(m_zooms[place]);
}

void TimelineHistogram::widen() {
    const auto limits = m_zooms[m_zoom];
    if (limits.isOpen() || m_shown.counts.empty())
        return;
    const auto span = static_cast<std::int64_t>(m_shown.counts.size()) * m_shown.width;
    const auto isWhole = span > INT64_MAX / 4;
    emit rangeChosen(isWhole ? TimeLimits{} : TimeLimits{m_shown.from + -span / 2, m_shown.from + span + span / 2});
}

void TimelineHistogram::updateZoom() {
    m_previous->setVisible(m_zooms.size() > 1);
    m_next->setVisible(m_zooms.size() > 1);
    m_previous->setEnabled(m_zoom > 0);
    m_next->setEnabled(m_zoom + 1 < m_zooms.size());
    m_all->setVisible(!m_zooms[m_zoom].isOpen());
}

} // namespace muniment
