// Protects: how far the trail is proved is said whole, on the page and in the status line; a verification runs from the
// keyboard, stands still and is cancelled, and is remembered; sealing asks before it makes a key; what was altered or
// is contradicted is found and a key away; one event's proof is shown, checked again and copied; the certificate is
// saved.
#include "models/base/hex.h"
#include "models/integrity/file_lock.h"
#include "models/integrity/known_keys.h"
#include "models/items/integrity_words.h"
#include "models/items/plain_text.h"
#include "models/replica/replica.h"
#include "tests/support/must.h"
#include "tests/support/test_registry.h"
#include "tests/ui/staged_details.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/proof_tab.h"
#include "ui/details/value_table.h"
#include "ui/integrity/seal_desk.h"
#include "ui/integrity/trail_card.h"
#include "ui/pages/integrity_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 48;
constexpr int kProof = 4;

const QString kSecret = QStringLiteral("passphrase");

} // namespace

#define VERIFY_TOLD(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))
#define TRY_TOLD(text, part) QTRY_VERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))
#define VERIFY_NO_FINDINGS(root)                                                                                       \
    do {                                                                                                               \
        const auto found = findings(root).join(QLatin1Char('\n'));                                                     \
        QVERIFY2(found.isEmpty(), qPrintable(found));                                                                  \
    } while (false)

