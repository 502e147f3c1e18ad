#include "ui/pages/intake_records_page.h"

#include "models/base/canonical_json.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/items/region_list_model.h"
#include "ui/intake/record_details.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace muniment {

namespace {

constexpr int kSearchMillis = 250;
/// Services write whenever they like, and nothing tells of it. Longer than a connection for commands is kept.
constexpr int kAgainMillis = 120'000;
constexpr int kFirstMillis = 3'000;
constexpr IntakeState kStates[]{IntakeState::New, IntakeState::Promoted, IntakeState::Rejected};

QString valueOf(const std::string& json) {
    return json.empty() ? QStringLiteral("null") : QString::fromStdString(json);
}

} // namespace

IntakeRecordsPage::IntakeRecordsPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_regions(new QComboBox(this)),
      m_states(new QComboBox(this)),
      m_search(new QLineEdit(this)),
      m_model(new IntakeListModel(context.workspace, this)),
      m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_detailsStack(new QStackedWidget(this)),
      m_details(new RecordDetails(context.workspace, this)),
      m_noneChosen(new EmptyPlace(this)),
      m_splitter(new KeptSplitter("intake/splitter", {706, 494}, this)),
      m_counts(makeLabel(this, TextSize::Small, Tone::Quiet)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    for (auto* box : {m_regions, m_states}) {
        box->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(box);
    }
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);
    for (const auto& [action, kind] :
         {std::pair{ActionId::RejectIntake, ""}, std::pair{ActionId::MapIntake, ""},
          std::pair{ActionId::PromoteAllIntake, ""}, std::pair{ActionId::PromoteIntake, "main"}}) {
        auto* button = makeButton(this, kind);
        connect(button, &QPushButton::clicked, context.actions.action(action), &QAction::trigger);
        m_buttons.emplace_back(button, action);
        row->addWidget(button);
    }
    layout->addLayout(row);
    layout->addWidget(m_counts);

    auto* card = makeCard(this, 1);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // Received, state, record, mapping or reason.
    new TableColumns(m_table, "intake/columns", {{190}, {124}, {240, 3}, {140, 1}});
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    auto* detailsCard = makeCard(this, 12);
    detailsCard->setMinimumWidth(340);
    m_detailsStack->addWidget(m_noneChosen);
    m_detailsStack->addWidget(m_details);
    detailsCard->layout()->addWidget(m_detailsStack);
    m_splitter->addWidget(card);
    m_splitter->addWidget(detailsCard);
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);

    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(kSearchMillis);
    m_again.setInterval(kAgainMillis);
    connectActions();
    listRegions();
    retranslate();
}

void IntakeRecordsPage::connectActions() {
    auto& actions = context().actions;
    connect(&m_searchSoon, &QTimer::timeout, this, &IntakeRecordsPage::ask);
    connect(&m_again, &QTimer::timeout, this, &IntakeRecordsPage::countNew);
    m_again.start();
    QTimer::singleShot(kFirstMillis, this, &IntakeRecordsPage::countNew);
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(m_regions, &QComboBox::currentIndexChanged, this, &IntakeRecordsPage::ask);
    connect(m_states, &QComboBox::currentIndexChanged, this, &IntakeRecordsPage::ask);
    connect(m_model, &IntakeListModel::answered, this, &IntakeRecordsPage::takeAnswer);
    connect(m_empty, &EmptyPlace::actionChosen, this, &IntakeRecordsPage::ask);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IntakeRecordsPage::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &IntakeRecordsPage::showChosen);
    connect(actions.action(ActionId::MapIntake), &QAction::triggered, this, &IntakeRecordsPage::openMapping);
    connect(actions.action(ActionId::PromoteIntake), &QAction::triggered, this, [this] { openPromotion(false); });
    connect(actions.action(ActionId::PromoteAllIntake), &QAction::triggered, this, [this] { openPromotion(true); });
    connect(actions.action(ActionId::RejectIntake), &QAction::triggered, this, &IntakeRecordsPage::openRejection);
}

