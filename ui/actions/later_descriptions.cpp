#include "ui/actions/action_descriptions.h"

#include <QtGlobal>

namespace muniment {

std::vector<ActionDescription> descriptionsFromChangesOn() {
    using enum ActionId;
    return {
        {ActionId::PreviewChanges, MenuId::Changes, 0, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Preview"),
         "document-preview", "Ctrl+Shift+P",
         QT_TRANSLATE_NOOP("Actions", "Ask the regions what the staged changes would write, and whom they touch")},
        {ActionId::SendChanges, MenuId::Changes, 0, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Send…"),
         "document-send", "Ctrl+Shift+Return",
         QT_TRANSLATE_NOOP("Actions", "Send the staged changes, one after another")},
        {ActionId::ReviewQueued, MenuId::Changes, 0, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "Review &Queued…"),
         "view-history", "",
         QT_TRANSLATE_NOOP("Actions", "Ask what has become of the queued changes, and send those that still fit")},
        {ActionId::RemoveChange, MenuId::Changes, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Take Out"),
         "list-remove", "", QT_TRANSLATE_NOOP("Actions", "Take the chosen changes out; they are not sent")},
        {ActionId::DiscardChanges, MenuId::Changes, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Discard All"),
         "edit-clear", "", QT_TRANSLATE_NOOP("Actions", "Forget all staged changes; nothing was sent")},
        {ActionId::MapIntake, MenuId::Intake, 0, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Map…"),
         "document-edit", "Ctrl+Shift+T",
         QT_TRANSLATE_NOOP("Actions", "Say which place of a record becomes which field of a command")},
        {ActionId::PromoteIntake, MenuId::Intake, 1, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Promote…"),
         "dialog-ok-apply", "Ctrl+Shift+E",
         QT_TRANSLATE_NOOP("Actions", "Make events of the chosen records, by a mapping")},
        {ActionId::PromoteAllIntake, MenuId::Intake, 1, Needs::Writable,
         QT_TRANSLATE_NOOP("Actions", "Promote &All That Match…"), "", "",
         QT_TRANSLATE_NOOP("Actions",
                           "Make events of every new record of the region that holds the text searched for")},
        {ActionId::RejectIntake, MenuId::Intake, 2, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "Re&ject…"),
         "dialog-cancel", "", QT_TRANSLATE_NOOP("Actions", "Set the chosen records aside for good, with a reason")},

        {SyncNow, MenuId::Tools, 0, Needs::Writable, QT_TRANSLATE_NOOP("Actions", "&Sync Now"), "view-refresh", "F5",
         QT_TRANSLATE_NOOP("Actions", "Ask every region at once instead of at the next poll")},
        {ActionId::VerifyTrail, MenuId::Tools, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "&Verify"),
         "document-encrypt", "F7",
         QT_TRANSLATE_NOOP("Actions", "Hash every event of this file anew, and compare with trees and checkpoints")},
        {ActionId::SealTrail, MenuId::Tools, 1, Needs::Workspace, QT_TRANSLATE_NOOP("Actions", "S&eal Now…"),
         "document-sign", "",
         QT_TRANSLATE_NOOP("Actions", "Verify, then sign how the trees stand and keep that beside the file")},
        {ActionId::ExchangeCheckpoints, MenuId::Tools, 1, Needs::Workspace,
         QT_TRANSLATE_NOOP("Actions", "E&xchange Checkpoints…"), "document-swap", "",
         QT_TRANSLATE_NOOP("Actions", "Hand over what is sealed here as lines or squares, and compare what others hand "
                                      "over")},
        {ActionId::SaveCertificate, MenuId::Tools, 1, Needs::Workspace,
         QT_TRANSLATE_NOOP("Actions", "Save &Certificate…"), "view-certificate", "",
         QT_TRANSLATE_NOOP("Actions", "A page or two that say what was verified last, for people without the program")},

        {ShowShortcuts, MenuId::Help, 0, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
         "input-keyboard", "Ctrl+/", QT_TRANSLATE_NOOP("Actions", "Every command that has a key")},
        {About, MenuId::Help, 1, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&About Muniment"), "help-about", "",
         QT_TRANSLATE_NOOP("Actions", "Version, licence and libraries")},
    };
}

} // namespace muniment
