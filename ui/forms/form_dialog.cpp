#include "ui/forms/form_dialog.h"

#include "models/items/error_sentence.h"
#include "ui/forms/entity_picker.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShowEvent>
#include <QSignalBlocker>

namespace muniment {

static void choose(QComboBox* box, const QString& value) {
    const int found = box->findData(value);
    if (found < 0 && box->isEditable())
        box->setEditText(value);
    else
        box->setCurrentIndex(std::max(0, found));
}

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
    connect(this, &FormDialog::edited, this, &FormDialog::withdrawQueueing);
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
    box->setFocusPolicy(Qt::StrongFocus); // the wheel must not change what it passes over
    addRow(field.key, field.label, box);
    if (field.isTypable) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->lineEdit()->setPlaceholderText(field.hint);
        box->lineEdit()->setAccessibleName(box->accessibleName());
    }
    choose(box, field.value);
    connect(box, &QComboBox::currentTextChanged, this, [this, key = field.key] { emit edited(key); });
}

void FormDialog::setChoices(const QString& key, const std::vector<std::pair<QString, QString>>& choices) {
    auto* box = qobject_cast<QComboBox*>(editor(key));
    const auto chosen = QString::fromStdString(value(key));
    {
        const QSignalBlocker quiet(box);
        box->clear();
        for (const auto& [each, words] : choices)
            box->addItem(words, each);
        choose(box, chosen);
    }
    if (value(key) != chosen.toStdString())
        emit edited(key);
}

void FormDialog::addWidgetField(const QString& key, const QString& label, QWidget* widget) {
    widget->setParent(this);
    addRow(key, label, widget);
    if (auto* picker = qobject_cast<EntityPicker*>(widget))
        connectPicker(key, picker);
}

void FormDialog::connectPicker(const QString& key, EntityPicker* picker) {
    connect(picker, &EntityPicker::chosenChanged, this, [this, key] { emit edited(key); });
    auto* retry = makeButton(this, "flat");
    setButtonText(retry, tr("&Try Again"));
    retry->setAutoDefault(false);
    retry->hide();
    m_fields->insertWidget(m_fields->indexOf(m_rows.at(key).error) + 1, retry, 0, Qt::AlignLeft);
    connect(retry, &QPushButton::clicked, picker, [picker] {
        picker->setFocus();
        picker->askAgain();
    });
    connect(picker, &EntityPicker::troubleChanged, this, [this, key, retry](const QString& sentence) {
        auto& row = m_rows.at(key);
        row.error->setText(sentence);
        row.error->setVisible(!sentence.isEmpty());
        row.editor->setAccessibleDescription(sentence);
        retry->setVisible(!sentence.isEmpty());
        growToFit();
    });
}

void FormDialog::addRow(const QString& key, const QString& label, QWidget* editor) {
    Row row{makeLabel(this, TextSize::Small, Tone::Quiet), editor, makeLabel(this, TextSize::Small, Tone::Bad),
            makeLabel(this, TextSize::Small, Tone::Warning), true};
    row.label->setText(label);
    row.label->setBuddy(editor);
    editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    for (QLabel* below : {row.error, row.mark}) {
        below->setWordWrap(true);
        below->hide();
    }
    m_fields->addWidget(row.label);
    m_fields->addWidget(editor);
    m_fields->addWidget(row.error);
    m_fields->addWidget(row.mark);
    m_fields->addSpacing(4);
    m_rows[key] = row;
    m_order.push_back(key);
}

void FormDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (event->spontaneous() || m_order.empty())
        return;
    // The keyboard goes from field to field and then along the buttons, however the form was put together.
    std::vector<QWidget*> places;
    const auto add = [&places](QWidget* place) {
        while (place != nullptr && place->focusProxy() != nullptr)
            place = place->focusProxy();
        if (place != nullptr && place->focusPolicy() != Qt::NoFocus)
            places.push_back(place);
    };
    for (const auto& key : m_order)
        add(editor(key));
    for (QWidget* button : std::initializer_list<QWidget*>{m_stage, m_submit, m_cancel})
        add(button);
    for (std::size_t i = 1; i < places.size(); ++i)
        setTabOrder(places[i - 1], places[i]);
    // What is known already needs no hand.
    const auto isOpen = [this](const QWidget* place) {
        const auto* picker = qobject_cast<const EntityPicker*>(place);
        return place->isVisibleTo(this) && place->isEnabled() && (picker == nullptr || !picker->chosen());
    };
    if (const auto first = std::ranges::find_if(places, isOpen); first != places.end())
        (*first)->setFocus();
}

QWidget* FormDialog::editor(const QString& key) const {
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : found->second.editor;
}

std::string FormDialog::value(const QString& key) const {
    if (const auto* line = qobject_cast<QLineEdit*>(editor(key)))
        return line->text().trimmed().toStdString();
    if (const auto* box = qobject_cast<QComboBox*>(editor(key))) {
        const int chosen = box->isEditable() ? box->findText(box->currentText()) : box->currentIndex();
        return chosen < 0 ? box->currentText().trimmed().toStdString() : box->itemData(chosen).toString().toStdString();
    }
    return {};
}

void FormDialog::setFieldVisible(const QString& key, bool isVisible) {
    auto& row = m_rows.at(key);
    row.isVisible = isVisible;
    row.label->setVisible(isVisible);
    row.editor->setVisible(isVisible);
    if (!isVisible) {
        row.error->hide();
        row.mark->hide();
    }
}

void FormDialog::setFieldLabel(const QString& key, const QString& label) {
    m_rows.at(key).label->setText(label);
    m_rows.at(key).editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
}

void FormDialog::setMark(const QString& key, const QString& text) {
    auto& row = m_rows.at(key);
    row.mark->setText(text);
    row.mark->setVisible(row.isVisible && !text.isEmpty());
    row.editor->setAccessibleDescription(text);
    growToFit();
}

QString FormDialog::markText(const QString& key) const {
    return m_rows.at(key).mark->text();
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
    // More buttons than a form begins with may need more than its least width.
    setMinimumWidth(std::max(minimumWidth(), layout()->minimumSize().width()));
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
    m_isWaiting = isWaiting;
    withdrawQueueing();
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

void FormDialog::offerQueueing(const QString& sentence, std::function<void()> queue) {
    if (m_queue == nullptr) {
        m_queue = makeButton(this);
        setButtonText(m_queue, tr("&Queue for Later"));
        m_queue->setToolTip(tr("Keeps it in the workspace until the region answers; it is not sent by itself"));
        m_queue->setAutoDefault(false);
        m_buttons->insertWidget(m_buttons->indexOf(m_submit), m_queue);
        connect(m_queue, &QPushButton::clicked, this, [this] {
            if (const auto queueUp = m_queueUp)
                queueUp();
        });
        setTabOrder(m_queue, m_submit);
        setTabOrder(m_submit, m_cancel);
    }
    m_queueUp = std::move(queue);
    m_queue->show();
    m_queue->setDefault(true);
    setButtonText(m_submit, tr("Send &All the Same"));
    m_away = sentence;
    if (sentence.isEmpty())
        return growToFit();
    m_noteBefore = noteText();
    setNote(sentence);
}

void FormDialog::withdrawQueueing() {
    if (!m_queueUp)
        return;
    m_queueUp = nullptr;
    m_queue->hide();
    m_submit->setDefault(true);
    setButtonText(m_submit, m_verb);
    if (!m_away.isEmpty() && noteText() == m_away)
        setNote(m_noteBefore);
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
