#include "ui/changes/changes_page.h"

#include "models/access/live_access.h"
#include "models/base/clock.h"
#include "models/commands/command_text.h"
#include "models/items/ask_snapshot.h"
#include "models/items/effect_words.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/changes/change_details.h"
#include "ui/changes/effect_card.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

#include <algorithm>

namespace muniment {

namespace {

using State = StagedChange::State;

} // namespace

ChangesPage::ChangesPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_model(new ChangeSetModel(context.desk.changes(), this)),
      m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_detailsStack(new QStackedWidget(this)),
      m_details(new ChangeDetails(this)),
      m_noneChosen(new EmptyPlace(this)),
      m_effect(new EffectCard(this)),
      m_splitter(new KeptSplitter("changes/splitter", {706, 494}, this)),
      m_summary(makeLabel(this, TextSize::Normal, Tone::Normal)),
      m_cancel(makeButton(this)),
      m_names(this, askEntityNames(context.workspace),
              [this](const auto&, Result<EntityNames> names) {
                  if (names)
                      m_model->setNames(std::move(*names));
                  showChosen();
              }),
      m_impactSlot(this, askPreview(), [this](const ImpactRequest&, Result<Preview> preview) {
          m_preview = preview ? std::optional(std::move(*preview)) : std::nullopt;
          if (m_preview)
              m_effect->show(m_preview->effect);
          showSummary();
      }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    m_summary->setWordWrap(true);
    row->addWidget(m_summary, 1);
    for (const auto& [action, kind] :
         {std::pair{ActionId::DiscardChanges, ""}, std::pair{ActionId::ReviewQueued, ""},
          std::pair{ActionId::PreviewChanges, ""}, std::pair{ActionId::SendChanges, "main"}}) {
        auto* button = makeButton(this, kind);
        connect(button, &QPushButton::clicked, context.actions.action(action), &QAction::trigger);
        m_buttons.emplace_back(button, action);
        row->addWidget(button);
    }
    row->addWidget(m_cancel);
    layout->addLayout(row);

    auto* card = makeCard(this, 1);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // State, change, of, details, organization.
    new TableColumns(m_table, "changes/columns", {{120}, {170, 1}, {130, 1}, {180, 3}, {120, 1}});
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    auto* detailsCard = makeCard(this, 12);
    detailsCard->setMinimumWidth(340);
    m_detailsStack->addWidget(m_noneChosen);
    m_detailsStack->addWidget(m_details);
    detailsCard->layout()->addWidget(m_detailsStack);
    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(12);
    leftLayout->addWidget(card, 3);
    leftLayout->addWidget(m_effect, 2);
    m_splitter->addWidget(left);
    m_splitter->addWidget(detailsCard);
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);

    connectActions();
    retranslate();
    follow();
}

/// The changes are looked at on a scratch copy of the access graph; the graph itself learns nothing of them.
Ask<ChangesPage::ImpactRequest, ChangesPage::Preview> ChangesPage::askPreview() const {
    return [&workspace = context().workspace, graph = context().access](QObject* asker, const ImpactRequest& request,
                                                                        std::function<void(Result<Preview>)> done) {
        return workspace.query<Preview>(
            asker,
            [graph, request](Snapshot& snapshot, const std::stop_token& stop) -> Result<Preview> {
                auto impact = impactOf(snapshot, request.requests, request.results);
                if (!impact)
                    return tl::unexpected(impact.error());
                auto effect = graph->ask(snapshot, [&](const AccessProjection& projection) {
                    return accessEffectOf(snapshot, projection, request.requests, request.results, systemClock().now(),
                                          stop);
                });
                if (!effect || !*effect)
                    return tl::unexpected(effect ? effect->error() : effect.error());
                return Preview{std::move(*impact), std::move(**effect)};
            },
            std::move(done));
    };
}

