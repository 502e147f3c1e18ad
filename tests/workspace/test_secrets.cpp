// Protects: a password comes from where it may come from, is asked for once, and a machine without a keychain says so
// in time and keeps nothing anywhere else.
#include "models/workspace/secrets.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace muniment;

namespace {

class TestSecrets : public QObject {
    Q_OBJECT

    QTemporaryDir home;
    const std::string endpoint = "postgresql://ann@db.example.org/muniment?sslmode=verify-full";

private slots:

    void initTestCase() {
        // No session bus, and a home of its own: whatever would be written shows up there.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        qputenv("HOME", home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")).toUtf8());
    }

    void withoutAKeychainThereIsNoPasswordAndNoInsecureCopy() {
        KeychainSecrets keychain;
        QVERIFY(!keychain.password(endpoint));
        const KeychainAnswer answer = keychain.lookUp(endpoint);
        QCOMPARE(answer.state, KeychainState::Unavailable);
        QVERIFY(!answer.detail.empty());
        const auto kept = keychain.keepPassword(endpoint, "canary-7261");
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(kept.error().get("stage"), std::string("keychain"));
        QVERIFY(kept.error().detail.find("canary") == std::string::npos);
        QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void theFirstSourceThatKnowsAnswers() {
        const auto typed = std::make_shared<SessionSecrets>();
        int asked = 0;
        const auto prompt = std::make_shared<PromptSecrets>([&](const std::string&) {
            ++asked;
            return std::optional<std::string>("from the prompt");
        });
        ChainedSecrets chain({typed, prompt});
        QCOMPARE(chain.password(endpoint), std::optional<std::string>("from the prompt"));
        typed->hold(endpoint, "typed");
        QCOMPARE(chain.password(endpoint), std::optional<std::string>("typed"));
        typed->forget(endpoint);
        QCOMPARE(chain.password(endpoint), std::optional<std::string>("from the prompt"));
        QCOMPARE(asked, 1);
        QCOMPARE(ChainedSecrets({}).password(endpoint), std::optional<std::string>());
    }

    void aPersonIsAskedOnceHoweverManyConnectionsWantIt() {
        std::atomic<int> asked = 0;
        PromptSecrets prompt([&](const std::string&) -> std::optional<std::string> {
            ++asked;
            return std::nullopt; // given up: an answer too
        });
        {
            std::vector<std::jthread> connections;
            for (int i = 0; i < 8; ++i)
                connections.emplace_back([&] { QVERIFY(!prompt.password(endpoint)); });
        }
        QCOMPARE(asked.load(), 1);
        std::ignore = prompt.password("another endpoint");
        QCOMPARE(asked.load(), 2);
        prompt.forget(endpoint);
        std::ignore = prompt.password(endpoint);
        QCOMPARE(asked.load(), 3);
    }
};

} // namespace

MUNIMENT_TEST(secrets, TestSecrets);
#include "test_secrets.moc"
