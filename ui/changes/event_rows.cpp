#include "ui/changes/event_rows.h"

#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventRows)
};

std::vector<TextCell> eventRow(const NewEvent& event, const QString& whose) {
    RecordedEvent row;
    row.type = event.type;
    row.payload = event.payload;
    const QString type = plainText(event.type);
    const QString payload = event.payload ? exactPayload(row) : QString();
    return {TextCell{whose.isEmpty() ? type : QStringLiteral("%1 · %2").arg(type, isolated(whose)),
                     {},
                     Tone::Normal,
                     false,
                     true},
            TextCell{payload, payload, Tone::Normal, true, false}};
}

} // namespace

std::vector<std::vector<TextCell>> eventRows(const std::vector<Result<CommandResult>>& results, const NameOf& nameOf,
                                             int most) {
    std::vector<std::vector<TextCell>> rows;
    int more = 0;
    const auto add = [&](const NewEvent& event, const QString& whose) {
        if (std::ssize(rows) < most)
            rows.push_back(eventRow(event, whose));
        else
            ++more;
    };
    for (const auto& result : results) {
        if (!result)
            continue;
        for (const NewEvent& event : result->events)
            add(event, {});
        for (const FollowingEvents& following : result->following)
            for (const NewEvent& event : following.events)
                add(event, nameOf(result->tenant, following.aggregate.id));
    }
    if (more > 0) {
        const TextCell words{Words::tr("and %n more", nullptr, more), {}, Tone::Quiet, false, false};
        rows.push_back({words, TextCell{}});
    }
    return rows;
}

} // namespace muniment
