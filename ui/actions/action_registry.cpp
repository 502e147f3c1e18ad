#include "ui/actions/action_registry.h"

#include "ui/look/look.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace muniment {

static QString translated(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

bool ActionDescription::hasBareKey() const {
    const auto key = QLatin1String(shortcut);
    return key.size() == 1 || (key.startsWith(QLatin1String("Shift+")) && key.size() == 7);
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
    for (const auto id : {ActionId::ToggleDetails, ActionId::ToggleHistogram, ActionId::ToggleFacets})
        action(id)->setCheckable(true);
    retranslate();
}

void ActionRegistry::setMet(Needs needs, bool isMet) {
    m_met[needs] = isMet;
    update();
}

void ActionRegistry::setObjection(ActionId id, const QString& reason) {
    m_objections[id] = reason;
    update();
}

QString ActionRegistry::lackOf(const ActionDescription& description) const {
    const auto isMet = [this](Needs needs) {
        const auto found = m_met.find(needs);
        return found != m_met.end() && found->second;
    };
    if (description.needs == Needs::Nothing)
        return {};
    if (!isMet(Needs::Workspace))
        return tr("Open a workspace first.");
    const bool writes = description.needs == Needs::Writable || description.needs == Needs::Organization ||
                        description.needs == Needs::User;
    if (writes && !isMet(Needs::Writable))
        return tr("The workspace is open for reading only.");
    if (description.needs == Needs::Row && !isMet(Needs::Row))
        return tr("Choose a row first.");
    if (description.needs == Needs::Event && !isMet(Needs::Event))
        return tr("Choose an event of the timeline first.");
    if (description.needs == Needs::Organization && !isMet(Needs::Organization))
        return tr("Choose an organization first.");
    if (description.needs == Needs::User && !isMet(Needs::User))
        return tr("Choose a user first.");
    const auto objection = m_objections.find(description.id);
    return objection == m_objections.end() ? QString() : objection->second;
}

void ActionRegistry::update() {
    for (const auto& description : actionDescriptions()) {
        auto* target = action(description.id);
        const QString lack = lackOf(description);
        const QString tip = translated(description.tip);
        target->setEnabled(lack.isEmpty());
        target->setToolTip(lack.isEmpty() ? tip : tip + QStringLiteral(" — ") + lack);
        target->setStatusTip(target->toolTip());
        target->setWhatsThis(tip);
    }
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
    case MenuId::Tools:
        return tr("&Tools");
    case MenuId::Help:
        return tr("&Help");
    }
    return {};
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
            menu = bar->addMenu(menuTitle(description.menu));
            menu->setToolTipsVisible(true);
            menu->setAccessibleName(menuTitle(description.menu).remove(QLatin1Char('&')));
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
