#include "ui/pages/users_page.h"

#include "models/directory/export_fields.h"
#include "models/items/compromise_words.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "ui/compromises/compromise_desk.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/credentials_tab.h"
#include "ui/directory/fact_list.h"
#include "ui/directory/overview_tab.h"
#include "ui/forms/removal_form.h"
#include "ui/forms/user_forms.h"
#include "ui/forms/user_orders.h"
#include "ui/pages/cell_delegates.h"
#include "ui/plans/user_plans.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

constexpr UserLifecycle kStates[]{UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive,
                                  UserLifecycle::Removed};
constexpr UserKind kKinds[]{UserKind::Human, UserKind::Machine};

} // namespace

UsersPage::UsersPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent)
    : DirectoryPage(context, "users", parent),
      m_model(new UserListModel(askUsers(context.workspace), this)),
      m_kind(addFilter()),
      m_state(addFilter()),
      m_activitySlot(this, askUserActivity(context.workspace),
                     [this](const UserActivityRequest& request, Result<UserActivity> activity) {
                         if (!activity)
                             return;
                         m_activity.emplace(request, *activity);
                         showChosen();
                     }),
      m_lookAlikeSlot(this, askLookAlike(context.workspace), [this](const NameQuestion& question, const auto& found) {
          if (!found)
              return;
          m_lookAlike.emplace(question, *found);
          showChosen();
      }) {
    for (std::size_t kind = 0; kind <= std::size(kKinds); ++kind)
        m_kind->addItem(QString());
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::AddUser);
    setListActions({ActionId::BulkChange});
    setChosenActions({ActionId::ChangeProfile, ActionId::ChangeEmail, ActionId::ChangeUserName, ActionId::LockUser,
                      ActionId::UnlockUser, ActionId::DeactivateUser, ActionId::ReactivateUser, ActionId::OffboardUser},
                     {ActionId::VerifyEmail, ActionId::ChangePhone, ActionId::VerifyPhone, ActionId::RemovePhone,
                      ActionId::RequirePasswordChange, ActionId::GrantRole, ActionId::AddToken, ActionId::AddKey,
                      ActionId::RotateKey, ActionId::OnboardLike, ActionId::CopyGrants, ActionId::TraceCompromise,
                      ActionId::ForgetCompromise, ActionId::RemoveUser});
    const auto chosen = [this] { return chosenUser(); };
    details()->addTab(new AccessTab(
        context, [chosen] { return grantProposal(chosen(), &GrantProposal::subject); }, this));
    details()->addTab(new CredentialsTab(context, chosen, this));
    setModel(m_model);
    // User name, display name, e-mail, kind, state, organization; changed and id are whole in the details.
    auto* columns =
        new TableColumns(table(), "users/columns",
                         {{96, 1}, {98, 1}, {194, 3}, {72}, {98}, {104, 2}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {UserListModel::Changed});
    table()->setItemDelegateForColumn(UserListModel::State, new StateDelegate(table()));
    for (const int column : {UserListModel::UserName, UserListModel::DisplayName, UserListModel::Email})
        table()->setItemDelegateForColumn(column, new NameDelegate(table()));
    for (const int column : {UserListModel::Changed, UserListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    connectActions(std::move(chosenOrg));
}

void UsersPage::connectActions(std::function<std::optional<OrgRow>()> chosenOrg) {
    auto& actions = context().actions;
    auto& desk = context().desk;
    connect(actions.action(ActionId::AddUser), &QAction::triggered, this,
            [this, &desk, chosenOrg = std::move(chosenOrg)] { openAddUser(desk, chosenOrg(), window(), choosing()); });
    const auto onUser = [this](ActionId id, std::function<void(const UserRow&)> carryOut) {
        onChosen<UserRow>(
            id, [this] { return chosenUser(); }, std::move(carryOut));
    };
    onUser(ActionId::ChangeProfile, [this, &desk](const UserRow& user) { openChangeProfile(desk, user, window()); });
    onUser(ActionId::ChangeEmail, [this, &desk](const UserRow& user) { openChangeEmail(desk, user, window()); });
    onUser(ActionId::ChangePhone, [this, &desk](const UserRow& user) { openChangePhone(desk, user, window()); });
    onUser(ActionId::ChangeUserName, [this, &desk](const UserRow& user) { openChangeUserName(desk, user, window()); });
    onUser(ActionId::OffboardUser, [this, &desk](const UserRow& user) { openOffboard(desk, user, window()); });
    onUser(ActionId::OnboardLike,
           [this, &desk](const UserRow& user) { openOnboardLike(desk, user, window(), choosing()); });
    onUser(ActionId::CopyGrants, [this, &desk](const UserRow& user) { openCopyGrants(desk, user, window()); });
    onUser(ActionId::RotateKey, [this, &desk](const UserRow& user) { openRotateKey(desk, user, window()); });
    onUser(ActionId::RemoveUser, [this, &desk](const UserRow& user) {
        CommandRequest request = requestFor(desk.workspace(), user);
        request.command = UserCommand(RemoveUser{});
        const QString name = nameOf(user);
        openRemoval(desk, {tr("Remove User"), name, std::move(request), tr("%1 was removed.").arg(isolated(name))},
                    window());
    });
    for (const auto id :
         {ActionId::VerifyEmail, ActionId::VerifyPhone, ActionId::RemovePhone, ActionId::RequirePasswordChange,
          ActionId::LockUser, ActionId::UnlockUser, ActionId::DeactivateUser, ActionId::ReactivateUser})
        onUser(id, [this, id](const UserRow& user) {
            if (const auto order = userOrder(id, context().workspace, user))
                context().desk.send(*order);
        });
}

std::optional<UserRow> UsersPage::chosenUser() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

std::optional<CompromiseMark> UsersPage::chosenCompromise() const {
    const auto user = chosenUser();
    return user ? compromiseOf(context().workspace, user->tenant, user->id) : std::nullopt;
}

void UsersPage::takeCompromises() {
    std::set<std::pair<TenantId, AggregateId>> accounts;
    for (const CompromiseMark& mark : context().workspace.compromises())
        accounts.emplace(mark.tenant, mark.user);
    m_model->setCompromised(std::move(accounts));
    showChosen();
    showCompromise();
}

void UsersPage::showCompromise() {
    const auto mark = chosenCompromise();
    details()->overview()->setBadge(mark ? compromiseText(*mark, zone().of(mark->tenant)) : QString());
    if (isActive())
        context().actions.setMet(Needs::Compromise, mark.has_value());
}

void UsersPage::setActive(bool isActive) {
    if (!isActive && this->isActive())
        context().actions.setMet(Needs::Compromise, false);
    DirectoryPage::setActive(isActive);
}

void UsersPage::applyFilters() {
    UserQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_kind->currentIndex() > 0)
        query.kind = kKinds[m_kind->currentIndex() - 1];
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> UsersPage::chosenEntity() const {
    const auto user = chosenUser();
    if (!user)
        return std::nullopt;
    const ClockZone own = zone().of(user->tenant);
    const auto verified = [](const std::string& value, bool isVerified) {
        return value.empty() ? QString()
                             : (isVerified ? tr("%1 (verified)") : tr("%1 (not verified)")).arg(plainText(value));
    };
    FactList facts;
    facts.add(tr("State"), userStateText(user->lifecycle))
        .add(tr("Kind"), userKindText(user->kind))
        .add(tr("User name"), plainText(user->userName))
        .add(tr("First name"), plainText(user->firstName))
        .add(tr("Last name"), plainText(user->lastName))
        .add(tr("E-mail"), verified(user->email, user->isEmailVerified))
        .add(tr("Phone"), verified(user->phone, user->isPhoneVerified))
        .add(tr("Password"), user->isPasswordChangeRequired ? tr("has to be changed") : QString())
        .add(tr("Organization"), user->tenantName.empty() ? shortId(user->tenant.text()) : plainText(user->tenantName),
             plainText(user->tenant.text()))
        .add(tr("Region"), plainText(user->region.text()));
    addActivity(facts, *user, own);
    addNameMark(facts, *user);
    facts.time(tr("Created"), user->createdAt, own)
        .time(tr("Changed"), user->changedAt, own)
        .id(tr("Id"), user->id.text());
    return ShownEntity{{user->tenant, {"user", user->id}},
                       nameOf(*user),
                       facts.rows(),
                       recordJson(*user, userFields(), RecordExtent::Whole),
                       own,
                       {},
                       user->region};
}

void UsersPage::addActivity(FactList& facts, const UserRow& user, const ClockZone& zone) const {
    if (!m_activity || m_activity->first.user != EntityRef{user.tenant, {"user", user.id}})
        return;
    const auto& activity = m_activity->second;
    if (activity.lastSeen)
        facts.time(tr("Last seen"), *activity.lastSeen, zone);
    if (activity.lastLogin)
        facts.time(tr("Last sign-in"), *activity.lastLogin, zone);
    if (activity.failedInARow > 0)
        facts.cell(tr("Failed since"),
                   {tr("%n time(s) in a row", nullptr, activity.failedInARow), {}, Tone::Bad, false, false});
}

void UsersPage::addNameMark(FactList& facts, const UserRow& user) const {
    const bool isAsked =
        m_lookAlike && m_lookAlike->first.except == user.id && m_lookAlike->first.tenant == user.tenant;
    const QString mark = nameMarkText(user.userName, isAsked ? m_lookAlike->second : std::nullopt);
    if (!mark.isEmpty())
        facts.cell(tr("Beware"), {mark, {}, Tone::Warning, false, false});
}

void UsersPage::takeShown(const ShownEntity& entity) {
    if (const auto user = chosenUser(); user && user->lifecycle != UserLifecycle::Removed)
        m_lookAlikeSlot.request({user->tenant, NamedKind::User, user->userName, user->id});
    m_activitySlot.request({entity.entity, entity.asOf});
}

void UsersPage::updateActions() {
    showCompromise();
    auto& actions = context().actions;
    const auto user = chosenUser();
    const auto state = user ? user->lifecycle : UserLifecycle::None;
    const auto stateWords = [state] {
        switch (state) {
        case UserLifecycle::Active:
            return tr("The user is active.");
        case UserLifecycle::Locked:
            return tr("The user is locked.");
        case UserLifecycle::Inactive:
            return tr("The user is deactivated.");
        case UserLifecycle::Removed:
            return tr("The user was removed.");
        case UserLifecycle::None:
            break;
        }
        return QString();
    };
    const auto onlyIf = [&](ActionId id, bool fits, const QString& why) {
        actions.setObjection(id, fits ? QString() : why);
    };
    const bool isThere = state != UserLifecycle::Removed;
    onlyIf(ActionId::LockUser, state == UserLifecycle::Active, stateWords());
    onlyIf(ActionId::UnlockUser, state == UserLifecycle::Locked, stateWords());
    onlyIf(ActionId::DeactivateUser, state == UserLifecycle::Active || state == UserLifecycle::Locked, stateWords());
    onlyIf(ActionId::ReactivateUser, state == UserLifecycle::Inactive, stateWords());
    for (const auto id : {ActionId::ChangeProfile, ActionId::ChangeUserName, ActionId::OffboardUser,
                          ActionId::OnboardLike, ActionId::CopyGrants, ActionId::RemoveUser})
        onlyIf(id, isThere, stateWords());
    onlyIf(ActionId::RotateKey, isThere && (!user || user->kind == UserKind::Machine),
           isThere ? tr("Keys are for machines.") : stateWords());
    updateContactActions(user);
}

void UsersPage::updateContactActions(const std::optional<UserRow>& user) {
    auto& actions = context().actions;
    const bool isMachine = user && user->kind == UserKind::Machine;
    const bool isGone = user && user->lifecycle == UserLifecycle::Removed;
    const auto objection = [&](const QString& forMachines, const QString& otherwise = {}) {
        return isGone ? tr("The user was removed.") : isMachine ? forMachines : otherwise;
    };
    const QString noEmail = tr("A machine has no e-mail address.");
    const QString noPhone = tr("A machine has no phone.");
    const QString lacksPhone = user && user->phone.empty() ? tr("There is no phone number.") : QString();
    const QString isVerified = tr("It is verified.");
    actions.setObjection(ActionId::ChangeEmail, objection(noEmail));
    actions.setObjection(ActionId::VerifyEmail,
                         objection(noEmail, user && user->isEmailVerified ? isVerified
                                            : user && user->email.empty() ? tr("There is no e-mail address.")
                                                                          : QString()));
    actions.setObjection(ActionId::ChangePhone, objection(noPhone));
    actions.setObjection(ActionId::RemovePhone, objection(noPhone, lacksPhone));
    actions.setObjection(ActionId::VerifyPhone,
                         objection(noPhone, user && user->isPhoneVerified ? isVerified : lacksPhone));
    actions.setObjection(ActionId::RequirePasswordChange,
                         objection(tr("A machine has no password."),
                                   user && user->isPasswordChangeRequired ? tr("It is required already.") : QString()));
}

void UsersPage::retranslatePage() {
    setAccessibleName(tr("Users"));
    table()->setAccessibleName(tr("Users, sorted by user name"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setItemText(0, tr("People and machines"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int kind = 1; kind < m_kind->count(); ++kind)
        m_kind->setItemText(kind, userKindText(kKinds[kind - 1]));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, userStateText(kStates[state - 1]));
    details()->noneChosen()->say(tr("No user chosen"),
                                 tr("Choose one to see who it is and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No user fits"), tr("None of the users in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No users yet"),
                     tr("None has been synced so far, or none was added. The first one is added here."),
                     tr("Add User…"));
}

QString UsersPage::chosenJson() const {
    const auto user = chosenUser();
    return user ? QString::fromStdString(recordJson(*user, userFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> UsersPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("users"),
                       tr("%1 users, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
