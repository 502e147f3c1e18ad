#include "ui/intake/mapping_fields.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace muniment {

namespace {

constexpr int kMostSample = 40;

QString wordsOf(const std::string& member) {
    if (member == "tenant")
        return MappingFields::tr("Organization");
    if (member == "id")
        return MappingFields::tr("Id");
    return fieldText(member);
}

void addTitle(QGridLayout* grid, int column, const QString& text, QWidget* page) {
    auto* label = makeLabel(page, TextSize::Small, Tone::Quiet);
    label->setText(text);
    grid->addWidget(label, 0, column);
}

} // namespace

MappingFields::MappingFields(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Fields"));
}

void MappingFields::setCommand(const std::string& command) {
    IntakeMapping typed;
    read(typed);
    m_rows.clear();
    m_page = new QWidget(this);
    m_grid = new QGridLayout(m_page);
    m_grid->setContentsMargins(0, 0, kGrid, 0);
    m_grid->setHorizontalSpacing(kGrid);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 2);
    addTitle(m_grid, 0, tr("Field"), m_page);
    addTitle(m_grid, 1, tr("Place in the record"), m_page);
    addTitle(m_grid, 2, tr("Otherwise"), m_page);
    for (const MappingField& field : mappingFields(command))
        addRow(field);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(m_page); // the one before it goes
    viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    fill(typed);
}

void MappingFields::addRow(const MappingField& field) {
    const int row = m_grid->rowCount();
    const QString words = wordsOf(field.name);
    auto* label = makeLabel(m_page, TextSize::Normal, Tone::Normal, field.isRequired);
    label->setText(field.isRequired ? tr("%1 (needed)").arg(words) : words);
    label->setToolTip(QString::fromStdString(field.name));
    auto* pointer = new QComboBox(m_page);
    pointer->setEditable(true);
    pointer->setInsertPolicy(QComboBox::NoInsert);
    pointer->setFocusPolicy(Qt::StrongFocus); // the wheel must not change what it passes over
    pointer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    pointer->setMinimumContentsLength(16);
    pointer->completer()->setFilterMode(Qt::MatchContains);
    pointer->completer()->setCompletionMode(QCompleter::PopupCompletion);
    pointer->setAccessibleName(tr("Place of %1").arg(words));
    pointer->lineEdit()->setAccessibleName(pointer->accessibleName());
    pointer->lineEdit()->setPlaceholderText(tr("/body/…"));
    auto* otherwise = new QLineEdit(m_page);
    otherwise->setAccessibleName(tr("Default of %1").arg(words));
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(pointer, row, 1);
    m_grid->addWidget(otherwise, row, 2);
    m_rows[field.name] = {pointer, otherwise};
    offer(pointer);
    connect(pointer, &QComboBox::editTextChanged, this, &MappingFields::edited);
    connect(otherwise, &QLineEdit::textChanged, this, &MappingFields::edited);
}

void MappingFields::offer(QComboBox* box) const {
    const QSignalBlocker quietly(box);
    const QString typed = box->currentText();
    box->clear();
    for (const PointedValue& value : m_values) {
        box->addItem(QString::fromStdString(value.pointer));
        box->setItemData(box->count() - 1, plainText(value.value.substr(0, kMostSample)), Qt::ToolTipRole);
    }
    box->setCurrentIndex(-1);
    box->setEditText(typed);
}

void MappingFields::setValues(const std::vector<PointedValue>& values) {
    m_values = values;
    for (const auto& [member, row] : m_rows)
        offer(row.pointer);
}

void MappingFields::fill(const IntakeMapping& mapping) {
    const auto text = [](const std::map<std::string, std::string>& texts, const std::string& member) {
        const auto found = texts.find(member);
        return found == texts.end() ? QString() : QString::fromStdString(found->second);
    };
    for (const auto& [member, row] : m_rows) {
        const QSignalBlocker quiet(row.pointer);
        const QSignalBlocker quietToo(row.otherwise);
        row.pointer->setEditText(text(mapping.fields, member));
        row.otherwise->setText(text(mapping.defaults, member));
    }
    emit edited();
}

void MappingFields::read(IntakeMapping& mapping) const {
    for (const auto& [member, row] : m_rows) {
        if (const QString pointer = row.pointer->currentText().trimmed(); !pointer.isEmpty())
            mapping.fields[member] = pointer.toStdString();
        if (const QString otherwise = row.otherwise->text(); !otherwise.isEmpty())
            mapping.defaults[member] = otherwise.toStdString();
    }
}

QComboBox* MappingFields::pointer(const std::string& member) const {
    const auto found = m_rows.find(member);
    return found == m_rows.end() ? nullptr : found->second.pointer;
}

QLineEdit* MappingFields::defaultOf(const std::string& member) const {
    const auto found = m_rows.find(member);
    return found == m_rows.end() ? nullptr : found->second.otherwise;
}

} // namespace muniment
