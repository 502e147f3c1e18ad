// Finds an organization while its name is typed, among any number of them.
#pragma once

#include "models/items/directory_queries.h"

#include <QLineEdit>

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace muniment {

class OrgPicker : public QLineEdit {
    Q_OBJECT
public:
    OrgPicker(AskOrganizations ask, QWidget* parent);
    void setChosen(const OrgRow& org);

    /// The organization whose words stand in the box.
    [[nodiscard]] const std::optional<OrgRow>& chosen() const { return m_chosen; }

signals:
    void chosenChanged();

private:
    [[nodiscard]] static QString wordsFor(const OrgRow& org);
    void takeText(const QString& text);
    void takeFound(const QString& asked, std::vector<OrgRow> rows);

    std::optional<OrgRow> m_chosen;
    std::vector<OrgRow> m_found;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    RequestSlot<ListRequest<OrgQuery>, ListPage<OrgRow>> m_slot;
};

} // namespace muniment
