#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

namespace {

/// Ann's removal: her grant and her session end with her.
Append annIsRemoved(const RegionName& region) {
    Append append = changed(region, "acme", "ann", 1);
    append.events = {{"user.removed", 1, std::nullopt}};
    append.claims = {release("user_name", "ann")};
    append.following = {following("grant", "g1", 1, {"grant.removed"}),
                        following("session", "s1", 1, {"session.signed.out", "session.terminated"}),
                        following("team", "new", 0, {"team.added"})};
    return append;
}

void addAnn(EventStore& store, const RegionName& region) {
    Append append = newUser(region, "acme", "ann");
    append.claims = {take("user_name", "ann")};
    append.following = {following("grant", "g1", 0, {"grant.added"}), following("session", "s1", 0, {"session.added"})};
    VERIFY_OK(store.append(append));
}

Append withFollowing(Append append, std::vector<FollowingEvents> next) {
    append.following = std::move(next);
    return append;
}

} // namespace

void StoreContract::whatFollowsIsWrittenInTheGivenOrder() {
    auto store = m_bench->open();
    addAcme(*store);
    addAnn(*store, home());
    const Append append = annIsRemoved(home());
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    QCOMPARE(appended->sequence, std::int64_t{2});
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    const std::vector<RecordedEvent> written(all->end() - 5, all->end());
    QCOMPARE(printed(written),
             QStringList({QStringLiteral("user/ann 2 user.removed"), QStringLiteral("grant/g1 2 grant.removed"),
                          QStringLiteral("session/s1 2 session.signed.out"),
                          QStringLiteral("session/s1 3 session.terminated"), QStringLiteral("team/new 1 team.added")}));
    QCOMPARE(appended->eventIds.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        QCOMPARE(written[i].eventId, appended->eventIds[i]);
        QCOMPARE(written[i].commandId, std::optional(append.commandId));
        QCOMPARE(written[i].key.position, appended->key.position);
    }
    QCOMPARE(written.back().key, appended->key);
}

void StoreContract::aConflictInWhatFollowsWritesNothing_data() {
    QTest::addColumn<QString>("aggregate");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("actual");
    QTest::newRow("a later event is there") << QStringLiteral("g1") << 0 << 1;
    QTest::newRow("the predecessor is not there") << QStringLiteral("g1") << 2 << 1;
    QTest::newRow("the aggregate is not there") << QStringLiteral("g2") << 1 << 0;
}

void StoreContract::aConflictInWhatFollowsWritesNothing() {
    QFETCH(QString, aggregate);
    QFETCH(int, expected);
    QFETCH(int, actual);
    auto store = m_bench->open();
    addAcme(*store);
    addAnn(*store, home());
    Append append = annIsRemoved(home());
    append.following[0].aggregate.id = AggregateId(aggregate.toStdString());
    append.following[0].expectedSequence = expected;
    append.following[2].claims = {take("team_name", "new")};
    const auto refused = store->append(append);
    QCOMPARE(codeOf(refused), QStringLiteral("conflict"));
    QCOMPARE(refused.error().get("aggregateType"), std::string("grant"));
    QCOMPARE(refused.error().get("aggregateId"), aggregate.toStdString());
    QCOMPARE(refused.error().get("expected"), std::to_string(expected));
    QCOMPARE(refused.error().get("actual"), std::to_string(actual));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{4});
    // Ann still holds her name, and nobody the team's.
    Append bob = newUser(home(), "acme", "bob");
    bob.claims = {take("user_name", "ann")};
    QCOMPARE(codeOf(store->append(bob)), QStringLiteral("nameTaken"));
    bob.claims = {take("team_name", "new")};
    VERIFY_OK(store->append(bob));
}

void StoreContract::whatFollowsIsRefusedWhereItMakesNoSense_data() {
    QTest::addColumn<std::vector<FollowingEvents>>("next");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const std::vector<FollowingEvents>& next, const char* field) {
        QTest::newRow(name) << next << QString::fromLatin1(field);
    };
    row("no events", {following("grant", "g1", 0, {})}, "events");
    row("the append's own aggregate", {following("user", "ann", 1, {"a"})}, "following");
    row("an aggregate twice", {following("grant", "g1", 0, {"a"}), following("grant", "g1", 1, {"a"})}, "following");
    row("a sequence below zero", {following("grant", "g1", -1, {"a"})}, "expectedSequence");
    row("no type", {following("", "g1", 0, {"a"})}, "aggregateType");
    row("no id", {following("grant", "", 0, {"a"})}, "aggregateId");
    row("an event without type", {following("grant", "g1", 0, {""})}, "type");
    FollowingEvents claimless = following("grant", "g1", 0, {"a"});
    claimless.claims = {take("", "x")};
    row("a claim without a kind", {claimless}, "claim");
    row("too many events", {following("grant", "g1", 0, std::vector<std::string>(kMaxAppendEvents, "a"))}, "events");
}

