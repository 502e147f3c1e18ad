// What became of everything between two moments, as lines "organization, thing, what, old → new, when, who".
#pragma once

#include "models/directory/changes_between.h"
#include "models/items/copy_as.h"
#include "models/items/formats.h"
#include "models/items/request_slot.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace muniment {

using AskChanged = Ask<MomentSpan, ChangedEntities>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskChanged askChanged(Workspace& workspace);

/// What some of those that changed became.
struct ChangesRequest {
    MomentSpan span;
    std::vector<ChangedEntity> entities;
};

using AskChanges = Ask<ChangesRequest, std::vector<EntityChange>>;
[[nodiscard]] AskChanges askChanges(Workspace& workspace);

/// First finds who changed, by organization, then reads what, page by page as the view asks for more. A line a field;
/// organization and thing are named in the first of theirs.
class ChangedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Organization, Kind, Thing, Field, Before, After, When, Who, ColumnCount };

    ChangedModel(AskChanged askChanged, AskChanges askChanges, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// The lines of the span before go at once, and what is still asked of it is dropped.
    void setSpan(const MomentSpan& span);
    void setZone(const ClockZone& zone);

    [[nodiscard]] const MomentSpan& span() const { return m_span; }

    /// How many things have a change in the span; absent until it is known.
    [[nodiscard]] std::optional<std::size_t> changed() const;

    /// Everything that has changed is listed.
    [[nodiscard]] bool isComplete() const {
        return m_found && m_asked == m_found->entities.size() && !m_slot.isRunning();
    }

    /// There are more than are ever listed.
    [[nodiscard]] bool isCut() const { return m_found && m_found->isCut; }

    /// The last one that changed what the line is about.
    [[nodiscard]] EventNumber eventAt(int row) const;
    /// What is loaded, every cell filled and times in UTC.
    [[nodiscard]] TextTable table() const;

signals:
    void loaded(); ///< an answer has been taken in
    void failed(const muniment::Error& error);

private:
    struct Line {
        ChangedEntity entity;
        FieldChange change;
        EventNumber number;
        Instant when;
        std::string actor;
        bool isFirst = false;         ///< of the thing
        bool isFirstOfTenant = false; ///< of the organization
    };

    [[nodiscard]] QString text(const Line& line, int column) const;
    [[nodiscard]] static QString wholeText(const Line& line, int column);
    void takeFound(const MomentSpan& span, Result<ChangedEntities> found);
    void takeChanges(const ChangesRequest& request, const Result<std::vector<EntityChange>>& changes);
    void askMore();

    RequestSlot<MomentSpan, ChangedEntities> m_foundSlot;
    RequestSlot<ChangesRequest, std::vector<EntityChange>> m_slot;
    MomentSpan m_span;
    std::optional<ChangedEntities> m_found;
    std::size_t m_asked = 0; ///< of those found
    std::vector<Line> m_lines;
    ClockZone m_zone;
};

} // namespace muniment
