#include "models/items/facet_model.h"

#include "models/items/bar_roles.h"
#include "models/items/event_words.h"
#include "models/items/filter_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

namespace muniment {

namespace {

constexpr quintptr kFacetId = 0; ///< of facets; rows below have their facet's row + 1

std::int64_t mostOf(const FacetSection& section) {
    return std::max(section.values.empty() ? std::int64_t{1} : section.values.front().count, section.without);
}

} // namespace

QString facetValueText(FilterField field, const FacetCount& value) {
    if (field == FilterField::Outcome)
        return outcomeText(value.text);
    if (field == FilterField::Tenant)
        return value.name.empty() ? shortId(value.text) : plainText(value.name);
    return plainText(value.text);
}

FacetModel::FacetModel(QObject* parent) : QAbstractItemModel(parent) {
    for (const FilterField field : kPanelFacets)
        m_sections.push_back({field, {}, 0, 0});
}

int FacetModel::rowsOf(const FacetSection& section) {
    const auto listed = static_cast<std::int64_t>(section.values.size());
    return static_cast<int>(listed) + (section.without > 0 ? 1 : 0) + (section.distinct > listed ? 1 : 0);
}

void FacetModel::setAnswer(FacetAnswer answer) {
    m_isAnswered = true;
    for (std::size_t place = 0; place < m_sections.size(); ++place) {
        FacetSection next{m_sections[place].field, {}, 0, 0};
        for (FacetSection& section : answer.sections)
            if (section.field == next.field)
                next = std::move(section);
        const QModelIndex facet = index(static_cast<int>(place), 0);
        const int had = rowsOf(m_sections[place]);
        const int has = rowsOf(next);
        if (had == has) {
            m_sections[place] = std::move(next);
            if (has > 0)
                emit dataChanged(index(0, 0, facet), index(has - 1, 0, facet));
            continue;
        }
        if (had > 0) {
            beginRemoveRows(facet, 0, had - 1);
            m_sections[place] = {next.field, {}, 0, 0};
            endRemoveRows();
        }
        if (has > 0) {
            beginInsertRows(facet, 0, has - 1);
            m_sections[place] = std::move(next);
            endInsertRows();
        }
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void FacetModel::retranslate() {
    for (int facet = 0; facet < rowCount(); ++facet) {
        const auto parent = index(facet, 0);
        emit dataChanged(parent, parent);
        if (const int rows = rowCount(parent); rows > 0)
            emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    }
}

FacetModel::RowKind FacetModel::kindOf(const QModelIndex& index) const {
    if (index.internalId() == kFacetId)
        return RowKind::Facet;
    const FacetSection& section = sectionOf(index);
    const auto row = static_cast<std::size_t>(index.row());
    if (row < section.values.size())
        return RowKind::Value;
    return row == section.values.size() && section.without > 0 ? RowKind::Without : RowKind::More;
}

const FacetSection& FacetModel::sectionOf(const QModelIndex& index) const {
    const auto facet = index.internalId() == kFacetId ? static_cast<std::size_t>(index.row())
                                                      : static_cast<std::size_t>(index.internalId() - 1);
    return m_sections.at(facet);
}

std::optional<FacetModel::Choice> FacetModel::choiceAt(const QModelIndex& index) const {
    if (!index.isValid())
        return std::nullopt;
    const FacetSection& section = sectionOf(index);
    if (kindOf(index) == RowKind::Value)
        return Choice{facetTerm(section.field, section.values[static_cast<std::size_t>(index.row())].text), false};
    if (kindOf(index) != RowKind::Without)
        return std::nullopt;
    FilterTerm anything;
    anything.field = section.field;
    anything.values = {{"*", false, true, {}}};
    return Choice{std::move(anything), true};
}

bool FacetModel::isMore(const QModelIndex& index) const {
    return index.isValid() && kindOf(index) == RowKind::More;
}

FilterField FacetModel::fieldOf(const QModelIndex& index) const {
    return sectionOf(index).field;
}

QModelIndex FacetModel::facetIndex(FilterField field) const {
    for (int facet = 0; facet < rowCount(); ++facet)
        if (m_sections[static_cast<std::size_t>(facet)].field == field)
            return index(facet, 0);
    return {};
}

bool FacetModel::hasValues(const QModelIndex& facet) const {
    return !sectionOf(facet).values.empty();
}

QModelIndex FacetModel::find(FilterField field, const std::string& value) const {
    const QModelIndex facet = facetIndex(field);
    if (!facet.isValid())
        return {};
    const auto& values = sectionOf(facet).values;
    const auto found = std::ranges::find(values, value, &FacetCount::text);
    return found == values.end() ? QModelIndex() : index(static_cast<int>(found - values.begin()), 0, facet);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kFacetId);
}

QModelIndex FacetModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kFacetId)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kFacetId);
}

int FacetModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    return parent.internalId() == kFacetId ? rowsOf(sectionOf(parent)) : 0;
}

int FacetModel::columnCount(const QModelIndex&) const {
    return 1;
}

QString FacetModel::text(const QModelIndex& index) const {
    const FacetSection& section = sectionOf(index);
    switch (kindOf(index)) {
    case RowKind::Facet: {
        QString label = filterFieldLabel(section.field);
        if (!label.isEmpty())
            label[0] = label[0].toUpper();
        return label;
    }
    case RowKind::Value:
        return facetValueText(section.field, section.values[static_cast<std::size_t>(index.row())]);
    case RowKind::Without:
        return tr("none");
    case RowKind::More:
        break;
    }
    return tr("More…");
}

QVariant FacetModel::share(const QModelIndex& index) const {
    const FacetSection& section = sectionOf(index);
    const auto of = [&](std::int64_t count) {
        return static_cast<double>(count) / static_cast<double>(std::max<std::int64_t>(mostOf(section), 1));
    };
    if (kindOf(index) == RowKind::Value)
        return of(section.values[static_cast<std::size_t>(index.row())].count);
    if (kindOf(index) == RowKind::Without)
        return of(section.without);
    return {};
}

QVariant FacetModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const FacetSection& section = sectionOf(index);
    const RowKind kind = kindOf(index);
    const FacetCount* value = kind == RowKind::Value ? &section.values[static_cast<std::size_t>(index.row())] : nullptr;
    const auto count = [&] { return formatCount(value == nullptr ? section.without : value->count); };
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        if (value != nullptr)
            return QStringLiteral("%1\n%2").arg(
                plainText(value->text), tr("Enter: only these %1 events. Alt+Enter: all but these.").arg(count()));
        return {};
    case Qt::AccessibleTextRole:
        return kind == RowKind::Value || kind == RowKind::Without ? QStringLiteral("%1, %2").arg(text(index), count())
                                                                  : text(index);
    case CountTextRole:
        if (kind == RowKind::Facet)
            return {};
        return kind == RowKind::More ? QString() : count();
    case ShareRole:
        return share(index);
    case IsBadRole:
        return value != nullptr && section.field == FilterField::Outcome && isFailure(value->text);
    case IsQuietRole:
        return kind == RowKind::Without || kind == RowKind::More;
    case ElideRole:
        return static_cast<int>(section.field == FilterField::Type ? Qt::ElideLeft : Qt::ElideRight);
    default:
        return {};
    }
}

} // namespace muniment
