// Protects the colours of rows: text stays readable on each of them, a person makes, orders and switches rules by the
// keyboard, what cannot be used is not kept, what the file cannot answer says so, rules pass through files, colour
// never stands alone, and a file open for reading shows its rules and why they cannot be changed.
#include "models/items/column_roles.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/colours/colour_rule_editor.h"
#include "ui/colours/colour_rules_dialog.h"
#include "ui/filter/filter_edit.h"
#include "ui/look/row_tones.h"
#include "ui/look/tones.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace muniment;
using namespace muniment::test;

namespace {

/// Relative luminance and contrast of WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestColourRules : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openFourTenants();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void everyTextCanBeReadOnEveryRow() {
        for (const Tones* look : {&lightTones(), &darkTones()}) {
            setTones(*look);
            for (const auto& tone : rowTones()) {
                for (const auto& text : {look->text, look->quiet, look->bad})
                    QVERIFY2(contrast(text, tone.surface) >= 4.5,
                             qPrintable(QStringLiteral("%1 on %2 of %3: %4")
                                            .arg(text.name(), tone.surface.name(), QLatin1String(tone.name))
                                            .arg(contrast(text, tone.surface))));
                QVERIFY2(contrast(tone.band, look->surface) >= 2, tone.name);
            }
            const auto& found = foundTone();
            for (const auto& text : {look->text, look->quiet, look->bad})
                QVERIFY2(contrast(text, found.surface) >= 4.5, qPrintable(text.name()));
            for (const auto& below : {found.surface, look->surface, look->selection}) // rows, strip, chosen row
                QVERIFY2(contrast(found.band, below) >= 3, qPrintable(below.name()));
        }
        setTones(lightTones());
    }

    void suggestedRulesAreTakenOverByTheKeyboard() {
        auto* dialog = open();
        QVERIFY(findings(dialog).isEmpty());
        QCOMPARE(dialog->model()->rowCount(), 0);
        m_fixture->picture(QStringLiteral("colour-rules-empty-light"), dialog);
        QTest::keyClick(dialog->suggestionsButton(), Qt::Key_Space);
        QVERIFY(dialog->model()->rowCount() >= 5);
        m_fixture->picture(QStringLiteral("colour-rules-light"), dialog);
        save(dialog);
        QTRY_COMPARE(ruleAt(QStringLiteral("user.locked")), QStringLiteral("Locks"));
        QCOMPARE(ruleAt(QStringLiteral("org.added")), QStringLiteral("Operators"));
    }

    void theFirstRuleThatMatchesWins() {
        auto* dialog = open();
        const int locks = rowOf(dialog, "Locks");
        const int operators = rowOf(dialog, "Operators");
        QVERIFY(operators > locks);
        dialog->list()->setFocus();
        dialog->list()->setCurrentIndex(dialog->model()->index(operators, 0));
        for (int i = 0; i < operators - locks; ++i)
            QTest::keyClick(dialog->list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(rowOf(dialog, "Operators"), locks);
        QCOMPARE(dialog->list()->currentIndex().row(), locks);
        save(dialog);
        QTRY_COMPARE(ruleAt(QStringLiteral("user.locked")), QStringLiteral("Operators"));

        dialog = open();
        dialog->list()->setFocus();
        dialog->list()->setCurrentIndex(dialog->model()->index(rowOf(dialog, "Operators"), 0));
        QTest::keyClick(dialog->list(), Qt::Key_Space); // switched off
        save(dialog);
        QTRY_COMPARE(ruleAt(QStringLiteral("user.locked")), QStringLiteral("Locks"));
        QCOMPARE(ruleAt(QStringLiteral("org.added")), QString());
    }

    void colourNeverStandsAlone() {
        const auto cell = cellOf(QStringLiteral("user.locked"));
        QVERIFY2(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Locks")),
                 qPrintable(cell.data(Qt::ToolTipRole).toString()));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Locks")));
        page()->focusList();
        const auto shot = page()->table()->view()->viewport()->grab().toImage();
        const auto rect = page()->table()->view()->visualRect(cell.siblingAtColumn(TimelineModel::Time));
        QCOMPARE(shot.pixelColor(1, rect.center().y()), rowTone(QStringLiteral("orange")).band);
        QCOMPARE(shot.pixelColor(kBandWidth + 1, rect.top() + 3), rowTone(QStringLiteral("orange")).surface);
    }

    void aCellBecomesARule() {
        const auto cell = cellOf(QStringLiteral("user.human.added"));
        page()->table()->view()->setCurrentIndex(cell);
        trigger(ActionId::ColourLikeThis);
        auto* dialog = shown();
        QCOMPARE(dialog->list()->currentIndex().row(), 0);
        QCOMPARE(dialog->editor()->filterField()->text(), QStringLiteral("type:user.human.added"));
        QVERIFY(dialog->editor()->nameField()->hasFocus());
        QTest::keyClicks(dialog->editor()->nameField(), QStringLiteral("New <b>people</b>"));
        auto* colour = dialog->editor()->colourField();
        colour->setCurrentIndex(colour->findData(QStringLiteral("green")));
        m_fixture->picture(QStringLiteral("colour-rules-cell-light"), dialog);
        save(dialog);
        QTRY_COMPARE(ruleAt(QStringLiteral("user.human.added")), QStringLiteral("New <b>people</b>"));
        QCOMPARE(cellOf(QStringLiteral("user.human.added")).data(kRowColourRole).toString(), QStringLiteral("green"));
        page()->table()->view()->setCurrentIndex(page()->model()->index(0, TimelineModel::Time));
        trigger(ActionId::ColourLikeThis); // a time stands for no condition
        QVERIFY(m_fixture->window->findChild<ColourRulesDialog*>() == nullptr);
    }

    void whatCannotBeUsedIsNotKept() {
        auto* dialog = open();
        dialog->list()->setFocus();
        QTest::keyClick(dialog->list(), Qt::Key_Insert);
        QVERIFY(dialog->editor()->nameField()->hasFocus());
        auto* filter = dialog->editor()->filterField();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("tpye:user.locked"));
        QVERIFY2(dialog->editor()->words().contains(QStringLiteral("type")), qPrintable(dialog->editor()->words()));
        const auto before = view()->workspace().colourRules();
        dialog->saveButton()->click();
        QVERIFY(!dialog->errorText().isEmpty());
        QVERIFY(filter->hasFocus());
        m_fixture->picture(QStringLiteral("colour-rules-error-light"), dialog);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTest::keyClick(filter, Qt::Key_Escape); // the first may have closed a list of completions
        QTRY_VERIFY(dialog->list()->hasFocus());
        QTest::keyClick(dialog->list(), Qt::Key_Delete);
        QTest::keyClick(dialog->list(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(dialog->model()->rowCount(), static_cast<int>(before.size()) + 1);
        dialog->reject();
        QTRY_VERIFY(m_fixture->window->findChild<ColourRulesDialog*>() == nullptr);
        QVERIFY(view()->workspace().colourRules() == before);
    }

    void rulesPassThroughAFile() {
        const auto path = QString::fromStdString((m_fixture->folder() / "acme.rules.txt").string());
        auto* dialog = open();
        const auto rules = dialog->model()->rules();
        dialog->exportTo(path);
        while (dialog->model()->rowCount() > 0)
            QTest::keyClick(dialog->list(), Qt::Key_Delete);
        dialog->importFrom(path);
        QVERIFY(dialog->model()->rules() == rules);
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("Muniment colour rules 1\nrule: x\nfilter: tpye:y\n");
        broken.close();
        dialog->importFrom(path);
        QVERIFY2(dialog->errorText().contains(QStringLiteral("x")), qPrintable(dialog->errorText()));
        QVERIFY(dialog->model()->rules() == rules);
        dialog->reject();
        QTRY_VERIFY(m_fixture->window->findChild<ColourRulesDialog*>() == nullptr);
    }

    void aRuleThatTheFileCannotAnswerSaysSo() {
        keepWords(false);
        auto* dialog = open();
        dialog->addRule({"People", {}, "sky", true});
        auto* filter = dialog->editor()->filterField();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("weber "));
        const QString lack = QStringLiteral("This file keeps no index of words.");
        QTRY_VERIFY2(dialog->editor()->words().startsWith(lack), qPrintable(dialog->editor()->words()));
        QCOMPARE(dialog->editor()->sign(), QStringLiteral("⚠"));
        QCOMPARE(filter->text(), QStringLiteral("weber ")); // the answer does not take the blank away
        const auto cell = dialog->model()->index(0, ColourRuleModel::Filter);
        QCOMPARE(cell.data().toString(), QStringLiteral("⚠ weber"));
        QVERIFY(findings(dialog).isEmpty());
        QTest::keyClicks(filter, QStringLiteral("type:user.*"));
        QTRY_VERIFY(cell.data().toString().startsWith(QStringLiteral("⚠ weber type")));
        filter->setText(QStringLiteral("type:user.*"));
        QTRY_COMPARE(dialog->editor()->sign(), QStringLiteral("✓"));
        filter->setText(QStringLiteral("weber"));
        dialog->list()->setFocus();
        QTRY_COMPARE(dialog->editor()->sign(), QStringLiteral("⚠"));
        m_fixture->picture(QStringLiteral("colour-rules-no-words-light"), dialog);
        save(dialog);
        QCOMPARE(ruleAt(QStringLiteral("user.human.added")), QStringLiteral("New <b>people</b>"));

        keepWords(true); // the rows are asked for again when the index is there
        QTRY_COMPARE(ruleAt(QStringLiteral("user.human.added")), QStringLiteral("People"));
        dialog = open();
        QTest::qWait(100);
        QCOMPARE(dialog->editor()->sign(), QStringLiteral("✓"));
        QTest::keyClick(dialog->list(), Qt::Key_Delete);
        save(dialog);
    }

    void rulesAreInTheFileAndReadOnlyWindowsShowThem() {
        MainWindow second(m_fixture->look, m_fixture->language);
        second.resize(1400, 860);
        second.show();
        second.openFile(m_fixture->file().toStdString());
        QTRY_VERIFY(second.view() != nullptr);
        QTRY_VERIFY(second.view()->timeline()->model()->isLoaded());
        QTRY_VERIFY(second.view()->timeline()->model()->ruleAt(0) != nullptr ||
                    second.view()->timeline()->model()->ruleAt(1) != nullptr);
        QVERIFY(!second.actions().action(ActionId::ColourLikeThis)->isEnabled());
        second.actions().action(ActionId::ColourRules)->trigger();
        QVERIFY(second.findChild<ColourRulesDialog*>() != nullptr);
        auto* dialog = second.findChild<ColourRulesDialog*>();
        QVERIFY(dialog->errorText().contains(QStringLiteral("reading only")));
        QVERIFY(!dialog->saveButton()->isEnabled());
        QVERIFY(dialog->editor()->nameField()->isReadOnly());
        const auto rules = dialog->model()->rules();
        QTest::keyClick(dialog->list(), Qt::Key_Delete);
        QTest::keyClick(dialog->list(), Qt::Key_Space);
        QVERIFY(dialog->model()->rules() == rules);
        m_fixture->picture(QStringLiteral("colour-rules-read-only-light"), dialog);
        dialog->reject();
    }

    void bothLooksShowColouredRows() {
        page()->model()->follow();
        QTest::mouseMove(m_fixture->window.get(), QPoint(2, 2));
        m_fixture->picture(QStringLiteral("coloured-rows-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("coloured-rows-dark"));
        auto* dialog = open();
        m_fixture->picture(QStringLiteral("colour-rules-dark"), dialog);
        dialog->reject();
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->language.choose(QStringLiteral("de"));
        dialog = open();
        m_fixture->picture(QStringLiteral("colour-rules-de"), dialog);
        dialog->reject();
        m_fixture->language.choose(QStringLiteral("en"));
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    void keepWords(bool isWanted) {
        bool isChanged = false;
        view()->workspace().change({.wordIndex = isWanted}, this, [&](const Result<void>& result) {
            QVERIFY(result);
            isChanged = true;
        });
        QTRY_VERIFY(isChanged);
    }

    ColourRulesDialog* shown() const {
        ColourRulesDialog* dialog = nullptr;
        [&] {
            QTRY_VERIFY((dialog = qobject_cast<ColourRulesDialog*>(QApplication::activeModalWidget())) != nullptr);
        }();
        [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
        return dialog;
    }

    ColourRulesDialog* open() {
        trigger(ActionId::ColourRules);
        return shown();
    }

    void save(ColourRulesDialog* dialog) {
        dialog->saveButton()->click();
        QTRY_VERIFY(m_fixture->window->findChild<ColourRulesDialog*>() == nullptr);
    }

    static int rowOf(const ColourRulesDialog* dialog, const char* name) {
        const auto& rules = dialog->model()->rules();
        return static_cast<int>(std::ranges::find(rules, name, &ColourRule::name) - rules.begin());
    }

    /// The first visible event of that type.
    [[nodiscard]] QModelIndex cellOf(const QString& type) const {
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            if (page()->model()->index(row, TimelineModel::Event).data().toString() == type)
                return page()->model()->index(row, TimelineModel::Event);
        return {};
    }

    [[nodiscard]] QString ruleAt(const QString& type) const {
        const auto* rule = page()->model()->ruleAt(cellOf(type).row());
        return rule == nullptr ? QString() : QString::fromStdString(rule->name);
    }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(colour_rules, TestColourRules);
#include "test_colour_rules.moc"
