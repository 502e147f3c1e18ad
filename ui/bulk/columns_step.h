// For whom the rows are, what they are, and which column says what.
#pragma once

#include "models/items/bulk_job.h"
#include "models/items/entity_options.h"
#include "ui/bulk/bulk_step.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace muniment {

class ElidedLabel;
class EntityPicker;

class ColumnsStep : public BulkStep {
    Q_OBJECT
public:
    /// `in` is offered as the organization.
    ColumnsStep(BulkJob& job, const std::optional<EntityOption>& in, QWidget* parent);

    void enter() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString nextText() const override;

    [[nodiscard]] bool isReady() const override { return true; }

    [[nodiscard]] bool complete() override;
    void retranslate() override;

    [[nodiscard]] EntityPicker* tenant() const { return m_tenant; }

    [[nodiscard]] QComboBox* kind() const { return m_kind; }

    /// The choice of the column for this field; nullptr: the kind has no such field.
    [[nodiscard]] QComboBox* column(std::string_view field) const;
    /// What is wrong, wherever it stands.
    [[nodiscard]] QString errorText() const;

private:
    /// One field of the kind.
    struct Row {
        QLabel* label = nullptr;
        QComboBox* choice = nullptr;
        ElidedLabel* values = nullptr;
    };

    void fill();
    void addRow(std::size_t field);
    void showValues(std::size_t field);
    void updateHint();
    void showError(QLabel* at, const QString& text);
    void clearErrors();

    BulkJob& m_job;
    QLabel* m_tenantLabel;
    EntityPicker* m_tenant;
    QLabel* m_tenantError;
    QLabel* m_kindLabel;
    QComboBox* m_kind;
    QLabel* m_hint;
    QGridLayout* m_grid;
    QLabel* m_columnsError;
    std::vector<Row> m_rows; ///< as bulkFields() has them
};

} // namespace muniment
