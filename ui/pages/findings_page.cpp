#include "ui/pages/findings_page.h"

#include "ui/forms/picker_field.h"
#include "ui/pages/oddities_page.h"
#include "ui/pages/rules_page.h"
#include "ui/pages/unused_grants_page.h"
#include "ui/pages/workspace_key.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QSettings>
#include <QTabBar>

namespace muniment {

static constexpr int kPickerWidth = 300;

FindingsPage::FindingsPage(const PageContext& context, QWidget* parent)
    : SwitchedPage(context, parent),
      m_orgTitle(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_org(makePicker(context.desk, {OptionKind::Organization}, std::nullopt, this)),
      m_rules(new RulesPage(context, this)),
      m_unused(new UnusedGrantsPage(context, this)),
      m_oddities(new OdditiesPage(context, this)),
      m_key(workspaceKey("findings", context.workspace.file())) {
    addPage("rules", m_rules);
    addPage("unused", m_unused);
    addPage("oddities", m_oddities);
    m_orgTitle->setBuddy(m_org);
    m_org->setClearButtonEnabled(true);
    m_org->setMinimumWidth(kPickerWidth);
    addBesideBar(m_orgTitle);
    addBesideBar(m_org);
    openKept();
    connect(m_org, &EntityPicker::chosenChanged, this, &FindingsPage::takeOrganization);
    connect(m_org, &EntityPicker::troubleChanged, this, [this](const QString& sentence) {
        if (!sentence.isEmpty())
            emit said({Message::Kind::Failed, sentence, {}, {}});
    });
    connect(m_org, &QLineEdit::returnPressed, this, &FindingsPage::focusList);
    retranslate();
}

void FindingsPage::openKept() {
    if (const auto kept = wishOf(QSettings().value(m_key).toString()); kept && kept->what)
        m_org->setChosen(*kept->what);
    takeOrganization();
}

void FindingsPage::takeOrganization() {
    const auto& org = m_org->chosen();
    if (!org && !m_org->text().trimmed().isEmpty())
        return; // they go on typing
    if (org)
        QSettings().setValue(m_key, wishText({.kind = AccessWish::Kind::Who, .what = org}));
    else
        QSettings().remove(m_key);
    m_rules->setOrganization(org);
    m_unused->setOrganization(org);
    m_oddities->setOrganization(org);
}

void FindingsPage::setAsOf(const std::optional<Moment>& asOf) {
    m_org->offer({}, asOf);
    SwitchedPage::setAsOf(asOf);
}

void FindingsPage::showRules(const TenantId& tenant) {
    if (m_org->chosen() && m_org->chosen()->entity.tenant != tenant)
        m_org->clearChosen();
    showPage(m_rules);
}

void FindingsPage::retranslate() {
    bar()->setAccessibleName(tr("Kinds of findings"));
    setTitles({tr("Rules"), tr("Unused Grants"), tr("Oddities")});
    m_orgTitle->setText(tr("Organization"));
    m_org->setAccessibleName(tr("Organization that the findings are about"));
    m_org->setPlaceholderText(tr("All organizations"));
}

void FindingsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SwitchedPage::changeEvent(event);
}

} // namespace muniment
