// Every command of the window, once: menus, palette, cheat sheet and tests read from here.
#pragma once

#include <QAction>
#include <QObject>

#include <map>
#include <vector>

class QMenu;
class QMenuBar;

namespace muniment {

enum class MenuId { File, Edit, View, Go, Analyze, Directory, Tools, Help };

enum class ActionId {
    NewWorkspace,
    OpenWorkspace,
    OpenDemo,
    WorkspaceSettings,
    ExportList,
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
    GoRegions,
    GoToPlace,
    PreviousOfEntity,
    NextOfEntity,
    PreviousBookmark,
    NextBookmark,
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
    ShowSecret,
    CreateOrganization,
    RenameOrganization,
    ChangePlan,
    OrganizationZone,
    DeactivateOrganization,
    ReactivateOrganization,
    AddUser,
    ChangeProfile,
    ChangeEmail,
    ChangeUserName,
    LockUser,
    UnlockUser,
    DeactivateUser,
    ReactivateUser,
    SyncNow,
    ShowShortcuts,
    About,
};

/// What must be there for the action to make sense.
enum class Needs { Nothing, Workspace, Writable, Row, Event, Organization, User };

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
    /// An action that its need allows, but the chosen thing's state does not; empty `reason`: allowed.
    void setObjection(ActionId id, const QString& reason);
    /// Menus of the bar in their order; `subMenus` go after the first group of their menu.
    void fillMenuBar(QMenuBar* bar, const std::map<MenuId, std::vector<QMenu*>>& subMenus);
    void retranslate();
    [[nodiscard]] static QString menuTitle(MenuId menu);

private:
    void update();
    [[nodiscard]] QString lackOf(const ActionDescription& description) const;

    std::map<ActionId, QAction*> m_actions;
    std::map<MenuId, QMenu*> m_menus;
    std::map<Needs, bool> m_met;
    std::map<ActionId, QString> m_objections;
};

} // namespace muniment
