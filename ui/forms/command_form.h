// A form that sends one command: built from its fields, sent, and closed when it was done.
#pragma once

#include "ui/forms/form_dialog.h"
#include "ui/shell/command_desk.h"

#include <functional>
#include <vector>

namespace muniment {

using IdAdded = std::function<void(const CommandResult&)>;

struct CommandForm {
    QString title;
    QString intro; ///< plain text; empty: none
    QString verb;  ///< on the button, with mnemonic
    std::vector<FormField> fields = {};
    /// What the filled form asks for. Absent: something is wrong, and was said at its field.
    std::function<std::optional<Order>(FormDialog& form)> order;
    std::function<void(FormDialog& form)> prepare = {}; ///< adds widgets of the form's own, behind the fields
    IdAdded added = {};                                 ///< called with what was written
    bool isReasonNeeded = false;
    /// Instead of `order`, where more has to be done before it is sent with sendFromForm().
    std::function<void(FormDialog& form)> submit = {};
};

/// Opened without waiting, with a field for the reason as its last; the dialog owns itself.
FormDialog* openCommandForm(CommandDesk& desk, const CommandForm& form, QWidget* parent);

/// What becomes of a form's order. Either may be absent.
struct FormOutcome {
    IdAdded written = {};              ///< with what was written
    std::function<void()> staged = {}; ///< it was put among the staged changes instead
};

/// Where their region is known not to answer and the form has not said so yet: says so, and offers to queue them with
/// its reason, which closes it. False: they can be sent.
[[nodiscard]] bool saysAway(CommandDesk& desk, FormDialog* form, const std::vector<CommandRequest>& requests,
                            const std::function<void()>& queued = {});
/// Shows the failure of what they begin with, and offers to queue them where the region could not be reached.
void showFailure(CommandDesk& desk, FormDialog* form, const Error& error, const std::vector<CommandRequest>& requests,
                 const std::function<void()>& queued = {});
/// Sends `order` with the form's reason; failures are shown in the form, success closes it. Where the region does not
/// answer the form offers to queue it.
void sendFromForm(CommandDesk& desk, FormDialog* form, Order order, FormOutcome outcome = {});
[[nodiscard]] FormField reasonField(bool isNeeded = false);
[[nodiscard]] FormField textField(const QString& key, const QString& label, const std::string& value = {},
                                  const QString& hint = {});

/// A command about the row's entity, refused when it has moved on since.
template <class Row>
[[nodiscard]] CommandRequest requestFor(const Workspace& workspace, const Row& row) {
    CommandRequest request;
    request.region = row.region;
    request.tenant = row.tenant;
    request.id = row.id;
    request.ifSequence = row.sequence;
    request.operatorName = workspace.operatorName();
    return request;
}

} // namespace muniment
