#include "ui/bulk/columns_step.h"

#include "models/items/bulk_words.h"
#include "models/items/plain_text.h"
#include "ui/forms/entity_picker.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace muniment {

namespace {

constexpr BulkKind kKinds[]{BulkKind::Users, BulkKind::Grants, BulkKind::TeamMembers};
constexpr std::size_t kFirstValues = 4;

/// What stands in the column first, as far as it says anything.
QString firstValues(const CsvTable& table, std::size_t column) {
    QStringList values;
    for (const CsvRow& row : table.rows) {
        if (values.size() == static_cast<int>(kFirstValues))
            break;
        if (!row.cells[column].empty())
            values << isolated(plainText(row.cells[column]));
    }
    return values.join(QStringLiteral(" · "));
}

} // namespace

ColumnsStep::ColumnsStep(BulkJob& job, const std::optional<EntityOption>& in, QWidget* parent)
    : BulkStep(parent),
      m_job(job),
      m_tenantLabel(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_tenant(new EntityPicker(askOptions(job.workspace()), {OptionKind::Organization}, this)),
      m_tenantError(makeLabel(this, TextSize::Small, Tone::Bad)),
      m_kindLabel(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_kind(new QComboBox(this)),
      m_hint(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_grid(new QGridLayout),
      m_columnsError(makeLabel(this, TextSize::Normal, Tone::Bad)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* top = new QGridLayout;
    top->setHorizontalSpacing(2 * kGrid);
    top->setVerticalSpacing(4);
    top->setColumnStretch(0, 3);
    top->setColumnStretch(1, 2);
    m_tenantLabel->setBuddy(m_tenant);
    m_kindLabel->setBuddy(m_kind);
    m_kind->setFocusPolicy(Qt::StrongFocus);
    for (const BulkKind kind : kKinds)
        m_kind->addItem(bulkKindText(kind));
    top->addWidget(m_tenantLabel, 0, 0);
    top->addWidget(m_kindLabel, 0, 1);
    top->addWidget(m_tenant, 1, 0);
    top->addWidget(m_kind, 1, 1);
    top->addWidget(m_tenantError, 2, 0);
    layout->addLayout(top);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_columnsError);
    for (auto* label : {m_tenantError, m_columnsError}) {
        label->setWordWrap(true);
        label->hide();
    }
    auto* card = makeCard(this, 2 * kGrid);
    m_grid->setHorizontalSpacing(2 * kGrid);
    m_grid->setVerticalSpacing(kGrid);
    m_grid->setColumnStretch(2, 1);
    auto* cardLayout = qobject_cast<QVBoxLayout*>(card->layout());
    cardLayout->addLayout(m_grid);
    cardLayout->addStretch();
    auto* scroll = new QScrollArea(this); // eight fields are higher than a small window
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(scroll, 1);

    connect(m_tenant, &EntityPicker::chosenChanged, this, [this] {
        const auto& chosen = m_tenant->chosen();
        m_job.setTenant(chosen ? std::optional(chosen->entity.tenant) : std::nullopt);
    });
    connect(m_kind, &QComboBox::activated, this, [this](int index) { m_job.setKind(kKinds[index]); });
    connect(&job, &BulkJob::mappingChanged, this, &ColumnsStep::fill);
    if (in)
        m_tenant->setChosen(*in);
}

QString ColumnsStep::title() const {
    return tr("Columns");
}

QString ColumnsStep::nextText() const {
    return tr("&Check");
}

void ColumnsStep::enter() {
    clearErrors();
    fill();
    if (!m_tenant->chosen())
        m_tenant->setFocus();
    else if (const auto field = m_job.missing())
        column(*field)->setFocus();
    else
        m_kind->setFocus();
}

void ColumnsStep::retranslate() {
    setAccessibleName(title());
    m_tenantLabel->setText(tr("&Organization"));
    m_tenant->setAccessibleName(tr("Organization"));
    m_kindLabel->setText(tr("Each &row is one of the"));
    m_kind->setAccessibleName(tr("Kind"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, bulkKindText(kKinds[i]));
    fill();
}

void ColumnsStep::updateHint() {
    switch (m_job.mapping().kind) {
    case BulkKind::Users:
        return m_hint->setText(tr("Each row adds a person, or a machine where its kind says so."));
    case BulkKind::Grants:
        return m_hint->setText(
            tr("Each row grants a role to a user or to a team, on a resource or on the whole organization."));
    case BulkKind::TeamMembers:
        return m_hint->setText(tr("Each row puts a user or a team into a team."));
    }
}

void ColumnsStep::fill() {
    const BulkMapping& mapping = m_job.mapping();
    m_kind->setCurrentIndex(static_cast<int>(std::ranges::find(kKinds, mapping.kind) - std::begin(kKinds)));
    updateHint();
    const auto fields = bulkFields(mapping.kind);
    // As many rows as any kind has fields; those of another kind say something else.
    while (m_rows.size() < fields.size())
        addRow(m_rows.size());
    const auto& table = m_job.source().table();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const bool isShown = i < fields.size();
        for (QWidget* widget :
             {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.choice), static_cast<QWidget*>(row.values)})
            widget->setVisible(isShown);
        row.choice->clear();
        if (!isShown)
            continue;
        const QString name = bulkFieldText(fields[i].name);
        row.label->setText(fields[i].isRequired ? tr("%1 *", "a field that is needed").arg(name) : name);
        row.choice->setAccessibleName(tr("Column of the field %1").arg(name));
        row.choice->addItem(tr("(in no column)"));
        for (std::size_t column = 0; table && column < table->header.size(); ++column)
            row.choice->addItem(table->header[column].empty() ? tr("Column %1").arg(column + 1)
                                                              : plainText(table->header[column]));
        row.choice->setCurrentIndex(mapping.columns[i] ? static_cast<int>(*mapping.columns[i]) + 1 : 0);
        showValues(i);
    }
    emit stateChanged();
}

void ColumnsStep::addRow(std::size_t field) {
    Row row{makeLabel(this), new QComboBox(this), new ElidedLabel(this)};
    row.choice->setFocusPolicy(Qt::StrongFocus);
    row.choice->setMinimumWidth(200);
    setTone(row.values, Tone::Quiet);
    connect(row.choice, &QComboBox::activated, this, [this, field](int index) {
        clearErrors();
        m_job.setColumn(field, index == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(index) - 1));
    });
    const int at = static_cast<int>(field);
    m_grid->addWidget(row.label, at, 0);
    m_grid->addWidget(row.choice, at, 1);
    m_grid->addWidget(row.values, at, 2);
    m_rows.push_back(row);
}

