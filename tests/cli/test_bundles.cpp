// Protects: couriers carry a workspace's log to a file that has no network, bundle by bundle, each signed by somebody
// who was vouched for; what does not go on exactly where the file ends is refused with a sentence of its own, and the
// file stays as it was; a bundle is opened in a window, and nothing of it stays behind.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <filesystem>

using namespace muniment::test;

class TestBundles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<AdministeredFile> m_source;
    std::string m_passphrase, m_maker;
    std::string m_first, m_second, m_third; ///< carried one after the other
    std::string m_atTwo;                    ///< a site's file that has taken in the first two

    [[nodiscard]] std::string path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    static Answer done(const Arguments& arguments) {
        Answer answer = run(arguments);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer;
    }

    [[nodiscard]] Arguments courier(const std::string& file, const std::string& out, const std::string& after) const {
        Arguments order{"export",     file,    "--format", "bundle",          "--courier",
                        "--out",      out,     "--key",    path("maker.key"), "--passphrase-file",
                        m_passphrase, "--json"};
        if (!after.empty())
            order.insert(order.end(), {"--after", after});
        return order;
    }

    /// What came since `after`.
    [[nodiscard]] std::string carried(const std::string& file, const char* name, const std::string& after = {}) const {
        const std::string out = path(name);
        done(courier(file, out, after));
        return out;
    }

    static QByteArray contents(const std::string& file) {
        QFile opened(QString::fromStdString(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    /// Its events, and whom it believes, and what is kept of it.
    static QByteArray holdings(const std::string& file) {
        return idsIn(file) + contents(file + ".witnesses") + contents(file + ".checkpoints");
    }

    static QByteArray idsIn(const std::string& file) {
        return done({"events", file, "--columns", "eventId,type,sequence", "--format", "csv"}).out;
    }

    /// With everything that lies beside it by its name.
    [[nodiscard]] std::string copied(const std::string& file, const char* name) const {
        const std::filesystem::path from(file);
        for (const auto& entry : std::filesystem::directory_iterator(from.parent_path()))
            if (const auto beside = entry.path().filename().string(); beside.starts_with(from.filename().string()))
                std::filesystem::copy(entry.path(), path(name) + beside.substr(from.filename().string().size()),
                                      std::filesystem::copy_options::recursive);
        return path(name);
    }

    /// The site's file to try something on.
    [[nodiscard]] std::string site(const char* name) const { return copied(m_atTwo, name); }

    /// The source as it is now, store and all; the two may go different ways from here.
    [[nodiscard]] std::string fork(const char* name) const {
        const std::string copy = copied(m_source->path(), name);
        for (const char* region : {"eu", "us"})
            done({"workspace", "endpoint", "change", copy, region, "embedded:" + copy + "-store"});
        return copy;
    }

    static qint64 events(const std::string& file) {
        return done({"events", file, "--count"}).out.trimmed().toLongLong();
    }

    /// Empty: it is refused so, with exit 1, and nothing has changed.
    [[nodiscard]] static std::string notRefused(const Arguments& import, const char* sentence) {
        const std::string& file = import[3];
        const bool wasThere = std::filesystem::exists(file);
        const QByteArray before = wasThere ? holdings(file) : QByteArray();
        const Answer answer = run(import);
        if (answer.exit != 1 || !answer.out.isEmpty() || !answer.err.contains(sentence))
            return told(answer);
        if (std::filesystem::exists(file) != wasThere)
            return "a file was made";
        if ((wasThere ? holdings(file) : contents(file + ".witnesses") + contents(file + ".checkpoints")) != before)
            return "something was written";
        return {};
    }

    [[nodiscard]] static std::string notRefused(const std::string& bundle, const std::string& file,
                                                const char* sentence) {
        return notRefused(Arguments{"bundle", "import", bundle, file}, sentence);
    }

private slots:

    void initTestCase() {
        m_passphrase = path("passphrase");
        QFile secret(QString::fromStdString(m_passphrase));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("correct horse battery staple\n") > 0);
        secret.close();
        m_source = std::make_unique<AdministeredFile>();
        done({"simulate", m_source->path(), "--events", "1500", "--seed", "7", "--tenants", "4", "--bulk"});
        done({"sync", m_source->path(), "--once"});
        m_first = path("courier-1.zip");
        const auto made = done(courier(m_source->path(), m_first, {})).object();
        QCOMPARE(made[QStringLiteral("courier")].toInt(), 1);
        QCOMPARE(made[QStringLiteral("events")].toInteger(), m_source->events());
        m_maker = made[QStringLiteral("signer")].toString().toStdString();
        m_source->done({"org", "rename"}, {"Acme Ltd", "--name", "Acme Two"});
        m_second = carried(m_source->path(), "courier-2.zip", m_first);
        m_atTwo = path("site.muniment");
        const Answer first = run({"bundle", "import", m_first, m_atTwo, "--trust", m_maker, "--json"});
        QVERIFY2(first.exit == 0, told(first).c_str());
        QCOMPARE(first.object()[QStringLiteral("courier")].toInt(), 1);
        QCOMPARE(first.object()[QStringLiteral("events")], made[QStringLiteral("events")]);
        // The maker is known to the file from here on.
        const Answer second = run({"bundle", "import", m_second, m_atTwo});
        QVERIFY2(second.exit == 0 && second.err.contains("Courier bundle 2: 1 event, signed by"), told(second).c_str());
        m_source->done({"org", "rename"}, {"Acme Two", "--name", "Acme Three"});
        m_third = carried(m_source->path(), "courier-3.zip", m_second);
    }

    void theSiteReadsWhatTheSourceHolds() {
        const std::string file = site("third.muniment");
        done({"bundle", "import", m_third, file});
        QCOMPARE(events(file), m_source->events());
        QCOMPARE(idsIn(file), idsIn(m_source->path()));
        QVERIFY(done({"org", "list", file}).out.contains("Acme Three"));
        // Its trees are those that the maker has signed.
        const auto verified = done({"verify", file, "--json"}).object();
        QCOMPARE(verified[QStringLiteral("sound")].toBool(), true);
        QCOMPARE(verified[QStringLiteral("unsealed")].toInteger(), 0);
        QCOMPARE(static_cast<int>(std::filesystem::status(file).permissions()), 0600);
        // Nothing is written there, and nobody is asked.
        const Answer written = run({"org", "rename", file, "Acme Three", "--name", "Acme Four"});
        QVERIFY2(written.exit == 1 && written.err.contains("courier bundles bring its events"), told(written).c_str());
    }

    void whatDoesNotGoOnIsRefused() {
        const std::string file = site("standing.muniment");
        QCOMPARE(notRefused(m_second, file, "has the events of this bundle already"), std::string());
        QCOMPARE(notRefused(m_first, file, "has come further than where this bundle begins"), std::string());
        QCOMPARE(notRefused({"bundle", "import", m_second, path("new.muniment"), "--trust", m_maker},
                            "A bundle before this one is missing"),
                 std::string());
        m_source->done({"org", "rename"}, {"Acme Three", "--name", "Acme Five"});
        const std::string fourth = carried(m_source->path(), "courier-4.zip", m_third);
        QCOMPARE(notRefused(fourth, file, "A bundle before this one is missing"), std::string());
    }

    void anotherHistoryIsRefused() {
        const std::string file = path("one.muniment"), other = fork("fork.muniment");
        done({"bundle", "import", m_first, file, "--trust", m_maker});
        // Both rename the same organization once, and differently.
        m_source->done({"org", "rename"}, {m_source->org(), "--name", "Here"});
        done({"org", "rename", other, m_source->org(), "--name", "There"});
        done({"bundle", "import", carried(m_source->path(), "here.zip", m_first), file});
        const std::string there = carried(other, "there.zip", m_first);
        done({"org", "rename", other, m_source->org(), "--name", "Elsewhere"});
        QCOMPARE(notRefused(carried(other, "elsewhere.zip", there), file, "is not the log that the bundle before"),
                 std::string());
    }

    void anotherInstallationIsRefused() {
        const AdministeredFile foreign;
        const std::string bundle = carried(foreign.path(), "foreign.zip");
        QCOMPARE(notRefused(bundle, site("installation.muniment"), "of another installation"), std::string());
        // A file that has servers of its own takes nothing from couriers.
        const Answer synced = run({"bundle", "import", bundle, foreign.path(), "--trust", m_maker});
        QVERIFY2(synced.exit == 1 && synced.err.contains("is synced from servers"), told(synced).c_str());
    }

    void onlyWhoIsVouchedForIsBelieved() {
        const std::string file = path("nobody.muniment");
        const Answer unknown = run({"bundle", "import", m_first, file});
        QVERIFY2(unknown.exit == 1 && unknown.err.contains("Nobody whom you believe has signed"),
                 told(unknown).c_str());
        QVERIFY2(unknown.err.contains(m_maker.c_str()), "there is nothing to compare the maker's words with");
        const std::string another = path("another.zip");
        done({"export", m_source->path(), "--format", "bundle", "--courier", "--out", another, "--key",
              path("another.key"), "--passphrase-file", m_passphrase});
        QCOMPARE(notRefused(Arguments{"bundle", "import", another, file, "--trust", m_maker},
                            "Nobody whom you believe has signed"),
                 std::string());
        const Answer unreadable = run({"bundle", "import", m_first, file, "--trust", "nobody"});
        QVERIFY2(unreadable.exit == 2 && unreadable.err.contains("no key of a witness"), told(unreadable).c_str());
        QVERIFY(!std::filesystem::exists(file));
    }

    void whatWasAlteredIsRefused() {
        const std::string bundle = path("altered.zip");
        QByteArray bytes = contents(m_third);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QFile out(QString::fromStdString(bundle));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        out.close();
        QCOMPARE(notRefused(bundle, site("altered.muniment"), "not to be believed"), std::string());
        QCOMPARE(notRefused(m_passphrase, site("none.muniment"), "not to be believed"), std::string());
    }

    void chosenEventsAreNotCarried() {
        const std::string chosen = path("chosen.zip");
        done({"export", m_source->path(), "type:org.*", "--format", "bundle", "--out", chosen, "--key",
              path("maker.key"), "--passphrase-file", m_passphrase});
        QCOMPARE(notRefused(chosen, site("chosen.muniment"), "holds chosen events"), std::string());
        const Answer after = run(courier(m_source->path(), path("after-chosen.zip"), chosen));
        QVERIFY2(after.exit == 1 && after.err.contains("holds chosen events"), told(after).c_str());
        QVERIFY(!std::filesystem::exists(path("after-chosen.zip")));
    }

    void theMakerIsToldWhatDoesNotGoTogether() {
        const std::string last = carried(m_source->path(), "last.zip", m_second);
        const Answer nothing = run(courier(m_source->path(), path("nothing.zip"), last));
        QVERIFY2(nothing.exit == 1 && nothing.err.contains("No event has come since"), told(nothing).c_str());
        QVERIFY(!std::filesystem::exists(path("nothing.zip")));
        Arguments narrowed = courier(m_source->path(), path("narrowed.zip"), last);
        narrowed.emplace_back("type:org.*");
        for (const Arguments& order :
             {narrowed, Arguments{"export", m_source->path(), "--format", "csv", "--courier", "--out", path("x.csv")},
              Arguments{"export", m_source->path(), "--format", "bundle", "--after", last, "--out", path("x.zip")}}) {
            const Answer answer = run(order);
            QVERIFY2(answer.exit == 2, told(answer).c_str());
        }
    }

    void aBundleIsOpenedWhereNobodyElseReads() {
        const std::string chosen = path("opened.zip"), temporary = path("temporary");
        done({"export", m_source->path(), "type:org.*", "--format", "bundle", "--out", chosen, "--key",
              path("maker.key"), "--passphrase-file", m_passphrase});
        QVERIFY(QDir().mkpath(QString::fromStdString(temporary)));
        const Answer noDisplay = run({"bundle", "open", chosen});
        QVERIFY2(noDisplay.exit == 2 && noDisplay.err.contains("no display"), told(noDisplay).c_str());
        const Answer none = run({"bundle", "open", m_passphrase}, {"QT_QPA_PLATFORM=offscreen"});
        QVERIFY2(none.exit == 1 && none.err.contains("not to be believed"), told(none).c_str());
        QProcess window;
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        variables.insert(QStringLiteral("TMPDIR"), QString::fromStdString(temporary));
        variables.insert(QStringLiteral("XDG_CONFIG_HOME"), QString::fromStdString(path("config")));
        window.setProcessEnvironment(variables);
        window.start(programPath(), {QStringLiteral("bundle"), QStringLiteral("open"), QString::fromStdString(chosen)});
        const QDir places(QString::fromStdString(temporary));
        const auto folders = [&] {
            return places.entryInfoList({QStringLiteral("muniment-evidence-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
        };
        const auto file = [&] { return folders().value(0).filePath() + QStringLiteral("/evidence.muniment"); };
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file()), 60'000);
        // Whatever becomes of the program now, nobody else may read it.
        QCOMPARE(folders().size(), 1);
        for (const QString& place : {folders().value(0).filePath(), file()})
            QCOMPARE(std::filesystem::status(place.toStdString()).permissions() & std::filesystem::perms(077),
                     std::filesystem::perms::none);
        QVERIFY(window.state() == QProcess::Running);
        window.kill();
        QVERIFY(window.waitForFinished());
    }
};

MUNIMENT_TEST(bundles, TestBundles);
#include "test_bundles.moc"
