// Sessions of all organizations: who is signed in, from where, since when; end one.
#pragma once

#include "models/items/session_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class SessionsPage : public DirectoryPage {
    Q_OBJECT
public:
    SessionsPage(const PageContext& context, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<SessionRow> chosenSession() const;

    [[nodiscard]] SessionListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Session; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    SessionListModel* m_model;
    QComboBox* m_state;
};

} // namespace muniment
