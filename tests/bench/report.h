// What a benchmark says: one JSON document on standard output, figures with the floor they are held against.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace muniment::bench {

/// The middle of the measured values; machines are noisy, so no single time is ever reported.
inline double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The value below which `fraction` (0 … 1) of the measured values lie.
inline double percentile(std::vector<double> values, double fraction) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(std::lround(fraction * static_cast<double>(values.size() - 1)));
    return values[index];
}

/// Members of one section's JSON object, in the order they were added.
class Section {
public:
    explicit Section(std::string name) : m_name(std::move(name)) {}

    Section& number(const std::string& key, double value);
    Section& numbers(const std::string& key, const std::vector<double>& values);
    /// The middle of the measured values, the least and the most.
    Section& spread(const std::string& key, const std::vector<double>& values);
    Section& section(const Section& inner);
    Section& text(const std::string& key, const std::string& value);
    /// Against a target: "met" is `isMet`.
    Section& target(const std::string& words, bool isMet);

    [[nodiscard]] const std::string& name() const { return m_name; }

    [[nodiscard]] std::string json() const;

private:
    std::string m_name;
    std::vector<std::pair<std::string, std::string>> m_members;
};

/// Says on standard error what is being done; never on standard output.
void say(const std::string& words);

} // namespace muniment::bench
