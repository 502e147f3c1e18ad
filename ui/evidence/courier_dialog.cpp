#include "ui/evidence/courier_dialog.h"

#include "ui/forms/path_field.h"

namespace muniment {

namespace {

const QString kBundle = QStringLiteral("bundle");
const QString kFile = QStringLiteral("file");
const QString kKey = QStringLiteral("key");

} // namespace

CourierDialog::CourierDialog(const CourierWish& wish, QWidget* parent)
    : FormDialog(
          tr("Import Courier Bundle"),
          tr("A courier bundle brings all that came to a workspace since the bundle before, for a site without a "
             "network. It is taken in when it goes on exactly where the file ends, and is signed by somebody "
             "whom you believe."),
          tr("&Import"), parent),
      m_bundle(new PathField(PathField::Kind::Existing, tr("Courier bundle"), tr("Bundles (*.zip);;All files (*)"),
                             QString(), this)),
      m_file(new PathField(PathField::Kind::Either, tr("File that couriers fill"),
                           tr("Workspaces (*.muniment);;All files (*)"), QStringLiteral("muniment"), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    addWidgetField(kBundle, tr("&Bundle"), m_bundle);
    addWidgetField(kFile, tr("Into the &file, which is made when it is missing"), m_file);
    addField({kKey, tr("Its maker's &key, unless the file knows it"),
              wish.trusted.empty() ? QString() : QString::fromStdString(printVerifierKey(wish.trusted.front())),
              tr("as its maker told you by another way")});
    m_bundle->setPath(QString::fromStdString(wish.bundle.string()));
    m_file->setPath(QString::fromStdString(wish.file.string()));
    connect(m_bundle, &PathField::pathChanged, this, &FormDialog::clearErrors);
    connect(m_file, &PathField::pathChanged, this, &FormDialog::clearErrors);
    connect(this, &FormDialog::submitted, this, &CourierDialog::takeSubmitted);
    m_bundle->setFocus();
}

void CourierDialog::takeSubmitted() {
    CourierWish wish{m_bundle->path(), m_file->path(), {}};
    if (wish.bundle.empty())
        return showError(kBundle, tr("Name the bundle."));
    if (wish.file.empty())
        return showError(kFile, tr("Name the file."));
    if (const auto typed = QString::fromStdString(value(kKey)).trimmed(); !typed.isEmpty()) {
        auto key = parseVerifierKey(typed.toStdString());
        if (!key)
            return showError(kKey, tr("This is no key: it looks like NAME+8 digits+letters."));
        wish.trusted.push_back(std::move(*key));
    }
    accept();
    emit wished(wish);
}

} // namespace muniment
