#include "ui/filter/filter_bar.h"

#include "models/base/clock.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_chips.h"
#include "ui/filter/filter_edit.h"
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
      m_frame(new QFrame(this)),
      m_sign(makeLabel(this, TextSize::Normal, Tone::Quiet, true)),
      m_edit(new FilterEdit(m_frame)),
      m_past(makeButton(this, "menu")),
      m_pastMenu(new QMenu(this)),
      m_save(makeButton(this)),
      m_words(new ElidedLabel(this)),
      m_count(makeLabel(this, TextSize::Small, Tone::Normal, true)),
      m_chips(new FilterChips(this)),
      m_popup(new CompletionPopup(std::move(ask), m_edit, window)) {
    setKind(m_frame, "filter");
    auto* inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(10, 2, 6, 2);
    inside->setSpacing(6);
    m_sign->setFixedWidth(16);
    inside->addWidget(m_sign);
    inside->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    m_row->setSpacing(kGrid);
    m_row->addWidget(m_frame, 1);
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

    connect(m_edit, &FilterEdit::textChanged, this, &FilterBar::read);
    connect(m_edit, &FilterEdit::applied, this, &FilterBar::apply);
    connect(m_edit, &FilterEdit::leaving, this, &FilterBar::leaving);
    connect(m_edit, &FilterEdit::olderWanted, this, [this] { walk(true); });
    connect(m_edit, &FilterEdit::newerWanted, this, [this] { walk(false); });
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
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setAccessibleDescription(tr(
        "Enter applies, Escape goes back to the events, Ctrl+Space completes, Up and Down go through earlier filters"));
    m_edit->setPlaceholderText(tr("Filter: type:user.locked actor:petra after:-30d “free words”"));
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
    if (m_filter != filter)
        m_edit->setText(text);
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
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FilterBar::words() const {
    return m_words->wholeText();
}

void FilterBar::read() {
    if (m_edit->text() == m_text)
        return;
    m_text = m_edit->text();
    auto parsed = parseFilter(m_text.toStdString());
    m_filter = std::move(parsed.filter);
    m_error = std::move(parsed.error);
    m_edit->setError(m_error ? std::optional(m_error->range) : std::nullopt);
    say();
}

void FilterBar::showState(const char* state, const QString& sign, const QString& meaning) {
    m_sign->setText(sign);
    m_sign->setAccessibleName(meaning);
    m_sign->setToolTip(meaning);
    const QVariant value = QLatin1String(state);
    if (m_frame->property("state") == value)
        return;
    m_frame->setProperty("state", value);
    restyle(m_frame);
}

void FilterBar::say() {
    if (m_error) {
        showState("bad", QStringLiteral("✕"), tr("The filter cannot be read"));
        setTone(m_sign, Tone::Bad);
        setTone(m_words, Tone::Bad);
        m_words->setWholeText(filterErrorSentence(*m_error, m_text.toStdString()));
        m_count->hide();
        return;
    }
    const bool isApplied = m_filter == m_applied;
    const bool isOpen = m_filter == FilterNode{};
    showState(isOpen ? "" : "good", isOpen ? QStringLiteral("⌕") : QStringLiteral("✓"),
              isOpen ? tr("No filter") : tr("The filter can be read"));
    setTone(m_sign, isOpen ? Tone::Quiet : Tone::Good);
    setTone(m_words, Tone::Quiet);
    const auto words = filterWords(*m_filter, isApplied ? m_asked : systemClock().now(), m_zone);
    m_words->setWholeText(isApplied ? words : tr("Not applied yet, Enter applies it. %1").arg(words));
    m_count->setVisible(isApplied && m_found && !isOpen);
    if (m_found)
        m_count->setText(
            tr("%1 of %2 events in %3")
                .arg(formatCount(m_found->matches), formatCount(m_found->events), formatRoundTrip(m_found->took)));
}

void FilterBar::apply() {
    if (!m_filter)
        return;
    m_history.add(m_text.trimmed());
    emit filterChosen(*m_filter);
}

void FilterBar::choose(const QString& text) {
    m_edit->setText(text);
    apply();
}

void FilterBar::walk(bool isOlder) {
    m_edit->setText(isOlder ? m_history.older(m_text) : m_history.newer(m_text));
}

void FilterBar::fillHistory() {
    m_pastMenu->clear();
    const auto texts = m_history.texts().mid(0, kShownInMenu);
    if (texts.isEmpty())
        m_pastMenu->addAction(tr("Nothing was filtered yet"))->setEnabled(false);
    for (const auto& text : texts)
        connect(m_pastMenu->addAction(menuText(text)), &QAction::triggered, this, [this, text] { choose(text); });
}

} // namespace muniment
