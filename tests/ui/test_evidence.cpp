// Protects: a bundle is opened as a workspace is, for reading only, with every page and with a line that says what it
// is and whose word it is taken on; nothing of it stays behind, and one that is not to be believed is not opened.
// Evidence leaves the timeline by keys alone, signed with a key that is asked for; what a courier has brought is taken
// in, or refused in words.
#include "models/integrity/known_keys.h"
#include "models/items/evidence_export.h"
#include "models/items/plain_text.h"
#include "models/replica/replica.h"
#include "tests/support/test_registry.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/staged_details.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/proof_tab.h"
#include "ui/evidence/courier_dialog.h"
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_line.h"
#include "ui/export/export_strip.h"
#include "ui/forms/path_field.h"
#include "ui/integrity/trail_card.h"
#include "ui/pages/integrity_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/opening_place.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QUrl>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::int64_t kEvents = 48;
constexpr std::int64_t kOfUsers = 44;
constexpr int kProof = 4;

const QString kOfUsersFilter = QStringLiteral("type:user.*");

template <class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

} // namespace

#define VERIFY_TOLD(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))
#define TRY_TOLD(text, part) QTRY_VERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))
#define VERIFY_NO_FINDINGS(root)                                                                                       \
    do {                                                                                                               \
        const auto found = findings(root).join(QLatin1Char('\n'));                                                     \
        QVERIFY2(found.isEmpty(), qPrintable(found));                                                                  \
    } while (false)

