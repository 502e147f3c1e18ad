// Protects: the examples in the commands' help work when they are pasted, one after another, by an admin whose
// organization has what they name.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QTest>

#include <array>

using namespace muniment::test;

class TestExamples : public QObject {
    Q_OBJECT
private slots:
    void examplesWork();
};

/// What names something comes after what makes it. Left out: what names ids, which nobody can know.
static constexpr std::array kInOrder{"user add",
                                     "user list",
                                     "user show",
                                     "user profile",
                                     "user phone",
                                     "user reset",
                                     "user lock",
                                     "user unlock",
                                     "user deactivate",
                                     "user reactivate",
                                     "user token add",
                                     "user key add",
                                     "rotate-key",
                                     "user mfa add",
                                     "user mfa remove",
                                     "team add",
                                     "team list",
                                     "team show",
                                     "team member add",
                                     "onboard",
                                     "team member remove",
                                     "role add",
                                     "role list",
                                     "role show",
                                     "role change",
                                     "role permission add",
                                     "role permission remove",
                                     "resource add",
                                     "resource list",
                                     "resource show",
                                     "grant add",
                                     "grant list",
                                     "separation add",
                                     "separation list",
                                     "separation show",
                                     "separation check",
                                     "separation remove",
                                     "review start",
                                     "review list",
                                     "review show",
                                     "review close",
                                     "session list",
                                     "intake list",
                                     "intake map",
                                     "plan add",
                                     "plan list",
                                     "plan change",
                                     "plan remove",
                                     "org list",
                                     "org show",
                                     "region passport",
                                     "org domain add",
                                     "org domain verify",
                                     "org domain remove",
                                     "team remove",
                                     "role remove",
                                     "resource remove",
                                     "user remove",
                                     "org remove",
                                     "offboard",
                                     "user email",
                                     "user username",
                                     "team rename",
                                     "resource change",
                                     "org rename"};

/// The words of a line as a shell reads it: single quotes keep blanks together.
static Arguments wordsOf(const QByteArray& line) {
    Arguments words;
    std::string word;
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '\'') {
            isQuoted = !isQuoted;
        } else if (c == ' ' && !isQuoted) {
            words.push_back(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    words.push_back(word);
    return words;
}

static Arguments exampleOf(const char* command) {
    auto words = wordsOf(command);
    words.push_back("--help");
    const auto help = run(words).out;
    const auto at = help.indexOf("Example:\n");
    if (at < 0)
        qFatal("no example: %s", command);
    auto typed = wordsOf(help.mid(at + 9).split('\n').front().trimmed());
    typed.erase(typed.begin()); // the program's name
    return typed;
}

void TestExamples::examplesWork() {
    const AdministeredFile file;
    QVERIFY(QDir::setCurrent(file.directory()));
    file.done({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "svc-ci", "--machine"});
    file.done({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "bob"});
    for (const char* command : kInOrder) {
        const auto answer = run(exampleOf(command));
        QVERIFY2(answer.exit == 0, (std::string(command) + ": " + told(answer)).c_str());
    }
}

MUNIMENT_TEST(examples, TestExamples);
#include "test_examples.moc"
