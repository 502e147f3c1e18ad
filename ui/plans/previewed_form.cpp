#include "ui/plans/previewed_form.h"

#include "models/base/clock.h"
#include "models/domain/reason.h"
#include "models/items/error_sentence.h"
#include "ui/plans/planned_writes_view.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QTimer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PreviewedForm)
};

constexpr int kTypingMillis = 200;
constexpr int kWidth = 600;
const QString kReason = QStringLiteral("reason");
const QString kPlanned = QStringLiteral("planned");

/// Lives with its form.
class OpenForm : public QObject {
public:
    OpenForm(CommandDesk& desk, PreviewedForm form, FormDialog* dialog)
        : QObject(dialog),
          m_desk(desk),
          m_form(std::move(form)),
          m_dialog(dialog),
          m_view(new PlannedWritesView(dialog)),
          m_planner(desk.workspace(), this) {
        dialog->addWidgetField(kPlanned, Words::tr("What it writes"), m_view);
        dialog->offerStaging();
        m_typing.setSingleShot(true);
        m_typing.setInterval(kTypingMillis);
        connect(&m_typing, &QTimer::timeout, this, [this] { plan(); });
        connect(&m_planner, &WritePlanner::changed, this, [this] { tell(); });
        connect(dialog, &FormDialog::edited, this, [this](const QString& key) { takeEdit(key); });
        connect(dialog, &FormDialog::submitted, this, [this] { submit(); });
        connect(dialog, &FormDialog::stagingChosen, this, [this] { stage(); });
        plan();
    }

private:
    void takeEdit(const QString& key) {
        if (key == kReason)
            return;
        m_planner.drop(); // what was planned is not what the form says now
        m_typing.start();
        offer();
    }

    void plan() {
        if (auto wish = m_form.wish(*m_dialog)) {
            m_planner.ask(std::move(*wish));
        } else {
            m_planner.drop();
            tell();
        }
    }

    void tell() {
        if (const auto& planned = m_planner.planned())
            m_view->show(*planned);
        else if (const auto& failure = m_planner.failure())
            m_view->tell(isNothing(*failure) ? m_form.nothingLeft : errorSentence(*failure), !isNothing(*failure));
        else
            m_view->tell(m_planner.isAsking() ? Words::tr("Looking for what it comes to.") : m_form.lacking);
        offer();
    }

    [[nodiscard]] bool isNothing(const Error& error) const {
        return !m_form.nothingLeft.isEmpty() && error.get("reason") == reasonName(Reason::NothingChanges);
    }

    [[nodiscard]] bool isOneAppend() const { return m_planner.planned() && m_planner.planned()->requests.size() == 1; }

    /// What is too much for one append is sent from the staged changes, which show how far it is.
    void offer() {
        if (m_dialog->isWaiting())
            return;
        const auto& planned = m_planner.planned();
        const bool isTooMuch = planned && !isOneAppend();
        m_dialog->submitButton()->setEnabled(isOneAppend() && planned->fits());
        m_dialog->submitButton()->setVisible(!isTooMuch);
        m_dialog->stageButton()->setEnabled(planned.has_value());
        m_dialog->stageButton()->setDefault(isTooMuch);
        m_dialog->submitButton()->setDefault(!isTooMuch);
        m_dialog->setNote(isTooMuch ? Words::tr("It takes %n appends, and is sent from the staged changes.", nullptr,
                                                static_cast<int>(planned->requests.size()))
                                    : QString());
        if (const auto outage = outageOfPlanned())
            m_dialog->offerQueueing(awaySentence(*outage, m_desk.zone().ofMany(), systemClock().now()),
                                    [this] { stage(); });
    }

    [[nodiscard]] std::optional<RegionOutage> outageOfPlanned() const {
        const auto& planned = m_planner.planned();
        return planned && !planned->requests.empty() ? m_desk.outageOf(planned->requests.front().region) : std::nullopt;
    }

    [[nodiscard]] bool hasReason() const {
        if (!m_form.isReasonNeeded || !m_dialog->value(kReason).empty())
            return true;
        m_dialog->showError(kReason, Words::tr("Say why: it is kept with the events."));
        return false;
    }

    void submit() {
        if (!hasReason() || !isOneAppend())
            return;
        Order order{m_planner.planned()->requests.front(), m_form.done(*m_dialog), {}};
        order.isPreviewed = true;
        sendFromForm(m_desk, m_dialog, order, m_form.outcome);
    }

    void stage() {
        if (!hasReason() || !m_planner.planned())
            return;
        auto requests = m_planner.planned()->requests;
        for (CommandRequest& request : requests)
            request.reason = m_dialog->value(kReason);
        const bool isAway = outageOfPlanned().has_value();
        m_dialog->accept();
        if (isAway)
            m_desk.queue(std::move(requests));
        else
            m_desk.stageAll(std::move(requests), m_form.title);
        if (m_form.outcome.staged)
            m_form.outcome.staged();
    }

    CommandDesk& m_desk;
    PreviewedForm m_form;
    FormDialog* m_dialog;
    PlannedWritesView* m_view;
    WritePlanner m_planner;
    QTimer m_typing;
};

} // namespace

FormDialog* openPreviewedForm(CommandDesk& desk, const PreviewedForm& form, QWidget* parent) {
    auto* dialog = new FormDialog(form.title, form.intro, form.verb, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinimumWidth(kWidth);
    if (form.prepare)
        form.prepare(*dialog);
    dialog->addField(reasonField(form.isReasonNeeded));
    new OpenForm(desk, form, dialog);
    dialog->open();
    return dialog;
}

} // namespace muniment
