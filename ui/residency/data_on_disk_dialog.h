// Whose data lie in the open file, what may lie there, and how that came to be.
#pragma once

#include "models/items/policy_words.h"
#include "models/items/request_slot.h"
#include "models/replica/policy_notes.h"
#include "models/workspace/policy_run.h"
#include "models/workspace/workspace.h"

#include <QDialog>

#include <map>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;
class QVBoxLayout;

namespace muniment {

class ClockZone;
class EntityPicker;

/// What the dialog shows of a file.
struct DataOnDisk {
    ReplicaPolicy policy;
    std::vector<RegionOnDisk> regions;
    std::vector<PolicyNote> notes;     ///< the newest first
    std::map<TenantId, QString> names; ///< of organizations that are held
};

[[nodiscard]] Result<DataOnDisk> readDataOnDisk(Snapshot& snapshot);

/// Accepted with a policy: who opened it closes the workspace and has it changed. A file that is open for reading only
/// is shown.
class DataOnDiskDialog : public QDialog {
    Q_OBJECT
public:
    DataOnDiskDialog(Workspace& workspace, const ClockZone& zone, QWidget* parent);

    /// What the person wants, once accepted.
    [[nodiscard]] PolicyChange change() const;

    [[nodiscard]] QRadioButton* everythingButton() const { return m_everything; }

    [[nodiscard]] QRadioButton* limitedButton() const { return m_limited; }

    [[nodiscard]] QCheckBox* regionBox(const RegionName& region) const;

    [[nodiscard]] QCheckBox* pseudonymsBox() const { return m_pseudonyms; }

    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }

    [[nodiscard]] EntityPicker* organizationPicker() const { return m_picker; }

    [[nodiscard]] QPushButton* changeButton() const { return m_change; }

    /// What the policy as it is set up now would do.
    [[nodiscard]] QString outlookText() const;

private:
    [[nodiscard]] QWidget* makePresent();
    [[nodiscard]] QWidget* makePolicy();
    [[nodiscard]] QWidget* makeNotes();
    void take(const DataOnDisk& known);
    void addOrganization();
    void showOrganizations();
    void refresh();
    [[nodiscard]] ReplicaPolicy wanted() const;
    void showOutlook(const ReplicaPolicy& policy, const Result<PolicyOutlook>& outlook);
    [[nodiscard]] QString nameOf(const TenantId& tenant) const;

    Workspace& m_workspace;
    const ClockZone& m_zone;
    DataOnDisk m_data;
    bool m_isKnown = false; ///< m_data has come
    std::set<TenantId> m_tenants;
    QTableWidget* m_table;
    QRadioButton* m_everything;
    QRadioButton* m_limited;
    QWidget* m_limits;
    std::map<RegionName, QCheckBox*> m_regions;
    EntityPicker* m_picker;
    QVBoxLayout* m_organizations;
    QCheckBox* m_pseudonyms;
    QLineEdit* m_reason;
    QLabel* m_outlook;
    QPlainTextEdit* m_notes;
    QPushButton* m_change;
    RequestSlot<ReplicaPolicy, PolicyOutlook> m_slot;
};

} // namespace muniment
