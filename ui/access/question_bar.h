// "Who may what on what": three fields that complete what is typed, and what can be asked about them.
#pragma once

#include "models/items/access_answer.h"
#include "ui/access/access_wish.h"
#include "ui/actions/action_registry.h"

#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace muniment {

class EntityPicker;

/// Enter in a field asks what the fields allow to ask: why, when all three are filled, who, when only the resource is,
/// what, when only the person is.
class QuestionBar : public QWidget {
    Q_OBJECT
public:
    QuestionBar(Workspace& workspace, AskActions actions, ActionRegistry& registry, QWidget* parent);

    void setWish(const AccessWish& wish);
    /// What stands in the fields, asked as `kind`.
    [[nodiscard]] AccessWish wish(AccessWish::Kind kind) const;
    /// What Enter would ask.
    [[nodiscard]] AccessWish::Kind meant() const;
    /// Completes what was there at that moment.
    void setAsOf(const std::optional<Moment>& asOf);
    /// To the first field in which nothing is chosen, else to the first.
    void focusOpen();

    [[nodiscard]] EntityPicker* who() const { return m_who; }

    [[nodiscard]] QLineEdit* action() const { return m_action; }

    [[nodiscard]] EntityPicker* what() const { return m_what; }

signals:
    void entered();
    /// A field was edited.
    void wishChanged();
    void troubleChanged(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void takeChosen();

    EntityPicker* m_who;
    QLineEdit* m_action;
    EntityPicker* m_what;
    QLabel* m_whoTitle;
    QLabel* m_actionTitle;
    QLabel* m_whatTitle;
    QStringListModel* m_known;
    QCompleter* m_completer;
    RequestSlot<ActionsRequest, std::vector<std::string>> m_actions;
    std::optional<TenantId> m_tenant; ///< whose actions are completed
    std::optional<Moment> m_asOf;
};

} // namespace muniment
