// Protects: what is sealed is handed over as lines, as a file and as squares that read back to the same line; what
// others hand over is compared at once and kept only when a person says so and believes its witness; a contradiction,
// a wrong key, a picture without squares and text without checkpoints are said, and nothing is kept of them.
#include "models/integrity/checkpoint_handover.h"
#include "models/items/exchange_words.h"
#include "models/items/plain_text.h"
#include "tests/support/must.h"
#include "tests/support/test_registry.h"
#include "tests/ui/staged_details.h"
#include "ui/integrity/code_picture.h"
#include "ui/integrity/exchange_dialog.h"
#include "ui/integrity/handover_pane.h"
#include "ui/integrity/taking_pane.h"
#include "ui/pages/integrity_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

#define TRY_TOLD(text, part) QTRY_VERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

class TestExchange : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_stage = std::make_unique<StagedDetails>();
        m_stage->trigger(ActionId::GoIntegrity);
        page()->reload();
        QTRY_VERIFY(page()->picture() != nullptr && page()->picture()->trail.events > 0);
    }

    void cleanup() { m_stage.reset(); }

    void whereNothingIsSealedNothingIsHandedOver() {
        auto* dialog = open();
        QVERIFY(!dialog->handover()->copyButton()->isEnabled());
        QVERIFY(dialog->handover()->table()->isHidden());
        QVERIFY(!std::filesystem::exists(keptCheckpointsPath(file())));
        m_stage->fixture().picture(QStringLiteral("exchange-empty-light"), dialog);
    }

    void whatIsSealedIsHandedOver() {
        const SigningKey key = MUST(SigningKey::generate("petra"));
        MUST(addKnownKey(knownKeysPath(file()), key.verifierKey(), KeyOwner::Own));
        const std::string note = sealedBy(key, false);
        std::ignore = MUST(MUST(openKeeping(file())).kept.append(note));
        auto* dialog = open();
        auto* pane = dialog->handover();
        QTRY_COMPARE(pane->table()->model()->rowCount(), 1);
        const auto line = QString::fromStdString(printExchange(note));
        QCOMPARE(pane->line(), line);
        QCOMPARE(codesIn(pane->code()), QStringList{line});
        pane->copyButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), line + QLatin1Char('\n'));
        const QString saved = QString::fromStdString((m_stage->fixture().folder() / "lines.txt").string());
        pane->saveAs(saved);
        QFile text(saved);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(text.readAll()), line + QLatin1Char('\n'));
        m_stage->fixture().picture(QStringLiteral("exchange-handover-light"), dialog);
    }

    void whatOthersHandOverIsComparedAndKept() {
        const SigningKey her = MUST(SigningKey::generate("desk.hers"));
        const auto line = QString::fromStdString(printExchange(sealedBy(her, false)));
        auto* pane = open(1)->taking();
        pane->text()->setPlainText(line);
        TRY_TOLD(pane->verdict(), "signed by nobody whom you believe");
        QVERIFY(!pane->keepButton()->isEnabled());
        pane->key()->setText(QStringLiteral("not a key"));
        TRY_TOLD(pane->verdict(), "This is no key of a witness.");
        QVERIFY(!pane->keepButton()->isEnabled());
        pane->key()->setText(QString::fromStdString(printVerifierKey(her.verifierKey())));
        TRY_TOLD(pane->verdict(), "Nothing contradicts what is kept. 1 checkpoint is new.");
        QTRY_VERIFY(pane->keepButton()->isEnabled());
        QVERIFY(MUST(readKnownKeys(knownKeysPath(file()))).all.empty()); // comparing believes nobody
        m_stage->fixture().picture(QStringLiteral("exchange-take-light"), pane->window());
        pane->keepButton()->click();
        TRY_TOLD(pane->verdict(), "1 checkpoint is kept now.");
        QCOMPARE(MUST(openKeeping(file())).kept.count(), std::uint64_t{1});
        QCOMPARE(MUST(readKnownKeys(knownKeysPath(file()))).all.size(), std::size_t{1});
        QTRY_COMPARE(page()->picture()->kept->history.believed, std::uint64_t{1}); // the page behind it knows

        pane->text()->setPlainText(QString::fromStdString(printExchange(sealedBy(her, true))));
        TRY_TOLD(pane->verdict(), "1 checkpoint tells another story than what is kept here.");
        QVERIFY(!pane->keepButton()->isEnabled());
        QCOMPARE(MUST(openKeeping(file())).kept.count(), std::uint64_t{1});
        m_stage->fixture().language.choose(QStringLiteral("de"));
        auto* german = open(1);
        german->taking()->text()->setPlainText(QString::fromStdString(printExchange(sealedBy(her, true))));
        TRY_TOLD(german->taking()->verdict(), "erzählt eine andere Geschichte");
        m_stage->fixture().picture(QStringLiteral("exchange-contradiction-de-light"), german);
        m_stage->fixture().language.choose(QStringLiteral("en"));
    }

    void squaresAndFilesAreTakenToo() {
        const SigningKey her = MUST(SigningKey::generate("desk.hers"));
        MUST(addKnownKey(knownKeysPath(file()), her.verifierKey(), KeyOwner::Foreign));
        const auto line = QString::fromStdString(printExchange(sealedBy(her, false)));
        auto* pane = open(1)->taking();
        // As a camera may give it: turned, grey, somewhat larger.
        pane->takePicture(codePicture(line, 500).transformed(QTransform().rotate(90)));
        QCOMPARE(pane->text()->toPlainText(), line);
        TRY_TOLD(pane->verdict(), "1 checkpoint is new.");
        QImage blank(200, 200, QImage::Format_RGB32);
        blank.fill(Qt::white);
        pane->takePicture(blank);
        QCOMPARE(pane->verdict(), QStringLiteral("No squares could be read in this picture."));
        const QString path = QString::fromStdString((m_stage->fixture().folder() / "code.png").string());
        QVERIFY(codePicture(line, 300).save(path));
        pane->text()->clear();
        pane->openFile(path);
        QCOMPARE(pane->text()->toPlainText(), line);
        pane->text()->setPlainText(QStringLiteral("Dear Ann,\n\nnothing of that kind.\n"));
        TRY_TOLD(pane->verdict(), "1 part of it cannot be read as a checkpoint.");
        pane->text()->setPlainText(QStringLiteral("Dear Ann, nothing of that kind."));
        TRY_TOLD(pane->verdict(), "This is no checkpoint as witnesses sign them");
        pane->openFile(QStringLiteral("/nonexistent/lines.txt"));
        TRY_TOLD(pane->verdict(), "could not be read");
        QVERIFY(codePicture(QString(4'000, QLatin1Char('x')), 300).isNull());
    }

private:
    /// A checkpoint of the organization's log as it is, or as it is not.
    [[nodiscard]] std::string sealedBy(const SigningKey& key, bool isAnother) const {
        const auto& tree = page()->picture()->trail.trees[0];
        Checkpoint checkpoint{originOf(TenantLog{tree.region, tree.tenant, tree.epoch}),
                              static_cast<std::uint64_t>(tree.events), tree.root};
        if (isAnother)
            checkpoint.root.fill(7);
        const auto note = MUST(key.cosign({MUST(printCheckpoint(checkpoint)), {}}, systemClock().now()));
        return MUST(writeNote(note));
    }

    [[nodiscard]] ExchangeDialog* open(int tab = 0) {
        if (m_dialog != nullptr)
            m_dialog->reject();
        m_stage->trigger(ActionId::ExchangeCheckpoints);
        m_dialog = page()->findChildren<ExchangeDialog*>().last();
        QSignalSpy loaded(m_dialog->handover(), &HandoverPane::loaded);
        [&] { QTRY_VERIFY(!loaded.isEmpty()); }();
        m_dialog->tabs()->setCurrentIndex(tab);
        return m_dialog;
    }

    [[nodiscard]] IntegrityPage* page() const { return m_stage->view()->integrity(); }

    [[nodiscard]] std::filesystem::path file() const { return m_stage->fixture().file().toStdString(); }

    std::unique_ptr<StagedDetails> m_stage;
    QPointer<ExchangeDialog> m_dialog;
};

MUNIMENT_TEST(exchange, TestExchange);
#include "test_exchange.moc"
