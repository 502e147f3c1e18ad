#include "ui/pages/directory_page.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>

namespace muniment {

static constexpr int kTypingMillis = 150;
/// A time to the minute and an offset.
static constexpr int kZonedTimeWidth = 206;

DirectoryPage::DirectoryPage(const PageContext& context, const char* splitterName, QWidget* parent)
    : PageWidget(context, parent),
      m_empty(new EmptyPlace(this)),
      m_noneChosen(new EmptyPlace(this)),
      m_filterRow(new QHBoxLayout),
      m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)),
      m_splitter(new KeptSplitter(splitterName, {706, 494}, this)),
      m_details(new QStackedWidget(this)),
      m_title(nullptr),
      m_facts(nullptr),
      m_buttons(nullptr),
      m_historyTitle(nullptr),
      m_historyTable(nullptr),
      m_history(new HistoryModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    m_filterRow->setSpacing(kGrid);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_filterRow->addWidget(m_filter, 1);
    layout->addLayout(m_filterRow);

    auto* card = makeCard(this, 1);
    dressTable(m_table);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    m_splitter->addWidget(card);
    m_splitter->addWidget(makeDetails());
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMillis);
    connect(&m_typing, &QTimer::timeout, this, [this] { applyFilters(); });
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &DirectoryPage::focusList);
}

QWidget* DirectoryPage::makeDetails() {
    auto* card = makeCard(this, 12);
    card->setMinimumWidth(340);
    card->layout()->addWidget(m_details);
    auto* page = new QWidget(card);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_title = makeLabel(page, TextSize::Title, Tone::Normal, true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    m_facts = new TextGrid(2, page);
    m_historyTitle = makeLabel(page, TextSize::Normal, Tone::Normal, true);
    m_historyTable = new QTableView(page);
    m_historyTable->setModel(m_history);
    dressTable(m_historyTable);
    m_historyTable->setItemDelegateForColumn(HistoryModel::When, new FiguresDelegate(m_historyTable));
    // When, who, what, before, after.
    new TableColumns(m_historyTable, "history/columns", {{138}, {52, 1}, {112}, {54, 1}, {76, 4}});
    connect(m_historyTable, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit eventChosen(m_history->eventAt(index.row())); });
    connect(m_historyTable, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit eventChosen(m_history->eventAt(index.row())); });

    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    auto* flow = new FlowLayout;
    m_buttons = flow;
    layout->addLayout(flow);
    layout->addWidget(makeLine(page));
    layout->addWidget(m_historyTitle);
    layout->addWidget(m_historyTable, 1);
    m_details->addWidget(m_noneChosen);
    m_details->addWidget(page);
    return card;
}

void DirectoryPage::setModel(DirectoryListModel* model) {
    m_model = model;
    m_table->setModel(model);
    connect(model, &DirectoryListModel::loaded, this, &DirectoryPage::takeLoaded);
    connect(model, &DirectoryListModel::failed, this, [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DirectoryPage::takeCurrent);
    connect(m_empty, &EmptyPlace::actionChosen, this, [this] {
        if (isFiltered())
            clearFilters();
        else
            m_actionButtons.front().first->click();
    });
    retranslate();
    applyFilters();
}

QComboBox* DirectoryPage::addFilter() {
    auto* box = new QComboBox(this);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMinimumWidth(130);
    m_filterRow->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (m_model != nullptr)
            applyFilters();
    });
    return box;
}

void DirectoryPage::setTimeColumns(TableColumns* columns, std::vector<int> times) {
    m_columns = columns;
    m_timeColumns = std::move(times);
}

QPushButton* DirectoryPage::addMainButton(ActionId action) {
    auto* button = makeButton(this, "main");
    m_filterRow->addWidget(button);
    connect(button, &QPushButton::clicked, context().actions.action(action), &QAction::trigger);
    m_actionButtons.emplace_back(button, action);
    return button;
}

QPushButton* DirectoryPage::addDetailButton(ActionId action) {
    auto* button = makeButton(this);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, context().actions.action(action), &QAction::trigger);
    m_actionButtons.emplace_back(button, action);
    return button;
}

