// Every command of the window, once: menus, palette, cheat sheet and tests read from here.
#pragma once

#include <QAction>
#include <QObject>

#include <map>
#include <vector>

class QMenu;
class QMenuBar;

namespace muniment {

/// Those behind Directory are menus in it.
enum class MenuId {
    File,
    Edit,
    View,
    Go,
    Analyze,
    Directory,
    Organization,
    User,
    Team,
    Role,
    Resource,
    Access,
    Plan,
    Review,
    Changes,
    Intake,
    Tools,
    Help
};

enum class ActionId {
    NewWorkspace,
    OpenWorkspace,
    OpenDemo,
    ImportCourier,
    WorkspaceSettings,
    DataOnDisk,
    ServersAndPlacement,
    ExportList,
    ExportEvidence,
    BulkChange,
    CloseWorkspace,
    Quit,
    Undo,
    Redo,
    CopyCell,
    CopyValueCsv,
    CopyValueJson,
    CopyValueMarkdown,
    CopyValueFilter,
    CopyRowText,
    CopyRowCsv,
    CopyRowJson,
    CopyRowMarkdown,
    Find,
    FindNext,
    FindPrevious,
    FollowNewest,
    HoldTimeline,
    ToggleDetails,
    ToggleHistogram,
    ToggleFacets,
    NextTab,
    PreviousTab,
    FocusDetails,
    NextZone,
    ChooseColumns,
    AddColumn,
    MoveColumnLeft,
    MoveColumnRight,
    ColourRules,
    ResetLayout,
    GoBack,
    GoForward,
    GoOverview,
    GoTimeline,
    GoOrganizations,
    GoUsers,
    GoTeams,
    GoRoles,
    GoResources,
    GoAccess,
    GoSessions,
    GoPlans,
    GoReviews,
    GoFindings,
    GoCompromises,
    GoChanges,
    GoIntake,
    GoRegions,
    GoIntegrity,
    GoToPlace,
    PreviousOfEntity,
    NextOfEntity,
    PreviousBookmark,
    NextBookmark,
    AsOf,
    BackToNow,
    EarlierEvent,
    LaterEvent,
    AsOfEvent,
    FindAnything,
    FocusFilter,
    ClearFilter,
    SaveView,
    ImportView,
    FilterAnd,
    FilterOr,
    FilterAndNot,
    ColourLikeThis,
    FollowEntity,
    FollowActor,
    FollowCorrelation,
    PivotFiltered,
    PivotUnfiltered,
    ToggleBookmark,
    EditTags,
    EditNote,
    ShowBookmarked,
    ShowFailedSignIns,
    WhatChanged,
    ExplainAccess,
    ExplainRefusal,
    AskAboutAccess,
    ListHolders,
    ListRights,
    TraceCompromise,
    ForgetCompromise,
    ShowAllDone,
    StageTraced,
    ShowSecret,
    TakeBack,
    CreateOrganization,
    RenameOrganization,
    ChangePlan,
    OrganizationZone,
    DeactivateOrganization,
    ReactivateOrganization,
    MoveOrganization,
    AddDomain,
    VerifyDomain,
    RemoveDomain,
    RemoveOrganization,
    AddUser,
    ChangeProfile,
    ChangeUserName,
    ChangeEmail,
    VerifyEmail,
    ChangePhone,
    VerifyPhone,
    RemovePhone,
    RequirePasswordChange,
    LockUser,
    UnlockUser,
    DeactivateUser,
    ReactivateUser,
    AddToken,
    AddKey,
    RotateKey,
    RemoveCredential,
    OnboardLike,
    CopyGrants,
    OffboardUser,
    RemoveUser,
    CreateTeam,
    ChangeTeam,
    AddMember,
    RemoveMember,
    RemoveTeam,
    CreateRole,
    ChangeRole,
    AddPermission,
    RemovePermission,
    RemoveRole,
    CreateResource,
    RenameResource,
    MoveResource,
    RemoveResource,
    GrantRole,
    ChangeGrant,
    RevokeGrant,
    AddRule,
    RemoveRule,
    TerminateSession,
    AddPlan,
    RenamePlan,
    RemovePlan,
    StartReview,
    KeepReviewed,
    RevokeReviewed,
    NextUndecided,
    ShowSignedOff,
    CloseReview,
    ExportReview,
    PreviewChanges,
    SendChanges,
    ReviewQueued,
    RemoveChange,
    DiscardChanges,
    MapIntake,
    PromoteIntake,
    PromoteAllIntake,
    RejectIntake,
    SyncNow,
    VerifyTrail,
    SealTrail,
    ExchangeCheckpoints,
    SaveCertificate,
    ShowShortcuts,
    About,
};

/// What must be there for the action to make sense.
/// From Writable on they are about writing.
enum class Needs {
    Nothing,
    Workspace,
    Row,
    Event,
    Accessor, ///< whose access can be explained: a user, a team, a resource, a grant, a permission
    Writable,
    Organization,
    User,
    Team,
    Role,
    Resource,
    Session,
    Plan,
    Review,
    ReviewItem, ///< of an access review: a grant to decide on
    Rule,       ///< of separation of duties
    Compromise, ///< an account that is marked as compromised
    Domain,
    Credential,
    Member,
    Permission,
    Grantee, ///< whose grants are shown: a user, a team, a role or a resource
    Grant
};

struct ActionDescription {
    ActionId id;
    MenuId menu;
    int group; ///< a separator stands between groups of a menu
    Needs needs;
    const char* text; ///< translated under the context "Actions"
    const char* icon;
    const char* shortcut;
    const char* tip;

    /// A key without Ctrl or Alt acts only where the page has added the action: it is text everywhere else.
    [[nodiscard]] bool hasBareKey() const;
    /// It writes to a region, or to what is staged for one; what a person keeps for themselves is not meant.
    [[nodiscard]] bool isChange() const;
};

/// In menu order.
[[nodiscard]] const std::vector<ActionDescription>& actionDescriptions();

class ActionRegistry : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(QWidget* window);

    [[nodiscard]] QAction* action(ActionId id) const { return m_actions.at(id); }

    /// Enables everything whose need is met; a disabled action's tool tip says what it lacks.
    void setMet(Needs needs, bool isMet);
    /// Nothing is there any more.
    void forgetMet();
    /// An action that its need allows, but the chosen thing's state does not; empty `reason`: allowed.
    void setObjection(ActionId id, const QString& reason);
    /// The window shows the past: nothing can be changed there.
    void setPast(bool isPast);
    /// Menus of the bar in their order; `subMenus` go after the first group of their menu.
    void fillMenuBar(QMenuBar* bar, const std::map<MenuId, std::vector<QMenu*>>& subMenus);
    void retranslate();
    [[nodiscard]] static QString menuTitle(MenuId menu);

private:
    QMenu* addMenu(QMenuBar* bar, MenuId menu);
    void update();
    void update(const ActionDescription& description);
    [[nodiscard]] QString lackOf(const ActionDescription& description) const;
    [[nodiscard]] static QString lackWords(Needs needs);

    std::map<ActionId, QAction*> m_actions;
    std::map<MenuId, QMenu*> m_menus;
    std::map<Needs, bool> m_met;
    std::map<ActionId, QString> m_objections;
    bool m_isPast = false;
};

} // namespace muniment
