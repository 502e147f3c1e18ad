#include "ui/moves/move_dialog.h"

#include "models/items/error_sentence.h"
#include "models/items/move_words.h"
#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace muniment {

namespace {

constexpr int kSteps = 1000;
const QString kTo = QStringLiteral("to");
const QString kReason = QStringLiteral("reason");
const QString kState = QStringLiteral("state");

std::vector<std::pair<QString, QString>> otherRegions(const Workspace& workspace, const RegionName& home) {
    std::vector<std::pair<QString, QString>> choices;
    for (const WorkspaceRegion& region : workspace.endpoints())
        if (region.region != home)
            choices.emplace_back(QString::fromStdString(region.region.text()), plainText(region.region.text()));
    return choices;
}

} // namespace

MoveDialog::MoveDialog(Workspace& workspace, const OrgRow& org, QWidget* parent)
    : FormDialog(
          tr("Move to Another Region"),
          tr("The whole history of %1 goes to another region while everybody keeps working; writers wait for less "
             "than a second, at its end. Until the new home is decided the move can be taken back.")
              .arg(isolated(plainText(org.name))),
          tr("&Move"), parent),
      m_workspace(workspace),
      m_org(org),
      m_told(makeLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(makeButton(this)),
      m_takeBack(makeButton(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    addField(
        {kTo, tr("&New home, now %1").arg(plainText(org.region.text())), {}, {}, otherRegions(workspace, org.region)});
    addField({kReason, tr("&Reason"), {}, tr("Why it moves; kept with the events")});
    auto* state = new QWidget(this);
    auto* layout = new QVBoxLayout(state);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_told->setWordWrap(true);
    layout->addWidget(m_told);
    m_bar->setTextVisible(false);
    layout->addWidget(m_bar);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addWidget(m_takeBack);
    buttons->addStretch();
    layout->addLayout(buttons);
    addWidgetField(kState, tr("How it stands"), state);
    m_bar->setAccessibleName(tr("Progress of the move"));
    setButtonText(m_stop, tr("&Stop Here"));
    setButtonText(m_takeBack, tr("&Take Back"));
    connect(this, &FormDialog::edited, this, [this](const QString& key) {
        if (key == kTo && !m_underWay)
            look();
    });
    connect(this, &FormDialog::submitted, this, [this] { start(MoveOrder::Kind::CarryOut); });
    connect(m_takeBack, &QPushButton::clicked, this, [this] { start(MoveOrder::Kind::TakeBack); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_job)
            m_job->stop();
    });
    look();
}

QString MoveDialog::shown(const std::string& text) const {
    return isolated(plainText(text));
}

QString MoveDialog::toldText() const {
    return m_told->text();
}

MoveOrder MoveDialog::orderOf(MoveOrder::Kind kind) const {
    MoveOrder order{kind, m_org.id, {}, m_workspace.operatorName(), value(kReason)};
    if (const std::string to = value(kTo); !to.empty())
        order.to = RegionName(to);
    return order;
}

void MoveDialog::enter(Stage stage) {
    m_stage = stage;
    setWaiting(stage == Stage::Running);
    submitButton()->setEnabled(stage == Stage::Choosing || stage == Stage::Stopped);
    m_bar->setVisible(stage == Stage::Running);
    m_stop->setVisible(stage == Stage::Running);
    m_stop->setEnabled(stage == Stage::Running);
    m_takeBack->setVisible(stage == Stage::Stopped && m_underWay.has_value());
    setVerb(m_underWay ? tr("&Go On") : tr("&Move"));
    setFieldVisible(kTo, !m_underWay);
}

void MoveDialog::look() {
    clearErrors();
    if (otherRegions(m_workspace, m_org.region).empty()) {
        m_told->setText(tr("The workspace has no other region: add its endpoint first."));
        return enter(Stage::Looking);
    }
    m_told->setText(tr("Looking at both regions …"));
    enter(Stage::Looking);
    delete m_job;
    m_job = new MoveJob(m_workspace, orderOf(MoveOrder::Kind::Look), this);
    connect(m_job, &MoveJob::looked, this, qOverload<const MoveOutlook&>(&MoveDialog::show));
    connect(m_job, &MoveJob::failed, this, [this](const Error& error) { m_told->setText(errorSentence(error)); });
}

void MoveDialog::show(const MoveOutlook& outlook) {
    m_underWay = outlook.where.underWay;
    if (m_underWay) {
        m_told->setText(tr("A move from %1 to %2 was begun and is not finished.")
                            .arg(shown(m_underWay->from.text()), shown(m_underWay->to.text())));
        return enter(Stage::Stopped);
    }
    if (!outlook.preflight) {
        m_told->setText(tr("No region says that the organization lives there."));
        return enter(Stage::Looking);
    }
    QStringList lines;
    for (const MoveObstacle obstacle : outlook.preflight->obstacles)
        lines << moveObstacleSentence(obstacle, shown(m_org.region.text()), shown(value(kTo)));
    if (!lines.isEmpty()) {
        m_told->setText(lines.join(QLatin1Char('\n')));
        return enter(Stage::Looking);
    }
    m_told->setText(tr("%1 events and %2 names go to %3, in about %4. Nothing is in the way.")
                        .arg(formatCount(outlook.preflight->events), formatCount(outlook.preflight->names),
                             shown(value(kTo)), formatDuration(outlook.preflight->estimate)));
    enter(Stage::Choosing);
}

void MoveDialog::start(MoveOrder::Kind kind) {
    clearErrors();
    enter(Stage::Running);
    m_bar->setRange(0, 0);
    m_told->setText(kind == MoveOrder::Kind::TakeBack ? tr("Taking the move back …") : tr("Starting …"));
    delete m_job;
    m_job = new MoveJob(m_workspace, orderOf(kind), this);
    connect(m_job, &MoveJob::progressed, this, qOverload<const MoveProgress&>(&MoveDialog::show));
    connect(m_job, &MoveJob::finished, this, &MoveDialog::end);
    connect(m_job, &MoveJob::failed, this, &MoveDialog::showStopped);
}

void MoveDialog::show(const MoveProgress& progress) {
    m_told->setText(moveProgressWords(progress));
    if (progress.total == 0)
        return m_bar->setRange(0, 0);
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(kSteps * progress.done / std::max(progress.total, progress.done)));
}

void MoveDialog::showStopped(const Error& error) {
    look(); // where it stands is what the servers say
    if (error.code != ErrorCode::Cancelled)
        showError(kState, errorSentence(error));
}

void MoveDialog::end(const std::optional<MoveReport>& report) {
    const QString name = shown(m_org.name);
    emit ended(report ? tr("%1 lives in %2 now; %3 events came along.")
                            .arg(name, shown(report->record.to.text()), formatCount(report->record.events))
                      : tr("%1 stays in %2.").arg(name, shown(m_org.region.text())));
    accept();
}

} // namespace muniment
