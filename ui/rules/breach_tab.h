// Who breaks the chosen rule of separation of duties at the moment that is shown.
#pragma once

#include "models/items/breach_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class BreachTab : public ListTab {
    Q_OBJECT
public:
    BreachTab(const PageContext& context, QWidget* parent);

    [[nodiscard]] QString title() const override;
    /// What the chosen user may do.
    [[nodiscard]] std::optional<AccessWish> accessWish(bool isWhyNot) const override;

    [[nodiscard]] BreachListModel* model() const { return m_model; }

signals:
    void accessWanted(const muniment::AccessWish& wish);

protected:
    void ask(const ShownEntity& entity) override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;
    void openLine(int line) override;

private:
    BreachListModel* m_model;
};

} // namespace muniment
