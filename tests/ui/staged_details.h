// A window on a history made up for it, with the details pane at one event.
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"

#include <QTableView>

#include <vector>

namespace muniment {

class EventDetailsPane;
class FilterEdit;
class TimelinePage;
class ValueTable;
class WorkspaceView;

} // namespace muniment

namespace muniment::test {

/// The value that is secret in the staged history.
inline constexpr const char* kStagedSecret = "$argon2id$hunter2";

/// One organization in an embedded store: two people, one of whom changes her password, with the requests they belong
/// to.
class StagedDetails {
public:
    /// Opened on the timeline, when all of it is there.
    StagedDetails();

    /// No filter, first tab.
    void reset() const;

    void trigger(ActionId id) const { m_fixture.trigger(id); }

    /// Shows the details of the newest event of a type.
    void choose(const char* type) const;
    /// By the arrow keys from the top, to the value of a field.
    void go(ValueTable* table, const QString& field, int tab = -1) const;

    [[nodiscard]] WindowFixture& fixture() { return m_fixture; }

    [[nodiscard]] WorkspaceView* view() const;
    [[nodiscard]] TimelinePage* page() const;
    [[nodiscard]] EventDetailsPane* pane() const;
    [[nodiscard]] FilterEdit* edit() const;

private:
    std::vector<RecordedEvent> m_events;
    WindowFixture m_fixture;
};

/// As it is read, without isolates.
[[nodiscard]] QString cellOf(const QTableView* table, int row, int column);
/// Every cell, one a line.
[[nodiscard]] QString textOf(const QTableView* table);

} // namespace muniment::test
