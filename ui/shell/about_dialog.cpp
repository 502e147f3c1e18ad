#include "ui/shell/about_dialog.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QIcon>

namespace muniment {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Muniment"));
    setAccessibleName(windowTitle());
    setFixedWidth(440);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* picture = makeLabel(this);
    picture->setPixmap(QIcon(QStringLiteral(":/muniment/icons/muniment.svg")).pixmap(48, 48));
    layout->addWidget(picture);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(QStringLiteral("Muniment %1").arg(QCoreApplication::applicationVersion()));
    layout->addWidget(title);
    for (const auto& text :
         {tr("A muniment is a document kept as evidence of rights and privileges."),
          tr("It speaks to the regional endpoints of your workspace and to nothing else on the network."),
          tr("Licence: Apache-2.0. Made with Qt %1 (LGPL), libpq, SQLite, zstd, simdjson, CLI11 and QtKeychain.")
              .arg(QLatin1String(qVersion()))}) {
        auto* line = makeValueLabel(this);
        line->setText(text);
        layout->addWidget(line);
    }
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace muniment
