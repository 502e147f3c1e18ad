#include "ui/actions/cheat_sheet.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/text_grid.h"

#include <QHBoxLayout>

namespace muniment {

CheatSheet::CheatSheet(const ActionRegistry& actions, QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(windowTitle());
    layout->addWidget(title);

    std::vector<std::vector<TextCell>> columns[2];
    const auto add = [&columns](int column, const QString& key, const QString& text) {
        columns[column].push_back(
            {TextCell{key, {}, Tone::Quiet, true, false}, TextCell{text, {}, Tone::Normal, false, false}});
    };
    for (const auto& description : actionDescriptions()) {
        const auto* action = actions.action(description.id);
        if (!action->shortcut().isEmpty())
            add(static_cast<int>(description.menu) < static_cast<int>(MenuId::Go) ? 0 : 1,
                action->shortcut().toString(QKeySequence::NativeText),
                QString(action->text()).remove(QLatin1Char('&')));
    }
    add(0, tr("Up, Down"), tr("Event before, event after"));
    add(0, tr("Page Up, Page Down"), tr("A window of events up, down"));
    add(0, tr("Home"), tr("Newest event, and follow"));
    add(0, tr("End"), tr("Oldest event"));
    add(0, tr("Space"), tr("Show or hide the details"));
    auto* row = new QHBoxLayout;
    row->setSpacing(5 * kGrid);
    for (const auto& column : columns) {
        auto* grid = new TextGrid(2, this);
        grid->setRows(column);
        grid->setMinimumWidth(320);
        row->addWidget(grid, 0, Qt::AlignTop);
    }
    layout->addLayout(row);
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace muniment
