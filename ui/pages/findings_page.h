// What somebody should look at in who may do what: rules that are broken, grants that nobody uses, oddities.
#pragma once

#include "ui/pages/switched_page.h"

class QLabel;

namespace muniment {

class EntityPicker;
class OdditiesPage;
class RulesPage;
class UnusedGrantsPage;

/// About one organization, which is remembered for each workspace, or about all.
class FindingsPage : public SwitchedPage {
    Q_OBJECT
public:
    FindingsPage(const PageContext& context, QWidget* parent);

    void setAsOf(const std::optional<Moment>& asOf) override;

    /// Those of `tenant`, among others.
    void showRules(const TenantId& tenant);

    [[nodiscard]] RulesPage* rules() const { return m_rules; }

    [[nodiscard]] UnusedGrantsPage* unused() const { return m_unused; }

    [[nodiscard]] OdditiesPage* oddities() const { return m_oddities; }

    [[nodiscard]] EntityPicker* organization() const { return m_org; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void takeOrganization();
    void openKept();

    QLabel* m_orgTitle;
    EntityPicker* m_org;
    RulesPage* m_rules;
    UnusedGrantsPage* m_unused;
    OdditiesPage* m_oddities;
    QString m_key; ///< of the workspace's last organization
};

} // namespace muniment
