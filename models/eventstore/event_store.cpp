#include "models/eventstore/event_store.h"

namespace muniment {

std::string_view storeFlavourName(StoreFlavour flavour) {
    switch (flavour) {
    case StoreFlavour::PostgreSql:
        return "PostgreSQL";
    case StoreFlavour::CockroachDb:
        return "CockroachDB";
    case StoreFlavour::Embedded:
        return "embedded";
    }
    return "unknown";
}

} // namespace muniment