void StoreContract::whatFollowsIsRefusedWhereItMakesNoSense() {
    QFETCH(std::vector<FollowingEvents>, next);
    QFETCH(QString, field);
    auto store = m_bench->open();
    addAcme(*store);
    const auto refused = store->append(withFollowing(newUser(home(), "acme", "ann"), next));
    QCOMPARE(codeOf(refused), QStringLiteral("invalidInput"));
    QCOMPARE(QString::fromStdString(refused.error().get("field")), field);
    QCOMPARE(readAll(*store, home())->size(), std::size_t{1});
}

void StoreContract::asManyEventsAsAllowedAreWrittenAtOnce() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    for (std::size_t i = 1; i < kMaxAppendEvents; ++i)
        append.following.push_back(following("grant", std::to_string(i), 0, {"grant.added"}));
    VERIFY_OK(store->append(append));
    for (FollowingEvents& next : append.following) {
        next.expectedSequence = 1;
        next.events[0].type = "grant.removed";
    }
    append.expectedSequence = 1;
    append.following[4'000].expectedSequence = 2;
    const auto refused = store->append(append);
    QCOMPARE(codeOf(refused), QStringLiteral("conflict"));
    QCOMPARE(refused.error().get("aggregateId"), std::string("4001"));
    append.following[4'000].expectedSequence = 1;
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    QCOMPARE(appended->eventIds.size(), kMaxAppendEvents);
    QCOMPARE(readAll(*store, home())->size(), 1 + 2 * kMaxAppendEvents);
}

void StoreContract::whatFollowsTakesAndReleasesItsOwnNames() {
    auto store = m_bench->open();
    addAcme(*store);
    FollowingEvents team = following("team", "red", 0, {"team.added"});
    team.claims = {take("team_name", "red")};
    VERIFY_OK(store->append(withFollowing(newUser(home(), "acme", "ann"), {team})));
    FollowingEvents other = following("team", "blue", 0, {"team.added"});
    other.claims = {take("team_key", "b"), take("team_name", "red"), take("team_tag", "x")};
    const auto refused = store->append(withFollowing(newUser(home(), "acme", "bob"), {other}));
    QCOMPARE(codeOf(refused), QStringLiteral("nameTaken"));
    QCOMPARE(refused.error().get("kind"), std::string("team_name"));
    // Only the aggregate that took a name gives it up.
    Append lock = changed(home(), "acme", "ann", 1);
    lock.claims = {release("team_name", "red")};
    VERIFY_OK(store->append(lock));
    QCOMPARE(codeOf(store->append(withFollowing(newUser(home(), "acme", "bob"), {other}))),
             QStringLiteral("nameTaken"));
    FollowingEvents gone = following("team", "red", 1, {"team.removed"});
    gone.claims = {release("team_name", "red")};
    VERIFY_OK(store->append(withFollowing(changed(home(), "acme", "ann", 2), {gone})));
    VERIFY_OK(store->append(withFollowing(newUser(home(), "acme", "bob"), {other})));
}

void StoreContract::aNamePassesBetweenTheAggregatesOfOneAppend() {
    auto store = m_bench->open();
    addAcme(*store);
    Append ann = newUser(home(), "acme", "ann");
    ann.claims = {take("user_name", "chief"), take("user_name", "ann")};
    VERIFY_OK(store->append(ann));
    Append swap = changed(home(), "acme", "ann", 1);
    swap.claims = {release("user_name", "chief")};
    swap.following = {following("user", "bob", 0, {"user.human.added"})};
    swap.following[0].claims = {take("user_name", "chief"), take("user_name", "ann")};
    const auto refused = store->append(swap);
    QCOMPARE(codeOf(refused), QStringLiteral("nameTaken"));
    QCOMPARE(refused.error().get("kind"), std::string("user_name"));
    swap.following[0].claims.pop_back();
    VERIFY_OK(store->append(swap));
    Append back = changed(home(), "acme", "ann", 2);
    back.claims = {take("user_name", "chief")};
    QCOMPARE(codeOf(store->append(back)), QStringLiteral("nameTaken"));
    // Taken and released the other way round as well.
    back.following = {following("user", "bob", 1, {"user.removed"})};
    back.following[0].claims = {release("user_name", "chief")};
    VERIFY_OK(store->append(back));
}

void StoreContract::oneNameIsNotTakenTwiceInOneAppend() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.claims = {take("user_name", "ann"), take("user_email", "a@b")};
    append.following = {following("user", "bob", 0, {"user.human.added"})};
    append.following[0].claims = {take("user_name", "ann")};
    const auto refused = store->append(append);
    QCOMPARE(codeOf(refused), QStringLiteral("nameTaken"));
    QCOMPARE(refused.error().get("kind"), std::string("user_name"));
    QCOMPARE(readAll(*store, home())->size(), std::size_t{1});
}