class TestIntegrity : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_stage = std::make_unique<StagedDetails>();
        useKeyFile();
        QTRY_VERIFY(page()->picture() != nullptr);
        // The newest picture is of all events.
        page()->reload();
        QTRY_COMPARE(page()->picture()->trail.events, std::int64_t{kEvents});
    }

    void cleanup() { m_stage.reset(); }

    void aFileThatNobodyVerifiedSaysSo() {
        TRY_TOLD(badge()->text(), "Never verified");
        VERIFY_TOLD(badge()->toolTip(), "only its own trees say how it was, never verified here");
        QVERIFY(!badge()->icon().isNull());
        badge()->setFocus();
        QTest::keyClick(badge(), Qt::Key_Space);
        QCOMPARE(view()->currentPage(), Page::Integrity);
        VERIFY_TOLD(page()->card()->text(), "Never, as far as this machine knows");
        VERIFY_TOLD(page()->card()->text(), "None yet");
        VERIFY_TOLD(page()->card()->text(), "Exchange Checkpoints"); // what to do
        QCOMPARE(page()->model()->rowCount(), 2);
        QCOMPARE(cell(0, TrailModel::SealedTo), QStringLiteral("not sealed"));
        QCOMPARE(cell(1, TrailModel::Organization), QStringLiteral("Nordwind AG"));
        QVERIFY(!action(ActionId::SaveCertificate)->isEnabled());
        QVERIFY(!std::filesystem::exists(keptCheckpointsPath(file()))); // looking makes nothing
        VERIFY_NO_FINDINGS(m_stage->fixture().window.get());
        pictures(QStringLiteral("integrity-empty"));
    }

    void aVerificationIsSaidAndRemembered() {
        QTest::keyClick(m_stage->fixture().window->windowHandle(), Qt::Key_F7);
        QCOMPARE(view()->currentPage(), Page::Integrity);
        TRY_TOLD(messages(), "Verified: nothing was found.");
        QTRY_COMPARE(badge()->text(), QStringLiteral("48 not sealed"));
        VERIFY_TOLD(told(), "by petra, with Muniment test");
        VERIFY_TOLD(told(), "Nothing was found.");
        m_stage->fixture().window->openFile(file());
        QTRY_VERIFY(view() != nullptr && page()->picture() != nullptr);
        QCOMPARE(badge()->text(), QStringLiteral("48 not sealed"));
        VERIFY_TOLD(told(), "by petra, with Muniment test");
        m_stage->trigger(ActionId::GoIntegrity);
        pictures(QStringLiteral("integrity-verified"));
    }

    void sealingAsksBeforeItMakesAKey() {
        m_stage->trigger(ActionId::SealTrail);
        auto* form = m_stage->fixture().form();
        QVERIFY(!QFile::exists(keyFile()));
        VERIFY_NO_FINDINGS(form);
        m_stage->fixture().picture(QStringLiteral("integrity-key-light"), form);
        m_stage->fixture().type(form, kSecret, QStringLiteral("correct horse"));
        form->submitButton()->click();
        VERIFY_TOLD(form->errorText(), "It is not the same.");
        form->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(!QFile::exists(keyFile()));
        QVERIFY(page()->job() == nullptr);

        // Without a keychain and without a passphrase there is nothing to keep it under.
        m_stage->trigger(ActionId::SealTrail);
        form = m_stage->fixture().form();
        form->submitButton()->click();
        form = nextForm(form);
        VERIFY_TOLD(form->errorText(), "There is no keychain here");
        QVERIFY(!QFile::exists(keyFile()));
        m_stage->fixture().type(form, kSecret, QStringLiteral("correct horse"));
        m_stage->fixture().type(form, QStringLiteral("again"), QStringLiteral("correct horse"));
        form->submitButton()->click();
        TRY_TOLD(messages(), "Verified and sealed");
        QTRY_COMPARE(badge()->text(), QStringLiteral("Sealed"));
        QVERIFY(QFile::exists(keyFile()));
        VERIFY_TOLD(badge()->toolTip(), "Sealed to 48");
        VERIFY_TOLD(badge()->toolTip(), "no newer event is waiting to be sealed");
        QCOMPARE(cell(1, TrailModel::SealedTo), QStringLiteral("48"));
        QCOMPARE(cell(1, TrailModel::NotSealed), QString());

        // The key is there now: its passphrase is asked for.
        m_stage->trigger(ActionId::SealTrail);
        form = m_stage->fixture().form();
        QCOMPARE(form->windowTitle(), QStringLiteral("Passphrase Needed"));
        form->submitButton()->click();
        VERIFY_TOLD(form->errorText(), "Type the passphrase.");
        m_stage->fixture().type(form, kSecret, QStringLiteral("wrong"));
        form->submitButton()->click();
        form = nextForm(form);
        VERIFY_TOLD(form->errorText(), "The passphrase is wrong");
        m_stage->fixture().type(form, kSecret, QStringLiteral("correct horse"));
        form->submitButton()->click();
        QTRY_VERIFY(page()->job() == nullptr && page()->picture()->kept->history.own == 2);
        TRY_TOLD(page()->card()->text(), "2 signed here");
        // What was signed after the last comparison is compared by the next one.
        m_stage->trigger(ActionId::VerifyTrail);
        TRY_TOLD(page()->card()->text(), "checked here against 2");
        page()->focusList();
        pictures(QStringLiteral("integrity-sealed"));
    }

    void anAlteredEventIsFoundAndAKeyAway() {
        seal();
        tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n & 0xffffffffff = 20");
        m_stage->trigger(ActionId::VerifyTrail);
        TRY_TOLD(messages(), "Not everything in this file is as it was.");
        QTRY_VERIFY(page()->findings()->model()->rowCount() > 0);
        VERIFY_TOLD(badge()->text(), "finding");
        const auto* table = page()->findings()->model();
        QCOMPARE(table->index(0, 0).data().toString(), QStringLiteral("An event was altered"));
        QCOMPARE(table->index(0, 2).data().toString(), QStringLiteral("Nordwind AG"));
        VERIFY_NO_FINDINGS(m_stage->fixture().window.get());
        m_stage->trigger(ActionId::GoIntegrity);
        m_stage->fixture().window->activateWindow(); // a dialog was before it
        QTRY_VERIFY(page()->findings()->hasFocus());
        pictures(QStringLiteral("integrity-findings"));
        QTest::keyClick(page()->findings(), Qt::Key_Return);
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QTRY_VERIFY(timeline()->chosenEvent() && timeline()->chosenEvent()->number == EventNumber::of(1, 20));
        // And what it says itself.
        showProof();
        TRY_TOLD(proof()->sentence(), "This is not what was sealed");
        m_stage->fixture().picture(QStringLiteral("proof-altered-light"));
        // Nothing is signed of it.
        const auto before = page()->picture()->kept->count();
        m_stage->trigger(ActionId::SealTrail);
        auto* form = m_stage->fixture().form();
        m_stage->fixture().type(form, kSecret, QStringLiteral("correct horse"));
        form->submitButton()->click();
        TRY_TOLD(messages(), "Nothing was signed of what has findings.");
        QTRY_VERIFY(page()->job() == nullptr);
        QCOMPARE(page()->picture()->kept->count(), before);
    }

    void aContradictingCheckpointShowsWithoutVerifying() {
        const SigningKey key = MUST(SigningKey::generate("elsewhere"));
        MUST(addKnownKey(knownKeysPath(file()), key.verifierKey(), KeyOwner::Own));
        auto kept = MUST(KeptCheckpoints::open(keptCheckpointsPath(file()), {key.verifierKey()}));
        Checkpoint other{
            originOf(TenantLog{page()->picture()->trail.trees[0].region, page()->picture()->trail.trees[0].tenant, 1}),
            kEvents};
        other.root.fill(7);
        const auto note = MUST(key.cosign({MUST(printCheckpoint(other)), {}}, systemClock().now()));
        std::ignore = MUST(kept.append(MUST(writeNote(note))));
        m_stage->trigger(ActionId::GoIntegrity);
        QTRY_COMPARE(cell(1, TrailModel::SealedTo), QStringLiteral("contradicted"));
        VERIFY_TOLD(badge()->text(), "finding");
        pictures(QStringLiteral("integrity-contradicted"));
        m_stage->trigger(ActionId::VerifyTrail);
        QTRY_COMPARE(page()->findings()->model()->rowCount(), 1);
        QCOMPARE(page()->findings()->model()->index(0, 0).data().toString(),
                 QStringLiteral("The history was rewritten"));
        QCOMPARE(page()->findings()->model()->index(0, 1).data().toString(), QStringLiteral("a kept checkpoint"));
    }

    void itStandsStillGoesOnAndIsCancelled() {
        m_stage->trigger(ActionId::VerifyTrail);
        QTRY_VERIFY(page()->job() == nullptr && page()->picture()->record.has_value());
        const Instant first = page()->picture()->record->at;
        // Whoever holds the kept checkpoints makes it wait, so that it is paused before it has begun.
        std::ignore = MUST(KeptCheckpoints::open(keptCheckpointsPath(file()), {}));
        for (const bool isCancelled : {true, false}) {
            {
                const FileDescriptor held(::open(keptCheckpointsPath(file()).c_str(), O_RDWR | O_CLOEXEC));
                const auto lock = MUST(FileLock::acquire(held, FileLockMode::Exclusive, keptCheckpointsPath(file())));
                m_stage->trigger(ActionId::VerifyTrail);
                QVERIFY(page()->job() != nullptr);
                QVERIFY(!action(ActionId::VerifyTrail)->isEnabled());
                page()->card()->pauseButton()->setFocus();
                QTest::keyClick(page()->card()->pauseButton(), Qt::Key_Space);
                QVERIFY(page()->job()->isPaused());
            }
            QTest::qWait(600); // it would have ended by now
            QVERIFY(page()->job() != nullptr);
            VERIFY_TOLD(page()->card()->progressText(), "Paused at");
            QCOMPARE(page()->card()->pauseButton()->text(), QStringLiteral("&Resume"));
            if (!isCancelled) {
                VERIFY_NO_FINDINGS(m_stage->fixture().window.get());
                pictures(QStringLiteral("integrity-paused"));
                QTest::keyClick(page()->card()->pauseButton(), Qt::Key_Space);
                break;
            }
            page()->card()->cancelButton()->click();
            TRY_TOLD(messages(), "The verification was cancelled.");
            QVERIFY(page()->job() == nullptr);
            QCOMPARE(MUST(readVerificationRecord(file()))->at, first);
        }
        TRY_TOLD(messages(), "Verified: nothing was found.");
        QVERIFY(MUST(readVerificationRecord(file()))->at > first);
        QCOMPARE(page()->card()->progressText(), QString());
    }

    void anEventsProofIsShownCheckedAndCopied() {
        m_stage->choose("grant.added");
        showProof();
        TRY_TOLD(proof()->sentence(), "Not sealed yet.");
        VERIFY_TOLD(textOf(proof()->table()), "none yet");
        pictures(QStringLiteral("proof-unsealed"));
        seal();
        m_stage->choose("grant.added");
        showProof();
        TRY_TOLD(proof()->sentence(), "Sealed here at");
        const QString text = textOf(proof()->table());
        VERIFY_TOLD(text, "muniment/tenant/eu-west-1/");
        VERIFY_TOLD(text, "The tree in its region's state");
        VERIFY_TOLD(text, "aggregate type");
        VERIFY_TOLD(text, "payload, salted");
        QVERIFY(!text.contains(QStringLiteral("salaries"))); // of the payload its hash, and no more
        VERIFY_NO_FINDINGS(m_stage->fixture().window.get());
        pictures(QStringLiteral("proof-sealed"));
        proof()->checkButton()->setFocus();
        QTest::keyClick(proof()->checkButton(), Qt::Key_Space);
        QTRY_VERIFY(!proof()->checkedText().isEmpty());
        VERIFY_TOLD(proof()->sentence(), "still what was sealed");
        proof()->copyButton()->setFocus();
        QTest::keyClick(proof()->copyButton(), Qt::Key_Space);
        const QString copied = QApplication::clipboard()->text();
        VERIFY_TOLD(copied, "Proof that an event stands in its organization's log");
        VERIFY_TOLD(copied, "leaf hash = SHA-256(00, leaf): ");
        VERIFY_TOLD(copied, "tlog-cosignature):\nmuniment/region/");        // the note as it is signed
        QVERIFY(copied.contains(QString::fromUtf8("\n— muniment.workst"))); // and its signature
        const auto leaf = proof()->table()->model()->index(0, 1).data(Qt::EditRole).toString();
        QVERIFY(copied.contains(leaf));

        // What was altered since is seen by checking again.
        tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n & 0xffffffffff = 48");
        proof()->checkButton()->click();
        TRY_TOLD(proof()->sentence(), "This is not what was sealed");
    }

    void theCertificateIsSaved() {
        m_stage->trigger(ActionId::VerifyTrail);
        QTRY_VERIFY(action(ActionId::SaveCertificate)->isEnabled());
        const auto path = QString::fromStdString((m_stage->fixture().folder() / "acme certificate.pdf").string());
        page()->saveCertificate(path);
        TRY_TOLD(messages(), "The certificate was saved as");
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().startsWith("%PDF-"));
        page()->saveCertificate(QStringLiteral("/proc/nowhere/x.pdf"));
        TRY_TOLD(messages(), "x.pdf");
    }

    void whatAFileCannotShowIsSaid() {
        IntegrityPicture picture = *page()->picture();
        picture.isLimited = picture.isReadOnly = true;
        picture.recordError = Error{ErrorCode::FileCorrupt, {}, {{"file", "acme.muniment.verified"}}};
        TrailCard card(m_stage->fixture().window->actions(), nullptr);
        card.tell(&picture, {});
        VERIFY_TOLD(card.text(), "what it does not hold cannot be verified here");
        VERIFY_TOLD(card.text(), "open for reading only");
        VERIFY_TOLD(card.text(), "The last verification's record cannot be read");
        VERIFY_TOLD(card.text(), "Verify again, and a new one takes its place.");
        card.resize(1000, 400);
        m_stage->fixture().picture(QStringLiteral("integrity-card-limited-light"), &card);
    }

