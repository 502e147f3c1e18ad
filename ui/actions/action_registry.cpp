#include "ui/actions/action_registry.h"

#include "ui/look/look.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace muniment {

static QString translated(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

bool ActionDescription::hasBareKey() const {
    const auto key = QLatin1String(shortcut);
    return key.size() == 1 || (key.startsWith(QLatin1String("Shift+")) && key.size() == 7);
}

bool ActionDescription::isChange() const {
    const bool isOfDirectory = menu > MenuId::Directory && menu < MenuId::Tools;
    return (isOfDirectory && id != ActionId::ExportReview) || id == ActionId::BulkChange || id == ActionId::TakeBack ||
           id == ActionId::StageTraced;
}

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window) {
    for (const auto& description : actionDescriptions()) {
        auto* action = new QAction(this);
        if (*description.icon != '\0')
            action->setIcon(icon(QLatin1String(description.icon)));
        if (*description.shortcut != '\0')
            action->setShortcut(QKeySequence(QLatin1String(description.shortcut)));
        action->setMenuRole(QAction::NoRole);
        m_actions.emplace(description.id, action);
        if (description.hasBareKey())
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        else
            window->addAction(action);
    }
    for (const auto id :
         {ActionId::ToggleDetails, ActionId::ToggleHistogram, ActionId::ToggleFacets, ActionId::ShowSignedOff})
        action(id)->setCheckable(true);
    retranslate();
}

void ActionRegistry::setMet(Needs needs, bool isMet) {
    if (std::exchange(m_met[needs], isMet) != isMet)
        update();
}

void ActionRegistry::setObjection(ActionId id, const QString& reason) {
    if (std::exchange(m_objections[id], reason) == reason)
        return;
    const auto& all = actionDescriptions();
    update(*std::ranges::find(all, id, &ActionDescription::id));
}

void ActionRegistry::setPast(bool isPast) {
    if (std::exchange(m_isPast, isPast) != isPast)
        update();
}

void ActionRegistry::forgetMet() {
    m_met.clear();
    m_isPast = false;
    update();
}

QString ActionRegistry::lackWords(Needs needs) {
    switch (needs) {
    case Needs::Nothing:
        break;
    case Needs::Workspace:
        return tr("Open a workspace first.");
    case Needs::Row:
        return tr("Choose a row first.");
    case Needs::Event:
        return tr("Choose an event of the timeline first.");
    case Needs::Accessor:
        return tr("Choose a user, a team, a resource, a grant or a permission first.");
    case Needs::Writable:
        return tr("The workspace is open for reading only.");
    case Needs::Organization:
        return tr("Choose an organization first.");
    case Needs::User:
        return tr("Choose a user first.");
    case Needs::Team:
        return tr("Choose a team first.");
    case Needs::Role:
        return tr("Choose a role first.");
    case Needs::Resource:
        return tr("Choose a resource first.");
    case Needs::Session:
        return tr("Choose a session first.");
    case Needs::Plan:
        return tr("Choose a plan first.");
    case Needs::Review:
        return tr("Choose an access review first.");
    case Needs::ReviewItem:
        return tr("Choose a grant in an access review first.");
    case Needs::Rule:
        return tr("Choose a rule of separation of duties first.");
    case Needs::Compromise:
        return tr("Choose an account that is marked as compromised first.");
    case Needs::Domain:
        return tr("Choose a domain of an organization first.");
    case Needs::Credential:
        return tr("Choose a token, key or factor of a user first.");
    case Needs::Member:
        return tr("Choose a member of a team first.");
    case Needs::Permission:
        return tr("Choose a permission of a role first.");
    case Needs::Grantee:
        return tr("Choose a user, a team, a role or a resource first.");
    case Needs::Grant:
        return tr("Choose a grant first.");
    }
    return {};
}

