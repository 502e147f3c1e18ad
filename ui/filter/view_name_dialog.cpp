#include "ui/filter/view_name_dialog.h"

#include "ui/widgets/labels.h"

#include <QLineEdit>

namespace muniment {

static constexpr int kMostCharacters = 80;

ViewNameDialog::ViewNameDialog(const QString& words, const QString& name, const QStringList& taken, QWidget* parent)
    : LineDialog(tr("Save View"), tr("&Name"), tr("&Save"), 1, parent),
      m_taken(taken) {
    line()->setMaxLength(kMostCharacters);
    line()->setText(name);
    line()->selectAll();
    auto* shows = makeLabel(this, TextSize::Small, Tone::Quiet);
    shows->setText(words);
    shows->setWordWrap(true);
    addBelow(shows);
    read();
}

void ViewNameDialog::read() {
    const auto name = line()->text().trimmed();
    setAnswerable(!name.isEmpty());
    tell(m_taken.contains(name) ? tr("A view of this name is there and will be replaced.") : QString());
}

void ViewNameDialog::choose() {
    const auto name = line()->text().trimmed();
    if (name.isEmpty())
        return;
    emit nameChosen(name);
    accept();
}

} // namespace muniment
