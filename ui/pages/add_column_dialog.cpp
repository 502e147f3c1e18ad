#include "ui/pages/add_column_dialog.h"

#include "models/items/payload_column.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

AddColumnDialog::AddColumnDialog(QWidget* parent)
    : QDialog(parent),
      m_line(new QLineEdit(this)),
      m_add(makeButton(this, "main")) {
    setWindowTitle(tr("Add Column"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto* title = makeLabel(this, TextSize::Small, Tone::Quiet);
    title->setText(tr("&Field of the payload"));
    title->setBuddy(m_line);
    m_line->setAccessibleName(tr("Field of the payload"));
    m_line->setPlaceholderText(tr("reason, roleId, address.city …"));
    m_line->setFont(monospaceFont());
    auto* completer = new QCompleter(cataloguePaths(), m_line);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setAccessibleName(tr("Known fields"));
    m_line->setCompleter(completer);
    auto* words = makeLabel(this, TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    words->setText(
        tr("Dots lead into objects and through lists. Events without the field leave the cell empty; secrets "
           "stay masked."));
    setButtonText(m_add, tr("&Add"));
    m_add->setDefault(true);
    m_add->setEnabled(false);
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("&Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(m_line);
    layout->addWidget(words);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_add->setEnabled(!payloadPathOf(text).empty()); });
    connect(m_add, &QPushButton::clicked, this, &AddColumnDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AddColumnDialog::choose() {
    emit pathChosen(m_line->text());
    accept();
}

} // namespace muniment
