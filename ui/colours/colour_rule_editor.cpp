#include "ui/colours/colour_rule_editor.h"

#include "models/base/clock.h"
#include "models/items/filter_words.h"
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_edit.h"
#include "ui/look/row_tones.h"
#include "ui/look/tones.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScopedValueRollback>

namespace muniment {

namespace {

constexpr int kMostCharacters = 80;

/// A row of that colour in small.
QIcon swatch(const RowTone& tone) {
    QPixmap picture(32, 16);
    picture.fill(tone.surface);
    QPainter painter(&picture);
    painter.fillRect(0, 0, kBandWidth + 1, picture.height(), tone.band);
    painter.setPen(tones().border);
    painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1);
    return QIcon(picture);
}

QLabel* fieldLabel(QWidget* parent, const QString& text, QWidget* field) {
    auto* label = makeLabel(parent, TextSize::Small, Tone::Quiet);
    label->setText(text);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

} // namespace

ColourRuleEditor::ColourRuleEditor(AskCompletions ask, QWidget* dialog)
    : QWidget(dialog),
      m_name(new QLineEdit(this)),
      m_frame(new QFrame(this)),
      m_sign(makeLabel(this, TextSize::Normal, Tone::Quiet, true)),
      m_filter(new FilterEdit(m_frame)),
      m_words(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_colour(new QComboBox(this)) {
    m_name->setMaxLength(kMostCharacters);
    m_colour->setFocusPolicy(Qt::StrongFocus); // the wheel must not change what it passes over
    m_colour->setIconSize(QSize(32, 16));
    m_colour->setMinimumWidth(150);
    m_colour->installEventFilter(this);
    fillColours();
    setKind(m_frame, "filter");
    auto* inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(10, 2, 6, 2);
    inside->setSpacing(6);
    m_sign->setFixedWidth(16);
    inside->addWidget(m_sign);
    inside->addWidget(m_filter, 1);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(2 * m_words->fontMetrics().lineSpacing());
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    new CompletionPopup(std::move(ask), m_filter, dialog);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(fieldLabel(this, tr("&Name"), m_name), 0, 0);
    grid->addWidget(fieldLabel(this, tr("&Colour"), m_colour), 0, 1);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_colour, 1, 1);
    grid->addWidget(fieldLabel(this, tr("&Filter"), m_filter), 2, 0, 1, 2);
    grid->addWidget(m_frame, 3, 0, 1, 2);
    grid->addWidget(m_words, 4, 0, 1, 2);
    m_filter->setPlaceholderText(tr("What it colours: outcome:failure type:user.*"));

    connect(m_name, &QLineEdit::textEdited, this, &ColourRuleEditor::read);
    connect(m_filter, &FilterEdit::textChanged, this, &ColourRuleEditor::read);
    connect(m_filter, &FilterEdit::applied, this, &ColourRuleEditor::leaving);
    connect(m_filter, &FilterEdit::leaving, this, &ColourRuleEditor::leaving);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ColourRuleEditor::read);
    setRule({});
}

void ColourRuleEditor::fillColours() {
    const QScopedValueRollback setting(m_isSetting, true);
    const auto chosen = m_colour->currentIndex();
    m_colour->clear();
    for (const auto& tone : rowTones())
        m_colour->addItem(swatch(tone), rowToneText(tone), QLatin1String(tone.name));
    m_colour->setCurrentIndex(std::max(0, chosen));
}

bool ColourRuleEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        fillColours();
    return QWidget::eventFilter(watched, event);
}

void ColourRuleEditor::setRule(const std::optional<ColourRule>& rule, const QString& obstacle) {
    const QScopedValueRollback setting(m_isSetting, true);
    m_rule = rule;
    m_obstacle = obstacle;
    setEnabled(rule.has_value());
    const auto shown = rule.value_or(ColourRule{});
    if (m_name->text().trimmed().toStdString() != shown.name)
        m_name->setText(QString::fromStdString(shown.name));
    if (m_filter->text().trimmed().toStdString() != shown.filter)
        m_filter->setText(QString::fromStdString(shown.filter));
    const auto& tone = rowTone(QString::fromStdString(shown.colour));
    m_colour->setCurrentIndex(rule ? m_colour->findData(QLatin1String(tone.name)) : -1);
    say();
}

void ColourRuleEditor::setEditable(bool isEditable) {
    m_name->setReadOnly(!isEditable);
    m_filter->setReadOnly(!isEditable);
    m_colour->setEnabled(isEditable);
}

QString ColourRuleEditor::words() const {
    return m_words->text();
}

QString ColourRuleEditor::sign() const {
    return m_sign->text();
}

void ColourRuleEditor::read() {
    if (m_isSetting || !m_rule)
        return;
    auto rule = *m_rule;
    rule.name = m_name->text().trimmed().toStdString();
    rule.filter = m_filter->text().trimmed().toStdString();
    rule.colour = m_colour->currentData().toString().toStdString();
    if (rule == *m_rule)
        return; // colouring the text counts as a change of it, too
    if (rule.filter != m_rule->filter)
        m_obstacle.clear();
    m_rule = std::move(rule);
    say();
    emit changed(*m_rule);
}

void ColourRuleEditor::say() {
    const auto text = m_filter->text().toStdString();
    const auto parsed = parseFilter(text);
    const bool isEmpty = parsed.filter && *parsed.filter == FilterNode{};
    const bool isGood = parsed.filter && !isEmpty;
    m_filter->setError(parsed.error ? std::optional(parsed.error->range) : std::nullopt);
    if (isGood && m_obstacle.isEmpty())
        showState(QStringLiteral("✓"), Tone::Good, tr("The filter can be read"));
    else if (isGood)
        showState(QStringLiteral("⚠"), Tone::Warning, tr("The file cannot answer the filter"));
    else
        showState(m_rule && !isEmpty ? QStringLiteral("✕") : QString(), Tone::Bad, tr("The filter cannot be used"));
    m_words->setText(!m_rule                 ? QString()
                     : parsed.error          ? filterErrorSentence(*parsed.error, text)
                     : isEmpty               ? tr("Without a filter the rule would colour every row.")
                     : !m_obstacle.isEmpty() ? m_obstacle
                                             : filterWords(*parsed.filter, systemClock().now(), ClockZone()));
}

void ColourRuleEditor::showState(const QString& sign, Tone tone, const QString& meaning) {
    m_sign->setText(sign);
    m_sign->setAccessibleName(meaning);
    setTone(m_sign, tone);
    setTone(m_words, tone == Tone::Good || !m_rule ? Tone::Quiet : tone);
    const QVariant state = tone == Tone::Good      ? QStringLiteral("good")
                           : tone == Tone::Warning ? QStringLiteral("warning")
                           : m_rule                ? QStringLiteral("bad")
                                                   : QString();
    if (m_frame->property("state") == state)
        return;
    m_frame->setProperty("state", state);
    restyle(m_frame);
}

} // namespace muniment
