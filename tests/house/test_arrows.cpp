// Protects the floors of the house: who may include whom, and which folder may see which library (design §3).
#include "tests/support/test_registry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Names = std::set<std::string>;

/// What each folder may include beside itself. A folder that is not named here may not exist.
const std::map<std::string, Names>& arrows() {
    static const std::map<std::string, Names> allowed = [] {
        std::map<std::string, Names> direct{
            {"models/base", {}},
            {"models/credentials", {"models/base"}},
            {"models/domain", {"models/base"}},
            {"models/merkle", {"models/domain"}},
            {"models/eventstore", {"models/merkle"}},
            {"models/commands", {"models/eventstore"}},
            {"models/spool", {"models/eventstore"}},
            {"models/simulation", {"models/commands"}},
            {"models/replica", {"models/merkle"}},
            {"models/export", {"models/replica"}},
            {"models/timeline", {"models/export"}},
            {"models/directory", {"models/export"}},
            {"models/changes", {"models/commands", "models/directory", "models/access"}},
            {"models/bulk", {"models/changes"}},
            {"models/intake", {"models/changes"}},
            {"models/access", {"models/replica"}},
            {"models/tracing", {"models/changes", "models/timeline"}},
            {"models/findings", {"models/directory", "models/timeline", "models/access"}},
            {"models/reviews", {"models/commands", "models/findings"}},
            {"models/integrity", {"models/replica", "models/eventstore"}},
            {"models/proof", {"models/integrity", "models/access", "models/directory"}},
            {"models/regions", {"models/commands", "models/directory"}},
            {"models/workspace",
             {"models/bulk", "models/intake", "models/credentials", "models/spool", "models/simulation",
              "models/timeline", "models/directory", "models/access", "models/reviews", "models/tracing",
              "models/integrity", "models/proof", "models/regions"}},
            {"models/items", {"models/workspace"}},
            {"ui", {"models/items"}},
            {"app", {"ui", "models/simulation"}},
        };
        // What a floor may include, the floors above it may include too.
        bool isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (auto& [folder, below] : direct) {
                Names grown = below;
                for (const auto& name : below)
                    grown.insert(direct.at(name).begin(), direct.at(name).end());
                if (grown.size() > below.size()) {
                    below = std::move(grown);
                    isGrowing = true;
                }
            }
        }
        return direct;
    }();
    return allowed;
}

struct LibraryRule {
    const char* includes; ///< pattern of the included name
    Names seenBy;         ///< path prefixes that may include it
};

const std::vector<LibraryRule>& libraryRules() {
    static const std::vector<LibraryRule> rules{
        {"^(libpq-fe\\.h|libpq/.*|pg_config.*|postgres_ext\\.h)$", {"models/eventstore/postgres", "models/regions"}},
        {"^(sqlite3\\.h|SQLiteCpp/.*)$",
         {"models/replica", "models/timeline", "models/directory", "models/eventstore/embedded"}},
        // Who makes secrets, who proves the log, and TLS.
        {"^openssl/", {"models/credentials", "models/merkle", "models/integrity", "models/eventstore/postgres"}},
        {"^zstd\\.h$", {"models/replica"}},
        {"^archive(_entry)?\\.h$", {"models/integrity"}},
        {"^simdjson\\.h$", {"models/base"}},
        {"^csv\\.h$", {"models/bulk"}},
        {"^CLI/", {"app/cli"}},
        {"^(QtWidgets/|QWidget$|QApplication$|QDialog$|QMainWindow$|QLabel$|QTableView$)", {"ui", "app/main.cpp"}},
        {"^(QtSql/|QSql)", {}},
        {"^(QNetwork|QtNetwork/|QWeb|QTcpSocket|curl/)", {}},
    };
    return rules;
}

struct Include {
    std::string file; ///< relative to the root
    int line = 0;
    std::string name;
};

