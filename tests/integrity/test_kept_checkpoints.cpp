// Protects: a checkpoint that was kept stays kept, word for word, and nothing that contradicts it gets in beside it.
#include "models/integrity/kept_checkpoints.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const SigningKey& workstation() {
    static const SigningKey key = keyOf("w", 1);
    return key;
}

std::string note(const std::string& origin, std::uint64_t size, std::uint8_t root = 1, std::int64_t second = 100) {
    return noteBy(workstation(), checkpointOf(origin, size, root), atSecond(second));
}

KeptCheckpoints opened(const std::string& path) {
    return std::move(KeptCheckpoints::open(path, {workstation().verifierKey()}).value());
}

std::string openingOf(const std::string& path) {
    return outcome(KeptCheckpoints::open(path, {}));
}

std::string printed(const KeptCheckpoints& kept, const std::string& origin) {
    std::string lines;
    kept.forEachOf(origin, [&](const KeptCheckpoint& one) {
        lines += std::to_string(one.entry) + ":" + std::to_string(one.size) + " ";
    });
    return lines;
}

} // namespace

class KeptCheckpointsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::string path(const char* name = "acme.checkpoints") const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsNotesAsTheyCame() {
        const mode_t before = ::umask(0);
        auto kept = opened(path());
        ::umask(before);

        struct stat facts {};

        QCOMPARE(::stat(path().c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t{0600});
        QCOMPARE(kept.count(), std::uint64_t(0));
        QVERIFY(!kept.since());

        const auto first = note("a.log", 5) + "— stranger AAAAAAA=\n";
        const auto second = note("b.log", 3);
        QCOMPARE(kept.append(first).value().entry, std::uint64_t(1));
        QCOMPARE(kept.appendOwn(second).value().entry, std::uint64_t(2));
        QCOMPARE(contentsOf(path()), first + "\n" + second + "\n");

        const auto again = opened(path());
        QCOMPARE(again.count(), std::uint64_t(2));
        QVERIFY(again.find("b.log", 3) == kept.find("b.log", 3));
        QCOMPARE(again.noteOf(again.find("a.log", 5).value()).value(), first);
        QCOMPARE(again.noteOf(again.find("b.log", 3).value()).value(), second);
        std::string all;
        QVERIFY(again.forEachNote([&](std::uint64_t entry, std::string_view text) -> Result<void> {
            all += std::to_string(entry) + std::string(text);
            return {};
        }));
        QCOMPARE(all, "1" + first + "2" + second);
    }

    void answersByOriginAndSize() {
        auto kept = opened(path());
        for (const int size : {5, 9, 7, 9, 5})
            QVERIFY(kept.append(note("a.log", static_cast<std::uint64_t>(size))));
        QVERIFY(kept.append(note("b.log", 100)));
        for (const bool isReadAgain : {false, true}) {
            if (isReadAgain)
                kept = opened(path());
            QCOMPARE(printed(kept, "a.log"), std::string("1:5 5:5 3:7 2:9 4:9 "));
            QCOMPARE(printed(kept, "b.log"), std::string("6:100 "));
            QCOMPARE(printed(kept, "c.log"), std::string());
            QCOMPARE(kept.latest("a.log")->entry, std::uint64_t(4));
            QCOMPARE(kept.latest("b.log")->entry, std::uint64_t(6));
            QVERIFY(!kept.latest("c.log"));
            QCOMPARE(kept.find("a.log", 9)->entry, std::uint64_t(2));
            QVERIFY(!kept.find("a.log", 6) && !kept.find("c.log", 5));
        }
    }

    void onlyOurClocksTellSinceWhen() {
        auto kept = opened(path());
        QVERIFY(kept.append(note("a.log", 1, 1, 500)));
        QVERIFY(kept.append(noteBy(keyOf("other", 2), checkpointOf("a.log", 2, 1), atSecond(3))));
        QCOMPARE(kept.since()->micros, atSecond(500).micros);
        QVERIFY(kept.append(note("a.log", 3, 1, 400)));
        QVERIFY(kept.append(note("a.log", 4, 1, 600)));
        QCOMPARE(kept.since()->micros, atSecond(400).micros);
        QCOMPARE(opened(path()).since()->micros, atSecond(400).micros);
    }

