#include "models/base/clock.h"
#include "models/items/export_columns.h"
#include "models/items/filter_words.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"

#include <QHeaderView>
#include <QTableView>

namespace muniment {

static std::vector<EventField> shownFields(const TimelineModel& model, const QHeaderView& header) {
    std::vector<EventField> fields;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (header.isSectionHidden(column))
            continue;
        if (const auto path = model.payloadPathAt(column))
            fields.push_back(exportFieldOf(*path));
        else
            fields.push_back(exportFieldOf(static_cast<TimelineColumn>(column)));
    }
    return fields;
}

std::optional<ExportOffer> TimelinePage::exportOffer() const {
    if (!m_model->isLoaded())
        return std::nullopt;
    const auto& filter = m_model->filter();
    const auto now = systemClock().now();
    const auto count = formatCount(m_model->window().total);
    const auto what = filter == FilterNode{}
                          ? (m_model->asOf() ? tr("All %1 events of the moment that is shown.")
                                             : tr("All %1 events that have been synced."))
                                .arg(count)
                          : tr("%1 events. %2").arg(count, filterWords(filter, now, m_model->zone()));
    return ExportOffer{
        EventList{{.filter = filter, .asOf = m_model->asOf(), .now = now}, TimelineOrder::NewestFirst, {}},
        QStringLiteral("events"), tr("%1 Secret values stay masked.").arg(what),
        shownFields(*m_model, *m_table->view()->horizontalHeader()), what};
}

} // namespace muniment
