// resources/event_catalogue.json, built into the program.
#pragma once

#include <string_view>

namespace muniment {

extern const std::string_view kEventCatalogueJson;

} // namespace muniment
