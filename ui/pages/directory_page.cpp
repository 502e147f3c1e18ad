#include "ui/pages/directory_page.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/time_machine.h"
#include "ui/directory/activity_tab.h"
#include "ui/directory/overview_tab.h"
#include "ui/look/look.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace muniment {

namespace {

constexpr int kTypingMillis = 150;
constexpr int kUnseenMillis = 500;
/// A time to the minute and an offset.
constexpr int kZonedTimeWidth = 206;

} // namespace

DirectoryPage::DirectoryPage(const PageContext& context, const char* name, QWidget* parent)
    : PageWidget(context, parent),
      m_empty(new EmptyPlace(this)),
      m_filterRow(new QHBoxLayout),
      m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)),
      m_splitter(new KeptSplitter(name, {706, 494}, this)),
      m_details(new EntityDetails(context, name, this)) {
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
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    for (const auto id : {ActionId::ExplainAccess, ActionId::ExplainRefusal}) {
        m_table->addAction(context.actions.action(id));
        connect(context.actions.action(id), &QAction::triggered, this,
                [this, id] { askAccess(id == ActionId::ExplainRefusal); });
    }
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_details);
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMillis);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kUnseenMillis);
    connect(&m_typing, &QTimer::timeout, this, [this] { applyFilters(); });
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] { m_model->refresh(); });
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &DirectoryPage::focusList);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        auto* menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_table->viewport()->mapToGlobal(place));
    });
    connect(m_details, &EntityDetails::eventChosen, this, &DirectoryPage::eventChosen);
    connect(m_details, &EntityDetails::filterChosen, this, &DirectoryPage::filterChosen);
    connect(m_details, &EntityDetails::entityChosen, this, &DirectoryPage::entityChosen);
    connect(m_details, &EntityDetails::failed, this, &DirectoryPage::say);
}

void DirectoryPage::setModel(DirectoryListModel* model) {
    m_model = model;
    m_table->setModel(model);
    connect(model, &DirectoryListModel::loaded, this, &DirectoryPage::takeLoaded);
    connect(model, &DirectoryListModel::failed, this, &DirectoryPage::say);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DirectoryPage::takeCurrent);
    connect(m_empty, &EmptyPlace::actionChosen, this, [this] {
        if (isFiltered())
            clearFilters();
        else if (m_asOf)
            context().time.backToNow();
        else if (m_mainAction != nullptr)
            m_mainAction->trigger();
    });
    retranslate();
    applyFilters();
}

void DirectoryPage::say(const Error& error) {
    emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

void DirectoryPage::askAccess(bool isWhyNot) {
    if (!m_isActive)
        return;
    if (const auto wish = m_details->accessWish(isWhyNot))
        emit accessWanted(*wish);
    else
        emit said({Message::Kind::Done, tr("Choose one of its permissions or of its grants first."), {}, {}});
}

QComboBox* DirectoryPage::addFilter() {
    auto* box = new QComboBox(this);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMinimumWidth(130);
    m_filterRow->addWidget(box);
    m_choices.push_back(box);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (m_model != nullptr)
            applyFilters();
    });
    return box;
}

bool DirectoryPage::isFiltered() const {
    return !filterText().isEmpty() ||
           std::ranges::any_of(m_choices, [](const QComboBox* box) { return box->currentIndex() > 0; });
}

void DirectoryPage::clearFilters() {
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    for (auto* box : m_choices) {
        const QSignalBlocker boxQuiet(box);
        box->setCurrentIndex(0);
    }
    applyFilters();
}

void DirectoryPage::setTimeColumns(TableColumns* columns, std::vector<int> times) {
    m_columns = columns;
    m_timeColumns = std::move(times);
}

void DirectoryPage::setMainAction(ActionId action) {
    m_mainAction = context().actions.action(action);
    m_filterRow->addWidget(makeActionButton(this, m_mainAction, "main"));
}

void DirectoryPage::setChosenActions(const std::vector<ActionId>& buttons, const std::vector<ActionId>& more) {
    for (const auto id : buttons)
        m_details->overview()->addButton(context().actions.action(id));
    m_chosenActions = buttons;
    if (more.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const auto id : more)
        menu->addAction(context().actions.action(id));
    m_details->overview()->setMore(menu);
    m_chosenActions.insert(m_chosenActions.end(), more.begin(), more.end());
}

QMenu* DirectoryPage::makeMenu() {
    auto* menu = new QMenu(this);
    menu->setAccessibleName(tr("Row"));
    menu->setToolTipsVisible(true);
    for (const auto id : m_chosenActions)
        if (auto* action = context().actions.action(id); action->isEnabled())
            menu->addAction(action);
    menu->addSeparator();
    if (m_details->isAccessor())
        for (const auto id : {ActionId::ExplainAccess, ActionId::ExplainRefusal})
            menu->addAction(context().actions.action(id));
    menu->addSeparator();
    for (const auto id : m_listActions)
        menu->addAction(context().actions.action(id));
    menu->addSeparator();
    if (const auto& shown = m_details->shown())
        connect(menu->addAction(tr("Show in Time&line")), &QAction::triggered, this,
                [this, filter = activityFilter(shown->entity)] { emit filterChosen(filter); });
    menu->addSeparator();
    for (const auto id : {ActionId::CopyCell, ActionId::CopyRowText, ActionId::CopyRowCsv, ActionId::CopyRowJson,
                          ActionId::CopyRowMarkdown})
        menu->addAction(context().actions.action(id));
    return menu;
}

