// Who ever broke the chosen rule of separation of duties, up to the moment that is shown: asked when it is looked at.
#pragma once

#include "models/items/past_breach_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class RefreshPause;
class WaitingStrip;

class PastBreachTab : public ListTab {
    Q_OBJECT
public:
    PastBreachTab(const PageContext& context, QWidget* parent);

    void refresh() override;
    void retranslate() override;
    [[nodiscard]] QString title() const override;
    /// What the chosen user may do.
    [[nodiscard]] std::optional<AccessWish> accessWish(bool isWhyNot) const override;

    [[nodiscard]] PastBreachListModel* model() const { return m_model; }

    [[nodiscard]] WaitingStrip* waiting() const { return m_waiting; }

signals:
    void accessWanted(const muniment::AccessWish& wish);
    void eventChosen(muniment::EventNumber number);

protected:
    void ask(const ShownEntity& entity) override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;
    /// The event that began it, else what the user may do.
    void openLine(int line) override;

private:
    PastBreachListModel* m_model;
    WaitingStrip* m_waiting;
    RefreshPause* m_refresh;
};

} // namespace muniment
