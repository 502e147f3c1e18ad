#include "ui/start/workspace_settings_dialog.h"

#include "models/eventstore/endpoint.h"
#include "models/items/error_sentence.h"
#include "ui/start/endpoint_row.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <set>

namespace muniment {

static constexpr int kBesideBox = 22; ///< where the text of a check box begins

WorkspaceSettingsDialog::WorkspaceSettingsDialog(Workspace& workspace, PasswordPrompt& passwords, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_passwords(passwords),
      m_form(new QWidget(this)),
      m_operator(new QLineEdit(m_form)),
      m_words(new QCheckBox(m_form)),
      m_guard(new QComboBox(m_form)),
      m_rowPlace(new QVBoxLayout),
      m_add(makeButton(this)),
      m_error(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_apply(makeButton(this, "main")) {
    setWindowTitle(tr("Workspace Settings"));
    setAccessibleName(windowTitle());
    resize(860, 560);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(windowTitle());
    layout->addWidget(title);
    layout->addSpacing(4);
    auto* operatorLabel = makeLabel(this, TextSize::Small, Tone::Quiet);
    operatorLabel->setText(tr("&Operator (optional)"));
    operatorLabel->setBuddy(m_operator);
    m_operator->setAccessibleName(tr("Operator"));
    m_operator->setPlaceholderText(tr("Your name, as it stands beside each change you make; empty: the database user"));
    m_operator->setText(QString::fromStdString(workspace.operatorName()));
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kGrid);
    form->addWidget(operatorLabel);
    form->addWidget(m_operator);
    form->addSpacing(kGrid);
    form->addLayout(makeGuard());
    form->addSpacing(kGrid);
    form->addLayout(makeWords());
    auto* words = makeLabel(this, TextSize::Normal, Tone::Quiet);
    words->setWordWrap(true);
    words->setText(tr("A region that is removed is not followed any more; what has been synced of it stays in the "
                      "file. No password is stored."));
    form->addSpacing(kGrid);
    form->addWidget(words);
    form->addWidget(makeRegions(), 1);
    layout->addWidget(m_form, 1);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("Cancel"));
    setButtonText(m_apply, tr("&Apply"));
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &WorkspaceSettingsDialog::apply);
    m_apply->setDefault(true);
    for (const auto& region : workspace.endpoints())
        addRow()->setStored(region.region, region.endpoint);
    for (const auto& status : workspace.regions())
        showTrouble(status);
    if (workspace.isReadOnly())
        lock();
}

void WorkspaceSettingsDialog::lock() {
    m_operator->setReadOnly(true);
    m_words->setEnabled(false);
    m_guard->setEnabled(false);
    for (auto* row : m_rows)
        row->setReadOnly();
    m_add->setEnabled(false);
    m_apply->setEnabled(false);
    say(tr("The workspace is open for reading only, because another process writes its file or its rights forbid "
           "writing. Change the settings where it is open for writing."));
}

void WorkspaceSettingsDialog::showTrouble(const RegionStatus& status) {
    const auto row = std::ranges::find(m_rows, status.region, &EndpointRow::region);
    if (row != m_rows.end() && status.follower.phase == FollowerPhase::Stopped && status.follower.error)
        (*row)->showFailure(*status.follower.error);
}

QLayout* WorkspaceSettingsDialog::makeWords() {
    m_words->setText(tr("Find &words: keep an index of them (about 15 bytes an event)"));
    m_words->setAccessibleName(m_words->text().remove(QLatin1Char('&')));
    m_words->setChecked(m_workspace.keepsWords());
    auto* words = makeLabel(m_form, TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    words->setIndent(kBesideBox);
    words->setText(tr("It is made in the background; words are found once it is complete. Switched off, it goes at "
                      "once, and filters cannot ask for words."));
    auto* layout = new QVBoxLayout;
    layout->setSpacing(2);
    layout->addWidget(m_words);
    layout->addWidget(words);
    return layout;
}

QLayout* WorkspaceSettingsDialog::makeGuard() {
    auto* label = makeLabel(m_form, TextSize::Small, Tone::Quiet);
    label->setText(tr("Before a &change is sent"));
    label->setBuddy(m_guard);
    m_guard->setAccessibleName(tr("Before a change is sent"));
    m_guard->setFocusPolicy(Qt::StrongFocus); // the wheel must not change what it passes over
    m_guard->addItem(tr("Nothing: what is reversible is just done"), static_cast<int>(GuardLevel::Direct));
    m_guard->addItem(tr("A preview of what reaches beyond one thing"), static_cast<int>(GuardLevel::Wide));
    m_guard->addItem(tr("A preview and a reason, always"), static_cast<int>(GuardLevel::Always));
    m_guard->setCurrentIndex(m_guard->findData(static_cast<int>(m_workspace.guardLevel())));
    auto* layout = new QVBoxLayout;
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(m_guard);
    return layout;
}

QWidget* WorkspaceSettingsDialog::makeRegions() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Regions"));
    auto* page = new QWidget(area);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 4, 0);
    m_rowPlace->setSpacing(kGrid);
    layout->addLayout(m_rowPlace);
    setButtonText(m_add, tr("Add &Region"));
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addStretch();
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow()->regionField()->setFocus(); });
    return area;
}

