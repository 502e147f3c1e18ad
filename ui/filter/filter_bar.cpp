#include "ui/filter/filter_bar.h"

#include "models/base/clock.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "ui/filter/filter_chips.h"
#include "ui/filter/filter_edit.h"
#include "ui/filter/filter_line.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace muniment {

namespace {

constexpr int kShownInMenu = 20;
constexpr int kMostMenuCharacters = 90;

QString menuText(const QString& filter) {
    const QString text = plainText(filter);
    const QString shown =
        text.size() > kMostMenuCharacters ? text.left(kMostMenuCharacters - 1) + QStringLiteral("…") : text;
    return QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

FilterBar::FilterBar(AskCompletions ask, QWidget* window, QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout),
      m_line(new FilterLine(std::move(ask), "timeline/filters", window, this)),
      m_past(makeButton(this, "menu")),
      m_pastMenu(new QMenu(this)),
      m_save(makeButton(this)),
      m_words(new ElidedLabel(this)),
      m_count(makeLabel(this, TextSize::Small, Tone::Normal, true)),
      m_chips(new FilterChips(this)) {
    setFocusProxy(m_line);
    m_row->setSpacing(kGrid);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(m_past);
    m_row->addWidget(m_save);
    m_past->setMenu(m_pastMenu);
    auto* told = new QHBoxLayout;
    told->setSpacing(kGrid);
    m_words->setFont(textFont(TextSize::Small));
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    told->addWidget(m_words, 1);
    told->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_row);
    layout->addLayout(told);
    layout->addWidget(m_chips);
    m_chips->hide();

    connect(m_line, &FilterLine::changed, this, &FilterBar::say);
    connect(m_line, &FilterLine::applied, this, &FilterBar::apply);
    connect(m_line, &FilterLine::leaving, this, &FilterBar::leaving);
    connect(m_chips, &FilterChips::removed, this,
            [this](std::size_t chip) { emit filterChosen(withoutChip(m_applied, chip)); });
    connect(m_pastMenu, &QMenu::aboutToShow, this, &FilterBar::fillHistory);
    connect(m_save, &QPushButton::clicked, this, &FilterBar::saveChosen);
    retranslate();
}

void FilterBar::addButton(QPushButton* button) {
    m_row->addWidget(button);
}

void FilterBar::retranslate() {
    m_line->setMeanings(tr("Filter"), tr("No filter"));
    edit()->setAccessibleDescription(tr(
        "Enter applies, Escape goes back to the events, Ctrl+Space completes, Up and Down go through earlier filters"));
    edit()->setPlaceholderText(tr("Filter: type:user.locked actor:petra after:-30d “free words”"));
    setButtonText(m_past, tr("Recent"));
    m_past->setToolTip(tr("Filters that were applied before"));
    m_pastMenu->setAccessibleName(tr("Recent filters"));
    setButtonText(m_save, tr("Save View…"));
    m_save->setToolTip(tr("Keep filter and columns under a name, in the navigation"));
    setAccessibleName(tr("Filter"));
    say();
}

void FilterBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::setFilter(const FilterNode& filter) {
    m_applied = filter;
    m_asked = systemClock().now();
    const auto text = QString::fromStdString(printFilter(filter));
    // What a person typed may say the same with other blanks and signs: it stays as they wrote it.
    if (m_line->filter() != filter)
        m_line->setText(text);
    const auto chips = chipsOf(filter);
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.empty());
    m_found.reset();
    say();
}

void FilterBar::setFound(const std::optional<FilterFound>& found) {
    m_found = found;
    say();
}

void FilterBar::setZone(const ClockZone& zone) {
    m_zone = zone;
    say();
}

void FilterBar::focusLine() {
    m_line->focusLine();
}

FilterEdit* FilterBar::edit() const {
    return m_line->edit();
}

CompletionPopup* FilterBar::popup() const {
    return m_line->popup();
}

QString FilterBar::words() const {
    return m_words->wholeText();
}

bool FilterBar::isValid() const {
    return m_line->filter().has_value();
}

void FilterBar::say() {
    const auto& filter = m_line->filter();
    if (!filter) {
        setTone(m_words, Tone::Bad);
        m_words->setWholeText(m_line->errorText());
        m_count->hide();
        return;
    }
    const bool isApplied = *filter == m_applied;
    const bool isOpen = *filter == FilterNode{};
    setTone(m_words, Tone::Quiet);
    const auto words = filterWords(*filter, isApplied ? m_asked : systemClock().now(), m_zone);
    m_words->setWholeText(isApplied ? words : tr("Not applied yet, Enter applies it. %1").arg(words));
    m_count->setVisible(isApplied && m_found && !isOpen);
    if (m_found)
        m_count->setText(
            tr("%1 of %2 events in %3")
                .arg(formatCount(m_found->matches), formatCount(m_found->events), formatRoundTrip(m_found->took)));
}

void FilterBar::apply() {
    if (!m_line->filter())
        return;
    m_line->remember();
    emit filterChosen(*m_line->filter());
}

void FilterBar::choose(const QString& text) {
    m_line->setText(text);
    apply();
}

void FilterBar::fillHistory() {
    m_pastMenu->clear();
    const auto texts = m_line->remembered().mid(0, kShownInMenu);
    if (texts.isEmpty())
        m_pastMenu->addAction(tr("Nothing was filtered yet"))->setEnabled(false);
    for (const auto& text : texts)
        connect(m_pastMenu->addAction(menuText(text)), &QAction::triggered, this, [this, text] { choose(text); });
}

} // namespace muniment
