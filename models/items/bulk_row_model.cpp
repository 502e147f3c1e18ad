#include "models/items/bulk_row_model.h"

#include "models/items/bulk_words.h"
#include "models/items/command_words.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

void BulkRowModel::setChecked(std::shared_ptr<const CheckedTable> checked) {
    beginResetModel();
    m_checked = std::move(checked);
    m_phase = Phase::Checked;
    m_show = Show::All;
    m_counts = {};
    m_errors.clear();
    m_states.assign(m_checked ? m_checked->plan.rows.size() : 0, BulkOutcome::State::Waiting);
    m_counts.all = m_states.size();
    for (std::size_t row = 0; row < m_states.size(); ++row) {
        const bool isSendable = planned(row).request.has_value();
        m_counts.sendable += isSendable ? 1 : 0;
        m_counts.noticed += isSendable && planned(row).notice != BulkRow::Notice::None ? 1 : 0;
    }
    fill();
    endResetModel();
}

void BulkRowModel::fill() {
    m_shown.clear();
    for (std::size_t row = 0; row < m_states.size(); ++row)
        if (isShown(row))
            m_shown.push_back(row);
}

bool BulkRowModel::isUnwritten(std::size_t row) const {
    if (!planned(row).request || m_states[row] == BulkOutcome::State::Failed)
        return true;
    return m_phase == Phase::Ended && m_states[row] != BulkOutcome::State::Done;
}

bool BulkRowModel::isShown(std::size_t row) const {
    switch (m_show) {
    case Show::All:
        return true;
    case Show::CannotBeSent:
        return !planned(row).request;
    case Show::Noticed:
        return planned(row).request && planned(row).notice != BulkRow::Notice::None;
    case Show::NotWritten:
        return isUnwritten(row);
    }
    return true;
}

void BulkRowModel::setShow(Show show) {
    if (m_show == show)
        return;
    beginResetModel();
    m_show = show;
    fill();
    endResetModel();
}

void BulkRowModel::setSending() {
    m_phase = Phase::Sending;
    setShow(Show::All);
    if (!m_shown.empty())
        emit dataChanged(index(0, State), index(rowCount() - 1, Remark));
}

void BulkRowModel::insert(std::size_t row) {
    const auto place = std::ranges::lower_bound(m_shown, row);
    if (place != m_shown.end() && *place == row)
        return;
    const int at = static_cast<int>(place - m_shown.begin());
    beginInsertRows({}, at, at);
    m_shown.insert(place, row);
    endInsertRows();
}

void BulkRowModel::takeChanges(const BulkSending::Changes& changes) {
    if (changes.empty())
        return;
    std::size_t first = changes.front().first;
    std::size_t last = first;
    for (const auto& [row, outcome] : changes) {
        first = std::min(first, row);
        last = std::max(last, row);
        m_states[row] = outcome.state;
        if (outcome.state != BulkOutcome::State::Failed || !outcome.error)
            continue;
        m_errors.insert_or_assign(row, *outcome.error);
        if (m_show == Show::NotWritten)
            insert(row);
    }
    const auto from = std::ranges::lower_bound(m_shown, first);
    const auto to = std::ranges::upper_bound(m_shown, last);
    if (from < to)
        emit dataChanged(index(static_cast<int>(from - m_shown.begin()), State),
                         index(static_cast<int>(to - m_shown.begin()) - 1, Remark));
}

void BulkRowModel::setEnded() {
    m_phase = Phase::Ended;
    if (m_show == Show::NotWritten) {
        beginResetModel();
        fill();
        endResetModel();
    } else if (!m_shown.empty()) {
        emit dataChanged(index(0, State), index(rowCount() - 1, Remark));
    }
}

const Error* BulkRowModel::errorOf(std::size_t row) const {
    if (!planned(row).request)
        return &planned(row).request.error();
    const auto found = m_errors.find(row);
    return found == m_errors.end() ? nullptr : &found->second;
}

std::vector<BulkRowModel::Unwritten> BulkRowModel::unwritten() const {
    std::vector<Unwritten> rows;
    for (std::size_t row = 0; row < m_states.size(); ++row) {
        if (!isUnwritten(row))
            continue;
        const Error* error = errorOf(row);
        rows.push_back({row, error == nullptr ? std::nullopt : std::optional(*error)});
    }
    return rows;
}

int BulkRowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int BulkRowModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString BulkRowModel::stateText(std::size_t row) const {
    if (!planned(row).request)
        return tr("Cannot be sent");
    if (m_phase == Phase::Checked)
        return planned(row).notice == BulkRow::Notice::None ? tr("Can be sent") : tr("Noticed");
    switch (m_states[row]) {
    case BulkOutcome::State::Waiting:
        return m_phase == Phase::Ended ? tr("Not sent") : tr("Waiting");
    case BulkOutcome::State::Sending:
        return m_phase == Phase::Ended ? tr("Not sent") : tr("Being sent");
    case BulkOutcome::State::Done:
        return tr("Written");
    case BulkOutcome::State::Failed:
        return tr("Not written");
    }
    return {};
}

BulkRowModel::Tone BulkRowModel::toneOf(std::size_t row) const {
    if (isUnwritten(row))
        return Tone::Bad;
    if (m_states[row] == BulkOutcome::State::Done)
        return Tone::Good;
    return m_phase == Phase::Checked && planned(row).notice != BulkRow::Notice::None ? Tone::Noticed : Tone::Quiet;
}

QString BulkRowModel::remark(std::size_t row) const {
    if (const Error* error = errorOf(row))
        return errorWords(*error).happened; // nothing was written, as the state says
    return noticeSentence(planned(row));
}

QString BulkRowModel::text(std::size_t row, int column) const {
    switch (column) {
    case Line:
        return formatCount(static_cast<std::int64_t>(planned(row).line));
    case State:
        return stateText(row);
    case Change:
        return planned(row).request ? commandTitle(planned(row).request->command) : QString();
    case Details:
        return bulkRowText(m_checked->question.mapping, m_checked->question.table->rows[row]);
    case Remark:
        return remark(row);
    default:
        return {};
    }
}

QVariant BulkRowModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::size_t row = m_shown[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, index.column());
    case ToneRole:
        return QVariant::fromValue(toneOf(row));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(row, index.column()));
    case Qt::ToolTipRole:
        if (const Error* error = errorOf(row); error != nullptr && index.column() == Remark)
            return escapedHtml(errorSentence(*error));
        return escapedHtml(text(row, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant BulkRowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case State:
        return tr("State");
    case Change:
        return tr("Change");
    case Details:
        return tr("Details");
    case Remark:
        return tr("Why, or what is noticed");
    default:
        return {};
    }
}

void BulkRowModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
