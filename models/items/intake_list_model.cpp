#include "models/items/intake_list_model.h"

#include "models/intake/record_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <algorithm>
#include <iterator>

namespace muniment {

namespace {

constexpr int kPageRecords = 100;

Ask<IntakeQuery, IntakeAnswer> askIntake(Workspace& workspace) {
    return [&workspace](QObject* context, const IntakeQuery& query, std::function<void(Result<IntakeAnswer>)> done) {
        return workspace.askRegion<IntakeAnswer>(
            query.region, context,
            [query](EventStore& store, const std::stop_token&) -> Result<IntakeAnswer> {
                if (const auto connected = store.connect(query.region); !connected)
                    return tl::unexpected(connected.error());
                auto page = store.intake().listRecords(query);
                if (!page)
                    return tl::unexpected(page.error());
                const auto counts = store.intake().countRecords(query.region);
                if (!counts)
                    return tl::unexpected(counts.error());
                return IntakeAnswer{std::move(*page), *counts};
            },
            std::move(done));
    };
}

} // namespace

QString intakeStateText(IntakeState state) {
    switch (state) {
    case IntakeState::New:
        return IntakeListModel::tr("New");
    case IntakeState::Promoted:
        return IntakeListModel::tr("Promoted");
    case IntakeState::Rejected:
        return IntakeListModel::tr("Rejected");
    }
    return {};
}

IntakeListModel::IntakeListModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent),
      m_slot(this, askIntake(workspace),
             [this](const IntakeQuery& query, Result<IntakeAnswer> answer) { take(query, std::move(answer)); }) {}

int IntakeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int IntakeListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const IntakeRecord* IntakeListModel::recordAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_records[static_cast<std::size_t>(row)];
}

int IntakeListModel::rowOf(const Uuid& id) const {
    const auto found = std::ranges::find(m_records, id, [](const IntakeRecord& record) { return record.key.id; });
    return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
}

QString IntakeListModel::text(const IntakeRecord& record, int column) const {
    switch (column) {
    case Received:
        return formatTime(record.key.receivedAt, m_zone.ofMany());
    case State:
        return intakeStateText(record.state);
    case Record:
        return plainText(firstWords(record));
    default:
        return plainText(record.state == IntakeState::Rejected ? record.reason : record.mapping);
    }
}

QVariant IntakeListModel::data(const QModelIndex& index, int role) const {
    const IntakeRecord* record = index.isValid() ? recordAt(index.row()) : nullptr;
    if (record == nullptr)
        return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text(*record, index.column());
    if (role == Qt::ToolTipRole)
        return escapedHtml(text(*record, index.column()));
    return {};
}

QVariant IntakeListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Received:
        return tr("Received (%1)").arg(zoneTitle(m_zone.ofMany()));
    case State:
        return tr("State");
    case Record:
        return tr("Record");
    default:
        return tr("Mapping or reason");
    }
}

bool IntakeListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_next && !m_slot.isRunning() && !m_trouble;
}

void IntakeListModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        askNext();
}

void IntakeListModel::ask(IntakeQuestion question) {
    m_slot.drop();
    if (question.region != m_question.region) {
        // What is known of another region says nothing of this one.
        beginResetModel();
        m_records.clear();
        endResetModel();
        m_counts.reset();
    }
    m_trouble.reset();
    m_question = std::move(question);
    m_next.reset();
    askNext();
}

void IntakeListModel::askNext() {
    IntakeQuery query{m_question.region};
    query.state = m_question.state;
    query.text = m_question.text;
    query.after = m_next;
    query.isNewestFirst = true;
    query.limit = kPageRecords;
    m_slot.request(std::move(query));
}

void IntakeListModel::take(const IntakeQuery& query, Result<IntakeAnswer> answer) {
    m_trouble = answer ? std::nullopt : std::optional(answer.error());
    if (!query.after && (answer || !m_records.empty())) {
        beginResetModel();
        m_records.clear();
        endResetModel();
    }
    if (!answer) {
        m_counts.reset();
        m_next.reset();
        emit answered();
        return;
    }
    m_counts = answer->counts;
    m_next = answer->page.next;
    std::vector<IntakeRecord>& records = answer->page.records;
    if (!records.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(records.size()) - 1);
        std::ranges::move(records, std::back_inserter(m_records));
        endInsertRows();
    }
    // A search may have looked at thousands and found none: it goes on until there is something to show.
    if (m_next && rowCount() < kPageRecords && !m_question.text.empty())
        askNext();
    emit answered();
}

void IntakeListModel::setZone(const ClockZone& zone) {
    m_zone = zone;
    retranslate();
}

void IntakeListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
