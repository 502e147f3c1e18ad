#include "ui/pages/users_page.h"

#include "models/base/canonical_json.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "ui/forms/user_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>

namespace muniment {

namespace {

constexpr UserLifecycle kStates[]{UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive};
constexpr UserKind kKinds[]{UserKind::Human, UserKind::Machine};

} // namespace

UsersPage::UsersPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent)
    : DirectoryPage(context, "users/splitter", parent),
      m_model(new UserListModel(askUsers(context.workspace), this)),
      m_kind(addFilter()),
      m_state(addFilter()),
      m_history(this, askUserHistory(context.workspace), [this](const UserKey& key, auto versions) {
          if (versions && m_shown && m_shown->id == key.user && m_shown->tenant == key.tenant)
              setHistory(*versions);
      }) {
    for (int i = 0; i < 3; ++i)
        m_kind->addItem(QString(), i);
    for (int i = 0; i < 4; ++i)
        m_state->addItem(QString(), i);
    addMainButton(ActionId::AddUser);
    for (const auto id : {ActionId::ChangeProfile, ActionId::ChangeEmail, ActionId::ChangeUserName, ActionId::LockUser,
                          ActionId::UnlockUser, ActionId::DeactivateUser, ActionId::ReactivateUser})
        addDetailButton(id);
    setModel(m_model);
    // User name, display name, e-mail, kind, state, organization; changed and id are whole in the details.
    auto* columns =
        new TableColumns(table(), "users/columns",
                         {{96, 1}, {98, 1}, {194, 3}, {72}, {98}, {104, 2}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {UserListModel::Changed});
    table()->setItemDelegateForColumn(UserListModel::State, new StateDelegate(table()));
    for (const int column : {UserListModel::Changed, UserListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    connectActions(std::move(chosenOrg));
}

void UsersPage::connectActions(std::function<std::optional<OrgRow>()> chosenOrg) {
    auto& actions = context().actions;
    auto& desk = context().desk;
    connect(actions.action(ActionId::AddUser), &QAction::triggered, this,
            [this, &desk, chosenOrg = std::move(chosenOrg)] {
                openAddUser(desk, askOrganizations(context().workspace), chosenOrg(), window(),
                            [page = QPointer(this)](const CommandResult& result) {
                                if (page)
                                    page->choose(QString::fromStdString(result.tenant.text() + "/" + result.id.text()));
                            });
            });
    const auto onChosen = [this, &actions](ActionId id, const std::function<void(const UserRow&)>& carryOut) {
        connect(actions.action(id), &QAction::triggered, this, [this, carryOut] {
            if (const auto user = chosenUser())
                carryOut(*user);
        });
    };
    onChosen(ActionId::ChangeProfile, [this, &desk](const UserRow& user) { openChangeProfile(desk, user, window()); });
    onChosen(ActionId::ChangeEmail, [this, &desk](const UserRow& user) { openChangeEmail(desk, user, window()); });
    onChosen(ActionId::ChangeUserName,
             [this, &desk](const UserRow& user) { openChangeUserName(desk, user, window()); });
    for (const auto id : {ActionId::LockUser, ActionId::UnlockUser, ActionId::DeactivateUser, ActionId::ReactivateUser})
        onChosen(id, [this, id](const UserRow&) { sendState(id); });
}

void UsersPage::sendState(ActionId action) {
    const auto user = *chosenUser();
    const QString name = isolated(nameOf(user));
    const Compensation lock{tr("Lock"), UserCommand(LockUser{}), tr("%1 is locked.").arg(name)};
    const Compensation unlock{tr("Unlock"), UserCommand(UnlockUser{}), tr("%1 is unlocked.").arg(name)};
    const Compensation deactivate{tr("Deactivate"), UserCommand(DeactivateUser{}), tr("%1 is deactivated.").arg(name)};
    const Compensation reactivate{tr("Reactivate"), UserCommand(ReactivateUser{}), tr("%1 is active again.").arg(name)};
    const auto send = [this, &user](const Compensation& what, const Compensation& back) {
        Order order{requestFor(context().workspace, user), what.done, back};
        order.request.command = what.command;
        context().desk.send(order);
    };
    switch (action) {
    case ActionId::LockUser:
        return send(lock, unlock);
    case ActionId::UnlockUser:
        return send(unlock, lock);
    case ActionId::DeactivateUser:
        return send(deactivate, reactivate);
    default:
        return send(reactivate, deactivate);
    }
}

std::optional<UserRow> UsersPage::chosenUser() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool UsersPage::isFiltered() const {
    return !filterText().isEmpty() || m_kind->currentIndex() > 0 || m_state->currentIndex() > 0;
}

void UsersPage::clearFilters() {
    const QSignalBlocker one(filter());
    const QSignalBlocker two(m_kind);
    const QSignalBlocker three(m_state);
    filter()->clear();
    m_kind->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    applyFilters();
}

void UsersPage::applyFilters() {
    UserQuery query;
    query.text = filterText().toStdString();
    if (m_kind->currentIndex() > 0)
        query.kind = kKinds[m_kind->currentIndex() - 1];
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

void UsersPage::showChosen() {
    const auto user = chosenUser();
    if (!user) {
        m_shown.reset();
        return setFacts({}, {});
    }
    const ClockZone own = zone().of(user->tenant);
    history()->setZone(own);
    std::vector<std::vector<TextCell>> facts;
    const auto add = [&facts](const QString& label, const QString& value, const QString& whole = {},
                              bool isId = false) {
        if (!value.isEmpty())
            facts.push_back(
                {TextCell{label, {}, Tone::Quiet, false, false}, TextCell{value, whole, Tone::Normal, isId, false}});
    };
    add(tr("State"), userStateText(user->lifecycle));
    add(tr("Kind"), userKindText(user->kind));
    add(tr("User name"), plainText(user->userName));
    add(tr("First name"), plainText(user->firstName));
    add(tr("Last name"), plainText(user->lastName));
    if (!user->email.empty())
        add(tr("E-mail"), user->isEmailVerified ? tr("%1 (verified)").arg(plainText(user->email))
                                                : tr("%1 (not verified)").arg(plainText(user->email)));
    add(tr("Phone"), plainText(user->phone));
    add(tr("Organization"), user->tenantName.empty() ? shortId(user->tenant.text()) : plainText(user->tenantName),
        plainText(user->tenant.text()));
    add(tr("Region"), plainText(user->region.text()));
    add(tr("Created"), formatTimeWithZone(user->createdAt, own), formatTimeInZones(user->createdAt, own));
    add(tr("Changed"), formatTimeWithZone(user->changedAt, own), formatTimeInZones(user->changedAt, own));
    add(tr("Id"), plainText(user->id.text()), {}, true);
    setFacts(nameOf(*user), facts);
    const bool isOther = !m_shown || m_shown->id != user->id || m_shown->tenant != user->tenant;
    if (isOther)
        setHistory({});
    if (isOther || !(*m_shown == *user))
        m_history.request({user->tenant, user->id});
    m_shown = user;
}

void UsersPage::updateActions() {
    auto& actions = context().actions;
    if (!isActive())
        return;
    const auto user = chosenUser();
    actions.setMet(Needs::User, user.has_value());
    actions.setMet(Needs::Row, user.has_value());
    const auto state = user ? user->lifecycle : UserLifecycle::None;
    const QString isActiveNow = tr("The user is active.");
    const QString isLocked = tr("The user is locked.");
    const QString isInactive = tr("The user is deactivated.");
    const auto unless = [&actions](ActionId id, bool fits, const QString& why) {
        actions.setObjection(id, fits ? QString() : why);
    };
    const bool isIn = state == UserLifecycle::Inactive;
    unless(ActionId::LockUser, state == UserLifecycle::Active, isIn ? isInactive : isLocked);
    unless(ActionId::UnlockUser, state == UserLifecycle::Locked, isIn ? isInactive : isActiveNow);
    unless(ActionId::DeactivateUser, !isIn, isInactive);
    unless(ActionId::ReactivateUser, isIn, state == UserLifecycle::Locked ? isLocked : isActiveNow);
    unless(ActionId::ChangeEmail, !user || user->kind == UserKind::Human, tr("A machine has no e-mail address."));
}

void UsersPage::retranslatePage() {
    setAccessibleName(tr("Users"));
    table()->setAccessibleName(tr("Users, sorted by user name"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setItemText(0, tr("People and machines"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int i = 0; i < 2; ++i)
        m_kind->setItemText(i + 1, userKindText(kKinds[i]));
    for (int i = 0; i < 3; ++i)
        m_state->setItemText(i + 1, userStateText(kStates[i]));
    m_noneChosen->say(tr("No user chosen"), tr("Choose one to see who it is and everything that changed it."));
    if (isFiltered())
        m_empty->say(tr("No user fits"), tr("None of the users in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        m_empty->say(tr("No users yet"),
                     tr("None has been synced so far, or none was added. The first one is added here."),
                     tr("Add User…"));
}

QString UsersPage::chosenJson() const {
    const auto user = chosenUser();
    if (!user)
        return {};
    PayloadBuilder json;
    json.text("id", user->id.text()).text("tenantId", user->tenant.text()).text("userName", user->userName);
    json.text("kind", userKindName(user->kind)).text("displayName", user->displayName).text("email", user->email);
    json.text("state", userLifecycleName(user->lifecycle));
    json.text("createdAt", formatInstant(user->createdAt)).text("changedAt", formatInstant(user->changedAt));
    return QString::fromStdString(json.build());
}

std::optional<ExportOffer> UsersPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{m_model->query(), QStringLiteral("users"),
                       tr("%1 users, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
