#include "models/eventstore/intake_check.h"

#include "models/eventstore/append_check.h"

#include <set>

namespace muniment {

namespace {

// As the CHECK constraints of the server schema have them.
constexpr std::size_t kMaxMappingBytes = 255;
constexpr std::size_t kMaxReasonBytes = 1'024;

Result<void> checkRecords(std::span<const Uuid> records) {
    if (records.empty() || records.size() > kMaxAppendEvents)
        return failure(ErrorCode::InvalidInput, "1 to " + std::to_string(kMaxAppendEvents) + " records at once",
                       {{"field", "records"}});
    if (std::set<Uuid>(records.begin(), records.end()).size() != records.size())
        return failure(ErrorCode::InvalidInput, "a record occurs twice", {{"field", "records"}});
    return {};
}

Result<void> checkWords(const char* field, const std::string& words, std::size_t most) {
    if (words.size() > most || !isStorableText(words))
        return failure(ErrorCode::InvalidInput, "not UTF-8, or longer than " + std::to_string(most) + " bytes",
                       {{"field", field}});
    return {};
}

} // namespace

Result<void> checkPromotion(const Promotion& promotion) {
    if (auto checked = checkAppend(promotion.append); !checked)
        return checked;
    if (promotion.append.tenantChange)
        return failure(ErrorCode::InvalidInput, "a promotion changes no tenant", {{"field", "tenantChange"}});
    if (auto checked = checkWords("mapping", promotion.mapping, kMaxMappingBytes); !checked)
        return checked;
    return checkRecords(promotion.records);
}

Result<void> checkRejection(std::span<const Uuid> records, const std::string& reason) {
    if (reason.empty())
        return failure(ErrorCode::InvalidInput, "empty", {{"field", "reason"}});
    if (auto checked = checkWords("reason", reason, kMaxReasonBytes); !checked)
        return checked;
    return checkRecords(records);
}

Error recordConflict(const Uuid& record, const std::string& state) {
    return {ErrorCode::Conflict, {}, {{"record", record.text()}, {"state", state}}};
}

} // namespace muniment
