// Looks for a value in a payload by its path, as FilterTerm tells.
#pragma once

#include "models/base/canonical_json.h"
#include "models/timeline/evaluation/text_pattern.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

class PayloadSearch {
public:
    /// InvalidInput (thrown as sqlite::Failure) for a comparison with what is no number.
    explicit PayloadSearch(const FilterTerm& term);

    /// False for bytes that are no JSON object.
    [[nodiscard]] bool finds(std::string_view payload) const;

private:
    struct Wanted {
        TextPattern pattern;
        bool isQuoted = false;
        std::optional<double> number; ///< what a comparison compares with
    };

    [[nodiscard]] bool findsInObject(std::string_view object, std::string_view path) const;
    /// `path` is what is left of it behind `member`; absent at its end.
    [[nodiscard]] bool findsBehind(const PayloadMember& member, std::optional<std::string_view> path) const;
    [[nodiscard]] bool isWanted(const PayloadMember& member) const;

    std::string m_path;
    Comparison m_comparison;
    std::vector<Wanted> m_wanted;
};

} // namespace muniment
