#include "ui/shell/about_dialog.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_grid.h"

#include <QCoreApplication>
#include <QIcon>

namespace muniment {

namespace {

constexpr int kWidth = 520;
constexpr int kGridColumns = 2;

/// What the program is linked with; NOTICE says the same. Without a licence: public domain.
constexpr std::pair<const char*, const char*> kLibraries[]{
    {"Qt %1", "LGPL-3"},          {"Qt Charts", "GPL-3"},
    {"libpq", "PostgreSQL"},      {"SQLite", ""},
    {"SQLiteCpp", "MIT"},         {"CRoaring", "Apache-2.0"},
    {"zstd", "BSD-3-Clause"},     {"OpenSSL", "Apache-2.0"},
    {"simdjson", "Apache-2.0"},   {"libcsv", "LGPL-2.1"},
    {"jemalloc", "BSD-2-Clause"}, {"CLI11", "BSD-3-Clause"},
    {"tl::expected", "CC0-1.0"},  {"QtKeychain", "BSD-2-Clause, BSD-3-Clause"},
};

std::vector<std::vector<TextCell>> libraryRows() {
    std::vector<std::vector<TextCell>> rows;
    for (const auto& [name, licence] : kLibraries) {
        QString text = QLatin1String(name);
        if (text.contains(QStringLiteral("%1")))
            text = text.arg(QLatin1String(qVersion()));
        rows.push_back({TextCell{text, {}, Tone::Normal, false, false},
                        TextCell{*licence == '\0' ? AboutDialog::tr("public domain") : QLatin1String(licence),
                                 {},
                                 Tone::Quiet,
                                 false,
                                 false}});
    }
    return rows;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Muniment"));
    setAccessibleName(windowTitle());
    setFixedWidth(kWidth);
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
          tr("Muniment's own source is licensed under the Apache License 2.0. Because it is linked with Qt Charts, the "
             "program as a whole is distributed under the GNU General Public License, version 3.")}) {
        auto* line = makeValueLabel(this);
        line->setText(text);
        layout->addWidget(line);
    }
    layout->addSpacing(kGrid);
    auto* heading = makeLabel(this, TextSize::Small, Tone::Quiet, true);
    heading->setText(tr("Libraries and their licences"));
    layout->addWidget(heading);
    auto* libraries = new TextGrid(kGridColumns, this);
    libraries->setRows(libraryRows());
    layout->addWidget(libraries);
    layout->addSpacing(kGrid);
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumHeight(layout->totalHeightForWidth(kWidth)); // of lines that wrap, a dialog asks for too little
}

} // namespace muniment
