#include "ui/start/new_workspace_dialog.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/items/region_list_model.h"
#include "ui/start/endpoint_row.h"
#include "ui/start/password_prompt.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>

namespace muniment {

NewWorkspaceDialog::NewWorkspaceDialog(PasswordPrompt& passwords, QWidget* parent)
    : QDialog(parent),
      m_passwords(passwords),
      m_stepTitle(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_stepText(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_steps(new QStackedWidget(this)),
      m_file(new QLineEdit(this)),
      m_operator(new QLineEdit(this)),
      m_rowPlace(new QVBoxLayout),
      m_progress(new QProgressBar(this)),
      m_progressText(makeLabel(this)),
      m_error(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_back(makeButton(this)),
      m_next(makeButton(this, "main")) {
    setWindowTitle(tr("New Workspace"));
    setAccessibleName(windowTitle());
    resize(860, 520);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(12);
    m_stepText->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_stepTitle);
    layout->addWidget(m_stepText);
    m_steps->addWidget(makeFileStep());
    m_steps->addWidget(makeRegionStep());
    m_steps->addWidget(makeSyncStep());
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("Cancel"));
    setButtonText(m_back, tr("&Back"));
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &NewWorkspaceDialog::goOn);
    connect(m_file, &QLineEdit::textChanged, this, &NewWorkspaceDialog::updateButtons);
    m_next->setDefault(true);
    addRow();
    goTo(0);
}

NewWorkspaceDialog::~NewWorkspaceDialog() {
    m_passwords.cancelAll();
    m_passwords.reset();
}

QWidget* NewWorkspaceDialog::makeFileStep() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(4);
    const auto addLabel = [&](const QString& text, QWidget* buddy) {
        auto* label = makeLabel(page, TextSize::Small, Tone::Quiet);
        label->setText(text);
        label->setBuddy(buddy);
        buddy->setAccessibleName(QString(text).remove(QLatin1Char('&')));
        layout->addWidget(label);
    };
    addLabel(tr("&File"), m_file);
    auto* line = new QHBoxLayout;
    m_file->setText(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                    QStringLiteral("/workspace.muniment"));
    auto* choose = makeButton(page);
    setButtonText(choose, tr("&Choose…"));
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    layout->addLayout(line);
    layout->addSpacing(12);
    addLabel(tr("&Operator (optional)"), m_operator);
    m_operator->setPlaceholderText(tr("Your name, as it stands beside each change you make; empty: the database user"));
    layout->addWidget(m_operator);
    layout->addStretch();
    connect(choose, &QPushButton::clicked, this, &NewWorkspaceDialog::chooseFile);
    return page;
}

QWidget* NewWorkspaceDialog::makeRegionStep() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(area);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 4, 0);
    m_rowPlace->setSpacing(kGrid);
    layout->addLayout(m_rowPlace);
    auto* add = makeButton(page);
    setButtonText(add, tr("&Add Region"));
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, [this] { addRow()->regionField()->setFocus(); });
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    area->setAccessibleName(tr("Regions"));
    return area;
}

QWidget* NewWorkspaceDialog::makeSyncStep() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("First sync"));
    m_progressText->setWordWrap(true);
    layout->addWidget(m_progress);
    layout->addWidget(m_progressText);
    layout->addStretch();
    return page;
}

EndpointRow* NewWorkspaceDialog::addRow() {
    auto* row = new EndpointRow(m_passwords, this);
    m_rowPlace->addWidget(row);
    m_rows.push_back(row);
    connect(row, &EndpointRow::changed, this, &NewWorkspaceDialog::updateButtons);
    connect(row, &EndpointRow::removeChosen, this, [this, row] {
        std::erase(m_rows, row);
        row->deleteLater();
        updateButtons();
    });
    updateButtons();
    return row;
}

int NewWorkspaceDialog::step() const {
    return m_steps->currentIndex();
}

void NewWorkspaceDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("New Workspace"), m_file->text(), tr("Workspaces (*.muniment)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("muniment"));
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void NewWorkspaceDialog::goTo(int step) {
    m_error->hide();
    m_steps->setCurrentIndex(step);
    const QString titles[]{tr("1 of 3 · File"), tr("2 of 3 · Regions"), tr("3 of 3 · First Sync")};
    const QString texts[]{
        tr("One file holds the whole history of your regions, readable without a network. It holds no "
           "passwords, and only you can read it."),
        tr("One endpoint for each region. Test each one: the stage that fails is named. Connections "
           "are encrypted and the server's certificate is checked unless the endpoint says otherwise."),
        tr("Everything that happened so far is being fetched. You can open the workspace at any time; "
           "the rest comes in the background.")};
    m_stepTitle->setText(titles[step]);
    m_stepText->setText(texts[step]);
    updateButtons();
}

void NewWorkspaceDialog::updateButtons() {
    const int now = step();
    m_back->setVisible(now == 1);
    setButtonText(m_next, now == 0 ? tr("&Next") : now == 1 ? tr("Create &Workspace") : tr("&Open Workspace"));
    const bool allTested = !m_rows.empty() && std::ranges::all_of(m_rows, &EndpointRow::isReachable);
    m_next->setEnabled(now == 0 ? !m_file->text().trimmed().isEmpty() : now != 1 || allTested);
    m_next->setToolTip(now == 1 && !allTested ? tr("Test every region first.") : QString());
}

void NewWorkspaceDialog::goOn() {
    m_error->hide();
    if (step() == 0) {
        if (QFileInfo::exists(m_file->text().trimmed())) {
            m_error->setText(errorSentence(
                {ErrorCode::FileExists, {}, {{"file", QDir::toNativeSeparators(m_file->text()).toStdString()}}}));
            return m_error->show();
        }
        return goTo(1);
    }
    if (step() == 1)
        return create();
    accept();
}

void NewWorkspaceDialog::create() {
    ReplicaSettings settings;
    settings.operatorName = m_operator->text().trimmed().toStdString();
    for (const auto* row : m_rows)
        settings.regions.push_back({row->region(), row->endpoint()});
    WorkspaceOptions options;
    options.secrets = m_passwords.secrets();
    const std::filesystem::path file(m_file->text().trimmed().toStdString());
    auto workspace = Workspace::create(file, settings, options);
    if (!workspace) {
        m_error->setText(errorSentence(workspace.error()));
        return m_error->show();
    }
    m_workspace = std::move(*workspace);
    connect(m_workspace.get(), &Workspace::progressChanged, this, &NewWorkspaceDialog::showProgress);
    connect(m_workspace.get(), &Workspace::regionChanged, this, &NewWorkspaceDialog::showProgress);
    m_workspace->startFollowing();
    goTo(2);
    showProgress();
}

void NewWorkspaceDialog::showProgress() {
    if (!m_workspace)
        return;
    const auto progress = m_workspace->progress();
    const auto total = std::max<std::int64_t>(progress.total, progress.done);
    m_progress->setValue(progress.isBehind && total > 0 ? static_cast<int>(1000.0 * static_cast<double>(progress.done) /
                                                                           static_cast<double>(total))
                                                        : 1000);
    QStringList lines;
    QString line = tr("%1 of about %2 events").arg(formatCount(progress.done), formatCount(total));
    if (progress.isBehind && progress.eventsPerSecond > 0)
        line += QStringLiteral(" · ") + formatRate(progress.eventsPerSecond);
    if (progress.isBehind && progress.timeLeft)
        line += QStringLiteral(" · ") + tr("%1 left").arg(formatDuration(*progress.timeLeft));
    lines << line << QString();
    for (const auto& region : m_workspace->regions())
        lines << QStringLiteral("%1: %2").arg(plainText(region.region.text()), regionBrief(region, ClockZone()));
    m_progressText->setText(lines.join(QLatin1Char('\n')));
}

std::unique_ptr<Workspace> NewWorkspaceDialog::takeWorkspace() {
    if (m_workspace)
        m_workspace->disconnect(this);
    return std::move(m_workspace);
}

} // namespace muniment