class TestEvidence : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        QVERIFY(m_temporary.isValid());
        qputenv("TMPDIR", m_temporary.path().toUtf8());
    }

    void init() {
        m_stage = std::make_unique<StagedDetails>();
        m_maker = std::make_unique<SigningKey>(must(SigningKey::generate("archive")));
        WorkstationKeyPlace place;
        place.file = path("workstation.key");
        place.usesKeychain = false;
        view()->evidence()->signing()->setPlace(place);
    }

    void cleanup() {
        m_stage.reset();
        m_maker.reset();
    }

    void aBundleIsOpenedWithEveryPage() {
        const auto bundle = written();
        fixture().window->openFile(bundle);
        QTRY_VERIFY(view() != nullptr && view()->timeline()->model()->window().total == kOfUsers);
        QVERIFY(view()->workspace().isReadOnly());
        QVERIFY(fixture().window->windowTitle().startsWith(QStringLiteral("evidence.zip — ")));
        VERIFY_TOLD(line(), "An excerpt: 44 events of acme-group.muniment, made at 2026-03-02 14:03 UTC by petra.");
        VERIFY_TOLD(line(), "Chosen by its maker:");
        VERIFY_TOLD(line(), "with a key that the bundle brings along itself");
        VERIFY_TOLD(line(), "Sealed only when it was made");
        VERIFY_TOLD(line(), "the logs were known only so far: eu-west-1 to ");
        QVERIFY(line().contains(QString::fromStdString(printVerifierKey(m_maker->verifierKey()))));
        view()->evidenceLine()->copyButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), view()->evidenceLine()->text());
        visitPages();
        QCOMPARE(view()->statusLine()->trail()->text(), QStringLiteral("Checked evidence"));
        for (const auto id : {ActionId::VerifyTrail, ActionId::SealTrail, ActionId::ExportEvidence, ActionId::AddUser})
            QVERIFY(!action(id)->isEnabled());
        m_stage->trigger(ActionId::GoTimeline);
        fixture().picture(QStringLiteral("evidence-light"));
        fixture().language.choose(QStringLiteral("de"));
        QTRY_VERIFY(view()->evidenceLine()->text().contains(QStringLiteral("Ein Auszug: 44 Ereignisse")));
        fixture().picture(QStringLiteral("evidence-de"));
        VERIFY_NO_FINDINGS(fixture().window.get());
        fixture().language.choose(QStringLiteral("en"));
    }

    void nothingOfItStaysBehind() {
        fixture().window->openFile(written());
        QTRY_VERIFY(view() != nullptr && !view()->evidenceLine()->isHidden());
        const QString file = QString::fromStdString(view()->workspace().file().string());
        const QString folder = QFileInfo(file).absolutePath();
        QVERIFY(folder.startsWith(m_temporary.path()));
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                 QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(file) & kOthers));
        QVERIFY(!(QFile::permissions(folder) & kOthers));
        fixture().window->closeWorkspace();
        QTRY_VERIFY(!QFileInfo::exists(folder));
        // The bundle is among the recent files, and what it was read as is not.
        fixture().window->openFile(m_bundle);
        QTRY_VERIFY(view() != nullptr);
        m_stage->fixture().window.reset();
        QCOMPARE(leftBehind(), QStringList());
    }

    void aKeyThatIsKnownOrTrustedIsSaidToBe() {
        const auto bundle = written();
        fixture().window->openBundle(bundle, {m_maker->verifierKey()});
        QTRY_VERIFY(view() != nullptr);
        VERIFY_TOLD(line(), "with the key that you have said to trust");
        QVERIFY(addKnownKey(knownKeysPath(fixture().file().toStdString()), m_maker->verifierKey(), KeyOwner::Foreign));
        fixture().window->openFile(bundle);
        QTRY_VERIFY(view() != nullptr);
        VERIFY_TOLD(line(), "whose key is known on this workstation");
        const auto stranger = must(SigningKey::generate("archive"));
        fixture().window->openBundle(bundle, {stranger.verifierKey()});
        TRY_TOLD(startMessage(), "Nobody whom you believe has signed this bundle.");
        QVERIFY(view() == nullptr);
    }

    void whatIsNotToBeBelievedIsNotOpened() {
        const auto bundle = written();
        QFile zip(QString::fromStdString(bundle.string()));
        QVERIFY(zip.open(QIODevice::ReadWrite) && zip.seek(zip.size() / 2));
        char byte = 0;
        QVERIFY(zip.getChar(&byte) && zip.seek(zip.size() / 2) && zip.putChar(static_cast<char>(byte ^ 1)));
        zip.close();
        fixture().window->openFile(bundle);
        TRY_TOLD(startMessage(), "This is not to be believed");
        QVERIFY(view() == nullptr);
        QCOMPARE(leftBehind(), QStringList());
        fixture().picture(QStringLiteral("evidence-refused-light"));
    }

    void openingIsCancelled() {
        fixture().window->openFile(written());
        emit fixture().window->findChild<OpeningPlace*>()->cancelChosen();
        QTRY_VERIFY(!fixture().window->findChild<OpeningPlace*>()->isVisible());
        QVERIFY(view() == nullptr);
        QCOMPARE(startMessage(), QString());
        QTRY_COMPARE(leftBehind(), QStringList());
    }

    void aBundleIsDropped() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(written().string()))});
        QDragEnterEvent entering(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture().window.get(), &entering);
        QVERIFY(entering.isAccepted());
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture().window.get(), &drop);
        QTRY_VERIFY(view() != nullptr && !view()->evidenceLine()->isHidden());
    }

    void evidenceLeavesByKeysAlone() {
        showUsers();
        const QString target = QString::fromStdString(path("handed over.zip").string());
        view()->timeline()->focusList();
        QTest::keyClick(view()->timeline()->list(), Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
        auto* form = fixture().form();
        VERIFY_NO_FINDINGS(form);
        fixture().picture(QStringLiteral("evidence-export-light"), form);
        Keyboard keys(fixture().window.get());
        keys.press(Qt::Key_A, Qt::ControlModifier).type(target).press(Qt::Key_Return);
        // This workstation has no key yet.
        form = nextForm(form);
        QCOMPARE(form->submitButton()->text(), QStringLiteral("&Make the Key and Export"));
        VERIFY_NO_FINDINGS(form);
        keys.type(QStringLiteral("correct horse")).press(Qt::Key_Tab).type(QStringLiteral("correct horse"));
        keys.press(Qt::Key_Return);
        TRY_TOLD(message(), "44 events are in");
        VERIFY_TOLD(message(), "Tell this key to whoever gets the bundle, by another way.");
        fixture().picture(QStringLiteral("evidence-exported-light"));
        view()->messages()->actionButton()->click();
        const auto key = parseVerifierKey(QApplication::clipboard()->text().toStdString());
        QVERIFY(key);
        const std::vector known{*key};
        const auto info = must(checkBundle(target.toStdString(), known, {}, {}));
        QCOMPARE(info.manifest.events, static_cast<std::uint64_t>(kOfUsers));
        QCOMPARE(info.manifest.madeBy, std::string("petra"));
        QCOMPARE(info.manifest.filterText, kOfUsersFilter.toStdString());
        VERIFY_KEYS(keys, 7);

        // What is there stays.
        form = asked(target);
        VERIFY_TOLD(form->errorText(), "This file is there already.");
        form->reject();
    }

    void anExportIsCancelled() {
        showUsers();
        const QString target = QString::fromStdString(path("cancelled.zip").string());
        auto* form = nextForm(asked(target));
        fixture().type(form, QStringLiteral("passphrase"), QStringLiteral("correct horse"));
        fixture().type(form, QStringLiteral("again"), QStringLiteral("correct horse"));
        form->submitButton()->click();
        QVERIFY(view()->evidence()->isRunning());
        QCOMPARE(view()->unfinished().size(), std::size_t(1));
        view()->evidenceStrip()->cancelButton()->click();
        TRY_TOLD(message(), "The export was cancelled. Nothing is left of its file.");
        QVERIFY(!QFileInfo::exists(target));
        QVERIFY(view()->unfinished().empty());
    }

    void aCouriersBundleIsTakenIn() {
        const auto bundle = carried();
        const auto site = path("site.muniment");
        m_stage->trigger(ActionId::ImportCourier);
        VERIFY_NO_FINDINGS(fixture().form());
        fixture().picture(QStringLiteral("evidence-courier-light"), fixture().form());
        import(bundle, site, {});
        TRY_TOLD(shownMessage(), "It brings along the key");
        QVERIFY(shownMessage().contains(QString::fromStdString(printVerifierKey(m_maker->verifierKey()))));
        QVERIFY(!std::filesystem::exists(site));
        QTRY_VERIFY(view() != nullptr); // what was open before is open again
        QCOMPARE(view()->workspace().file(), std::filesystem::path(fixture().file().toStdString()));

        m_stage->trigger(ActionId::ImportCourier);
        import(bundle, site, m_maker->verifierKey());
        QTRY_VERIFY(view() != nullptr && view()->workspace().file() == site);
        TRY_TOLD(message(), "Courier bundle 1, signed by muniment.workstation/archive, has brought 48 events.");
        QTRY_COMPARE(view()->timeline()->model()->window().total, kEvents);
        fixture().picture(QStringLiteral("evidence-carried-light"));

        // Into the file that is open.
        m_stage->trigger(ActionId::ImportCourier);
        import(bundle, site, {});
        TRY_TOLD(shownMessage(), "The file has the events of this bundle already.");
        QTRY_VERIFY(view() != nullptr && view()->workspace().file() == site);
        QTRY_COMPARE(view()->timeline()->model()->window().total, kEvents);
    }

private:
    [[nodiscard]] std::filesystem::path path(const char* name) { return fixture().folder() / name; }

    [[nodiscard]] EvidenceOrder order(const char* name) {
        return {fixture().file().toStdString(), path(name), Instant{1'772'460'200'000'000}};
    }

    /// evidence.zip, of the events of users.
    std::filesystem::path written() {
        const auto replica = must(Replica::open(fixture().file().toStdString(), ReplicaAccess::ReadOnly));
        const auto snapshot = must(replica->snapshot());
        TimelineQuestion question;
        question.filter = *parseFilter(kOfUsersFilter.toStdString()).filter;
        const auto matches = must(evaluate(*snapshot, question));
        m_bundle = path("evidence.zip");
        std::ignore = must(exportEvidence(*snapshot, question, *matches, order("evidence.zip"), *m_maker, {}, {}));
        return m_bundle;
    }

    /// All there is, for a courier.
    [[nodiscard]] std::filesystem::path carried() {
        const auto replica = must(Replica::open(fixture().file().toStdString(), ReplicaAccess::ReadOnly));
        const auto snapshot = must(replica->snapshot());
        const auto ignored = [](double) {};
        std::ignore = must(exportCourier(*snapshot, {order("courier.zip"), {}, {}}, *m_maker, {}, ignored));
        return path("courier.zip");
    }

    void visitPages() {
        for (const auto id : {ActionId::GoOverview, ActionId::GoOrganizations, ActionId::GoUsers, ActionId::GoTeams,
                              ActionId::GoRoles, ActionId::GoResources, ActionId::GoAccess, ActionId::GoSessions,
                              ActionId::GoPlans, ActionId::GoReviews, ActionId::GoFindings, ActionId::GoCompromises,
                              ActionId::GoChanges, ActionId::GoIntake, ActionId::GoRegions, ActionId::GoIntegrity}) {
            m_stage->trigger(id);
            view()->current().focusList();
            QTest::qWait(100); // whatever it asks is answered
            QVERIFY2(message().isEmpty(), qPrintable(message()));
        }
        QTRY_VERIFY(view()->integrity()->picture() != nullptr);
        VERIFY_TOLD(view()->integrity()->card()->text(), "This is what an evidence bundle holds.");
        fixture().picture(QStringLiteral("evidence-integrity-light"));
        m_stage->trigger(ActionId::GoTimeline);
        auto* timeline = view()->timeline();
        timeline->focusList();
        QTRY_VERIFY(timeline->model()->rowCount() > 10);
        QTest::keyClick(timeline->list(), Qt::Key_Down);
        timeline->details()->tabs()->setCurrentIndex(kProof);
        TRY_TOLD(timeline->details()->proof()->sentence(), "was checked when the bundle was opened");
        QEvent retelling(QEvent::LanguageChange); // nor is it forgotten when the pane tells everything again
        QCoreApplication::sendEvent(timeline->details(), &retelling);
        VERIFY_TOLD(timeline->details()->proof()->sentence(), "was checked when the bundle was opened");
        timeline->details()->tabs()->setCurrentIndex(0);
        QVERIFY2(message().isEmpty(), qPrintable(message()));
        VERIFY_NO_FINDINGS(fixture().window.get());
    }

    void showUsers() {
        view()->timeline()->applyFilter(*parseFilter(kOfUsersFilter.toStdString()).filter);
        QTRY_COMPARE(view()->timeline()->model()->window().total, kOfUsers);
    }

    /// Export Evidence with this file named; the dialog, which has taken it or says why not.
    FormDialog* asked(const QString& target) {
        m_stage->trigger(ActionId::ExportEvidence);
        auto* form = fixture().form();
        form->findChild<PathField*>()->setPath(target);
        form->submitButton()->click();
        return form;
    }

    /// The form that takes the place of this one, which was submitted.
    [[nodiscard]] FormDialog* nextForm(const QPointer<FormDialog>& before) const {
        [&] { QTRY_VERIFY(before.isNull()); }();
        return fixture().form();
    }

    void import(const std::filesystem::path& bundle, const std::filesystem::path& file,
                const std::optional<VerifierKey>& key) {
        auto* form = qobject_cast<CourierDialog*>(fixture().form());
        QVERIFY(form != nullptr);
        form->bundleField()->setPath(QString::fromStdString(bundle.string()));
        form->fileField()->setPath(QString::fromStdString(file.string()));
        fixture().type(form, QStringLiteral("key"), key ? QString::fromStdString(printVerifierKey(*key)) : QString());
        form->submitButton()->click();
        QVERIFY2(form->errorText().isEmpty(), qPrintable(form->errorText()));
    }

    [[nodiscard]] QStringList leftBehind() const {
        return QDir(m_temporary.path()).entryList({QStringLiteral("muniment-evidence-*")}, QDir::Dirs);
    }

    [[nodiscard]] QString line() const { return withoutIsolates(view()->evidenceLine()->text()); }

    [[nodiscard]] QString message() const { return withoutIsolates(view()->messages()->text()); }

    [[nodiscard]] QString startMessage() const {
        return withoutIsolates(m_stage->fixture().window->startMessages()->text());
    }

    /// In the workspace, or on the start page while there is none.
    [[nodiscard]] QString shownMessage() const { return view() != nullptr ? message() : startMessage(); }

    [[nodiscard]] QAction* action(ActionId id) const { return m_stage->fixture().window->actions().action(id); }

    [[nodiscard]] WindowFixture& fixture() const { return m_stage->fixture(); }

    [[nodiscard]] WorkspaceView* view() const { return m_stage->view(); }

    QTemporaryDir m_temporary;
    std::unique_ptr<StagedDetails> m_stage;
    std::unique_ptr<SigningKey> m_maker;
    std::filesystem::path m_bundle;
};

MUNIMENT_TEST(evidence, TestEvidence);
#include "test_evidence.moc"
