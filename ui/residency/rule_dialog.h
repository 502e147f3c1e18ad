// In which regions the data of an organization may lie: a rule that the workspace keeps.
#pragma once

#include "models/domain/event.h"
#include "ui/forms/form_dialog.h"

#include <map>
#include <set>
#include <string>

class QCheckBox;

namespace muniment {

class RuleDialog : public FormDialog {
    Q_OBJECT
public:
    /// `allowed`: the rule as it is; empty: there is none. `choices`: regions that can be named.
    RuleDialog(const std::string& organization, const std::set<RegionName>& choices,
               const std::set<RegionName>& allowed, QWidget* parent);

    /// Empty: only its home.
    [[nodiscard]] std::set<RegionName> allowed() const;
    /// nullptr where it cannot be named.
    [[nodiscard]] QCheckBox* box(const RegionName& region) const;

private:
    std::map<RegionName, QCheckBox*> m_boxes;
};

} // namespace muniment
