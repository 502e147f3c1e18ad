// An embedded workspace that is administered by the command line alone.
#pragma once

#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace muniment::test {

class AdministeredFile {
public:
    /// With one organization, "Acme Ltd", in the region "eu".
    AdministeredFile() {
        m_file = m_directory.filePath(QStringLiteral("acme.muniment")).toStdString();
        done({"workspace", "new"}, {"--embedded", "--regions", "eu,us", "--operator", "root"});
        m_org = added({"org", "add"}, {"--name", "Acme Ltd", "--region", "eu"});
    }

    [[nodiscard]] const std::string& path() const { return m_file; }

    [[nodiscard]] QString directory() const { return m_directory.path(); }

    [[nodiscard]] const std::string& org() const { return m_org; }

    /// `words`, the file, `options`.
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_file);
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    /// Ends the test program unless it is done.
    Answer done(const Arguments& words, const Arguments& options = {}) const {
        auto answer = on(words, options);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer;
    }

    std::string added(const Arguments& words, const Arguments& options) const {
        return done(words, options).lastLine().toStdString();
    }

    [[nodiscard]] QJsonObject shown(const std::string& noun, const std::string& name) const {
        return done({noun, "show"}, {name, "--json"}).object();
    }

    /// A member of each row of a list, in order.
    [[nodiscard]] QStringList listed(const std::string& noun, const char* member, Arguments options = {}) const {
        options.push_back("--json");
        QStringList values;
        for (const auto& row : done({noun, "list"}, options).objects())
            values << row[QLatin1String(member)].toString();
        return values;
    }

    [[nodiscard]] qint64 events() const { return done({"events"}, {"--count"}).out.trimmed().toLongLong(); }

private:
    QTemporaryDir m_directory;
    std::string m_file;
    std::string m_org;
};

} // namespace muniment::test
