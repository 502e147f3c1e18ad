#include "models/items/access_records.h"

#include "models/base/canonical_json.h"
#include "models/export/record_field.h"

namespace muniment {

namespace {

using Value = RecordValue;

Value ofTextOrNone(const std::string& text) {
    return text.empty() ? Value() : Value::ofText(text);
}

std::string textsJson(const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const std::string& text : texts) {
        json += json.size() > 1 ? "," : "";
        appendCanonicalString(json, text);
    }
    return json + ']';
}

const std::vector<RecordField<AccessHolder>>& holderFields() {
    using Holder = const AccessHolder&;
    static const std::vector<RecordField<AccessHolder>> fields{
        {"kind", [](Holder holder) { return Value::ofText(holder.who.entity.aggregate.type); }},
        {"id", [](Holder holder) { return Value::ofText(holder.who.entity.aggregate.id.text()); }},
        {"name", [](Holder holder) { return Value::ofText(holder.who.name); }},
        {"actions", [](Holder holder) { return Value::ofJson(textsJson(holder.actions)); }},
    };
    return fields;
}

const std::vector<RecordField<AccessRightRow>>& rightFields() {
    using Right = const AccessRightRow&;
    static const std::vector<RecordField<AccessRightRow>> fields{
        {"action", [](Right right) { return Value::ofText(right.action); }},
        {"resourceType", [](Right right) { return ofTextOrNone(right.resourceType); }},
        {"resourceId", [](Right right) { return ofTextOrNone(right.target.entity.aggregate.id.text()); }},
        {"resourceName", [](Right right) { return ofTextOrNone(right.target.name); }},
        {"withinId", [](Right right) { return ofTextOrNone(right.place.entity.aggregate.id.text()); }},
        {"withinName", [](Right right) { return ofTextOrNone(right.place.name); }},
        {"roleId", [](Right right) { return Value::ofText(right.role.entity.aggregate.id.text()); }},
        {"role", [](Right right) { return Value::ofText(right.role.name); }},
        {"grantedToKind", [](Right right) { return Value::ofText(right.via.entity.aggregate.type); }},
        {"grantedToId", [](Right right) { return Value::ofText(right.via.entity.aggregate.id.text()); }},
        {"grantedToName", [](Right right) { return Value::ofText(right.via.name); }},
    };
    return fields;
}

} // namespace

RowList holderRecords(const WhoRequest& request, const WhoAnswer& answer, std::string question) {
    return {"holders",    std::move(question),     "users, then teams, by name",
            request.asOf, namesOf(holderFields()), recordsOf(answer.holders, holderFields())};
}

RowList rightRecords(const RightsRequest& request, const RightsAnswer& answer, std::string question) {
    return {"rights",     std::move(question),    "as listed",
            request.asOf, namesOf(rightFields()), recordsOf(answer.rights, rightFields())};
}

} // namespace muniment
