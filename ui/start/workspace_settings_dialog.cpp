#include "ui/start/workspace_settings_dialog.h"

#include "models/items/error_sentence.h"
#include "ui/start/endpoint_row.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <set>

namespace muniment {

WorkspaceSettingsDialog::WorkspaceSettingsDialog(Workspace& workspace, PasswordPrompt& passwords, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_passwords(passwords),
      m_operator(new QLineEdit(this)),
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
    auto* operatorLabel = makeLabel(this, TextSize::Small, Tone::Quiet);
    operatorLabel->setText(tr("&Operator (optional)"));
    operatorLabel->setBuddy(m_operator);
    m_operator->setAccessibleName(tr("Operator"));
    m_operator->setPlaceholderText(tr("Your name, as it stands beside each change you make; empty: the database user"));
    m_operator->setText(QString::fromStdString(workspace.operatorName()));
    layout->addWidget(operatorLabel);
    layout->addWidget(m_operator);
    auto* words = makeLabel(this, TextSize::Normal, Tone::Quiet);
    words->setWordWrap(true);
    words->setText(tr("A region that is removed is not followed any more; what has been synced of it stays in the "
                      "file. No password is stored."));
    layout->addSpacing(kGrid);
    layout->addWidget(words);
    layout->addWidget(makeRegions(), 1);
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
    if (workspace.isReadOnly()) {
        m_operator->setReadOnly(true);
        for (auto* row : m_rows)
            row->setReadOnly();
        m_add->setEnabled(false);
        m_apply->setEnabled(false);
        say(tr("The workspace is open for reading only, because another process writes its file or its rights forbid "
               "writing. Change the settings where it is open for writing."));
    }
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

void WorkspaceSettingsDialog::apply() {
    m_error->hide();
    const auto regions = wanted();
    if (!regions)
        return say(errorSentence(regions.error()));
    const auto name = m_operator->text().trimmed().toStdString();
    if (name != m_workspace.operatorName()) {
        if (const auto set = m_workspace.setOperatorName(name); !set)
            return say(errorSentence(set.error()));
    }
    if (*regions != m_workspace.endpoints()) {
        if (const auto set = m_workspace.setRegions(*regions); !set)
            return say(errorSentence(set.error()));
    }
    accept();
}

void WorkspaceSettingsDialog::say(const QString& text) {
    m_error->setText(text);
    m_error->show();
}

QString WorkspaceSettingsDialog::errorText() const {
    return m_error->isHidden() ? QString() : m_error->text();
}

} // namespace muniment