void StoreContract::aNameOfTheRegionIsHeldByOneTenant() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newTenant(home(), "other", "Other")));
    VERIFY_OK(store->append(newTenant(StoreBench::region(1), "third", "Third")));
    const auto verified = [](Append append, ClaimChange change) {
        append.tenantChange.reset();
        append.claims = {std::move(change)};
        return append;
    };
    const ClaimChange taken = inRegion(take("domain", "acme.example"));
    VERIFY_OK(store->append(verified(renamed(home(), "acme", 1, {}), taken)));
    const auto refused = store->append(verified(renamed(home(), "other", 1, {}), taken));
    QCOMPARE(codeOf(refused), QStringLiteral("nameTaken"));
    QCOMPARE(refused.error().get("kind"), std::string("domain"));
    // A tenant's name is another thing, and so is another region's.
    VERIFY_OK(store->append(verified(renamed(home(), "other", 1, {}), take("domain", "acme.example"))));
    VERIFY_OK(store->append(verified(renamed(StoreBench::region(1), "third", 1, {}), taken)));
    VERIFY_OK(store->append(verified(renamed(home(), "other", 2, {}), inRegion(release("domain", "acme.example")))));
    QCOMPARE(codeOf(store->append(verified(renamed(home(), "other", 3, {}), taken))), QStringLiteral("nameTaken"));
    VERIFY_OK(store->append(verified(renamed(home(), "acme", 2, {}), inRegion(release("domain", "acme.example")))));
    VERIFY_OK(store->append(verified(renamed(home(), "other", 3, {}), taken)));
}

void StoreContract::historyTakesNamesOfTheRegion() {
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> homes{homeOf("acme"), homeOf("other")};
    const std::vector<RecordedEvent> events = history("acme", "acme", 1, 1);
    const std::vector<HistoryClaim> claims{inHistory("acme", "acme", inRegion(take("domain", "a.example"))),
                                           inHistory("acme", "acme", take("domain", "b.example"))};
    VERIFY_OK(mover->insertHistory(home(), {homes, events, claims}));
    const std::vector<HistoryClaim> again{inHistory("other", "other", inRegion(take("domain", "a.example")))};
    QCOMPARE(codeOf(mover->insertHistory(home(), {{}, {}, again})), QStringLiteral("nameTaken"));
    const std::vector<HistoryClaim> own{inHistory("other", "other", take("domain", "b.example"))};
    VERIFY_OK(mover->insertHistory(home(), {{}, {}, own}));
    const std::vector<HistoryClaim> twice{inHistory("acme", "acme", inRegion(take("domain", "c.example"))),
                                          inHistory("other", "other", inRegion(take("domain", "c.example")))};
    QCOMPARE(codeOf(mover->insertHistory(home(), {{}, {}, twice})), QStringLiteral("nameTaken"));
}

void StoreContract::theNameOfARemovedTenantIsFree() {
    auto store = m_bench->open();
    addAcme(*store);
    Append removal = renamed(home(), "acme", 1, {});
    removal.events = {{"org.removed", 1, std::nullopt}};
    removal.tenantChange = ReleaseTenantName{};
    VERIFY_OK(store->append(removal));
    const auto left = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(left);
    QVERIFY(left->has_value());
    QCOMPARE((*left)->name, std::string("acme"));
    QCOMPARE((*left)->state, std::string("active"));
    VERIFY_OK(store->append(newTenant(home(), "next", "Acme")));
}

void StoreContract::settlingFindsWhatFollowed() {
    auto store = m_bench->open();
    addAcme(*store);
    addAnn(*store, home());
    const Append append = annIsRemoved(home());
    const auto before = store->settle(append);
    // CockroachDB cannot yet say of an append that was never sent that it never will be.
    QVERIFY(before ? !before->done.has_value() : before.error().isTransient());
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    // Whatever happens to the aggregates later.
    VERIFY_OK(store->append(changed(home(), "acme", "ann", 2)));
    const auto settled = m_bench->open()->settle(append);
    VERIFY_OK(settled);
    QVERIFY(settled->done.has_value());
    QCOMPARE(settled->done->sequence, appended->sequence);
    QCOMPARE(settled->done->key, appended->key);
    QCOMPARE(settled->done->eventIds, appended->eventIds);
}

} // namespace muniment::test