private:
    [[nodiscard]] std::filesystem::path file() const { return m_stage->fixture().file().toStdString(); }

    [[nodiscard]] QString keyFile() const {
        return QString::fromStdString((m_stage->fixture().folder() / "workstation.key").string());
    }

    void useKeyFile() {
        WorkstationKeyPlace place;
        place.file = keyFile().toStdString();
        place.usesKeychain = false;
        page()->sealing()->setPlace(place);
    }

    /// The form that takes the place of this one, which was submitted.
    [[nodiscard]] FormDialog* nextForm(const QPointer<FormDialog>& before) const {
        [&] { QTRY_VERIFY(before.isNull()); }();
        return m_stage->fixture().form();
    }

    void seal() {
        m_stage->trigger(ActionId::SealTrail);
        auto* form = m_stage->fixture().form();
        m_stage->fixture().type(form, kSecret, QStringLiteral("correct horse"));
        m_stage->fixture().type(form, QStringLiteral("again"), QStringLiteral("correct horse"));
        form->submitButton()->click();
        QTRY_VERIFY(page()->job() == nullptr && page()->picture()->kept->count() == 1);
        m_stage->trigger(ActionId::GoTimeline);
    }

    void showProof() { view()->timeline()->details()->tabs()->setCurrentIndex(kProof); }

    void tamper(const char* sql) {
        SQLite::Database database(file().string(), SQLite::OPEN_READWRITE, 10'000);
        if (database.exec(sql) == 0)
            qFatal("nothing was changed");
    }

    void pictures(const QString& name) {
        auto& fixture = m_stage->fixture();
        fixture.picture(name + QStringLiteral("-light"));
        fixture.look.setAppearance(Appearance::Dark);
        fixture.picture(name + QStringLiteral("-dark"));
        fixture.look.setAppearance(Appearance::Light);
    }

    [[nodiscard]] QString cell(int row, int column) const {
        return withoutIsolates(page()->model()->index(row, column).data().toString());
    }

    [[nodiscard]] QString told() const { return withoutIsolates(page()->card()->text()); }

    [[nodiscard]] QString messages() const { return view()->messages()->text(); }

    [[nodiscard]] QAction* action(ActionId id) const { return m_stage->fixture().window->actions().action(id); }

    [[nodiscard]] QPushButton* badge() const { return view()->statusLine()->trail(); }

    [[nodiscard]] WorkspaceView* view() const { return m_stage->view(); }

    [[nodiscard]] IntegrityPage* page() const { return view()->integrity(); }

    [[nodiscard]] TimelinePage* timeline() const { return view()->timeline(); }

    [[nodiscard]] ProofTab* proof() const { return timeline()->details()->proof(); }

    std::unique_ptr<StagedDetails> m_stage;
};

MUNIMENT_TEST(integrity, TestIntegrity);
#include "test_integrity.moc"