void ColumnsStep::showValues(std::size_t field) {
    const auto& table = m_job.source().table();
    const auto& column = m_job.mapping().columns[field];
    if (!table || !column)
        return m_rows[field].values->setWholeText({});
    const QString values = firstValues(*table, *column);
    m_rows[field].values->setWholeText(values.isEmpty() ? tr("nothing in any row") : values);
}

QComboBox* ColumnsStep::column(std::string_view field) const {
    const auto fields = bulkFields(m_job.mapping().kind);
    const auto found = std::ranges::find(fields, field, &BulkField::name);
    return found == fields.end() ? nullptr : m_rows[static_cast<std::size_t>(found - fields.begin())].choice;
}

void ColumnsStep::showError(QLabel* at, const QString& text) {
    at->setText(text);
    at->show();
}

void ColumnsStep::clearErrors() {
    for (auto* label : {m_tenantError, m_columnsError}) {
        label->clear();
        label->hide();
    }
}

QString ColumnsStep::errorText() const {
    return QStringList{m_tenantError->text(), m_columnsError->text()}.join(QLatin1Char(' ')).trimmed();
}

bool ColumnsStep::complete() {
    clearErrors();
    if (!m_tenant->chosen()) {
        showError(m_tenantError, tr("Choose the organization that the rows are for."));
        m_tenant->setFocus();
        return false;
    }
    const auto field = m_job.missing();
    if (!field)
        return m_job.canCheck();
    showError(m_columnsError, *field == "user"
                                  ? tr("Choose the column that names the user, or the one that names the team.")
                                  : tr("Choose the column for: %1.").arg(bulkFieldText(*field)));
    column(*field)->setFocus();
    return false;
}

} // namespace muniment
