#include "models/workspace/intake_settings.h"

#include "models/base/canonical_json.h"
#include "models/replica/kept_texts.h"

namespace muniment {

Result<std::vector<IntakeMapping>> intakeMappingsOf(Snapshot& snapshot) {
    const auto json = keptText(snapshot, KeptText::Intake);
    if (!json)
        return tl::unexpected(json.error());
    std::vector<IntakeMapping> mappings;
    const auto elements = json->empty() ? Result<std::vector<PayloadMember>>() : readElements(*json);
    if (!elements)
        return mappings;
    for (const PayloadMember& element : *elements)
        if (auto mapping = parseMapping(element.value))
            mappings.push_back(std::move(*mapping));
    return mappings;
}

Result<void> setIntakeMappings(ReplicaWriter& writer, const std::vector<IntakeMapping>& mappings) {
    const std::string json = printMappings(mappings);
    if (const auto readAgain = parseMappings(json); !readAgain)
        return tl::unexpected(readAgain.error());
    return writer.setKeptText(KeptText::Intake, json);
}

} // namespace muniment