void DirectoryPage::retranslate() {
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_filter->setPlaceholderText(tr("Find by name, id, e-mail or any part of them"));
    m_filter->setAccessibleName(tr("Filter"));
    m_model->retranslate();
    m_details->retranslate();
    sayPage();
    showChosen();
    emit shownTextChanged();
}

void DirectoryPage::sayPage() {
    retranslatePage();
    if (m_asOf && !isFiltered() && isEmptyOfMoment())
        m_empty->say(tr("None at this moment"),
                     tr("At the moment that is shown, there were none that this workspace knows of."),
                     tr("Back to Now"));
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

int DirectoryPage::chosenRowIndex() const {
    return m_chosenId.isEmpty() ? -1 : m_model->rowOfId(m_chosenId);
}

void DirectoryPage::choose(const QString& id) {
    m_chosenId = id;
    m_seeking = m_model->rowOfId(id) < 0 ? Seeking::InList : Seeking::No;
    if (m_seeking == Seeking::InList)
        m_model->refresh();
    else
        takeLoaded();
}

std::function<void(const CommandResult&)> DirectoryPage::choosing() {
    return [page = QPointer(this)](const CommandResult& result) {
        if (!page)
            return;
        const auto tenant = QString::fromStdString(result.tenant.text());
        const auto id = QString::fromStdString(result.id.text());
        page->choose(id.isEmpty() || id == tenant ? tenant : tenant + QLatin1Char('/') + id);
    };
}

void DirectoryPage::seekById() {
    m_seeking = Seeking::ById;
    for (auto* box : m_choices) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    m_filter->setText(m_chosenId.section(QLatin1Char('/'), -1));
    m_typing.stop(); // nobody types
    applyFilters();
}

void DirectoryPage::takeLoaded() {
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    const int row = chosenRowIndex();
    if (row < 0 && m_seeking == Seeking::InList)
        return seekById();
    m_seeking = Seeking::No;
    if (row >= 0 && m_table->currentIndex().row() != row) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->scrollTo(m_model->index(row, 0));
    }
    sayPage();
    showChosen();
    emit shownTextChanged();
}

void DirectoryPage::takeCurrent() {
    const auto current = m_table->currentIndex();
    // A row that goes (renamed, filtered out) takes the current index along, and a list that gets the focus chooses its
    // first row; the chosen entity stays the same.
    if (current.isValid() && m_seeking == Seeking::No)
        m_chosenId = m_model->idAt(current.row());
    showChosen();
}

void DirectoryPage::showChosen() {
    if (auto entity = chosenEntity()) {
        entity->asOf = m_asOf;
        const auto& before = m_details->shown();
        const bool isNews =
            !before || before->entity != entity->entity || before->json != entity->json || before->asOf != entity->asOf;
        m_details->show(*entity);
        if (isNews)
            takeShown(*entity);
    } else {
        m_details->clear();
    }
    if (m_isActive) {
        context().actions.setMet(need(), m_details->shown().has_value());
        context().actions.setMet(Needs::Row, m_details->shown().has_value());
        context().actions.setMet(Needs::Accessor, m_details->isAccessor());
        updateActions();
    }
}

void DirectoryPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_model->setZone(zone);
    for (const int column : m_timeColumns)
        m_columns->planWidth(column, zone.kind() == ClockZone::Kind::PerTenant ? kZonedTimeWidth : kTimeWidth);
    showChosen();
}

void DirectoryPage::setAsOf(const std::optional<Moment>& asOf) {
    if (std::exchange(m_asOf, asOf) == asOf)
        return;
    m_isOfAnotherMoment = true;
    // Forms look at what other pages have chosen: now they need it as it is.
    if (m_isActive || !m_asOf)
        askMoment();
}

void DirectoryPage::askMoment() {
    const bool isStale = m_refreshSoon.isActive();
    m_refreshSoon.stop();
    if (std::exchange(m_isOfAnotherMoment, false))
        applyFilters();
    else if (isStale)
        m_model->refresh();
}

void DirectoryPage::takeBatch(const AppliedBatch& batch) {
    m_details->refresh();
    if (batch.events == 0)
        return;
    // What changes nothing that is shown still moves an entity on, and with it what its next command expects.
    if (m_isActive && isTouchedBy(batch))
        m_model->refresh();
    else if ((m_isActive || isTouchedBy(batch)) && !m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void DirectoryPage::reload() {
    m_model->refresh();
}

void DirectoryPage::setActive(bool isActive) {
    m_isActive = isActive;
    m_details->setActive(isActive);
    if (!isActive)
        for (const auto needs : {need(), Needs::Accessor})
            context().actions.setMet(needs, false);
    else
        askMoment();
    showChosen();
}

void DirectoryPage::focusList() {
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_seeking == Seeking::No && m_model->rowCount() > 0)
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
