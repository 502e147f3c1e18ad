// Records of one region's intake as a table, newest first, page by page as it is scrolled.
#pragma once

#include "models/eventstore/intake.h"
#include "models/items/clock_zone.h"
#include "models/items/request_slot.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// What is listed.
struct IntakeQuestion {
    RegionName region;
    std::optional<IntakeState> state = {};
    std::string text = {};

    bool operator==(const IntakeQuestion&) const = default;
};

struct IntakeAnswer {
    IntakePage page;
    IntakeCounts counts; ///< of the whole region
};

/// Lives in the GUI thread; the region is asked off it.
class IntakeListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Received, State, Record, Outcome, ColumnCount };

    explicit IntakeListModel(Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Lists anew, also when the question is the one that is answered already.
    void ask(IntakeQuestion question);

    [[nodiscard]] const IntakeQuestion& question() const { return m_question; }

    /// nullptr for a row that is not there.
    [[nodiscard]] const IntakeRecord* recordAt(int row) const;
    [[nodiscard]] int rowOf(const Uuid& id) const;

    /// Of the whole region, as last told; absent before the first answer, and when there was none.
    [[nodiscard]] const std::optional<IntakeCounts>& counts() const { return m_counts; }

    /// Why the region could not be asked.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }

    [[nodiscard]] bool isAsking() const { return m_slot.isRunning(); }

    /// There is more than is listed.
    [[nodiscard]] bool hasMore() const { return m_next.has_value(); }

    void setZone(const ClockZone& zone);
    void retranslate();

signals:
    /// A page has come, or trouble().
    void answered();

private:
    void take(const IntakeQuery& query, Result<IntakeAnswer> answer);
    void askNext();
    [[nodiscard]] QString text(const IntakeRecord& record, int column) const;

    IntakeQuestion m_question;
    std::vector<IntakeRecord> m_records;
    std::optional<IntakeKey> m_next;
    std::optional<IntakeCounts> m_counts;
    std::optional<Error> m_trouble;
    ClockZone m_zone;
    RequestSlot<IntakeQuery, IntakeAnswer> m_slot;
};

/// "New", "Promoted", "Rejected".
[[nodiscard]] QString intakeStateText(IntakeState state);

} // namespace muniment
