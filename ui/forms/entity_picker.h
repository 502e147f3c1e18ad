// Finds an organization, a user, a team, a role or a resource while its name is typed, among any number of them.
#pragma once

#include "models/items/entity_options.h"

#include <QLineEdit>

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace muniment {

class EntityPicker : public QLineEdit {
    Q_OBJECT
public:
    EntityPicker(AskOptions ask, std::vector<OptionKind> kinds, QWidget* parent);
    /// Only what this organization has; another one than before takes the choice away.
    void setTenant(const std::optional<TenantId>& tenant);
    /// Offers only what this organization has, as of that moment; takes no choice away.
    void offer(const std::optional<TenantId>& tenant, const std::optional<Moment>& asOf);
    /// Nothing is chosen any more.
    void clearChosen();
    void setChosen(const EntityOption& option);
    /// What was asked last, once more.
    void askAgain();

    /// What the words in the box stand for.
    [[nodiscard]] const std::optional<EntityOption>& chosen() const { return m_chosen; }

signals:
    void chosenChanged();
    /// It could not be asked; empty: it could.
    void troubleChanged(const QString& sentence);

private:
    void takeText(const QString& text);
    void takeFound(const std::string& asked, std::vector<EntityOption> options);
    void tellTrouble(const QString& sentence);

    OptionsRequest m_request;
    std::optional<EntityOption> m_chosen;
    std::vector<EntityOption> m_found;
    bool m_isInTrouble = false;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    RequestSlot<OptionsRequest, std::vector<EntityOption>> m_slot;
};

} // namespace muniment
