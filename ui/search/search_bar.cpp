#include "ui/search/search_bar.h"

#include "ui/filter/filter_edit.h"
#include "ui/filter/filter_line.h"
#include "ui/widgets/cards.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace muniment {

/// Beside filters and details the list may be narrow: opening the search must not widen the window.
static constexpr int kLeastLine = 110;
static constexpr int kLeastWords = 130;
static constexpr int kMostWords = 240;

SearchBar::SearchBar(AskCompletions ask, QAction* next, QAction* previous, QWidget* window, QWidget* parent)
    : QWidget(parent),
      m_line(new FilterLine(std::move(ask), "timeline/searches", window, this)),
      m_words(new ElidedLabel(this)),
      m_next(makeButton(this)),
      m_previous(makeButton(this)),
      m_filter(makeButton(this)),
      m_close(makeButton(this)),
      m_nextAction(next),
      m_previousAction(previous) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, 0);
    layout->setSpacing(kGrid);
    m_line->edit()->setMinimumWidth(kLeastLine);
    m_words->setMinimumWidth(kLeastWords);
    m_words->setMaximumWidth(kMostWords);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_words);
    for (auto* button : {m_previous, m_next, m_filter, m_close})
        layout->addWidget(button);
    setFocusProxy(m_line);
    connect(m_next, &QPushButton::clicked, m_nextAction, &QAction::trigger);
    connect(m_previous, &QPushButton::clicked, m_previousAction, &QAction::trigger);
    connect(m_line, &FilterLine::applied, m_nextAction, &QAction::trigger);
    connect(m_line, &FilterLine::leaving, this, &SearchBar::closed);
    connect(m_filter, &QPushButton::clicked, this, &SearchBar::filterWanted);
    connect(m_close, &QPushButton::clicked, this, &SearchBar::closed);
    hide();
    setSearching(false);
    retranslate();
}

void SearchBar::open() {
    show();
    m_line->focusLine();
}

void SearchBar::say(const QString& words, Tone tone) {
    m_words->setWholeText(words);
    m_words->setAccessibleName(words);
    setTone(m_words, tone);
}

void SearchBar::setSearching(bool isSearching) {
    for (auto* button : {m_next, m_previous, m_filter})
        button->setEnabled(isSearching);
}

void SearchBar::retranslate() {
    setAccessibleName(tr("Search in the list"));
    m_line->setMeanings(tr("Search in the list"), tr("Nothing is searched for"));
    m_line->edit()->setAccessibleDescription(tr(
        "Enter goes to the next match, Escape closes the search, Ctrl+Space completes, Up and Down go through earlier "
        "searches"));
    m_line->edit()->setPlaceholderText(tr("Search, every row stays: outcome:failure “free words”"));
    const auto dress = [](QPushButton* button, const QString& sign, const QString& name, const QString& tip) {
        button->setText(sign);
        button->setAccessibleName(name);
        button->setToolTip(tip);
    };
    const auto key = [](const QAction* action) { return action->shortcut().toString(QKeySequence::NativeText); };
    dress(m_previous, QStringLiteral("↑"), tr("Previous match"), tr("The match above (%1)").arg(key(m_previousAction)));
    dress(m_next, QStringLiteral("↓"), tr("Next match"), tr("The match below (%1)").arg(key(m_nextAction)));
    dress(m_filter, tr("Filter on This"), tr("Filter on This"),
          tr("Show only the matches: adds the search to the filter"));
    dress(m_close, QStringLiteral("✕"), tr("Close the search"), tr("Close the search and take its marks away (Esc)"));
}

void SearchBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace muniment