void IntakeRecordsPage::retranslate() {
    setAccessibleName(tr("Intake"));
    m_regions->setAccessibleName(tr("Region"));
    m_states->setAccessibleName(tr("State"));
    m_search->setAccessibleName(tr("Search records"));
    m_search->setPlaceholderText(tr("Search headers and bodies"));
    m_table->setAccessibleName(tr("Records, newest first"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    {
        const QSignalBlocker quietly(m_states);
        const int chosen = std::max(0, m_states->currentIndex());
        m_states->clear();
        for (const IntakeState state : kStates)
            m_states->addItem(intakeStateText(state), static_cast<int>(state));
        m_states->addItem(tr("All states"));
        m_states->setCurrentIndex(chosen);
    }
    m_noneChosen->say(tr("No record chosen"), tr("Choose one to see what it says, and what a mapping makes of it."));
    for (const auto& [button, id] : m_buttons)
        setButtonText(button, QString(context().actions.action(id)->text()).remove(QLatin1Char('&')));
    m_details->retranslate();
    m_model->retranslate();
    takeAnswer();
}

void IntakeRecordsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &IntakeRecordsPage::retranslate, Qt::QueuedConnection);
    PageWidget::changeEvent(event);
}

void IntakeRecordsPage::listRegions() {
    const QSignalBlocker quietly(m_regions);
    const QString before = m_regions->currentData().toString();
    m_regions->clear();
    for (const WorkspaceRegion& each : context().workspace.endpoints())
        m_regions->addItem(plainText(each.region.text()), QString::fromStdString(each.region.text()));
    m_regions->setCurrentIndex(std::max(m_regions->findData(before), m_regions->count() > 0 ? 0 : -1));
}

void IntakeRecordsPage::takeSettings() {
    listRegions();
    m_details->takeMappings();
    updateActions();
}

RegionName IntakeRecordsPage::region() const {
    return RegionName(m_regions->currentData().toString().toStdString());
}

void IntakeRecordsPage::ask() {
    if (m_regions->count() == 0)
        return takeAnswer();
    IntakeQuestion question{region()};
    if (const QVariant state = m_states->currentData(); state.isValid())
        question.state = static_cast<IntakeState>(state.toInt());
    question.text = m_search->text().trimmed().toStdString();
    m_model->ask(std::move(question));
    takeAnswer();
}

