// What changed the entity: when, who, which field, from what to what; newest first.
#pragma once

#include "models/items/history_model.h"
#include "models/items/workspace_queries.h"

#include <QWidget>

#include <optional>

class QTableView;

namespace muniment {

class HistoryTab : public QWidget {
    Q_OBJECT
public:
    HistoryTab(AskHistory ask, QWidget* parent);

    /// Another entity or moment than before: the lines of the one before go at once.
    void tell(const HistoryRequest& request, const ClockZone& zone);
    void retranslate();

    [[nodiscard]] HistoryModel* model() const { return m_model; }

    [[nodiscard]] QTableView* table() const { return m_table; }

signals:
    void eventChosen(muniment::EventNumber number);
    void failed(const muniment::Error& error);

private:
    HistoryModel* m_model;
    QTableView* m_table;
    RequestSlot<HistoryRequest, std::vector<VersionRow>> m_slot;
    std::optional<HistoryRequest> m_shown;
};

} // namespace muniment