    void aContradictionStaysOutside() {
        auto kept = opened(path());
        QVERIFY(kept.append(note("a.log", 4)));
        QVERIFY(kept.append(note("a.log", 5, 1)));
        const auto before = contentsOf(path());
        const auto other = note("a.log", 5, 2);
        for (const auto& refused : {kept.append(other), kept.appendOwn(other), opened(path()).append(other)}) {
            QCOMPARE(outcome(refused), std::string("refused contradiction"));
            const auto& error = refused.error();
            QCOMPARE(error.get("origin"), std::string("a.log"));
            QCOMPARE(error.get("size"), std::string("5"));
            QCOMPARE(error.get("keptEntry"), std::string("2"));
            QCOMPARE(error.get("keptRoot"), std::string("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="));
            QCOMPARE(error.get("root"), std::string("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="));
            QCOMPARE(error.get("kept"), note("a.log", 5, 1));
            QCOMPARE(error.get("note"), other);
        }
        QCOMPARE(contentsOf(path()), before);
        QVERIFY(kept.append(note("b.log", 5, 2))); // another log
        QVERIFY(kept.append(note("a.log", 5, 1))); // the same again
    }

    void ourLogDoesNotGoBack() {
        auto kept = opened(path());
        QVERIFY(kept.append(note("a.log", 9)));
        const auto refused = kept.appendOwn(note("a.log", 8));
        QCOMPARE(outcome(refused), std::string("refused goesBack"));
        QCOMPARE(refused.error().get("keptSize"), std::string("9"));
        QCOMPARE(refused.error().get("kept"), note("a.log", 9));
        QCOMPARE(kept.count(), std::uint64_t(1));
        QVERIFY(kept.append(note("a.log", 8))); // somebody else's, from earlier
        QVERIFY(kept.appendOwn(note("a.log", 9)));
        QVERIFY(kept.appendOwn(note("b.log", 1)));
    }

    void whatIsNoCheckpointStaysOutside() {
        auto kept = opened(path());
        const auto signedText = [](const std::string& text) { return text + "\n— a AAAAAAA=\n"; };
        QCOMPARE(outcome(kept.append("")), std::string("invalidInput text"));
        QCOMPARE(outcome(kept.append(note("a.log", 1) + "\n")), std::string("invalidInput form"));
        QCOMPARE(outcome(kept.append(signedText("hello\n"))), std::string("invalidInput lines"));
        const auto text = printCheckpoint(checkpointOf("a.log", 1, 1)).value();
        QCOMPARE(outcome(kept.append(signedText(text + "\nx\n"))), std::string("invalidInput lines"));
        QCOMPARE(contentsOf(path()), std::string());
    }

    void aTornEndCountsForNothing() {
        const auto first = note("a.log", 1) + "\n";
        const auto second = note("a.log", 2) + "\n";
        const auto third = note("a.log", 3) + "\n";
        for (std::size_t size = 0; size < second.size(); ++size) {
            write(path(), first + second.substr(0, size));
            auto kept = opened(path());
            QCOMPARE(kept.count(), std::uint64_t(1));
            QCOMPARE(kept.tornBytes(), size);
            QCOMPARE(contentsOf(path()).size(), first.size() + size); // reading changes nothing
            QCOMPARE(kept.append(third.substr(0, third.size() - 1)).value().entry, std::uint64_t(2));
            QCOMPARE(contentsOf(path()), first + third);
            QCOMPARE(kept.tornBytes(), std::uint64_t(0));
        }
        // Also where there is nothing else, and for what a power cut leaves.
        for (const std::string& torn : {second.substr(0, 100), std::string(3000, '\0')}) {
            write(path(), torn);
            QVERIFY(opened(path()).append(third.substr(0, third.size() - 1)));
            QCOMPARE(contentsOf(path()), third);
        }
    }

    void damageIsToldWithItsPlace() {
        const auto first = note("a.log", 1) + "\n";
        const auto second = note("a.log", 2) + "\n";
        const auto third = note("a.log", 3) + "\n";
        const auto errorOf = [&](const std::string& bytes) {
            write(path(), bytes);
            const auto kept = KeptCheckpoints::open(path(), {});
            return kept ? "ok" : outcome(kept) + " " + kept.error().get("entry") + "@" + kept.error().get("offset");
        };
        const auto place = " 2@" + std::to_string(first.size());
        QCOMPARE(errorOf(first + second + third), std::string("ok"));
        QCOMPARE(errorOf(first + "\n" + second + third), "fileCorrupt lines" + place);
        QCOMPARE(errorOf(first + turned(second, 1, 7) + third), "fileCorrupt text" + place);
        QCOMPARE(errorOf(first + turned(second, 6, 4) + third), "fileCorrupt size" + place);
        QCOMPARE(errorOf(first + second.substr(0, 40) + third), "fileCorrupt root" + place);
        QCOMPARE(errorOf(first + note("a.log", 1, 2) + "\n" + third), "fileCorrupt contradiction" + place);
        QCOMPARE(errorOf(first + std::string(kMaxNoteBytes + 2, 'x')), std::string("fileCorrupt tooLong @"));
        QCOMPARE(contentsOf(path()).size(), first.size() + kMaxNoteBytes + 2); // and nothing was mended
    }