void IntakeRecordsPage::takeAnswer() {
    const auto& trouble = m_model->trouble();
    if (m_regions->count() == 0)
        m_empty->say(tr("No region"), tr("This workspace follows no region yet."));
    else if (trouble)
        m_empty->say(tr("The region cannot be asked"),
                     errorSentence(trouble->with("region", region().text())) + QLatin1Char(' ') +
                         tr("What stands in intake is known to the region only."),
                     tr("&Try Again"));
    else if (m_model->isAsking())
        m_empty->say(tr("Asking the region…"), {});
    else if (!m_model->counts())
        m_empty->say(tr("Not asked yet"), tr("What stands in intake is known to the region only."), tr("&Ask"));
    else if (!m_search->text().trimmed().isEmpty())
        m_empty->say(tr("Nothing holds that text"), tr("No record of this state has it in its headers or body."));
    else
        m_empty->say(tr("Nothing here"),
                     tr("Services put records into a region's intake that are to become events later; the README shows "
                        "the statement they use."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 && !trouble ? 0 : 1);
    if (const auto& counts = m_model->counts()) {
        m_counts->setText(tr("%1: %2 new, %3 promoted, %4 rejected")
                              .arg(isolated(plainText(region().text())), formatCount(counts->fresh),
                                   formatCount(counts->promoted), formatCount(counts->rejected)));
        m_fresh[m_model->question().region] = counts->fresh;
        tellCount();
    } else {
        m_counts->clear();
    }
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showChosen();
    emit shownTextChanged();
}

void IntakeRecordsPage::countNew() {
    for (const RegionStatus& each : context().workspace.regions()) {
        // Whoever is away, or is asked for a password just now, is not bothered for a number.
        if (healthOf(each) != RegionHealth::Up && healthOf(each) != RegionHealth::CatchingUp)
            continue;
        context().workspace.askRegion<IntakeCounts>(
            each.region, this,
            [name = each.region](EventStore& store, const std::stop_token&) -> Result<IntakeCounts> {
                if (const auto connected = store.connect(name); !connected)
                    return tl::unexpected(connected.error());
                return store.intake().countRecords(name);
            },
            [this, name = each.region](const Result<IntakeCounts>& counts) {
                if (counts)
                    m_fresh[name] = counts->fresh;
                else
                    m_fresh.erase(name);
                tellCount();
            });
    }
}

void IntakeRecordsPage::tellCount() {
    qint64 fresh = 0;
    for (const auto& [name, count] : m_fresh)
        fresh += count;
    emit countChanged(fresh);
}

const IntakeRecord* IntakeRecordsPage::chosen() const {
    return m_model->recordAt(m_table->currentIndex().row());
}

std::vector<Uuid> IntakeRecordsPage::chosenNew() const {
    std::vector<Uuid> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        if (const auto* record = m_model->recordAt(index.row()); record != nullptr && record->state == IntakeState::New)
            ids.push_back(record->key.id);
    return ids;
}

void IntakeRecordsPage::showChosen() {
    const IntakeRecord* record = chosen();
    m_detailsStack->setCurrentIndex(record == nullptr ? 0 : 1);
    if (record != nullptr)
        m_details->show(m_model->question().region, *record);
    updateActions();
}

void IntakeRecordsPage::updateActions() {
    auto& actions = context().actions;
    const bool hasNew = m_isActive && !chosenNew().empty();
    const QString choose = tr("Choose a new record of intake first.");
    const QString map = context().workspace.intakeMappings().empty() ? tr("There is no mapping yet.") : QString();
    actions.setObjection(ActionId::PromoteIntake, hasNew ? map : choose);
    actions.setObjection(ActionId::RejectIntake, hasNew ? QString() : choose);
    const auto& counts = m_model->counts();
    const QString none = m_isActive && counts && counts->fresh > 0 ? QString() : tr("The region has no new records.");
    actions.setObjection(ActionId::PromoteAllIntake, none.isEmpty() ? map : none);
    actions.setObjection(ActionId::MapIntake, m_isActive ? QString() : tr("Go to the intake first."));
    if (m_isActive)
        actions.setMet(Needs::Row, chosen() != nullptr);
    for (const auto& [button, id] : m_buttons) {
        button->setEnabled(actions.action(id)->isEnabled());
        button->setToolTip(escapedHtml(actions.action(id)->toolTip()));
    }
}

void IntakeRecordsPage::takeBatch(const AppliedBatch&) {}

void IntakeRecordsPage::reload() {
    ask();
}

void IntakeRecordsPage::setZone(const ClockZone& zone) {
    m_model->setZone(zone);
    m_details->setZone(zone);
}

void IntakeRecordsPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (isActive)
        ask();
    updateActions();
}

void IntakeRecordsPage::focusList() {
    (m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_table) : m_search)->setFocus();
}

void IntakeRecordsPage::focusFilter() {
    m_search->setFocus();
    m_search->selectAll();
}

void IntakeRecordsPage::showDetailsPane(bool isShown) {
    m_splitter->widget(1)->setVisible(isShown);
}

QTabWidget* IntakeRecordsPage::detailTabs() const {
    return m_details->tabs();
}

QString IntakeRecordsPage::shownText() const {
    const QString shown = formatCount(m_model->rowCount());
    return m_model->hasMore() ? tr("%1 and more shown").arg(shown) : tr("%1 shown").arg(shown);
}

TextTable IntakeRecordsPage::chosenRow() const {
    return chosenRowOf(*m_table);
}

QString IntakeRecordsPage::chosenCell() const {
    return m_table->currentIndex().data(Qt::DisplayRole).toString();
}

QString IntakeRecordsPage::chosenJson() const {
    const IntakeRecord* record = chosen();
    return record == nullptr
               ? QString()
               : QStringLiteral("{\"headers\":%1,\"body\":%2}").arg(valueOf(record->headers), valueOf(record->body));
}

} // namespace muniment
