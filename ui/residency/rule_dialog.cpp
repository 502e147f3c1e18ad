#include "ui/residency/rule_dialog.h"

#include "models/items/plain_text.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace muniment {

RuleDialog::RuleDialog(const std::string& organization, const std::set<RegionName>& choices,
                       const std::set<RegionName>& allowed, QWidget* parent)
    : FormDialog(tr("Where Data May Lie"),
                 tr("Data of %1 that a server says to be anywhere else count as a violation. With none chosen they may "
                    "lie in its home only.")
                     .arg(isolated(plainText(organization))),
                 tr("&Keep Rule"), parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    std::set<RegionName> named = choices;
    named.insert(allowed.begin(), allowed.end());
    for (const RegionName& region : named) {
        const QString name = plainText(region.text());
        auto* box = new QCheckBox(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")), place);
        box->setAccessibleName(name);
        box->setChecked(allowed.contains(region));
        layout->addWidget(box);
        m_boxes[region] = box;
    }
    addWidgetField(QStringLiteral("allowed"), tr("May lie in"), place);
}

std::set<RegionName> RuleDialog::allowed() const {
    std::set<RegionName> regions;
    for (const auto& [region, box] : m_boxes)
        if (box->isChecked())
            regions.insert(region);
    return regions;
}

QCheckBox* RuleDialog::box(const RegionName& region) const {
    const auto found = m_boxes.find(region);
    return found == m_boxes.end() ? nullptr : found->second;
}

} // namespace muniment
