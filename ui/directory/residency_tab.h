// Where an organization lived at every date, who moved it and how long that took.
#pragma once

#include "models/items/passport_queries.h"
#include "ui/directory/entity_tab.h"
#include "ui/export/export_offer.h"

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class CopiesPane;
class TextRowsModel;
class Workspace;

/// Asks only while it is seen.
class ResidencyTab : public EntityTab {
    Q_OBJECT
public:
    ResidencyTab(Workspace& workspace, QWidget* parent);

    void tell(const ShownEntity& entity) override;
    void clear() override;
    void refresh() override;

    void setActive(bool) override {}

    void retranslate() override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

    [[nodiscard]] QPushButton* exportButton() const { return m_export; }

    [[nodiscard]] CopiesPane* copies() const { return m_copies; }

    /// Everything that is told in words, a line a sentence.
    [[nodiscard]] QString told() const;

signals:
    /// The event that began the chosen stay.
    void eventChosen(muniment::EventNumber number);
    void exportWanted(const muniment::ExportOffer& offer);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void askIfSeen();
    void take(const PassportRequest& request, Result<Passport> passport);
    void showPassport();
    void showChosen();
    void copy() const;
    void offerExport();
    [[nodiscard]] const Stay* chosenStay() const;

    QLabel* m_now;
    QTableView* m_table;
    QLabel* m_story;
    QLabel* m_moves;
    QLabel* m_findings;
    QLabel* m_placement;
    CopiesPane* m_copies;
    QPushButton* m_copy;
    QPushButton* m_export;
    TextRowsModel* m_model;
    RequestSlot<PassportRequest, Passport> m_slot;
    std::optional<ShownEntity> m_entity;
    Passport m_passport;
    bool m_isStale = false;
};

} // namespace muniment
