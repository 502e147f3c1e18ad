#include "models/items/session_list_model.h"

#include "models/items/access_words.h"

#include <QStringList>

namespace muniment {

namespace {

using Row = SessionRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

QString originOf(const Row& row) {
    QStringList parts;
    for (const auto& part : {row.country, row.os, row.browser})
        if (!part.empty())
            parts << plainText(part);
    return parts.join(QStringLiteral(" · "));
}

std::vector<ListColumn<Row>> columns() {
    return {namedColumn<Row>([] { return SessionListModel::tr("User"); },
                             [](const Row& row) { return std::pair(row.userName, row.user.text()); }),
            textColumn<Row>([] { return SessionListModel::tr("State"); },
                            [](const Row& row) { return sessionStateText(row); }),
            textColumn<Row>([] { return SessionListModel::tr("From"); }, [](const Row& row) { return originOf(row); }),
            timeColumn<Row>([] { return SessionListModel::tr("Begun (%1)"); }, &Row::begun),
            timeColumn<Row>([] { return SessionListModel::tr("Last seen (%1)"); }, &Row::lastSeen),
            timeColumn<Row>([] { return SessionListModel::tr("Ended (%1)"); }, [](const Row& row) { return row.ended; },
                            [](const Row& row) { return row.tenant; }),
            tenantColumn<Row>([] { return SessionListModel::tr("Organization"); }),
            idColumn<Row>([] { return SessionListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

SessionListModel::SessionListModel(AskSessions ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
