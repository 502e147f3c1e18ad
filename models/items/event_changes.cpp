#include "models/items/event_changes.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/event_words.h"
#include "models/items/history_model.h"
#include "models/items/payload_lines.h"
#include "models/items/plain_text.h"
#include "models/timeline/export/event_fields.h"

#include <QCoreApplication>

#include <string_view>
#include <unordered_map>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventChanges)
};

/// By key; of several with one key the first.
using Members = std::unordered_map<std::string_view, const PayloadMember*>;

Members byKey(const std::vector<PayloadMember>& members) {
    Members found;
    for (const auto& member : members)
        found.emplace(member.key, &member);
    return found;
}

/// A field that the payload names can be filtered on: its earlier value finds the events that had set it.
ValueCell cellOf(const FieldChange& change, const std::string& value, CellTone tone, const Members& members) {
    const auto words = changeValueText(change.field, value);
    if (value.empty())
        return ValueCell::words(words, CellTone::Quiet);
    const auto member = members.find(change.field);
    ValueCell cell{.value = {.text = words, .field = change.field, .raw = RecordValue::ofText(value)}, .tone = tone};
    if (member != members.end() && member->second->value == value)
        cell.value.raw = valueOfMember(*member->second);
    if (member != members.end()) {
        cell.value.field = "payload." + change.field;
        cell.value.path = change.field;
        cell.value.term = conditionOnPayload(change.field, cell.value.raw);
    }
    return cell;
}

ValueRow secretRow(const RecordedEvent& event, const std::string& secret, const Members& members,
                   const ShownSecrets& shown) {
    const auto member = members.find(secret);
    const bool isShown = shown.contains(secret);
    const auto value = !isShown                  ? maskedSecret().toStdString()
                       : member != members.end() ? member->second->value
                                                 : event.payload.value_or(std::string());
    return {ValueCell::words(fieldText(secret)), ValueCell::words({}), // no version keeps a secret
            ValueCell{.value = {.text = plainText(value),
                                .field = "payload." + secret,
                                .raw = RecordValue::ofText(value),
                                .secret = secret},
                      .tone = isShown ? CellTone::Good : CellTone::Secret}};
}

} // namespace

std::vector<ValueRow> changeRows(const RecordedEvent& event, const EventDetails& details, const ShownSecrets& shown) {
    const auto stored = event.payload ? readMembers(*event.payload) : Result<std::vector<PayloadMember>>();
    const Members members = stored ? byKey(*stored) : Members();
    const auto& catalogue = EventCatalogue::instance();
    std::vector<ValueRow> rows;
    auto changes = details.changes.empty() ? payloadFields(event) : details.changes;
    std::erase_if(changes, [&](const auto& change) { return catalogue.isSecretPath(event.type, change.field); });
    for (const auto& change : changes) {
        if (rows.size() == kMostElements) {
            const int left = static_cast<int>(changes.size() - rows.size());
            rows.push_back({ValueCell::words(Words::tr("… %n more, under Raw", nullptr, left), CellTone::Quiet)});
            break;
        }
        rows.push_back({ValueCell::words(fieldText(change.field)),
                        cellOf(change, change.before, CellTone::Normal, members),
                        cellOf(change, change.after, CellTone::Good, members)});
    }
    for (const auto& secret : secretsOf(event))
        rows.push_back(secretRow(event, secret, members, shown));
    return rows;
}

} // namespace muniment
