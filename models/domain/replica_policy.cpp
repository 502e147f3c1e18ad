#include "models/domain/replica_policy.h"

#include "models/base/canonical_json.h"
#include "models/domain/payload_fields.h"

namespace muniment {

namespace {

template <class Id>
std::vector<std::string> textsOf(const std::set<Id>& ids) {
    std::vector<std::string> texts;
    for (const Id& id : ids)
        texts.push_back(id.text());
    return texts;
}

} // namespace

std::string_view dataFormName(DataForm form) {
    switch (form) {
    case DataForm::Nothing:
        return "nothing";
    case DataForm::Pseudonyms:
        return "pseudonyms";
    case DataForm::Whole:
        return "whole";
    }
    return "nothing";
}

DataForm parseDataForm(std::string_view name) {
    for (const DataForm form : {DataForm::Pseudonyms, DataForm::Whole})
        if (name == dataFormName(form))
            return form;
    return DataForm::Nothing;
}

DataForm ReplicaPolicy::formOf(const RegionName& home, const TenantId& tenant) const {
    if (!isLimited || regions.contains(home) || tenants.contains(tenant))
        return DataForm::Whole;
    return keepsPseudonyms ? DataForm::Pseudonyms : DataForm::Nothing;
}

DataForm ReplicaPolicy::formOf(const RegionName& home) const {
    if (!isLimited || regions.contains(home) || !tenants.empty())
        return DataForm::Whole;
    return keepsPseudonyms ? DataForm::Pseudonyms : DataForm::Nothing;
}

std::string policyText(const ReplicaPolicy& policy) {
    PayloadBuilder json;
    json.boolean("isLimited", policy.isLimited).boolean("keepsPseudonyms", policy.keepsPseudonyms);
    json.texts("regions", textsOf(policy.regions)).texts("tenants", textsOf(policy.tenants));
    return json.build();
}

Result<ReplicaPolicy> parsePolicy(const std::string& text) {
    const PayloadFields fields(text);
    ReplicaPolicy policy;
    policy.isLimited = fields.isTrue("isLimited");
    policy.keepsPseudonyms = fields.isTrue("keepsPseudonyms");
    for (const std::string& region : fields.texts("regions"))
        policy.regions.insert(RegionName(region));
    for (const std::string& tenant : fields.texts("tenants"))
        policy.tenants.insert(TenantId(tenant));
    if (policyText(policy) != text)
        return failure(ErrorCode::FileCorrupt, "the file's policy cannot be read", {});
    return policy;
}

} // namespace muniment