EndpointRow* WorkspaceSettingsDialog::addRow() {
    auto* row = new EndpointRow(m_passwords, this);
    m_rowPlace->addWidget(row);
    m_rows.push_back(row);
    connect(row, &EndpointRow::removeChosen, this, [this, row] {
        std::erase(m_rows, row);
        row->deleteLater();
    });
    return row;
}

Result<std::vector<WorkspaceRegion>> WorkspaceSettingsDialog::wanted() const {
    std::vector<WorkspaceRegion> regions;
    std::set<RegionName> names;
    for (auto* row : m_rows) {
        if (auto read = row->read(); !read)
            return tl::unexpected(read.error());
        if (!names.insert(row->region()).second)
            return failure(ErrorCode::InvalidInput, tr("two rows name the same region").toStdString(),
                           {{"field", "region"}});
        regions.push_back({row->region(), row->endpoint()});
    }
    return regions;
}

std::vector<EndpointChange> WorkspaceSettingsDialog::changesOf(const std::vector<WorkspaceRegion>& wanted) const {
    std::set<RegionName> doubted;
    for (const auto& status : m_workspace.regions()) {
        const auto& error = status.follower.error;
        if (error && (error->code == ErrorCode::DatabaseReplaced || error->code == ErrorCode::NeedsRepair))
            doubted.insert(status.region);
    }
    std::vector<EndpointChange> changes;
    for (const auto& before : m_workspace.endpoints()) {
        const auto after = std::ranges::find(wanted, before.region, &WorkspaceRegion::region);
        if (after != wanted.end() && (after->endpoint != before.endpoint || doubted.contains(before.region)))
            changes.push_back({before.region, displayEndpoint(before.endpoint), displayEndpoint(after->endpoint)});
    }
    return changes;
}

void WorkspaceSettingsDialog::apply() {
    m_error->hide();
    const auto regions = wanted();
    if (!regions)
        return say(errorSentence(regions.error()));
    WorkspaceChange change;
    const auto name = m_operator->text().trimmed().toStdString();
    if (name != m_workspace.operatorName())
        change.operatorName = name;
    if (m_words->isChecked() != m_workspace.keepsWords())
        change.wordIndex = m_words->isChecked();
    if (const auto guard = static_cast<GuardLevel>(m_guard->currentData().toInt()); guard != m_workspace.guardLevel())
        change.guard = guard;
    if (*regions != m_workspace.endpoints())
        change.regions = *regions;
    const auto changes = changesOf(*regions);
    if (changes.empty())
        return send(change);
    auto* question = new EndpointChangeQuestion(changes, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this,
            [this, question, change, changes] { sendAnswered(change, changes, question->isReplaced()); });
    question->open();
}

void WorkspaceSettingsDialog::sendAnswered(WorkspaceChange change, const std::vector<EndpointChange>& changes,
                                           bool isReplaced) {
    for (const auto& each : changes) {
        if (isReplaced)
            change.replaced.push_back(each.region);
    }
    send(change);
}

void WorkspaceSettingsDialog::send(const WorkspaceChange& change) {
    if (!change.operatorName && !change.regions && !change.wordIndex && change.replaced.empty())
        return accept();
    setWaiting(true);
    m_workspace.change(change, this, [this](const Result<void>& result) {
        setWaiting(false);
        if (!result)
            return say(errorSentence(result.error()));
        accept();
    });
}

void WorkspaceSettingsDialog::setWaiting(bool isWaiting) {
    m_form->setEnabled(!isWaiting);
    m_apply->setEnabled(!isWaiting);
    setButtonText(m_apply, isWaiting ? tr("Applying…") : tr("&Apply"));
}

void WorkspaceSettingsDialog::say(const QString& text) {
    m_error->setText(text);
    m_error->show();
}

QString WorkspaceSettingsDialog::errorText() const {
    return m_error->isHidden() ? QString() : m_error->text();
}

} // namespace muniment
