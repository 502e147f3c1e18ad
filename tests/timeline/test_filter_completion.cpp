// Protects completion: what is being typed is found in filters that are not finished, and each value is offered with
// the count that the filter would have with it.
#include "models/replica/sqlite.h"
#include "models/timeline/filter_completion.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <stop_token>

using namespace muniment;
using namespace muniment::test;

namespace {

/// "type|user.l|6+6|x": field, what was typed, what is replaced, and the filter beside it; of a field's name "" first.
std::string printed(const std::string& text, std::size_t cursor) {
    const auto place = completionPlaceOf(text, cursor);
    std::string line(place.kind == CompletionPlace::Kind::Field ? "" : filterFieldName(place.field));
    line += place.path + (place.isInSet ? "(" : "") + (place.hasOperator ? ":" : "") + '|' + place.typed + '|';
    line += text.substr(place.replaced.first, place.replaced.length) + '|';
    return line + printFilter(filterBeside(text, place));
}

std::vector<std::string> texts(const FilterCompletions& completions) {
    std::vector<std::string> all;
    for (const auto& item : completions.items)
        all.push_back(item.text);
    return all;
}

/// ASCII only: the capital of ß would be another word.
std::string capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

bool offers(const FilterCompletions& completions, const std::string& text) {
    const auto all = texts(completions);
    return std::find(all.begin(), all.end(), text) != all.end();
}

} // namespace

class FilterCompletionTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void findsThePlace_data();
    void findsThePlace();
    void everyCursorHasAPlace();
    void offersFields_data();
    void offersFields();
    void countsAreThoseOfTheFilter_data();
    void countsAreThoseOfTheFilter();
    void offersPeopleByAnyName();
    void quotesWhatMustBeQuoted();
    void honoursItsLimit();
    void aRequestedStopEndsIt();
    void beginningsOfNamesAreARangeOfTheIndex();

private:
    [[nodiscard]] FilterCompletions complete(const std::string& text, int limit = kMaxCompletions) {
        const auto view = MUST(m_replica->snapshot());
        return MUST(completeFilter(*view, text, text.size(), m_scope, limit));
    }

    ReplicaFixture m_fixture{{"eu-west-1", "us-east-1"}};
    std::unique_ptr<Replica> m_replica;
    TimelineQuestion m_scope;
};

void FilterCompletionTest::initTestCase() {
    m_replica = m_fixture.create();
    m_scope.now = MUST(parseInstant("2026-03-01"));
    for (const char* region : {"eu-west-1", "us-east-1"}) {
        SampleLogSettings settings;
        settings.region = RegionName(region);
        settings.seed = static_cast<unsigned char>(region[0]);
        applyAll(*m_replica, settings.region, sampleEvents(settings, 1'500), 500);
    }
}

void FilterCompletionTest::findsThePlace_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("place");
    // The bar stands for the cursor.
    const auto row = [](const char* text, const char* place) {
        QTest::newRow(text) << std::string(text) << std::string(place);
    };
    row("|", "|||");
    row("ty|", "|ty|ty|");
    row("a ty|pe", "|ty|type|a");
    row("a | b", "|||a b");
    row("-ty|", "|ty|ty|");
    row("(a or ty|", "|ty|ty|");
    row("ty|pe:x a", ":|ty|type|a");
    row("type:|", "type||"
                  "|");
    row("a type:us| b", "type|us|us|a b");
    row("-type:us|er b", "type|us|user|b");
    row("tenant:\"Acme A|", "tenant|Acme A|\"Acme A|");
    row("tenant:\"Acme A|G\" x", "tenant|Acme A|\"Acme AG\"|x");
    row("type:(a b|", "type(|b|b|");
    row("type:(a |", "type(|||");
    row("type:(a |) x", "type(|||x");
    row("type:(|", "type(|||");
    row("x or type:|", "type|||");
    row("payload.role|", "|payload.role|payload.role|");
    row("payload.roleKeys:ad|", "payload.roleKeys|ad|ad|");
    row("nope:x|", "|x|x|");
    row("\"free wo|rds\"", "|free wo|\"free words\"|");
}

void FilterCompletionTest::findsThePlace() {
    QFETCH(std::string, text);
    QFETCH(std::string, place);
    const auto cursor = text.find('|');
    text.erase(cursor, 1);
    QCOMPARE(QString::fromStdString(printed(text, cursor)), QString::fromStdString(place));
}

void FilterCompletionTest::everyCursorHasAPlace() {
    const std::string text = "a -type:(x \"y z\" or w) (tenant:\"Acme AG\" or seq >= 5) payload.\"q r\":1 \"unclosed (";
    for (std::size_t cursor = 0; cursor <= text.size() + 1; ++cursor) {
        const auto place = completionPlaceOf(text, cursor);
        QVERIFY(place.replaced.first <= text.size());
        QVERIFY(place.replaced.length <= text.size() - place.replaced.first);
        QVERIFY(place.condition.first <= place.replaced.first);
    }
}

void FilterCompletionTest::offersFields_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("offered");
    const auto row = [](const char* text, const char* offered) {
        QTest::newRow(text) << std::string(text) << std::string(offered);
    };
    row("", "type:");
    row("ten", "tenant:");
    row("org", "tenant:");
    row("work", "network:");
    row("seq", "seq>=");
    row("pay", "payload.");
    row("payload.email", "payload.email:");
    row("userna", "payload.userName:");
    row("o", "or");
}

