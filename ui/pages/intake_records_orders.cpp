// What is done with intake records: they are mapped, promoted, rejected.
#include "models/items/error_sentence.h"
#include "ui/forms/form_dialog.h"
#include "ui/intake/mapping_dialog.h"
#include "ui/intake/promote_dialog.h"
#include "ui/intake/record_details.h"
#include "ui/pages/intake_records_page.h"

#include <QLineEdit>

namespace muniment {

void IntakeRecordsPage::openMapping() {
    const IntakeRecord* record = chosen();
    auto* dialog =
        new MappingDialog(context().workspace, region(), record == nullptr ? std::nullopt : std::optional(*record),
                          m_details->mappingName(), window());
    connect(dialog, &MappingDialog::mappingsChosen, this, &IntakeRecordsPage::keepMappings);
    dialog->open();
}

void IntakeRecordsPage::keepMappings(const std::vector<IntakeMapping>& mappings, const QString& name) {
    const auto before = context().workspace.intakeMappings();
    const auto write = [this](const std::vector<IntakeMapping>& wanted, const UndoDesk::Answer& answer) {
        WorkspaceChange change;
        change.intakeMappings = wanted;
        context().workspace.change(std::move(change), this, [this, answer](const Result<void>& kept) {
            if (!kept)
                emit said({Message::Kind::Failed, errorSentence(kept.error()), {}, {}});
            answer(kept.has_value());
        });
    };
    context().undo.carryOut(
        tr("Change of Mappings"),
        [this, write, mappings, name](const UndoDesk::Answer& answer) {
            write(mappings, [this, answer, name](bool isWritten) {
                answer(isWritten);
                if (isWritten && !name.isEmpty())
                    m_details->chooseMapping(name);
            });
        },
        [write, before](const UndoDesk::Answer& answer) { write(before, answer); });
}

void IntakeRecordsPage::openPromotion(bool isAll) {
    const auto& counts = m_model->counts();
    const std::string text = isAll ? m_search->text().trimmed().toStdString() : std::string();
    const bool isCounted = isAll && text.empty() && counts;
    auto* dialog = new PromoteDialog(context().workspace, region(), isAll ? std::vector<Uuid>() : chosenNew(), text,
                                     isCounted ? counts->fresh : -1, m_details->mappingName(), window());
    connect(dialog, &PromoteDialog::finishedPromoting, this, [this](int promoted, int refused) {
        QStringList parts{tr("%n record(s) promoted.", nullptr, promoted)};
        if (refused > 0)
            parts << tr("%n refused, and new as before.", nullptr, refused);
        emit said(
            {refused > 0 ? Message::Kind::Failed : Message::Kind::Finished, parts.join(QLatin1Char(' ')), {}, {}});
        ask();
    });
    dialog->open();
}

void IntakeRecordsPage::openRejection() {
    const auto ids = chosenNew();
    auto* form = new FormDialog(tr("Reject Records"),
                                tr("They are set aside for good, with the reason. Nothing is written to the log."),
                                tr("&Reject %n Record(s)", nullptr, static_cast<int>(ids.size())), window());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->addField({QStringLiteral("reason"), tr("Rea&son"), {}, tr("kept with the record")});
    connect(form, &FormDialog::submitted, this, [this, form, ids, where = region()] {
        const std::string reason = form->value(QStringLiteral("reason"));
        if (reason.empty())
            return form->showError(QStringLiteral("reason"), tr("Say why: a rejected record keeps its reason."));
        form->setWaiting(true);
        context().workspace.askRegion<std::int64_t>(
            where, form,
            [where, ids, reason](EventStore& store, const std::stop_token&) -> Result<std::int64_t> {
                if (const auto connected = store.connect(where); !connected)
                    return tl::unexpected(connected.error());
                return store.intake().reject(where, ids, reason);
            },
            [this, form](const Result<std::int64_t>& rejected) {
                form->setWaiting(false);
                if (!rejected)
                    return form->showFailure(rejected.error());
                form->accept();
                emit said(
                    {Message::Kind::Done, tr("%n record(s) rejected.", nullptr, static_cast<int>(*rejected)), {}, {}});
                ask();
            });
    });
    form->open();
}

} // namespace muniment
