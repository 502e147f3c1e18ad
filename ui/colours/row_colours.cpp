#include "ui/colours/row_colours.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/timeline_model.h"
#include "ui/colours/colour_rules_dialog.h"

#include <QPointer>

namespace muniment {

static constexpr qsizetype kMostNameCharacters = 60;

RowColours::RowColours(const PageContext& context, TimelineModel* timeline, QWidget* page)
    : QObject(page),
      m_context(context),
      m_timeline(timeline),
      m_page(page) {
    connect(&context.workspace, &Workspace::settingsChanged, this, &RowColours::takeRules);
    connect(context.actions.action(ActionId::ColourRules), &QAction::triggered, this, &RowColours::open);
    context.actions.setObjection(ActionId::ColourLikeThis, context.workspace.isReadOnly()
                                                               ? tr("The workspace is open for reading only.")
                                                               : QString());
    takeRules();
}

void RowColours::takeRules() {
    m_timeline->setColouring(rowColouring(m_context.workspace.colourRules()));
}

ColourRulesDialog* RowColours::open() {
    const auto objection =
        m_context.workspace.isReadOnly()
            ? tr("The workspace is open for reading only, because another process writes its file or "
                 "its rights forbid writing. Change the rules where it is open for writing.")
            : QString();
    auto& workspace = m_context.workspace;
    auto* dialog = new ColourRulesDialog(workspace.colourRules(), {askCompletions(workspace), askObstacles(workspace)},
                                         objection, m_page->window());
    connect(dialog, &ColourRulesDialog::rulesChosen, this,
            [this, dialog](const std::vector<ColourRule>& rules) { keep(rules, dialog); });
    dialog->open();
    return dialog;
}

void RowColours::colourLike(const QModelIndex& cell) {
    const auto term = m_timeline->termAt(cell);
    if (!term) {
        emit said({Message::Kind::Done, tr("Choose a cell with a value to colour by."), {}, {}});
        return;
    }
    const auto title = m_timeline->headerData(cell.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    auto value = withoutIsolates(cell.data().toString());
    if (value.size() > kMostNameCharacters)
        value = value.left(kMostNameCharacters - 1) + QStringLiteral("…");
    open()->addRule({QStringLiteral("%1: %2").arg(title, value).toStdString(), printFilter({*term, {}}), {}, true});
}

void RowColours::keep(const std::vector<ColourRule>& rules, ColourRulesDialog* dialog) {
    WorkspaceChange change;
    change.colourRules = rules;
    m_context.workspace.change(std::move(change), this, [dialog = QPointer(dialog)](const Result<void>& kept) {
        if (dialog && kept)
            dialog->accept();
        else if (dialog)
            dialog->showFailure(errorSentence(kept.error()));
    });
}

} // namespace muniment