void FilterCompletionTest::offersFields() {
    QFETCH(std::string, text);
    QFETCH(std::string, offered);
    QVERIFY2(offers(complete(text), offered), offered.c_str());
}

void FilterCompletionTest::countsAreThoseOfTheFilter_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"type:", "type:check", "outcome:", "country:", "region:", "actorType:", "browser:fire",
                             "type:user.* outcome:", "outcome:failure region:eu type:", "os:", "writer:", "network:"})
        QTest::newRow(text) << std::string(text);
}

void FilterCompletionTest::countsAreThoseOfTheFilter() {
    QFETCH(std::string, text);
    if (text.find("region:eu type:") != std::string::npos)
        text = "outcome:failure region:eu-west-1 type:";
    const auto completions = complete(text);
    QVERIFY(!completions.items.empty());
    const auto view = MUST(m_replica->snapshot());
    for (const auto& item : completions.items) {
        auto question = m_scope;
        const std::string whole = text.substr(0, completions.replaced.first) + item.text;
        const auto parsed = parseFilter(whole);
        QVERIFY2(parsed.filter.has_value(), whole.c_str());
        question.filter = *parsed.filter;
        QVERIFY(item.count.has_value());
        QCOMPARE(*item.count, MUST(evaluate(*view, question))->count());
        QVERIFY(*item.count > 0);
    }
}

void FilterCompletionTest::offersPeopleByAnyName() {
    const auto path = m_fixture.path();
    const auto rows =
        printedQuery(path, "SELECT id, user_name, email FROM user_versions JOIN aggregates ON code = entity"
                           " WHERE to_n IS NULL AND email <> '' ORDER BY id LIMIT 5");
    QVERIFY(!rows.empty());
    for (const auto& row : rows) {
        const auto parts = QString::fromStdString(row).split(QLatin1Char('|'));
        for (const auto& typed : parts) {
            const auto completions = complete("actor:\"" + capitals(typed.toStdString()));
            const auto isThey = [&](const auto& item) { return item.label == parts[1].toStdString(); };
            QVERIFY2(std::any_of(completions.items.begin(), completions.items.end(), isThey), qPrintable(typed));
        }
    }
    const auto organizations = printedQuery(path, "SELECT name FROM org_versions WHERE to_n IS NULL LIMIT 1");
    const auto subjects = complete("subject:\"" + organizations.front());
    QVERIFY(!subjects.items.empty());
    const auto tenants = complete("tenant:\"" + organizations.front().substr(0, 4));
    QVERIFY(!tenants.items.empty() && tenants.items.front().count && !tenants.items.front().detail.empty());
}

void FilterCompletionTest::quotesWhatMustBeQuoted() {
    for (const auto& item : complete("browser:").items)
        QCOMPARE(item.text, '"' + item.label + '"');
    for (const auto& item : complete("country:").items)
        QCOMPARE(item.text, item.label);
}

void FilterCompletionTest::honoursItsLimit() {
    QCOMPARE(complete("type:", 3).items.size(), std::size_t{3});
    QCOMPARE(complete("actor:", 3).items.size(), std::size_t{3});
    QVERIFY(complete("actor:").items.size() <= static_cast<std::size_t>(kMaxCompletions));
    QVERIFY(complete("", 0).items.empty());
}

void FilterCompletionTest::aRequestedStopEndsIt() {
    const auto view = MUST(m_replica->snapshot());
    std::stop_source stop;
    const auto guard = view->interruptOn(stop.get_token());
    stop.request_stop();
    const auto completions = completeFilter(*view, "type:user.* seq>1 type:", 23, m_scope);
    QVERIFY(!completions.has_value());
    QVERIFY(completions.error().code == ErrorCode::Cancelled);
}

void FilterCompletionTest::beginningsOfNamesAreARangeOfTheIndex() {
    const auto plan =
        printedQuery(m_fixture.path(), "EXPLAIN QUERY PLAN SELECT v.user_name FROM user_versions_listed AS l"
                                       " CROSS JOIN user_versions AS v ON v.entity = l.entity AND v.to_n"
                                       " IS NULL WHERE l.to_n IS NULL AND l.name_folded >= 'a' AND"
                                       " l.name_folded < 'b' ORDER BY l.name_folded, l.id LIMIT 50");
    QCOMPARE(plan.size(), std::size_t{2});
    QVERIFY2(plan[0].find("SEARCH l USING PRIMARY KEY (name_folded>") != std::string::npos, plan[0].c_str());
    QVERIFY2(plan[1].find("SEARCH v USING INDEX user_versions_by_entity (entity=?)") != std::string::npos,
             plan[1].c_str());
}

MUNIMENT_TEST(filter_completion, FilterCompletionTest);

#include "test_filter_completion.moc"
