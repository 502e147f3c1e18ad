#include "models/replica/colour_rules.h"

#include "models/replica/sqlite.h"

namespace muniment {

Result<std::vector<ColourRule>> colourRules(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& rows = snapshot.statement("SELECT name, filter, colour, is_enabled FROM colour_rules ORDER BY place");
        std::vector<ColourRule> rules;
        while (rows.step())
            rules.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3) != 0});
        rows.reset();
        return rules;
    });
}

void writeColourRules(sqlite3* db, const std::vector<ColourRule>& rules) {
    sqlite::execute(db, "DELETE FROM colour_rules");
    sqlite::Statement save(db,
                           "INSERT INTO colour_rules (place, name, filter, colour, is_enabled) VALUES (?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const ColourRule& rule : rules) {
        save.bind(1, ++place);
        save.bindText(2, rule.name);
        save.bindText(3, rule.filter);
        save.bindText(4, rule.colour);
        save.bind(5, rule.isEnabled ? 1 : 0);
        save.run();
    }
}

} // namespace muniment
