// The columns of a list as data: what each is called and what stands in it.
#pragma once

#include "models/items/paged_list_model.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace muniment {

template <class Row>
struct ListColumn {
    using Text = std::function<QString(const Row&, const ClockZone&)>;

    std::function<QString(const ClockZone&)> title;
    Text text;
    Text whole = {}; ///< what a copy says by itself; absent: as text
    Text tip = {};   ///< whole where text is shortened; absent: as text
};

/// A list model whose columns are ListColumns. `Row` names its tenant, in whose zone its times are.
template <class Query, class Row>
class ColumnedListModel : public PagedListModel<Query, Row> {
protected:
    using Base = PagedListModel<Query, Row>;
    using Columns = std::vector<ListColumn<Row>>;

    ColumnedListModel(Columns columns, typename Base::IdOf idOf, Ask<ListRequest<Query>, ListPage<Row>> ask,
                      QObject* parent)
        : Base(static_cast<int>(columns.size()), idOf, std::move(ask), parent),
          m_columns(std::move(columns)) {}

    [[nodiscard]] QString title(int column) const override { return at(column).title(Base::zone()); }

    [[nodiscard]] QString text(const Row& row, int column) const override { return at(column).text(row, Base::zone()); }

    [[nodiscard]] QString wholeText(const Row& row, int column) const override {
        const auto& whole = at(column).whole;
        return whole ? whole(row, Base::zone()) : text(row, column);
    }

    [[nodiscard]] QString tip(const Row& row, int column) const override {
        const auto& tip = at(column).tip;
        return tip ? tip(row, Base::zone()) : text(row, column);
    }

private:
    [[nodiscard]] const ListColumn<Row>& at(int column) const { return m_columns[static_cast<std::size_t>(column)]; }

    Columns m_columns;
};

using ColumnTitle = QString (*)();

/// Words of the application, or data made plain.
template <class Row>
[[nodiscard]] ListColumn<Row> textColumn(ColumnTitle title, std::function<QString(const Row&)> text) {
    return {[title](const ClockZone&) { return title(); },
            [text = std::move(text)](const Row& row, const ClockZone&) { return text(row); }};
}

template <class Row>
[[nodiscard]] ListColumn<Row> countColumn(ColumnTitle title, std::int64_t Row::*count) {
    return textColumn<Row>(title, [count](const Row& row) { return formatCount(row.*count); });
}

/// Shortened in the cell, whole everywhere else.
template <class Row>
[[nodiscard]] ListColumn<Row> idColumn(ColumnTitle title, std::function<std::string(const Row&)> id) {
    const auto whole = [id](const Row& row, const ClockZone&) { return plainText(id(row)); };
    return {[title](const ClockZone&) { return title(); },
            [id](const Row& row, const ClockZone&) { return shortId(id(row), 13); }, whole, whole};
}

/// The name an id has, else the id, shortened.
template <class Row>
[[nodiscard]] ListColumn<Row> namedColumn(ColumnTitle title,
                                          std::function<std::pair<std::string, std::string>(const Row&)> nameAndId) {
    return {[title](const ClockZone&) { return title(); },
            [nameAndId](const Row& row, const ClockZone&) {
                const auto [name, id] = nameAndId(row);
                return name.empty() ? shortId(id) : plainText(name);
            },
            {},
            [nameAndId](const Row& row, const ClockZone&) {
                const auto [name, id] = nameAndId(row);
                return name.empty() ? plainText(id) : plainText(name + " (" + id + ")");
            }};
}

/// The organization a row is of.
template <class Row>
[[nodiscard]] ListColumn<Row> tenantColumn(ColumnTitle title) {
    return namedColumn<Row>(title, [](const Row& row) { return std::pair(row.tenantName, row.tenant.text()); });
}

/// To the minute; `title` has a place for the zone. Nothing where there is no time.
template <class Row>
[[nodiscard]] ListColumn<Row> timeColumn(ColumnTitle title, std::function<std::optional<Instant>(const Row&)> time,
                                         std::function<TenantId(const Row&)> tenantOf) {
    const auto with = [time](auto format) {
        return [time, format](const Row& row, const ClockZone& zone) {
            const auto t = time(row);
            return t ? format(*t, row, zone) : QString();
        };
    };
    return {[title](const ClockZone& zone) { return title().arg(zoneTitle(zone)); },
            with([tenantOf](Instant t, const Row& row, const ClockZone& zone) {
                return formatTimeToMinute(t, zone.ofListed(tenantOf(row)));
            }),
            with([tenantOf](Instant t, const Row& row, const ClockZone& zone) {
                return formatTimeToMinuteWithZone(t, zone.of(tenantOf(row)));
            }),
            with([tenantOf](Instant t, const Row& row, const ClockZone& zone) {
                return formatTimeInZones(t, zone.of(tenantOf(row)));
            })};
}

template <class Row>
[[nodiscard]] ListColumn<Row> timeColumn(ColumnTitle title, Instant Row::*time) {
    return timeColumn<Row>(
        title, [time](const Row& row) { return std::optional(row.*time); }, [](const Row& row) { return row.tenant; });
}

} // namespace muniment
