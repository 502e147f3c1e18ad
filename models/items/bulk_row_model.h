// The rows of a table that is sent: what each would do, what is to be said about it, what became of it.
#pragma once

#include "models/items/bulk_sending.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>
#include <vector>

namespace muniment {

class BulkRowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, State, Change, Details, Remark, ColumnCount };
    enum class Show { All, CannotBeSent, Noticed, NotWritten };
    /// How a row stands, for its State to stand out by.
    enum class Tone { Quiet, Good, Noticed, Bad };
    static constexpr int ToneRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Another table, of which nothing was sent; null: none.
    void setChecked(std::shared_ptr<const CheckedTable> checked);
    /// From now on the rows tell what becomes of them.
    void setSending();
    void takeChanges(const BulkSending::Changes& changes);
    /// What was not sent by now never is.
    void setEnded();
    void setShow(Show show);

    [[nodiscard]] Show show() const { return m_show; }

    struct Counts {
        std::size_t all = 0;
        std::size_t sendable = 0;
        std::size_t noticed = 0; ///< of those that can be sent

        [[nodiscard]] std::size_t refused() const { return all - sendable; }
    };

    [[nodiscard]] const Counts& counts() const { return m_counts; }

    [[nodiscard]] const std::shared_ptr<const CheckedTable>& checked() const { return m_checked; }

    /// Rows of the table that are not written, with why: refused by the check, by the region, or not sent. Without an
    /// error: not sent.
    struct Unwritten {
        std::size_t row = 0;
        std::optional<Error> error = {};
    };

    [[nodiscard]] std::vector<Unwritten> unwritten() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    enum class Phase { Checked, Sending, Ended };

    [[nodiscard]] const BulkRow& planned(std::size_t row) const { return m_checked->plan.rows[row]; }

    [[nodiscard]] bool isShown(std::size_t row) const;
    [[nodiscard]] bool isUnwritten(std::size_t row) const;
    [[nodiscard]] const Error* errorOf(std::size_t row) const;
    [[nodiscard]] QString text(std::size_t row, int column) const;
    [[nodiscard]] QString stateText(std::size_t row) const;
    [[nodiscard]] Tone toneOf(std::size_t row) const;
    [[nodiscard]] QString remark(std::size_t row) const;
    void fill();
    void insert(std::size_t row);

    std::shared_ptr<const CheckedTable> m_checked;
    Counts m_counts;
    Phase m_phase = Phase::Checked;
    std::vector<BulkOutcome::State> m_states; ///< of each row of the table
    std::map<std::size_t, Error> m_errors;    ///< of rows that the region refused
    Show m_show = Show::All;
    std::vector<std::size_t> m_shown; ///< rows of the table, ascending
};

} // namespace muniment