void DirectoryPage::retranslate() {
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_historyTable->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_filter->setPlaceholderText(tr("Find by name, id, e-mail or any part of them"));
    m_filter->setAccessibleName(tr("Filter"));
    m_historyTitle->setText(tr("History"));
    m_historyTable->setAccessibleName(tr("History, newest first"));
    m_historyTable->setToolTip(tr("A double click shows the event in the timeline"));
    m_history->retranslate();
    m_model->retranslate();
    retranslatePage();
    for (const auto& [button, id] : m_actionButtons) {
        const auto* action = context().actions.action(id);
        setButtonText(button, QString(action->text()).remove(QLatin1Char('&'))); // the menu has the mnemonic
        button->setToolTip(escapedHtml(action->toolTip()));
    }
    showChosen();
    emit shownTextChanged();
}

void DirectoryPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_model != nullptr) {
        // The actions have their new words only after the window has had its own event.
        QMetaObject::invokeMethod(this, &DirectoryPage::retranslate, Qt::QueuedConnection);
    }
    PageWidget::changeEvent(event);
}

QString DirectoryPage::filterText() const {
    return m_filter->text().trimmed();
}

QString DirectoryPage::title() const {
    return m_title->text();
}

int DirectoryPage::chosenRowIndex() const {
    return m_chosenId.isEmpty() ? -1 : m_model->rowOfId(m_chosenId);
}

void DirectoryPage::choose(const QString& id) {
    m_chosenId = id;
    m_isSeeking = m_model->rowOfId(id) < 0;
    if (m_isSeeking)
        m_model->refresh();
    else
        takeLoaded();
}

void DirectoryPage::takeLoaded() {
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    const int row = chosenRowIndex();
    if (row < 0 && std::exchange(m_isSeeking, false)) {
        clearFilters();
        m_filter->setText(m_chosenId.section(QLatin1Char('/'), -1));
    }
    m_isSeeking = m_isSeeking && row < 0;
    if (row >= 0 && m_table->currentIndex().row() != row) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->scrollTo(m_model->index(row, 0));
    }
    retranslatePage();
    showChosen();
    emit shownTextChanged();
}

void DirectoryPage::takeCurrent() {
    const auto current = m_table->currentIndex();
    // A row that goes (renamed, filtered out) takes the current index along; the chosen entity stays the same.
    if (current.isValid())
        m_chosenId = m_model->idAt(current.row());
    showChosen();
}

void DirectoryPage::setFacts(const QString& title, const std::vector<std::vector<TextCell>>& facts) {
    m_title->setText(title);
    m_facts->setRows(facts);
    m_details->setCurrentIndex(title.isEmpty() ? 0 : 1);
    updateActions();
    for (const auto& [button, id] : m_actionButtons) {
        const auto* action = context().actions.action(id);
        const bool fits = action->isEnabled();
        button->setEnabled(fits);
        button->setToolTip(escapedHtml(action->toolTip()));
    }
}

void DirectoryPage::setHistory(const std::vector<VersionRow>& versions) {
    m_history->setVersions(versions);
}

void DirectoryPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_model->setZone(zone);
    for (const int column : m_timeColumns)
        m_columns->planWidth(column, zone.kind() == ClockZone::Kind::PerTenant ? kZonedTimeWidth : kTimeWidth);
    showChosen();
}

void DirectoryPage::takeBatch(const AppliedBatch& batch) {
    if (isTouchedBy(batch))
        m_model->refresh();
}

void DirectoryPage::reload() {
    m_model->refresh();
}

void DirectoryPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (!isActive)
        context().actions.setMet(need(), false);
    showChosen();
}

void DirectoryPage::focusList() {
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void DirectoryPage::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

void DirectoryPage::showDetailsPane(bool isShown) {
    m_splitter->widget(1)->setVisible(isShown);
}

QString DirectoryPage::shownText() const {
    if (m_model->total() < 0)
        return {};
    return isFiltered() ? tr("%1 found").arg(formatCount(m_model->total()))
                        : tr("%1 in all").arg(formatCount(m_model->total()));
}

TextTable DirectoryPage::chosenRow() const {
    const int row = chosenRowIndex();
    TextTable table;
    if (row < 0)
        return table;
    QStringList cells;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        table.header << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        cells << m_model->index(row, column).data(Qt::DisplayRole).toString();
    }
    cells.back() = plainText(m_chosenId.section(QLatin1Char('/'), -1)); // the id whole
    table.rows.push_back(cells);
    return table;
}

QString DirectoryPage::chosenCell() const {
    const auto index = m_table->currentIndex();
    return index.isValid() ? index.data(Qt::EditRole).toString() : QString();
}

} // namespace muniment
