// The event catalogue: resources/event_catalogue.json as data. Code, documentation and translations read types from
// here.
#pragma once

#include "models/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct CatalogueField {
    std::string name;
    bool isPersonal = false;
    bool isSecret = false; ///< masked in the window and its exports, in no word index; `muniment` prints it as stored
};

struct CatalogueEntry {
    std::string type;      ///< "user.human.added"
    std::string aggregate; ///< "user"
    std::vector<CatalogueField> fields;
    /// What happened, in English, with named slots: {actor}, {subject}, {tenant}, or a payload field such as
    /// {userName}.
    std::string sentence;
};

/// Loaded once from the program's resources; immutable; thread-safe. A broken resource ends the program at start.
class EventCatalogue {
public:
    [[nodiscard]] static const EventCatalogue& instance();
    [[nodiscard]] static Result<EventCatalogue> parse(std::string_view json);

    /// nullptr for a type it does not know, which is normal.
    [[nodiscard]] const CatalogueEntry* find(std::string_view type) const;

    [[nodiscard]] std::span<const CatalogueEntry> entries() const { return m_entries; }

    [[nodiscard]] bool isSecret(std::string_view type, std::string_view field) const;
    /// `path` leads into the payload as filters and columns write it ("otpSecret.crypted"): to a secret field, or to
    /// something inside one.
    [[nodiscard]] bool isSecretPath(std::string_view type, std::string_view path) const;

private:
    std::vector<CatalogueEntry> m_entries; ///< sorted by type
};

} // namespace muniment
