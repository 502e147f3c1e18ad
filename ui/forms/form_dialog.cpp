#include "ui/forms/form_dialog.h"

#include "models/items/error_sentence.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

FormDialog::FormDialog(const QString& title, const QString& intro, const QString& verb, QWidget* parent)
    : QDialog(parent),
      m_fields(new QVBoxLayout),
      m_error(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_note(makeLabel(this, TextSize::Normal, Tone::Warning)),
      m_submit(makeButton(this, "main")),
      m_cancel(makeButton(this)),
      m_buttons(new QHBoxLayout),
      m_verb(verb) {
    setWindowTitle(QString(title).remove(QStringLiteral("…")).trimmed());
    setAccessibleName(windowTitle());
    setMinimumWidth(440);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = makeLabel(this, TextSize::Title, Tone::Normal, true);
    heading->setText(windowTitle());
    layout->addWidget(heading);
    if (!intro.isEmpty()) {
        auto* words = makeLabel(this, TextSize::Normal, Tone::Quiet);
        words->setWordWrap(true);
        words->setText(intro);
        layout->addWidget(words);
    }
    layout->addSpacing(kGrid);
    m_fields->setSpacing(4);
    layout->addLayout(m_fields);
    for (auto* label : {m_error, m_note}) {
        label->setWordWrap(true);
        label->hide();
        layout->addWidget(label);
    }
    layout->addStretch();
    layout->addSpacing(kGrid);

    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_submit);
    layout->addLayout(m_buttons);
    setButtonText(m_submit, verb);
    setButtonText(m_cancel, tr("Cancel"));
    m_submit->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, [this] {
        clearErrors();
        emit submitted();
    });
}

void FormDialog::addField(const FormField& field) {
    if (field.choices.empty()) {
        auto* line = new QLineEdit(field.value, this);
        line->setPlaceholderText(field.hint);
        connect(line, &QLineEdit::textChanged, this, [this, key = field.key] { emit edited(key); });
        addRow(field.key, field.label, line);
        return;
    }
    auto* box = new QComboBox(this);
    for (const auto& [value, words] : field.choices)
        box->addItem(words, value);
    box->setCurrentIndex(std::max(0, box->findData(field.value)));
    box->setFocusPolicy(Qt::StrongFocus); // the wheel must not change what it passes over
    connect(box, &QComboBox::currentIndexChanged, this, [this, key = field.key] { emit edited(key); });
    addRow(field.key, field.label, box);
}

void FormDialog::addWidgetField(const QString& key, const QString& label, QWidget* widget) {
    widget->setParent(this);
    addRow(key, label, widget);
}

void FormDialog::addRow(const QString& key, const QString& label, QWidget* editor) {
    Row row{makeLabel(this, TextSize::Small, Tone::Quiet), editor, makeLabel(this, TextSize::Small, Tone::Bad), true};
    row.label->setText(label);
    row.label->setBuddy(editor);
    editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    row.error->setWordWrap(true);
    row.error->hide();
    m_fields->addWidget(row.label);
    m_fields->addWidget(editor);
    m_fields->addWidget(row.error);
    m_fields->addSpacing(4);
    m_rows[key] = row;
}

QWidget* FormDialog::editor(const QString& key) const {
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : found->second.editor;
}

std::string FormDialog::value(const QString& key) const {
    if (const auto* line = qobject_cast<QLineEdit*>(editor(key)))
        return line->text().trimmed().toStdString();
    if (const auto* box = qobject_cast<QComboBox*>(editor(key)))
        return box->currentData().toString().toStdString();
    return {};
}

void FormDialog::setFieldVisible(const QString& key, bool isVisible) {
    auto& row = m_rows.at(key);
    row.isVisible = isVisible;
    row.label->setVisible(isVisible);
    row.editor->setVisible(isVisible);
    if (!isVisible)
        row.error->hide();
}

void FormDialog::setFieldLabel(const QString& key, const QString& label) {
    m_rows.at(key).label->setText(label);
    m_rows.at(key).editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
}

void FormDialog::showError(const QString& key, const QString& text) {
    const auto found = m_rows.find(key);
    if (found == m_rows.end() || !found->second.isVisible) {
        m_error->setText(text);
        m_error->show();
        return growToFit();
    }
    auto& row = found->second;
    row.error->setText(text);
    row.error->show();
    growToFit();
    row.editor->setProperty("state", QStringLiteral("bad"));
    row.editor->setAccessibleDescription(text);
    restyle(row.editor);
    row.editor->setFocus();
}

void FormDialog::growToFit() {
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void FormDialog::clearErrors() {
    m_error->hide();
    m_error->clear();
    for (auto& [key, row] : m_rows) {
        row.error->hide();
        row.error->clear();
        row.editor->setProperty("state", QVariant());
        row.editor->setAccessibleDescription({});
        restyle(row.editor);
    }
}

void FormDialog::setWaiting(bool isWaiting) {
    for (auto& [key, row] : m_rows)
        row.editor->setEnabled(!isWaiting);
    m_submit->setEnabled(!isWaiting);
    if (m_stage != nullptr)
        m_stage->setEnabled(!isWaiting);
    setButtonText(m_submit, isWaiting ? tr("Sending…") : m_verb);
    setButtonText(m_cancel, isWaiting ? tr("Close") : tr("Cancel")); // what was sent is not taken back
    if (!isWaiting) {
        setNote({});
    }
}

void FormDialog::setNote(const QString& text) {
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    growToFit();
}

void FormDialog::offerStaging() {
    m_stage = makeButton(this);
    setButtonText(m_stage, tr("S&tage"));
    m_stage->setToolTip(tr("Collect it with other changes, to be looked at as a whole before any is sent"));
    m_stage->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->indexOf(m_submit), m_stage);
    connect(m_stage, &QPushButton::clicked, this, [this] {
        clearErrors();
        emit stagingChosen();
    });
}

void FormDialog::setVerb(const QString& verb) {
    m_verb = verb;
    setButtonText(m_submit, verb);
}

void FormDialog::showNotKnown(const QString& sentence) {
    setNote(sentence);
    setButtonText(m_submit, tr("Waiting for the Answer…"));
    setAccessibleDescription(sentence);
}

void FormDialog::showFailure(const Error& error) {
    QString key = QString::fromStdString(error.get("field"));
    if (error.code == ErrorCode::NameTaken && key.isEmpty())
        key = error.get("kind") == "user_name" ? QStringLiteral("userName") : QStringLiteral("name");
    showError(key, errorSentence(error));
}

QString FormDialog::noteText() const {
    return m_note->text();
}

QString FormDialog::errorText() const {
    QStringList texts;
    for (const auto& [key, row] : m_rows) {
        if (!row.error->text().isEmpty())
            texts << row.error->text();
    }
    if (!m_error->text().isEmpty())
        texts << m_error->text();
    return texts.join(QLatin1Char(' '));
}

} // namespace muniment
