#include "models/eventstore/postgres/schema_text.h"

#include <QFile>

#include <algorithm>

static void loadResources() {
    Q_INIT_RESOURCE(server_schema);
}

namespace muniment::postgres {

namespace {

std::string quoted(std::string_view text, char mark) {
    std::string out(1, mark);
    for (const char c : text) {
        if (c == mark)
            out += mark;
        out += c;
    }
    return out + mark;
}

} // namespace

std::string schemaText(const char* name, const std::map<std::string, std::string>& values) {
    loadResources();
    QFile file(QStringLiteral(":/muniment/schema/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resource schema/%s is missing", name);
    const std::string text = file.readAll().toStdString();
    std::string filled;
    std::size_t done = 0;
    for (std::size_t mark = text.find("${"); mark != std::string::npos; mark = text.find("${", done)) {
        const std::size_t end = text.find('}', mark);
        const std::string key = text.substr(mark + 2, end - mark - 2);
        filled += text.substr(done, mark - done);
        // In the head comment the names stand for themselves.
        if (const auto found = values.find(key); found != values.end())
            filled += found->second;
        else if (key != "…")
            qFatal("schema/%s wants a value for %s", name, key.c_str());
        done = end + 1;
    }
    return filled + text.substr(done);
}

std::vector<std::string> statementsOf(std::string_view script) {
    std::vector<std::string> statements;
    std::string current;
    while (!script.empty()) {
        const std::size_t end = script.find('\n');
        std::string_view line = script.substr(0, end);
        script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
        line = line.substr(0, line.find("--"));
        line = line.substr(0, line.find_last_not_of(' ') + 1);
        if (line.empty())
            continue;
        current += std::string(current.empty() ? "" : "\n") + std::string(line);
        if (line.back() == ';') {
            current.pop_back();
            statements.push_back(std::move(current));
            current.clear();
        }
    }
    return statements;
}

bool isRegionName(std::string_view region) {
    const auto isLetterOrDigit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !region.empty() && region.size() <= 40 && isLetterOrDigit(region[0]) &&
           std::all_of(region.begin(), region.end(),
                       [&](char c) { return isLetterOrDigit(c) || c == '-' || c == '_'; });
}

std::string quotedIdentifier(std::string_view name) {
    return quoted(name, '"');
}

std::string quotedLiteral(std::string_view text) {
    return quoted(text, '\'');
}

} // namespace muniment::postgres
