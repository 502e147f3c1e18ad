// Protects the list of colour rules while it is edited: order, names that stay unique, what cannot be used, and the way
// through a text file.
#include "models/items/colour_rule_file.h"
#include "models/items/colour_rule_model.h"
#include "models/items/column_roles.h"
#include "models/items/row_colouring.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace muniment;

namespace {

const std::vector<ColourRule> kRules{{"Failures", "outcome:failure", "red", true},
                                     {"Zürich: alles", "tenant:\"A: b\" or \"c d\"", "blue", false},
                                     {"Locks", "type:user.locked", "orange", true}};

QString printed(const ColourRuleModel& model) {
    QStringList names;
    for (const auto& rule : model.rules())
        names << QString::fromStdString(rule.name);
    return names.join(QStringLiteral(", "));
}

QString fault(const char* text) {
    const auto parsed = parseColourRules(text);
    return parsed ? QStringLiteral("none") : QString::fromStdString(parsed.error().get("field"));
}

} // namespace

class TestColourRuleModel : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_model = std::make_unique<ColourRuleModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setRules(kRules);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void rulesMove() {
        m_model->move(2, 0);
        QCOMPARE(printed(*m_model), QStringLiteral("Locks, Failures, Zürich: alles"));
        m_model->move(0, 1);
        QCOMPARE(printed(*m_model), QStringLiteral("Failures, Locks, Zürich: alles"));
        m_model->move(2, 3);
        m_model->move(0, -1);
        QCOMPARE(printed(*m_model), QStringLiteral("Failures, Locks, Zürich: alles"));
    }

    void namesStayUniqueAndAreNeverEmpty() {
        m_model->insert(1, kRules[0]);
        m_model->insert(9, kRules[0]);
        QCOMPARE(printed(*m_model), QStringLiteral("Failures, Failures (2), Zürich: alles, Locks, Failures (3)"));
        auto rule = m_model->rules()[1];
        rule.name = "  ";
        m_model->change(1, rule);
        QCOMPARE(QString::fromStdString(m_model->rules()[1].name), QStringLiteral("Rule"));
        rule.name = "Locks";
        m_model->change(1, rule);
        QCOMPARE(QString::fromStdString(m_model->rules()[1].name), QStringLiteral("Locks (2)"));
        m_model->change(3, m_model->rules()[3]);
        QCOMPARE(QString::fromStdString(m_model->rules()[3].name), QStringLiteral("Locks"));
        m_model->remove(1);
        QCOMPARE(printed(*m_model), QStringLiteral("Failures, Zürich: alles, Locks, Failures (3)"));
    }

    void aBoxSwitchesARuleOff() {
        const auto index = m_model->index(0, ColourRuleModel::Name);
        QCOMPARE(index.data(kRowColourRole).toString(), QStringLiteral("red"));
        QVERIFY(m_model->setData(index, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_model->rules()[0].isEnabled);
        QVERIFY(!index.data(kRowColourRole).isValid());
        m_model->setEditable(false);
        QVERIFY(!m_model->setData(index, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!(index.flags() & Qt::ItemIsUserCheckable));
    }

    void whatCannotBeUsedIsNamed() {
        QVERIFY(!m_model->faultyRow());
        for (const char* filter : {"tpye:x", "", "(("}) {
            m_model->change(1, {"x", filter, "red", true});
            QCOMPARE(m_model->faultyRow(), std::optional(1));
            m_model->change(1, {"x", filter, "red", false}); // not in use: may wait
            QVERIFY(!m_model->faultyRow());
        }
    }

    void whatTheFileCannotAnswerHasASignAndAReason() {
        const Error noWords{ErrorCode::InvalidInput, {}, {{"field", "FILTER"}, {"words", "absent"}}};
        m_model->setRules({{"All", "type:*", "red", true}, {"Words", R"("a<b")", "blue", true}});
        m_model->setObstacles({{R"("a<b")", noWords}});
        const auto text = [this](int row, int role) {
            return m_model->index(row, ColourRuleModel::Filter).data(role).toString();
        };
        QCOMPARE(text(0, Qt::DisplayRole), QStringLiteral("type:*"));
        QCOMPARE(text(1, Qt::DisplayRole), QStringLiteral("⚠ \"a<b\""));
        QCOMPARE(text(1, Qt::ToolTipRole),
                 QStringLiteral("&quot;a&lt;b&quot;<br>") + m_model->obstacle(1).toHtmlEscaped());
        QVERIFY2(m_model->obstacle(1).contains(QStringLiteral("keeps no index of words")),
                 qPrintable(m_model->obstacle(1)));
        QVERIFY2(text(1, Qt::AccessibleTextRole).contains(m_model->obstacle(1)),
                 qPrintable(text(1, Qt::AccessibleTextRole)));
        QVERIFY(!m_model->faultyRow()); // it may be kept
        m_model->move(1, 0);
        QCOMPARE(text(0, Qt::DisplayRole), QStringLiteral("⚠ \"a<b\""));
        m_model->change(0, {"Words", "seq>1", "blue", true});
        QCOMPARE(text(0, Qt::DisplayRole), QStringLiteral("seq>1"));
        m_model->change(0, {"Words", R"("a<b")", "blue", true});
        m_model->setObstacles({});
        QCOMPARE(text(0, Qt::DisplayRole), QStringLiteral("\"a<b\""));
    }

    void onlyRulesThatCanBeAskedColourRows() {
        auto rules = kRules;
        rules.push_back({"broken", "tpye:x", "red", true});
        const auto colouring = rowColouring(rules);
        QCOMPARE(colouring.rules.size(), std::size_t{2});
        QCOMPARE(colouring.filters.size(), std::size_t{2});
        QCOMPARE(colouring.rules[1], kRules[2]);
    }

    void aFileBringsThemBack() {
        const auto text = printColourRules(kRules);
        const auto parsed = parseColourRules(text);
        QVERIFY(parsed.has_value());
        QVERIFY(*parsed == kRules);
        QVERIFY(parseColourRules(printColourRules({}))->empty());
        const auto crlf = QString::fromStdString(text).replace(QLatin1Char('\n'), QStringLiteral("\r\n")).toStdString();
        QVERIFY(*parseColourRules(crlf) == kRules);
    }

    void whatIsNoFileOfRulesIsRefused() {
        QCOMPARE(fault(""), QStringLiteral("format"));
        QCOMPARE(fault("Muniment view 1\nname: x\n"), QStringLiteral("format"));
        QCOMPARE(fault("Muniment colour rules 1\nrule: a\nfilter: tpye:x\n"), QStringLiteral("filter"));
        QCOMPARE(fault("Muniment colour rules 1\nrule: a\n"), QStringLiteral("filter"));
        QCOMPARE(fault("Muniment colour rules 1\nrule: a\nfilter: seq>1\nrule: a\nfilter: seq>2\n"),
                 QStringLiteral("rule"));
        QCOMPARE(fault("Muniment colour rules 1\nrule:\nfilter: seq>1\n"), QStringLiteral("rule"));
        QCOMPARE(fault("Muniment colour rules 1\nlater: x\nrule: a\nlater: y\nfilter: seq>1\n"),
                 QStringLiteral("none"));
    }

    void theSuggestedOnesCanAllBeUsed() {
        const auto suggested = suggestedColourRules();
        m_model->setRules(suggested);
        QVERIFY(!m_model->faultyRow());
        QVERIFY(suggested.size() >= 5);
        QVERIFY(*parseColourRules(printColourRules(suggested)) == suggested); // unique names, too
    }

private:
    std::unique_ptr<ColourRuleModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

MUNIMENT_TEST(colour_rule_model, TestColourRuleModel);
#include "test_colour_rule_model.moc"
