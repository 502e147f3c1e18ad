// What is done with the staged changes from their page: taken out, sent, or looked at in a report first.
#include "models/base/clock.h"
#include "models/items/conflict_report.h"
#include "ui/changes/changes_page.h"
#include "ui/changes/conflict_report_dialog.h"
#include "ui/forms/command_form.h"

#include <QLabel>
#include <QTableView>

#include <algorithm>

namespace muniment {

void ChangesPage::openSend() {
    askReason(changes().open(), [this](const QString& reason) { changes().send(reason); });
}

void ChangesPage::askReason(int count, std::function<void(const QString&)> send) {
    const bool isReasonNeeded = context().workspace.guardLevel() == GuardLevel::Always;
    auto* form =
        new FormDialog(tr("Send Changes"),
                       tr("Each is sent on its own, in the order of the list. What fails is kept here with its "
                          "reason; what needs it is not sent."),
                       tr("&Send %n Change(s)", nullptr, count), window());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->addField(reasonField(isReasonNeeded));
    if (!m_summary->text().isEmpty())
        form->setNote(m_summary->text());
    connect(form, &FormDialog::submitted, this, [this, form, isReasonNeeded, send = std::move(send)] {
        const std::string reason = form->value(QStringLiteral("reason"));
        if (isReasonNeeded && reason.empty())
            return form->showError(QStringLiteral("reason"), tr("This workspace wants a reason for every change."));
        form->accept();
        send(QString::fromStdString(reason));
    });
    form->open();
}

void ChangesPage::reviewQueued() {
    if (changes().isSending())
        return;
    emit context().desk.changesWanted();
    m_wantsReport = true;
    changes().preview();
}

void ChangesPage::openReport() {
    const auto report = conflictReport(changes(), *m_model, m_zone.ofMany());
    const QString made = formatTimeToMinuteWithZone(systemClock().now(), m_zone.ofMany());
    auto* dialog = new ConflictReportDialog(report, made, window());
    connect(dialog, &ConflictReportDialog::sendWanted, this, &ChangesPage::sendFitting);
    dialog->open();
}

void ChangesPage::sendFitting(const std::set<Uuid>& ids) {
    const auto lacksReason = [&ids](const StagedChange& change) {
        return ids.contains(change.id) && change.request.reason.empty();
    };
    if (context().workspace.guardLevel() != GuardLevel::Always ||
        std::ranges::none_of(changes().changes(), lacksReason))
        return changes().sendFitting(ids, {});
    askReason(static_cast<int>(ids.size()), [this, ids](const QString& reason) { changes().sendFitting(ids, reason); });
}

void ChangesPage::removeChosen() {
    std::set<Uuid> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        if (const auto* change = m_model->changeAt(index.row()))
            ids.insert(change->id);
    changes().remove(ids);
}

void ChangesPage::sayFinished(int done, int failed, int skipped) {
    QStringList parts;
    if (done > 0)
        parts << tr("%n change(s) written.", nullptr, done);
    if (failed > 0)
        parts << tr("%n not written: the list says why.", nullptr, failed);
    if (skipped > 0)
        parts << tr("%n not sent, since one before it failed.", nullptr, skipped);
    if (const int left = changes().count({StagedChange::State::Staged}); left > 0)
        parts << tr("%n not sent.", nullptr, left);
    if (failed == 0)
        changes().clearDone();
    emit said({failed > 0 ? Message::Kind::Failed : Message::Kind::Finished, parts.join(QLatin1Char(' ')), {}, {}});
}

} // namespace muniment
