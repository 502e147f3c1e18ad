#include "ui/filter/filter_line.h"

#include "models/items/filter_words.h"
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_edit.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

FilterLine::FilterLine(AskCompletions ask, const char* historyKey, QWidget* window, QWidget* parent)
    : QFrame(parent),
      m_sign(makeLabel(this, TextSize::Normal, Tone::Quiet, true)),
      m_edit(new FilterEdit(this)),
      m_popup(new CompletionPopup(std::move(ask), m_edit, window)),
      m_history(historyKey) {
    setKind(this, "filter");
    auto* inside = new QHBoxLayout(this);
    inside->setContentsMargins(10, 2, 6, 2);
    inside->setSpacing(6);
    m_sign->setFixedWidth(16);
    inside->addWidget(m_sign);
    inside->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    connect(m_edit, &FilterEdit::textChanged, this, &FilterLine::read);
    connect(m_edit, &FilterEdit::applied, this, &FilterLine::applied);
    connect(m_edit, &FilterEdit::leaving, this, &FilterLine::leaving);
    connect(m_edit, &FilterEdit::olderWanted, this, [this] { setText(m_history.older(m_text)); });
    connect(m_edit, &FilterEdit::newerWanted, this, [this] { setText(m_history.newer(m_text)); });
    showState();
}

void FilterLine::setMeanings(const QString& name, const QString& empty) {
    setAccessibleName(name);
    m_edit->setAccessibleName(name);
    m_empty = empty;
    showState();
}

void FilterLine::setText(const QString& text) {
    m_edit->setText(text);
}

QString FilterLine::text() const {
    return m_text;
}

void FilterLine::focusLine() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterLine::remember() {
    m_popup->hide();
    m_history.add(m_text.trimmed());
}

QString FilterLine::errorText() const {
    return m_error ? filterErrorSentence(*m_error, m_text.toStdString()) : QString();
}

void FilterLine::read() {
    if (m_edit->text() == m_text)
        return; // colouring the text counts as a change of it, too
    m_text = m_edit->text();
    auto parsed = parseFilter(m_text.toStdString());
    m_filter = std::move(parsed.filter);
    m_error = std::move(parsed.error);
    m_edit->setError(m_error ? std::optional(m_error->range) : std::nullopt);
    showState();
    emit changed();
}

void FilterLine::showState() {
    const bool isOpen = m_filter == FilterNode{};
    const auto meaning = m_error ? tr("The filter cannot be read") : isOpen ? m_empty : tr("The filter can be read");
    m_sign->setText(m_error ? QStringLiteral("✕") : isOpen ? QStringLiteral("⌕") : QStringLiteral("✓"));
    m_sign->setAccessibleName(meaning);
    m_sign->setToolTip(meaning);
    setTone(m_sign, m_error ? Tone::Bad : isOpen ? Tone::Quiet : Tone::Good);
    const QVariant state = m_error ? QStringLiteral("bad") : isOpen ? QString() : QStringLiteral("good");
    if (property("state") == state)
        return;
    setProperty("state", state);
    restyle(this);
}

} // namespace muniment
