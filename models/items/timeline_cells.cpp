// What the timeline's model says of its cells and columns.
#include "models/items/annotation_words.h"
#include "models/items/column_roles.h"
#include "models/items/payload_column.h"
#include "models/items/plain_text.h"
#include "models/items/timeline_model.h"
#include "models/timeline/filter/filter_fields.h"

namespace muniment {

static bool isTimeColumn(int column) {
    return column == timeline_column::Time || column == timeline_column::Recorded ||
           column == timeline_column::Occurred;
}

QString TimelineModel::text(const TimelineRow& row, int column) const {
    if (column >= Count)
        return payloadCell(row, column);
    if (column == Time && m_sharedYear)
        return formatTimeInYear(row.loggedAt, m_zone.ofListed(row.event.tenant));
    return timelineCellText(row, static_cast<TimelineColumn>(column), m_zone, false);
}

QString TimelineModel::wholeText(const TimelineRow& row, int column) const {
    return column >= Count ? payloadCell(row, column)
                           : timelineCellText(row, static_cast<TimelineColumn>(column), m_zone, true);
}

const QString& TimelineModel::payloadCell(const TimelineRow& row, int column) const {
    const auto [cell, isNew] = m_payloadTexts.try_emplace({row.number, column});
    if (isNew)
        cell->second = payloadText(row.event, m_paths[static_cast<std::size_t>(column - Count)]);
    return cell->second;
}

std::optional<std::string> TimelineModel::payloadPathAt(int column) const {
    if (column < Count || column >= columnCount())
        return {};
    return m_paths[static_cast<std::size_t>(column - Count)];
}

const ColourRule* TimelineModel::ruleAt(int visibleRow) const {
    const auto row = static_cast<std::size_t>(m_window.top + visibleRow - m_heldFirst);
    if (rowAt(visibleRow) == nullptr || row >= m_heldColours.size() || !m_heldColours[row])
        return nullptr;
    return &m_heldColouring->rules[*m_heldColours[row]];
}

bool TimelineModel::isFound(int visibleRow) const {
    const auto row = static_cast<std::size_t>(m_window.top + visibleRow - m_heldFirst);
    return rowAt(visibleRow) != nullptr && row < m_heldFound.size() && m_heldFound[row];
}

QString TimelineModel::toolTip(const QModelIndex& index, const TimelineRow& row) const {
    const Instant time = index.column() == Recorded   ? row.event.recordedAt
                         : index.column() == Occurred ? row.event.occurredAt
                                                      : row.loggedAt;
    QString text = isTimeColumn(index.column()) ? formatTimeInZones(time, m_zone.of(row.event.tenant))
                                                : wholeText(row, index.column());
    if (index.column() == What && !row.annotation.isEmpty())
        text += QLatin1Char('\n') + annotationWords(row.annotation);
    if (const auto* rule = ruleAt(index.row()))
        text += QLatin1Char('\n') + tr("Coloured by the rule “%1”").arg(isolated(plainText(rule->name)));
    if (isFound(index.row()))
        text += QLatin1Char('\n') + tr("Found by the search");
    return escapedHtml(text).replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    const TimelineRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    const auto* rule = ruleAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::EditRole:
        return wholeText(*row, index.column());
    case Qt::ToolTipRole:
        return toolTip(index, *row);
    case Qt::AccessibleTextRole: {
        auto cell = QStringLiteral("%1: %2").arg(title(index.column()), wholeText(*row, index.column()));
        if (index.column() == What && !row->annotation.isEmpty())
            cell += QStringLiteral(". ") + annotationWords(row->annotation);
        if (isFound(index.row()))
            cell += QStringLiteral(". ") + tr("Found by the search");
        return rule == nullptr ? cell : tr("%1. Rule: %2").arg(cell, plainText(rule->name));
    }
    case Qt::TextAlignmentRole:
        if (index.column() == Sequence || index.column() == Ordinal)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case kAnnotationRole:
        return index.column() == What && !row->annotation.isEmpty() ? QVariant::fromValue(row->annotation) : QVariant();
    case kFoundRole:
        return isFound(index.row());
    case kRowColourRole:
        return rule == nullptr ? QVariant() : QString::fromStdString(rule->colour);
    case kRowColourReasonRole:
        return rule == nullptr ? QVariant() : plainText(rule->name);
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto path = payloadPathAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return title(section);
    case Qt::ToolTipRole:
        if (isTimeColumn(section))
            return escapedHtml(zoneWords(m_zone));
        return path ? tr("The payload's field %1").arg(plainText(*path)) : QVariant();
    case Qt::TextAlignmentRole:
        if (section == Sequence || section == Ordinal)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case kColumnKeyRole:
        return path ? QString::fromStdString(std::string(kPayloadPrefix) + *path)
                    : timelineColumnKey(static_cast<TimelineColumn>(section));
    default:
        return {};
    }
}

QString TimelineModel::title(int column) const {
    if (column >= Count)
        return plainText(m_paths[static_cast<std::size_t>(column - Count)]);
    QString name = timelineColumnTitle(static_cast<TimelineColumn>(column));
    if (!isTimeColumn(column))
        return name;
    if (column == Time && m_sharedYear)
        return tr("Time %1 (%2)", "%1 is the year").arg(*m_sharedYear).arg(zoneTitle(m_zone));
    return tr("%1 (%2)", "a column of times and its zone").arg(name, zoneTitle(m_zone));
}

void TimelineModel::setPayloadColumns(const std::vector<std::string>& paths) {
    m_payloadTexts.clear();
    for (std::size_t i = m_paths.size(); i-- > 0;) {
        if (std::ranges::find(paths, m_paths[i]) != paths.end())
            continue;
        const int column = Count + static_cast<int>(i);
        beginRemoveColumns({}, column, column);
        m_paths.erase(m_paths.begin() + static_cast<std::ptrdiff_t>(i));
        endRemoveColumns();
    }
    for (const std::string& path : paths) {
        if (std::ranges::find(m_paths, path) != m_paths.end())
            continue;
        beginInsertColumns({}, columnCount(), columnCount());
        m_paths.push_back(path);
        endInsertColumns();
    }
}

void TimelineModel::setColouring(RowColouring colouring) {
    if (m_colouring ? *m_colouring == colouring : colouring.rules.empty())
        return;
    m_colouring = std::make_shared<const RowColouring>(std::move(colouring));
    requestWindow();
}

void TimelineModel::setSearch(const std::optional<FilterNode>& search) {
    if (search == m_search)
        return;
    m_search = search;
    requestWindow();
}

std::optional<FilterTerm> TimelineModel::termAt(const QModelIndex& index) const {
    const TimelineRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    const auto path = payloadPathAt(index.column());
    return path ? payloadTerm(row->event, *path) : timelineCellTerm(*row, static_cast<TimelineColumn>(index.column()));
}

} // namespace muniment
