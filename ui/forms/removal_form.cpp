#include "ui/forms/removal_form.h"

#include "models/items/error_sentence.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPushButton>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RemovalForm)
};

const QString kName = QStringLiteral("typedName");
const QString kReason = QStringLiteral("reason");

/// Lives with its form: what is to be sent, once it is known.
class OpenRemoval : public QObject {
public:
    OpenRemoval(CommandDesk& desk, Removal removal, FormDialog* form)
        : QObject(form),
          m_desk(desk),
          m_removal(std::move(removal)),
          m_form(form),
          m_slot(this, askRemoval(desk.workspace()),
                 [this](const CommandRequest&, Result<RemovalPlan> plan) { take(std::move(plan)); }) {
        form->submitButton()->setDefault(false);
        form->setNote(Words::tr("Looking for what goes with it."));
        connect(form, &FormDialog::edited, this, [this] { update(); });
        m_slot.request(m_removal.request);
        update();
    }

    void submit() {
        m_next = 0;
        sendNext();
    }

private:
    void take(Result<RemovalPlan> plan) {
        if (!plan)
            return m_form->setNote(errorSentence(plan.error()));
        m_plan = std::move(*plan);
        auto words = removalWords(*m_plan);
        if (words.empty())
            words << Words::tr("Nothing else goes with it.");
        m_form->setNote(words.join(QLatin1Char('\n')));
        update();
    }

    void update() {
        const bool isNamed = QString::fromStdString(m_form->value(kName)) == m_removal.name.trimmed();
        m_form->submitButton()->setEnabled(m_plan && isNamed && !m_form->value(kReason).empty());
    }

    /// What has no room in one append goes before it; each is sent when the one before it was written.
    void sendNext() {
        const bool isLast = m_next + 1 >= m_plan->requests.size();
        Order order{m_plan->requests[m_next++], m_removal.done, {}};
        order.isPreviewed = true;
        if (isLast)
            return sendFromForm(m_desk, m_form, order);
        if (!m_desk.mustBeStaged(order) && saysAway(m_desk, m_form, unsent()))
            return;
        order.request.reason = m_form->value(kReason);
        order.done = Words::tr("A part of what goes with it was taken away.");
        m_form->setWaiting(true);
        OrderListener listener;
        listener.answered = [open = QPointer(this)](const Result<CommandResult>& result) {
            if (!open)
                return false;
            open->m_form->setWaiting(false);
            if (result)
                open->sendNext();
            else
                showFailure(open->m_desk, open->m_form, result.error(), open->unsent());
            return true;
        };
        listener.notKnownYet = [form = QPointer(m_form)](const QString& sentence) {
            if (form)
                form->showNotKnown(sentence);
        };
        listener.staged = [open = QPointer(this)] {
            if (open)
                open->sendNext();
        };
        m_desk.send(order, listener);
    }

    /// From the one on that was tried last.
    [[nodiscard]] std::vector<CommandRequest> unsent() const {
        return {m_plan->requests.begin() + static_cast<std::ptrdiff_t>(m_next - 1), m_plan->requests.end()};
    }

    CommandDesk& m_desk;
    Removal m_removal;
    FormDialog* m_form;
    std::optional<RemovalPlan> m_plan;
    std::size_t m_next = 0;
    RequestSlot<CommandRequest, RemovalPlan> m_slot;
};

} // namespace

FormDialog* openRemoval(CommandDesk& desk, const Removal& removal, QWidget* parent) {
    const QString warning = Words::tr("This cannot be taken back. History and names stay readable.");
    CommandForm form{removal.title,
                     removal.intro.isEmpty() ? warning : removal.intro + QLatin1Char('\n') + warning,
                     removal.title,
                     {textField(kName, Words::tr("Type “%1” to go on").arg(removal.name))},
                     {}};
    form.isReasonNeeded = true;
    auto opened = std::make_shared<QPointer<OpenRemoval>>();
    form.submit = [opened](FormDialog&) { (*opened)->submit(); };
    auto* dialog = openCommandForm(desk, form, parent);
    *opened = new OpenRemoval(desk, removal, dialog);
    return dialog;
}

} // namespace muniment