void ChangesPage::connectActions() {
    auto& actions = context().actions;
    auto& set = changes();
    connect(&set, &ChangeSet::changed, this, &ChangesPage::follow);
    connect(&set, &ChangeSet::finished, this, &ChangesPage::sayFinished);
    connect(&set, &ChangeSet::previewed, this, [this] {
        if (std::exchange(m_wantsReport, false))
            openReport();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangesPage::showChosen);
    connect(m_details, &ChangeDetails::acceptChosen, this, [this] {
        if (const auto* change = m_model->changeAt(m_table->currentIndex().row()))
            changes().accept(change->id);
        changes().preview();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { changes().cancel(); });
    connect(actions.action(ActionId::PreviewChanges), &QAction::triggered, this, [this] {
        emit context().desk.changesWanted();
        changes().preview();
    });
    connect(actions.action(ActionId::SendChanges), &QAction::triggered, this, &ChangesPage::openSend);
    connect(actions.action(ActionId::ReviewQueued), &QAction::triggered, this, &ChangesPage::reviewQueued);
    connect(actions.action(ActionId::RemoveChange), &QAction::triggered, this, &ChangesPage::removeChosen);
    connect(actions.action(ActionId::DiscardChanges), &QAction::triggered, this, [this] { changes().discardAll(); });
}

void ChangesPage::retranslate() {
    setAccessibleName(tr("Changes"));
    m_table->setAccessibleName(tr("Staged changes, in the order in which they are sent"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_empty->say(tr("Nothing is staged"),
                 tr("The button “Stage” in a form puts a change here instead of sending it. What is here can be looked "
                    "at as a whole, and is sent together. It stays in the workspace until then."));
    m_noneChosen->say(tr("No change chosen"), tr("Choose one to see exactly what it writes."));
    for (const auto& [button, id] : m_buttons) {
        setButtonText(button, QString(context().actions.action(id)->text()).remove(QLatin1Char('&')));
        button->setToolTip(escapedHtml(context().actions.action(id)->toolTip()));
    }
    setButtonText(m_cancel, tr("Sto&p"));
    m_cancel->setToolTip(tr("Sends nothing further; what is on its way is answered"));
    m_details->retranslate();
    m_effect->retranslate();
    m_model->retranslate();
    showSummary();
    showChosen();
    emit shownTextChanged();
}

void ChangesPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &ChangesPage::retranslate, Qt::QueuedConnection);
    PageWidget::changeEvent(event);
}

void ChangesPage::follow() {
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    askNames();
    askImpact();
    showSummary();
    showChosen();
    updateActions();
    emit shownTextChanged();
}

void ChangesPage::askNames() {
    std::vector<std::pair<TenantId, AggregateKey>> things;
    for (const StagedChange& change : changes().changes()) {
        const TenantId& tenant = change.request.tenant;
        things.push_back({tenant, {"org", AggregateId(tenant.text())}});
        for (const AggregateKey& thing : thingsNamedBy(change.request))
            things.emplace_back(tenant, thing);
    }
    std::ranges::sort(things);
    const auto repeated = std::ranges::unique(things);
    things.erase(repeated.begin(), repeated.end());
    if (!things.empty())
        m_names.request(std::move(things));
}

void ChangesPage::askImpact() {
    ImpactRequest request;
    for (const StagedChange& change : changes().changes()) {
        if (change.state != State::Previewed || !change.answer)
            continue;
        request.requests.push_back(change.request);
        request.results.push_back(*change.answer);
    }
    m_preview.reset();
    if (!request.requests.empty())
        return m_impactSlot.request(std::move(request));
    m_impactSlot.drop();
    m_effect->clear();
}

void ChangesPage::showSummary() {
    const ChangeSet& set = changes();
    QStringList parts;
    if (set.isSending()) {
        parts << tr("%1 of %2 sent.")
                     .arg(set.count({State::Done, State::Failed, State::Stale, State::Skipped}))
                     .arg(set.changes().size());
    } else if (set.open() > 0) {
        parts << tr("%n change(s) staged.", nullptr, set.open());
        if (const auto queued = set.queued().size(); queued > 0)
            parts << tr("%n queued for a region that did not answer.", nullptr, static_cast<int>(queued));
        if (m_preview)
            parts << tr("%n event(s) would be written.", nullptr, static_cast<int>(m_preview->impact.events))
                  << tr("%n user(s) touched.", nullptr, static_cast<int>(m_preview->impact.userCount()))
                  << effectSentences(m_preview->effect);
        const int refused = static_cast<int>(std::ranges::count_if(set.changes(), [](const StagedChange& change) {
            return change.state == State::Previewed && change.answer && !*change.answer;
        }));
        if (refused > 0)
            parts << tr("%n would be refused.", nullptr, refused);
        if (const int stale = set.count({State::Stale}); stale > 0)
            parts << tr("%n overtaken by somebody else.", nullptr, stale);
    }
    m_summary->setText(parts.join(QLatin1Char(' ')));
    setTone(m_summary, m_preview && isAlarming(m_preview->effect) ? Tone::Warning : Tone::Normal);
    m_cancel->setVisible(set.isSending());
}

QString ChangesPage::summary() const {
    return m_summary->text();
}

void ChangesPage::showChosen() {
    const auto* change = m_model->changeAt(m_table->currentIndex().row());
    m_detailsStack->setCurrentIndex(change == nullptr ? 0 : 1);
    if (change != nullptr)
        m_details->show(*change, *m_model, m_zone);
    updateActions();
}

void ChangesPage::updateActions() {
    auto& actions = context().actions;
    const ChangeSet& set = changes();
    const QString none = set.open() == 0 ? tr("Nothing is staged.") : QString();
    const QString busy = set.isBusy() ? tr("The changes are being sent or looked at.") : QString();
    for (const ActionId id : {ActionId::PreviewChanges, ActionId::SendChanges})
        actions.setObjection(id, busy.isEmpty() ? none : busy);
    const QString unqueued = set.queued().empty() ? tr("Nothing is queued.") : QString();
    actions.setObjection(ActionId::ReviewQueued, busy.isEmpty() ? unqueued : busy);
    const QString empty = set.changes().empty() ? tr("Nothing is staged.") : QString();
    actions.setObjection(ActionId::DiscardChanges, busy.isEmpty() ? empty : busy);
    const QString unchosen =
        m_isActive && m_table->currentIndex().isValid() ? QString() : tr("Choose a staged change first.");
    actions.setObjection(ActionId::RemoveChange, busy.isEmpty() ? unchosen : busy);
    if (m_isActive)
        actions.setMet(Needs::Row, m_table->currentIndex().isValid());
    for (const auto& [button, id] : m_buttons) {
        button->setEnabled(actions.action(id)->isEnabled());
        if (id == ActionId::ReviewQueued)
            button->setVisible(!set.queued().empty());
        button->setToolTip(escapedHtml(actions.action(id)->toolTip()));
    }
}

void ChangesPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    showChosen();
}

void ChangesPage::takeBatch(const AppliedBatch&) {}

void ChangesPage::reload() {
    askNames();
}

void ChangesPage::setActive(bool isActive) {
    m_isActive = isActive;
    updateActions();
}

void ChangesPage::focusList() {
    m_table->setFocus();
}

void ChangesPage::showDetailsPane(bool isShown) {
    m_splitter->widget(1)->setVisible(isShown);
}

QString ChangesPage::shownText() const {
    return tr("%n staged", nullptr, changes().open());
}

TextTable ChangesPage::chosenRow() const {
    return chosenRowOf(*m_table);
}

QString ChangesPage::chosenCell() const {
    return m_table->currentIndex().data(Qt::DisplayRole).toString();
}

QString ChangesPage::chosenJson() const {
    const auto* change = m_model->changeAt(m_table->currentIndex().row());
    return change == nullptr ? QString() : QString::fromStdString(printCommand(change->request));
}

} // namespace muniment
