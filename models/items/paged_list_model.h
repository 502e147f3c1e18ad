// A list model over PagedRows: everything that does not depend on which entity the rows are about.
#pragma once

#include "models/items/directory_list_model.h"
#include "models/items/paged_rows.h"
#include "models/items/plain_text.h"

#include <string>

namespace muniment {

/// `Row` names itself by `idOf`. A concrete model says its columns: title, text and tool tip.
template <class Query, class Row>
class PagedListModel : public DirectoryListModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.rows().size());
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : m_columns;
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const auto* row = index.isValid() ? rowAt(index.row()) : nullptr;
        if (row == nullptr)
            return {};
        switch (role) {
        case Qt::DisplayRole:
            return text(*row, index.column());
        case Qt::EditRole:
            return wholeText(*row, index.column());
        case Qt::ToolTipRole:
            return escapedHtml(tip(*row, index.column()));
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(title(index.column()), text(*row, index.column()));
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override {
        return !parent.isValid() && m_rows.hasMore();
    }

    void fetchMore(const QModelIndex& parent) override {
        if (!parent.isValid())
            m_rows.fetchMore();
    }

    [[nodiscard]] QString idAt(int row) const override {
        const auto* found = rowAt(row);
        return found == nullptr ? QString() : QString::fromStdString(m_idOf(*found));
    }

    [[nodiscard]] const Row* rowAt(int row) const {
        return row < 0 || row >= rowCount() ? nullptr : &m_rows.rows()[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] const Query& query() const { return m_rows.query(); }

    /// Another question: its rows replace the present ones step by step.
    void setQuery(Query query) { m_rows.setQuery(std::move(query)); }

    void refresh() override { m_rows.refresh(); }

    /// Asks no longer: the rows stay as they are.
    void drop() { m_rows.drop(); }

protected:
    using IdOf = std::string (*)(const Row&);

    PagedListModel(int columns, IdOf idOf, Ask<ListRequest<Query>, ListPage<Row>> ask, QObject* parent)
        : DirectoryListModel(parent),
          m_columns(columns),
          m_idOf(idOf),
          m_rows(
              this, std::move(ask), idOf, announcements(),
              [this](std::int64_t total) {
                  setTotal(total);
                  emit loaded();
              },
              [this](const Error& error) { emit failed(error); }) {}

    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QString text(const Row& row, int column) const = 0;

    /// What a copy of the cell says by itself: with the zone of a time.
    [[nodiscard]] virtual QString wholeText(const Row& row, int column) const { return text(row, column); }

    /// Whole where text() is shortened.
    [[nodiscard]] virtual QString tip(const Row& row, int column) const { return text(row, column); }

private:
    int m_columns;
    IdOf m_idOf;
    PagedRows<Query, Row, IdOf> m_rows;
};

} // namespace muniment
