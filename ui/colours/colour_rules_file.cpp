// Colour rules in and out of text files.
#include "models/items/colour_rule_file.h"
#include "models/items/plain_text.h"
#include "ui/colours/colour_rules_dialog.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

namespace muniment {

static constexpr qint64 kMostFileBytes = 1024 * 1024;

void ColourRulesDialog::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Export Colour Rules"), tr("colour rules") + QStringLiteral(".rules.txt"),
                                   tr("Colour rules (*.rules.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ColourRulesDialog::exportTo);
    dialog->open();
}

void ColourRulesDialog::exportTo(const QString& path) {
    const auto text = printColourRules(m_model->rules());
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit();
    if (isWritten)
        say({});
    else
        say(tr("%1 cannot be written: %2").arg(plainText(path), plainText(file.errorString())));
}

void ColourRulesDialog::chooseImport() {
    auto* dialog =
        new QFileDialog(this, tr("Import Colour Rules"), QString(), tr("Colour rules (*.rules.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ColourRulesDialog::importFrom);
    dialog->open();
}

void ColourRulesDialog::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(plainText(path), plainText(file.errorString())));
    auto rules = parseColourRules(file.read(kMostFileBytes).toStdString());
    if (!rules) {
        const auto name = plainText(rules.error().get("value"));
        return say(rules.error().get("field") == "filter"
                       ? tr("Nothing was imported: the filter of the rule “%1” cannot be read.").arg(isolated(name))
                   : rules.error().get("field") == "rule"
                       ? tr("Nothing was imported: a rule has no name, or the name of another one.")
                       : tr("%1 holds no colour rules.").arg(plainText(path)));
    }
    const int first = m_model->rowCount();
    for (auto& rule : *rules)
        m_model->insert(m_model->rowCount(), std::move(rule));
    say({});
    choose(first);
}

} // namespace muniment
