// The fields of a list's rows as exports and the command line name them: members of JSON, columns of CSV.
#pragma once

#include "models/export/record.h"

#include <functional>
#include <string>
#include <vector>

namespace muniment {

template <class Row>
struct RecordField {
    std::string name;
    std::function<RecordValue(const Row&)> valueOf;
    bool isContract = true; ///< the command line lists it unless fields were picked
};

template <class Row>
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<RecordField<Row>>& fields) {
    std::vector<std::string> names;
    names.reserve(fields.size());
    for (const auto& field : fields)
        names.push_back(field.name);
    return names;
}

template <class Row>
[[nodiscard]] Record recordOf(const Row& row, const std::vector<RecordField<Row>>& fields) {
    Record record;
    record.reserve(fields.size());
    for (const auto& field : fields)
        record.push_back(field.valueOf(row));
    return record;
}

template <class Row>
[[nodiscard]] std::vector<Record> recordsOf(const std::vector<Row>& rows, const std::vector<RecordField<Row>>& fields) {
    std::vector<Record> records;
    records.reserve(rows.size());
    for (const Row& row : rows)
        records.push_back(recordOf(row, fields));
    return records;
}

} // namespace muniment
