// What could stand at the cursor of a filter, in a list below the line: fields with what they look at, values with how
// often they occur. The line keeps the focus.
#pragma once

#include "models/items/timeline_queries.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace muniment {

class FilterEdit;

/// Opens by itself while a person types in `edit`, and by Ctrl+Space. Up and Down choose, Tab takes the chosen or the
/// first entry, Enter the chosen one, Escape closes. An answer to older text is not shown.
class CompletionPopup : public QFrame {
    Q_OBJECT
public:
    CompletionPopup(AskCompletions ask, FilterEdit* edit, QWidget* window);

    [[nodiscard]] QListView* list() const { return m_list; }

    bool eventFilter(QObject* watched, QEvent* event) override;

public slots:
    void ask();

private:
    void take(const CompletionRequest& request, Result<FilterCompletions> answer);
    void show(const FilterCompletions& completions);
    [[nodiscard]] bool takeKey(int key);
    void accept(int row);
    void moveBy(int rows);

    RequestSlot<CompletionRequest, FilterCompletions> m_slot;
    FilterEdit* m_edit;
    QListView* m_list;
    QStandardItemModel* m_model;
    FilterCompletions m_shown;
};

} // namespace muniment