QString ActionRegistry::lackOf(const ActionDescription& description) const {
    const auto isMet = [this](Needs needs) {
        const auto found = m_met.find(needs);
        return found != m_met.end() && found->second;
    };
    if (description.needs == Needs::Nothing)
        return {};
    if (!isMet(Needs::Workspace))
        return lackWords(Needs::Workspace);
    if (description.needs >= Needs::Writable && !isMet(Needs::Writable))
        return lackWords(Needs::Writable);
    if (m_isPast && description.isChange())
        return tr("The window shows the past: go back to now (%1) to change anything.")
            .arg(action(ActionId::BackToNow)->shortcut().toString(QKeySequence::NativeText));
    if (!isMet(description.needs))
        return lackWords(description.needs);
    const auto objection = m_objections.find(description.id);
    return objection == m_objections.end() ? QString() : objection->second;
}

void ActionRegistry::update() {
    for (const auto& description : actionDescriptions())
        update(description);
}

void ActionRegistry::update(const ActionDescription& description) {
    auto* target = action(description.id);
    const QString lack = lackOf(description);
    const QString tip = translated(description.tip);
    target->setEnabled(lack.isEmpty());
    target->setToolTip(lack.isEmpty() ? tip : tip + QStringLiteral(" — ") + lack);
    target->setStatusTip(target->toolTip());
    target->setWhatsThis(tip);
}

void ActionRegistry::retranslate() {
    for (const auto& description : actionDescriptions())
        action(description.id)->setText(translated(description.text));
    for (const auto& [id, menu] : m_menus)
        menu->setTitle(menuTitle(id));
    update();
}

QString ActionRegistry::menuTitle(MenuId menu) {
    switch (menu) {
    case MenuId::File:
        return tr("&File");
    case MenuId::Edit:
        return tr("&Edit");
    case MenuId::View:
        return tr("&View");
    case MenuId::Go:
        return tr("&Go");
    case MenuId::Analyze:
        return tr("&Analyze");
    case MenuId::Directory:
        return tr("&Directory");
    case MenuId::Organization:
        return tr("&Organization");
    case MenuId::User:
        return tr("&User");
    case MenuId::Team:
        return tr("&Team");
    case MenuId::Role:
        return tr("&Role");
    case MenuId::Resource:
        return tr("Re&source");
    case MenuId::Access:
        return tr("&Access");
    case MenuId::Plan:
        return tr("&Plan");
    case MenuId::Review:
        return tr("Re&view");
    case MenuId::Changes:
        return tr("&Changes");
    case MenuId::Intake:
        return tr("&Intake");
    case MenuId::Tools:
        return tr("&Tools");
    case MenuId::Help:
        return tr("&Help");
    }
    return {};
}

QMenu* ActionRegistry::addMenu(QMenuBar* bar, MenuId id) {
    const bool isInDirectory = id > MenuId::Directory && id < MenuId::Tools;
    if (isInDirectory && m_menus[MenuId::Directory] == nullptr)
        m_menus[MenuId::Directory] = addMenu(bar, MenuId::Directory);
    auto* menu = isInDirectory ? m_menus[MenuId::Directory]->addMenu(menuTitle(id)) : bar->addMenu(menuTitle(id));
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(menuTitle(id).remove(QLatin1Char('&')));
    return menu;
}

void ActionRegistry::fillMenuBar(QMenuBar* bar, const std::map<MenuId, std::vector<QMenu*>>& subMenus) {
    const auto addSubMenus = [&](MenuId id) {
        const auto found = subMenus.find(id);
        if (found == subMenus.end())
            return;
        for (auto* menu : found->second)
            m_menus.at(id)->addMenu(menu);
    };
    int group = 0;
    for (const auto& description : actionDescriptions()) {
        auto& menu = m_menus[description.menu];
        if (menu == nullptr) {
            menu = addMenu(bar, description.menu);
            group = 0;
        }
        if (description.group != group) {
            if (group == 0)
                addSubMenus(description.menu);
            menu->addSeparator();
            group = description.group;
        }
        menu->addAction(action(description.id));
    }
    // A menu of one group ends before its sub-menus could be added.
    for (const auto& [id, menus] : subMenus) {
        if (!menus.empty() && menus.front()->menuAction()->associatedObjects().isEmpty()) {
            m_menus.at(id)->addSeparator();
            addSubMenus(id);
        }
    }
}

} // namespace muniment
