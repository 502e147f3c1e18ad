#include "ui/actions/action_registry.h"

#include <QtGlobal>

namespace muniment {

const std::vector<ActionDescription>& actionDescriptions() {
    using enum ActionId;
    static const std::vector<ActionDescription> descriptions{
        {NewWorkspace, MenuId::File, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&New Workspace…"), "document-new",
         "Ctrl+N", QT_TRANSLATE_NOOP("Actions", "Connect to regional endpoints and keep their history in a new file")},
        {OpenWorkspace, MenuId::File, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Open Workspace…"),
         "document-open", "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Open a workspace file")},
        {OpenDemo, MenuId::File, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "Open the &Demo"),
         "media-playback-start", "",
         QT_TRANSLATE_NOOP("Actions", "Three regions with two years of believable events, without a server")},
        {CloseWorkspace, MenuId::File, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Close Workspace"),
         "window-close", "Ctrl+W", QT_TRANSLATE_NOOP("Actions", "Stop syncing and close the file")},
        {Quit, MenuId::File, 2, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Quit"), "application-exit", "Ctrl+Q",
         QT_TRANSLATE_NOOP("Actions", "End the program")},

        {CopyCell, MenuId::Edit, 0, Needs::Row, QT_TRANSLATE_NOOP("Actions", "&Copy Cell"), "edit-copy", "Ctrl+C",
         QT_TRANSLATE_NOOP("Actions", "Copy the chosen cell")},
        {CopyRowText, MenuId::Edit, 0, Needs::Row, QT_TRANSLATE_NOOP("Actions", "Copy Row as &Text"), "",
         "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Actions", "Copy the chosen row, columns parted by tabs")},
        {CopyRowCsv, MenuId::Edit, 0, Needs::Row, QT_TRANSLATE_NOOP("Actions", "Copy Row as C&SV"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Copy the chosen row for a spreadsheet; cells cannot become formulas")},
        {CopyRowJson, MenuId::Edit, 0, Needs::Row, QT_TRANSLATE_NOOP("Actions", "Copy Row as &JSON"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Copy the chosen row as the command line gives it with --json")},
        {CopyRowMarkdown, MenuId::Edit, 0, Needs::Row, QT_TRANSLATE_NOOP("Actions", "Copy Row as &Markdown"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Copy the chosen row as a table for a ticket")},
        {Find, MenuId::Edit, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Find in List"), "edit-find", "Ctrl+F",
         QT_TRANSLATE_NOOP("Actions", "Go to the list's filter box: any part of a name or identifier")},

        {FollowNewest, MenuId::View, 0, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Follow New Events"), "go-top",
         "Ctrl+Home",
         QT_TRANSLATE_NOOP("Actions",
                           "Go to the newest event and stay there as new ones arrive; scrolling away stops it")},
        {ToggleDetails, MenuId::View, 0, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "Show &Details"),
         "view-right-new", "F9", QT_TRANSLATE_NOOP("Actions", "Show or hide the details at the right")},
        {ToggleZone, MenuId::View, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "Local &Times"), "clock",
         "Ctrl+Shift+U", QT_TRANSLATE_NOOP("Actions", "Show times of this machine's zone instead of UTC")},

        {GoBack, MenuId::Go, 0, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Back"), "go-previous", "Alt+Left",
         QT_TRANSLATE_NOOP("Actions", "The place you came from")},
        {GoForward, MenuId::Go, 0, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "F&orward"), "go-next", "Alt+Right",
         QT_TRANSLATE_NOOP("Actions", "The place you went back from")},
        {GoTimeline, MenuId::Go, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Timeline"),
         "view-calendar-timeline", "Alt+1", QT_TRANSLATE_NOOP("Actions", "Events of all regions, newest first")},
        {GoOrganizations, MenuId::Go, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Organizations"), "group",
         "Alt+2", QT_TRANSLATE_NOOP("Actions", "The organizations of all regions")},
        {GoUsers, MenuId::Go, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Users"), "user", "Alt+3",
         QT_TRANSLATE_NOOP("Actions", "The users of all organizations")},
        {GoRegions, MenuId::Go, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Regions"), "network-server",
         "Alt+4", QT_TRANSLATE_NOOP("Actions", "Endpoints, their health and how far each is known")},
        {FindAnything, MenuId::Go, 2, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "Find &Anything…"), "edit-find",
         "Ctrl+K", QT_TRANSLATE_NOOP("Actions", "Commands, organizations and users in one box")},

        {CreateOrganization, MenuId::Directory, 0, Needs::Writable,
         QT_TRANSLATE_NOOP("Actions", "&Create Organization…"), "list-add", "Ctrl+Shift+O",
         QT_TRANSLATE_NOOP("Actions", "Create an organization in a region")},
        {RenameOrganization, MenuId::Directory, 0, Needs::Organization,
         QT_TRANSLATE_NOOP("Actions", "&Rename Organization…"), "edit-rename", "",
         QT_TRANSLATE_NOOP("Actions", "Give the chosen organization another name")},
        {ChangePlan, MenuId::Directory, 0, Needs::Organization, QT_TRANSLATE_NOOP("Actions", "Change &Plan…"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Move the chosen organization to another plan")},
        {DeactivateOrganization, MenuId::Directory, 0, Needs::Organization,
         QT_TRANSLATE_NOOP("Actions", "&Deactivate Organization"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Nobody of the chosen organization can sign in until it is reactivated")},
        {ReactivateOrganization, MenuId::Directory, 0, Needs::Organization,
         QT_TRANSLATE_NOOP("Actions", "R&eactivate Organization"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Let the people of the chosen organization sign in again")},
        {AddUser, MenuId::Directory, 1, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Add User…"), "list-add-user",
         "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Actions", "Add a person or a machine to an organization")},
        {ChangeProfile, MenuId::Directory, 1, Needs::User, QT_TRANSLATE_NOOP("Actions", "Change Pro&file…"),
         "user-properties", "", QT_TRANSLATE_NOOP("Actions", "Change the names of the chosen user")},
        {ChangeEmail, MenuId::Directory, 1, Needs::User, QT_TRANSLATE_NOOP("Actions", "Change E-&mail…"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Change the e-mail address of the chosen user")},
        {ChangeUserName, MenuId::Directory, 1, Needs::User, QT_TRANSLATE_NOOP("Actions", "Change User &Name…"), "", "",
         QT_TRANSLATE_NOOP("Actions", "Change the name the chosen user signs in with")},
        {ActionId::LockUser, MenuId::Directory, 2, Needs::User, QT_TRANSLATE_NOOP("Actions", "&Lock User"),
         "object-locked", "Ctrl+Shift+L",
         QT_TRANSLATE_NOOP("Actions", "Stop the chosen user from signing in; can be undone with Unlock")},
        {ActionId::UnlockUser, MenuId::Directory, 2, Needs::User, QT_TRANSLATE_NOOP("Actions", "&Unlock User"),
         "object-unlocked", "", QT_TRANSLATE_NOOP("Actions", "Let the chosen user sign in again")},
        {ActionId::DeactivateUser, MenuId::Directory, 2, Needs::User, QT_TRANSLATE_NOOP("Actions", "Deactivate U&ser"),
         "", "", QT_TRANSLATE_NOOP("Actions", "Take the chosen user out of service; can be undone with Reactivate")},
        {ActionId::ReactivateUser, MenuId::Directory, 2, Needs::User, QT_TRANSLATE_NOOP("Actions", "Reac&tivate User"),
         "", "", QT_TRANSLATE_NOOP("Actions", "Put the chosen user back into service")},

        {SyncNow, MenuId::Tools, 0, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Sync Now"), "view-refresh", "F5",
         QT_TRANSLATE_NOOP("Actions", "Ask every region at once instead of at the next poll")},

        {ShowShortcuts, MenuId::Help, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
         "input-keyboard", "Ctrl+/", QT_TRANSLATE_NOOP("Actions", "Every command that has a key")},
        {About, MenuId::Help, 1, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&About Muniment"), "help-about", "",
         QT_TRANSLATE_NOOP("Actions", "Version, licence and libraries")},
    };
    return descriptions;
}

} // namespace muniment