    void readsEntriesOfAnySize() {
        auto kept = opened(path());
        std::string expected;
        for (const std::size_t size : {10, 200'000, 262'000, 300'000, 1'000'000, 10}) {
            auto checkpoint = checkpointOf("a.log", size, 1);
            checkpoint.extensions = {std::string(size, 'x')};
            const auto text = noteBy(workstation(), checkpoint, atSecond(1));
            QVERIFY(kept.append(text));
            expected += text;
        }
        std::string read;
        QVERIFY(opened(path()).forEachNote([&](std::uint64_t, std::string_view text) -> Result<void> {
            read += text;
            return {};
        }));
        QVERIFY(read == expected);
    }

    void aVisitorMayStop() {
        auto kept = opened(path());
        for (const std::uint64_t size : {1, 2, 3})
            QVERIFY(kept.append(note("a.log", size)));
        std::uint64_t last = 0;
        const auto visited = kept.forEachNote([&](std::uint64_t entry, std::string_view) -> Result<void> {
            last = entry;
            return entry == 2 ? Result<void>(failure(ErrorCode::Cancelled)) : Result<void>();
        });
        QCOMPARE(outcome(visited), std::string("cancelled"));
        QCOMPARE(last, std::uint64_t(2));
    }

    void anotherFileInItsPlaceIsNoticed() {
        auto kept = opened(path());
        QVERIFY(kept.append(note("a.log", 1)));
        QVERIFY(kept.append(note("a.log", 2)));
        QCOMPARE(::truncate(path().c_str(), static_cast<off_t>(note("a.log", 1).size() + 1)), 0);
        QCOMPARE(outcome(kept.append(note("a.log", 3))), std::string("fileCorrupt shortened"));
        QCOMPARE(outcome(kept.noteOf(kept.find("a.log", 2).value())), std::string("fileCorrupt shortened"));
        write(path("copy"), note("a.log", 1) + "\n");
        std::filesystem::rename(path("copy"), path());
        QCOMPARE(outcome(kept.append(note("a.log", 3))), std::string("fileCorrupt replaced"));
        std::filesystem::remove(path());
        QCOMPARE(outcome(kept.refresh()), std::string("fileCorrupt replaced"));
    }

    void whatCannotBeOpenedIsSaid() {
        QCOMPARE(openingOf(m_folder->path().toStdString()), std::string("fileError"));
        QCOMPARE(openingOf(path("no/folder")), std::string("fileMissing"));
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        QCOMPARE(openingOf(path("pipe")), std::string("fileCorrupt notAFile"));
    }

    void aFileThatMayNotBeWrittenIsRead() {
        QVERIFY(opened(path()).append(note("a.log", 1)));
        QCOMPARE(::chmod(path().c_str(), 0444), 0);
        QCOMPARE(::chmod(m_folder->path().toUtf8().constData(), 0755), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            constexpr uid_t kNobody = 65'534;
            if (::geteuid() == 0 && ::seteuid(kNobody) != 0)
                ::_exit(2);
            auto kept = KeptCheckpoints::open(path(), {});
            const bool isGood = kept && kept->isReadOnly() && kept->count() == 1 &&
                                outcome(kept->append(note("a.log", 2))) == "fileReadOnly";
            ::_exit(isGood ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }

    /// A checkpoint every ten seconds makes three million in a year.
    void readsThousandsInSeconds() {
        constexpr int kEntries = 20'000;
        const auto line = note("a.log", 1).substr(note("a.log", 1).find("\n\n") + 1);
        {
            std::ofstream file(path(), std::ios::binary);
            for (int i = 1; i <= kEntries; ++i) {
                const RegionState state{"installation", RegionName("eu-west-1"), {{i, 0}, 0}};
                file << printCheckpoint(checkpointOf(originOf(state), 1000, 1)).value() << line << "\n";
            }
        }
        QElapsedTimer timer;
        timer.start();
        const auto kept = opened(path());
        qInfo("%d entries in %lld ms", kEntries, static_cast<long long>(timer.elapsed()));
        QCOMPARE(kept.count(), std::uint64_t(kEntries));
        QVERIFY(timer.elapsed() < 30'000); // sanitizers, and a busy machine
    }
};

MUNIMENT_TEST(kept_checkpoints, KeptCheckpointsTest);
#include "test_kept_checkpoints.moc"
