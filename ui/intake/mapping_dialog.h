// Makes and changes mappings: a name, a command, where its fields stand in a record, and what that makes of the record
// that was chosen.
#pragma once

#include "models/items/intake_promotion.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace muniment {

class MadeEvents;
class MappingFields;

class MappingDialog : public QDialog {
    Q_OBJECT
public:
    /// `record`: tried on as it is typed; absent: there is none. `mapping`: shown first.
    MappingDialog(Workspace& workspace, RegionName region, std::optional<IntakeRecord> record, const QString& mapping,
                  QWidget* parent);

    [[nodiscard]] QComboBox* kept() const { return m_kept; }

    [[nodiscard]] QLineEdit* name() const { return m_name; }

    [[nodiscard]] QComboBox* command() const { return m_command; }

    [[nodiscard]] MappingFields* fields() const { return m_fields; }

    [[nodiscard]] const MadeEvents* made() const { return m_made; }

    [[nodiscard]] QPushButton* saveButton() const { return m_save; }

    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }

    [[nodiscard]] QString errorText() const;

signals:
    /// All mappings as they are to be kept; `name` is the one that was saved, empty when one was removed.
    void mappingsChosen(const std::vector<muniment::IntakeMapping>& mappings, const QString& name);

private:
    [[nodiscard]] IntakeMapping typed() const;
    void showKept();
    void tryOut();
    void save();
    void remove();
    void chooseImport();
    void importFrom(const QString& path);
    void chooseExport();
    void put(std::vector<IntakeMapping> added);
    void showError(const Error& error);

    Workspace& m_workspace;
    RegionName m_region;
    std::optional<IntakeRecord> m_record;
    QComboBox* m_kept;
    QLineEdit* m_name;
    QComboBox* m_command;
    MappingFields* m_fields;
    MadeEvents* m_made;
    QLabel* m_error;
    QPushButton* m_remove;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_save;
    QPushButton* m_cancel;
    RequestSlot<IntakeTrial, RecordOutcome> m_trial;
};

} // namespace muniment