std::vector<Include> readIncludes(const QString& root) {
    static const QRegularExpression directive(QStringLiteral("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"));
    std::vector<Include> found;
    for (const auto& top : {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(root + QLatin1Char('/') + top, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            int number = 0;
            while (!file.atEnd()) {
                ++number;
                const auto match = directive.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    found.push_back(
                        {file.fileName().mid(root.size() + 1).toStdString(), number, match.captured(1).toStdString()});
            }
        }
    }
    return found;
}

/// "models/base" of "models/base/uuid.h", "ui" of "ui/pages/page.h"; empty for a library's header.
std::string folderOf(const std::string& path) {
    for (const auto& [folder, below] : arrows())
        if (path.starts_with(folder + "/"))
            return folder;
    return {};
}

bool isOurs(const std::string& name) {
    return name.starts_with("models/") || name.starts_with("ui/") || name.starts_with("app/") ||
           name.starts_with("tests/");
}

std::string violationOf(const Include& include) {
    const auto from = folderOf(include.file);
    if (from.empty())
        return "lies in a folder that the design does not draw";
    if (isOurs(include.name)) {
        const auto to = folderOf(include.name);
        if (to != from && !arrows().at(from).contains(to))
            return "includes " + include.name + ", which is not below " + from;
        return {};
    }
    for (const auto& rule : libraryRules()) {
        if (!QRegularExpression(QString::fromLatin1(rule.includes))
                 .match(QString::fromStdString(include.name))
                 .hasMatch())
            continue;
        const bool isAllowed = std::any_of(rule.seenBy.begin(), rule.seenBy.end(),
                                           [&](const auto& prefix) { return include.file.starts_with(prefix); });
        if (!isAllowed)
            return "includes <" + include.name + ">, which this folder may not see";
    }
    return {};
}

class TestArrows : public QObject {
    Q_OBJECT
private slots:
    void everyIncludePointsDownwards();
    void aForbiddenIncludeIsSeen_data();
    void aForbiddenIncludeIsSeen();
};

void TestArrows::everyIncludePointsDownwards() {
    const auto root = qEnvironmentVariable("MUNIMENT_SOURCE_DIR");
    QVERIFY2(QFile::exists(root + QStringLiteral("/CMakeLists.txt")), "MUNIMENT_SOURCE_DIR names the project's root");
    const auto includes = readIncludes(root);
    QVERIFY2(includes.size() > 100, "the walk found the sources");
    QStringList violations;
    for (const auto& include : includes)
        if (const auto why = violationOf(include); !why.empty())
            violations << QStringLiteral("%1:%2 %3")
                              .arg(QString::fromStdString(include.file))
                              .arg(include.line)
                              .arg(QString::fromStdString(why));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
}

void TestArrows::aForbiddenIncludeIsSeen_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isForbidden");
    QTest::newRow("domain looks at the store") << "models/domain/org.cpp"
                                               << "models/eventstore/event_store.h" << true;
    QTest::newRow("replica looks at the store") << "models/replica/writer.cpp"
                                                << "models/eventstore/event_store.h" << true;
    QTest::newRow("spool looks at the replica") << "models/spool/follower.cpp"
                                                << "models/replica/replica.h" << true;
    QTest::newRow("a page speaks libpq") << "ui/pages/page.cpp"
                                         << "libpq-fe.h" << true;
    QTest::newRow("a page speaks SQL") << "ui/pages/page.cpp"
                                       << "SQLiteCpp/Database.h" << true;
    QTest::newRow("an item model shows a widget") << "models/items/list.cpp"
                                                  << "QWidget" << true;
    QTest::newRow("a call to the network") << "models/workspace/x.cpp"
                                           << "QNetworkAccessManager" << true;
    QTest::newRow("a page asks the workspace") << "ui/pages/page.cpp"
                                               << "models/workspace/workspace.h" << false;
    QTest::newRow("the backend speaks libpq") << "models/eventstore/postgres/connection.cpp"
                                              << "libpq-fe.h" << false;
}

void TestArrows::aForbiddenIncludeIsSeen() {
    QFETCH(QString, file);
    QFETCH(QString, name);
    QFETCH(bool, isForbidden);
    const auto why = violationOf({file.toStdString(), 1, name.toStdString()});
    QCOMPARE(!why.empty(), isForbidden);
}

} // namespace

MUNIMENT_TEST(arrows, TestArrows);

#include "test_arrows.moc"
