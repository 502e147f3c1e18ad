#include "models/items/passport_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/items/plain_text.h"
#include "models/regions/passport_fields.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassportWords)
};

Result<Passport> read(Snapshot& snapshot, const PassportRequest& request) {
    return readPassport(snapshot, request.org, request.asOf);
}

} // namespace

Ask<PassportRequest, Passport> askPassport(Workspace& workspace) {
    return askSnapshot<PassportRequest, Passport>(workspace, &read);
}

TextTable stayTable(const Passport& passport, const ClockZone& zone) {
    TextTable table;
    table.header << Words::tr("Region") << Words::tr("From (%1)").arg(zoneTitle(zone))
                 << Words::tr("Until (%1)").arg(zoneTitle(zone)) << Words::tr("By");
    for (auto stay = passport.stays.rbegin(); stay != passport.stays.rend(); ++stay) {
        QString until = stay->until ? formatTimeToMinute(*stay->until, zone) : Words::tr("now", "it lives there");
        if (stay->isEnd)
            until = Words::tr("%1, removed").arg(until);
        table.rows.push_back({stay->region.empty() ? Words::tr("none", "no region") : plainText(stay->region),
                              stay->from ? formatTimeToMinute(*stay->from, zone) : Words::tr("not known"), until,
                              stay->begun ? plainText(stay->begun->name()) : QString()});
    }
    return table;
}

RowList passportRecords(const Passport& passport, const std::string& org, const std::optional<Moment>& asOf) {
    return {.what = "homes",
            .question = Words::tr("Where %1 lived, and who moved it").arg(QString::fromStdString(org)).toStdString(),
            .order = "oldest first",
            .asOf = asOf,
            .columns = namesOf(stayFields()),
            .records = recordsOf(passport.stays, stayFields())};
}

} // namespace muniment
