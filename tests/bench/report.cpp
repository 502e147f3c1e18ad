#include "tests/bench/report.h"

#include "models/base/canonical_json.h"

#include <cmath>
#include <cstdio>

namespace muniment::bench {

namespace {

/// Three significant places are all that a noisy machine has to say.
std::string figure(double value) {
    if (!std::isfinite(value))
        return "null";
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, std::fabs(value) >= 100 ? "%.0f" : "%.3g", value);
    return buffer;
}

std::string quoted(const std::string& words) {
    std::string out;
    appendCanonicalString(out, words);
    return out;
}

} // namespace

Section& Section::number(const std::string& key, double value) {
    m_members.emplace_back(key, figure(value));
    return *this;
}

Section& Section::numbers(const std::string& key, const std::vector<double>& values) {
    std::string list = "[";
    for (const auto value : values)
        list += (list.size() > 1 ? "," : "") + figure(value);
    m_members.emplace_back(key, list + "]");
    return *this;
}

Section& Section::spread(const std::string& key, const std::vector<double>& values) {
    Section inner(key);
    inner.number("median", median(values)).number("least", percentile(values, 0)).number("most", percentile(values, 1));
    return section(inner);
}

Section& Section::section(const Section& inner) {
    m_members.emplace_back(inner.name(), inner.json());
    return *this;
}

Section& Section::text(const std::string& key, const std::string& value) {
    m_members.emplace_back(key, quoted(value));
    return *this;
}

Section& Section::target(const std::string& words, bool isMet) {
    text("target", words);
    m_members.emplace_back("met", isMet ? "true" : "false");
    return *this;
}

std::string Section::json() const {
    std::string out = "{";
    for (const auto& [key, value] : m_members)
        out += (out.size() > 1 ? "," : "") + quoted(key) + ":" + value;
    return out + "}";
}

void say(const std::string& words) {
    std::fprintf(stderr, "%s\n", words.c_str());
}

} // namespace muniment::bench
