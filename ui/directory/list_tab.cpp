#include "ui/directory/list_tab.h"

#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/table_columns.h"

#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

namespace muniment {

ListTab::ListTab(const PageContext& context, const char* key, Needs row, QWidget* parent)
    : EntityTab(parent),
      m_context(context),
      m_row(row),
      m_stack(new QStackedWidget(this)),
      m_table(new QTableView(this)),
      m_empty(new EmptyPlace(this)),
      m_buttons(new FlowLayout) {
    setObjectName(QLatin1String(key));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    dressTable(m_table);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    layout->addLayout(m_buttons);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ListTab::openMenu);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { openLine(index.row()); });
}

void ListTab::setModel(DirectoryListModel* model, const char* columns, const std::vector<ColumnPlan>& plan) {
    m_model = model;
    m_table->setModel(model);
    new TableColumns(m_table, columns, plan);
    connect(model, &DirectoryListModel::loaded, this, [this] {
        m_isOfAnother = false;
        updateChoice();
    });
    connect(model, &DirectoryListModel::failed, this, &ListTab::failed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListTab::updateChoice);
}

void ListTab::addAction(ActionId action, std::function<void()> carryOut, bool isOfRow) {
    auto* target = m_context.actions.action(action);
    m_buttons->addWidget(makeActionButton(this, target));
    if (isOfRow)
        m_rowActions.push_back(target);
    connect(target, &QAction::triggered, this, [this, isOfRow, carryOut = std::move(carryOut)] {
        if (m_isActive && m_entity && (!isOfRow || isVisible()))
            carryOut();
    });
}

void ListTab::setDeleteAction(ActionId action) {
    auto* key = new QShortcut(QKeySequence::Delete, m_table);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, m_context.actions.action(action), &QAction::trigger);
}

void ListTab::openLine(int line) {
    if (const auto entity = entityAt(line))
        emit entityChosen(*entity);
}

void ListTab::openMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(title());
    if (const auto entity = entityAt(chosenLine()))
        connect(menu->addAction(tr("&Show")), &QAction::triggered, this,
                [this, entity] { emit entityChosen(*entity); });
    for (auto* action : m_rowActions)
        menu->addAction(action);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ListTab::tell(const ShownEntity& entity) {
    m_entity = entity;
    m_model->setZone(entity.zone);
    m_isStale = true;
    askIfSeen();
}

void ListTab::clear() {
    m_entity.reset();
    updateChoice();
}

void ListTab::refresh() {
    if (isVisible())
        m_model->refresh();
    else
        m_isStale = true;
}

void ListTab::askIfSeen() {
    if (isVisible() && m_entity && std::exchange(m_isStale, false)) {
        if (m_asked != m_entity->entity) {
            m_isOfAnother = m_asked.has_value();
            m_asked = m_entity->entity;
        }
        ask(*m_entity);
    }
    updateChoice();
}

int ListTab::chosenLine() const {
    return m_table->currentIndex().isValid() && !m_isOfAnother ? m_table->currentIndex().row() : -1;
}

void ListTab::updateChoice() {
    m_stack->setCurrentIndex(m_model->total() == 0 ? 1 : 0);
    if (!m_isActive)
        return;
    m_context.actions.setMet(m_row, isVisible() && m_entity && chosenLine() >= 0);
    updateActions();
}

void ListTab::setActive(bool isActive) {
    if (m_isActive && !isActive)
        m_context.actions.setMet(m_row, false);
    m_isActive = isActive;
    updateChoice();
}

void ListTab::showEvent(QShowEvent* event) {
    EntityTab::showEvent(event);
    askIfSeen();
}

void ListTab::hideEvent(QHideEvent* event) {
    EntityTab::hideEvent(event);
    updateChoice();
}

void ListTab::retranslate() {
    m_table->setAccessibleName(title());
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    const auto [title, text] = emptyWords();
    m_empty->say(title, text);
    m_model->retranslate();
    updateChoice();
}

} // namespace muniment
