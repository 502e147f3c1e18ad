// Protects: a list leaves as a file with every row of it, in its order and under its filter, now and as of an instant;
// and that file is whole, guarded and its owner's, or not there at all.
#include "models/directory/list_export.h"
#include "models/export/new_file.h"
#include "tests/directory/directory_file.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant kBegin{1'700'000'000'000'000};
constexpr int kUsers = 2'500; ///< more than two pages

Instant at(int second) {
    return kBegin + second * kMicrosPerSecond;
}

std::string numbered(const char* before, int i) {
    const auto digits = std::to_string(10'000 + i);
    return before + digits.substr(1);
}

} // namespace

class TestListExport : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu-west-1"});
        m_file->org("eu-west-1", "acme", OrgAdded{"=1+1;Acme"}, at(0));
        m_file->org("eu-west-1", "acme", OrgRegionAssigned{"eu-west-1"}, at(1));
        m_file->org("eu-west-1", "gone", OrgAdded{"Gone"}, at(2));
        m_file->org("eu-west-1", "gone", OrgRegionAssigned{"eu-west-1"}, at(3));
        m_file->org("eu-west-1", "gone", OrgRemoved{}, at(4));
        for (int i = 0; i < kUsers; ++i)
            m_file->user("eu-west-1", "acme", numbered("u-", i),
                         HumanAdded{numbered("user.", i), "First", "Last", "", "mail@example.org", ""}, at(10 + i));
        m_file->flush();
    }

    void everyRowIsThereInTheOrderOfTheList() {
        const auto snapshot = m_file->snapshot();
        QCOMPARE(*exportUsers(*snapshot, {}, settings("users.csv"), {}, {}, {}), std::int64_t(kUsers));
        const auto lines = linesOf("users.csv");
        QCOMPARE(lines.size(), kUsers + 2);
        QVERIFY2(lines[0].startsWith("\"# {\"\"what\"\":\"\"users\"\""), lines[0].constData());
        QVERIFY2(lines[0].contains("\"\"order\"\":\"\"by user name\"\""), lines[0].constData());
        QVERIFY2(lines[0].contains("\"\"records\"\":2500"), lines[0].constData());
        QCOMPARE(lines[1], QByteArray("id,tenantId,userName,kind,displayName,email,state,createdAt,changedAt,firstName,"
                                      "lastName,emailVerified,phone,tenantName,region"));
        for (int i = 0; i < kUsers; ++i)
            QVERIFY2(lines[i + 2].startsWith(QByteArray::fromStdString(numbered("u-", i) + ",acme,user.")),
                     lines[i + 2].constData());
    }

    void filtersAndInstantsAreHonoured() {
        const auto snapshot = m_file->snapshot();
        UserQuery some;
        some.text = "user.000";
        some.limit = 3; // of a page that somebody looks at
        some.after = PageKey{"user.0005", {}};
        QCOMPARE(*exportUsers(*snapshot, some, settings("some.csv"), {}, {}, {}), std::int64_t(10));
        QVERIFY2(linesOf("some.csv")[0].contains("user.000"), linesOf("some.csv")[0].constData());

        UserQuery then;
        then.asOf = at(10 + 99);
        QCOMPARE(*exportUsers(*snapshot, then, settings("then.csv"), {}, {}, {}), std::int64_t(100));
        QVERIFY2(linesOf("then.csv")[0].contains("\"\"asOf\"\":\"\"2023-11-14T22:15:09Z\"\""),
                 linesOf("then.csv")[0].constData());

        OrgQuery removed;
        removed.lifecycle = OrgLifecycle::Removed;
        QCOMPARE(*exportOrganizations(*snapshot, removed, settings("removed.csv"), {}, {}, {}), std::int64_t(1));
        QVERIFY2(linesOf("removed.csv")[0].contains("state:removed"), linesOf("removed.csv")[0].constData());
    }

    void aNameIsNoFormula() {
        const auto snapshot = m_file->snapshot();
        QVERIFY(exportOrganizations(*snapshot, {}, settings("orgs.csv"), {}, {}, {}));
        QVERIFY2(linesOf("orgs.csv")[2].startsWith("acme,'=1+1;Acme,"), linesOf("orgs.csv")[2].constData());
        auto unguarded = settings("orgs.csv");
        unguarded.dialect = {';', false, "\n"};
        unguarded.hasDescription = false;
        QVERIFY(exportOrganizations(*snapshot, {}, unguarded, {}, {}, {}));
        QVERIFY2(linesOf("orgs.csv")[1].startsWith("acme;\"=1+1;Acme\";"), linesOf("orgs.csv")[1].constData());
        QVERIFY(!(QFile::permissions(path("orgs.csv")) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aStopLeavesWhatStoodThere() {
        const auto snapshot = m_file->snapshot();
        write("old.csv", "old");
        std::stop_source stop;
        const auto result = exportUsers(*snapshot, {}, settings("old.csv"), {}, stop.get_token(),
                                        [&](std::int64_t done, std::int64_t all) {
                                            QCOMPARE(all, std::int64_t(kUsers));
                                            if (done >= 1'000)
                                                stop.request_stop();
                                        });
        QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
        onlyOldIsLeft();
    }

    void aFullDiskLeavesWhatStoodThere() {
        const auto snapshot = m_file->snapshot();
        write("old.csv", "old");
        const FileSizeLimit limit(100'000);
        const auto result = exportUsers(*snapshot, {}, settings("old.csv"), {}, {}, {});
        QVERIFY(!result && result.error().code == ErrorCode::DiskFull);
        QCOMPARE(result.error().get("cause"), std::string("full"));
        onlyOldIsLeft();
    }

    void whatCannotBeWrittenIsKnownBeforeTheWork() {
        const auto causeOf = [this](const char* name) {
            const auto file = NewFile::create(path(name).toStdString());
            return file ? std::string("none") : file.error().get("cause");
        };
        QDir(m_folder.path()).mkpath(QStringLiteral("folder"));
        QCOMPARE(causeOf("fine.csv"), std::string("none"));
        QVERIFY(!QFile::exists(path("fine.csv"))); // it was not committed
        QCOMPARE(causeOf("no/folder.csv"), std::string("noFolder"));
        QCOMPARE(causeOf("folder"), std::string("folder"));
        write("file", "x");
        QCOMPARE(causeOf("file/below.csv"), std::string("noFolder"));
        SmallDisk disk(path("disk").toStdString(), 1);
        disk.forbidWriting();
        QCOMPARE(causeOf("disk/denied.csv"), std::string(disk.isMounted() ? "readOnlyDisk" : "noRight"));
    }

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    [[nodiscard]] ExportSettings settings(const char* name) const {
        ExportSettings settings;
        settings.path = path(name).toStdString();
        return settings;
    }

    [[nodiscard]] QList<QByteArray> linesOf(const char* name) const {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no file %s", name);
        auto lines = file.readAll().split('\n');
        lines.removeLast();
        for (auto& line : lines)
            line = line.trimmed();
        return lines;
    }

    void write(const char* name, const char* text) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    }

    void onlyOldIsLeft() const {
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("old.csv*")}, QDir::Files),
                 QStringList{QStringLiteral("old.csv")});
        QFile file(path("old.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
    }

    std::unique_ptr<DirectoryFile> m_file;
    QTemporaryDir m_folder;
};

MUNIMENT_TEST(list_export, TestListExport);
#include "test_list_export.moc"
