#include "ui/forms/path_field.h"

#include "ui/look/look.h"
#include "ui/widgets/cards.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

PathField::PathField(Kind kind, const QString& title, const QString& filter, const QString& suffix, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_title(title),
      m_filter(filter),
      m_suffix(suffix),
      m_line(new QLineEdit(this)),
      m_choose(makeButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_line->setAccessibleName(title);
    setFocusProxy(m_line);
    layout->addWidget(m_line, 1);
    setButtonText(m_choose, tr("Choose…"));
    m_choose->setAutoDefault(false);
    layout->addWidget(m_choose);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::pathChanged);
    connect(m_choose, &QPushButton::clicked, this, &PathField::choose);
}

void PathField::setPath(const QString& path) {
    m_line->setText(QDir::toNativeSeparators(path));
}

std::filesystem::path PathField::path() const {
    const QString typed = QDir::fromNativeSeparators(m_line->text().trimmed());
    return typed.isEmpty() ? std::filesystem::path() : std::filesystem::absolute(typed.toStdString());
}

void PathField::choose() {
    auto* dialog = new QFileDialog(this, m_title, m_line->text(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_kind == Kind::Existing) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(m_suffix);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten
    }
    connect(dialog, &QFileDialog::fileSelected, this, &PathField::setPath);
    dialog->open();
}

} // namespace muniment
