#include "models/replica/saved_views.h"

#include "models/replica/sqlite.h"

namespace muniment {

Result<std::vector<SavedView>> savedViews(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& rows = snapshot.statement("SELECT name, filter, columns FROM saved_views ORDER BY place");
        std::vector<SavedView> views;
        while (rows.step())
            views.push_back({rows.text(0), rows.text(1), rows.text(2)});
        rows.reset();
        return views;
    });
}

void writeSavedViews(sqlite3* db, const std::vector<SavedView>& views) {
    sqlite::execute(db, "DELETE FROM saved_views");
    sqlite::Statement save(db, "INSERT INTO saved_views (place, name, filter, columns) VALUES (?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const SavedView& view : views) {
        save.bind(1, ++place);
        save.bindText(2, view.name);
        save.bindText(3, view.filter);
        save.bindText(4, view.columns);
        save.run();
    }
}

} // namespace muniment
