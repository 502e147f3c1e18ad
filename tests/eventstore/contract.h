// The promises of models/eventstore/event_store.h, one test each, run on every backend: test_contract_embedded.cpp,
// test_contract_postgres.cpp, test_contract_cockroach.cpp give it a bench. A promise that a backend cannot keep is a
// fault of the backend, or the header is wrong: no test here asks which backend it runs on, but for the side on which
// the horizon itself lies.
#pragma once

#include "tests/eventstore/contract_bench.h"

#include <QObject>

namespace muniment::test {

class StoreContract : public QObject {
    Q_OBJECT
public:
    explicit StoreContract(std::unique_ptr<StoreBench> bench) : m_bench(std::move(bench)) {}

private slots:
    void initTestCase();
    void init();

    // contract_append.cpp: what an append writes, and what it refuses
    void anAppendedEventIsLoadedAsItWasWritten();
    void eventsOfOneCommandShareAPositionAndKeepTheirOrder();
    void noPayloadIsNotAnEmptyObject();
    void optionalFieldsComeBack();
    void aStaleSequenceIsAConflictThatWritesNothing();
    void aSequenceBeyondTheNextIsAConflict();
    void anAggregateThatExistsIsNotCreatedAgain();
    void ofManyWritersOfOneAggregateOneWins();
    void anAppendWithoutEventsIsRefused();
    void anUnknownAggregateHasAnEmptyHistory();

    // contract_tenants.cpp: tenants' rows, homes and claims
    void creatingATenantWritesItsHome();
    void aTenantIsCreatedOnce();
    void aTenantNameIsTakenOncePerRegion();
    void renamingATenantMovesItsName();
    void thePlanOfATenantChanges();
    void aFreshStoreHasPlans();
    void anUnknownTenantHasNoHome();
    void onlyATenantAtHomeIsWrittenTo_data();
    void onlyATenantAtHomeIsWrittenTo();
    void anotherEpochIsNotHere();
    void aClaimIsHeldByOneAggregate();
    void aClaimIsPerTenantAndKind();
    void aReleasedClaimIsFree();
    void aClaimIsExchangedInOneCommand();
    void nobodyReleasesTheClaimOfAnother();

    // contract_following.cpp: several aggregates in one append, and names of a whole region
    void whatFollowsIsWrittenInTheGivenOrder();
    void aConflictInWhatFollowsWritesNothing_data();
    void aConflictInWhatFollowsWritesNothing();
    void whatFollowsIsRefusedWhereItMakesNoSense_data();
    void whatFollowsIsRefusedWhereItMakesNoSense();
    void asManyEventsAsAllowedAreWrittenAtOnce();
    void whatFollowsTakesAndReleasesItsOwnNames();
    void aNamePassesBetweenTheAggregatesOfOneAppend();
    void oneNameIsNotTakenTwiceInOneAppend();
    void aNameOfTheRegionIsHeldByOneTenant();
    void historyTakesNamesOfTheRegion();
    void theNameOfARemovedTenantIsFree();
    void settlingFindsWhatFollowed();

    // contract_plans.cpp: plans as their events say
    void theInstallationLivesInItsFirstRegion();
    void aPlanFollowsItsEvents();
    void aPlanOfTheInstallersStaysUntilItsEventsSayOtherwise();
    void eventsThatAreNoPlansChangeNoPlan();

    // contract_intake.cpp: unstructured records, and how they become events
    void aReceivedRecordIsFoundAgain();
    void whatIsNoJsonIsNotReceived_data();
    void whatIsNoJsonIsNotReceived();
    void recordsAreListedInPages_data();
    void recordsAreListedInPages();
    void recordsAreFoundByText_data();
    void recordsAreFoundByText();
    void aSearchGoesOnWhereItsPageEnded();
    void promotedRecordsAndTheirEventsAreOne();
    void aRecordIsPromotedOnce_data();
    void aRecordIsPromotedOnce();
    void aRefusedAppendPromotesNothing();
    void thousandsOfRecordsArePromotedAtOnce();
    void ofSeveralWhoPromoteARecordOneDoes();
    void aRejectedRecordCarriesItsReason();

    // contract_evidence.cpp: digests of the log, and what workstations tell each other
    void aPublishedCheckpointIsRead();
    void publishingTwiceChangesNothing();
    void twoStoriesAreBothKept();
    void checkpointsAreReadInPages_data();
    void checkpointsAreReadInPages();
    void whatIsNoCheckpointIsNotPublished_data();
    void whatIsNoCheckpointIsNotPublished();
    void manyPublishAtOnce();
    void digestsAreThoseOfTheLeaves_data();
    void digestsAreThoseOfTheLeaves();
    void aToldCopyIsKnown();
    void theLastWordAboutACopyCounts();
    void aCopyThatEndedBeginsAnew();
    void whatIsNoCopyIsNotTold_data();
    void whatIsNoCopyIsNotTold();

    // contract_tail.cpp: each event once, in log order
    void anEmptyLogHasAnEmptyPage();
    void pagesMeetWithoutGapOrRepeat_data();
    void pagesMeetWithoutGapOrRepeat();
    void oneTransactionLargerThanAPageIsReadWhole();
    void eachRegionHasItsOwnLog();
    void theTailShowsWhatTheAppendReturned();
    void aPageSaysWhetherThereIsMore();
    void aPageHoldsOnlyWhomItWasAskedFor();
    void largePayloadsEndAPageEarly();
    void largePayloadsAmongSmallOnesAreReadInOrder();
    void concurrentWritersAreReadOnceEach();
    void nothingAppearsBelowAHorizonThatWasTold();
    void theBacklogIsEstimated();

    // contract_continuity.cpp: is it still the same log, and what became of a lost answer
    void everyConnectionTellsTheSameIdentity();
    void aRegionThatIsNotThereIsMissing();
    void aHeldEventIsFoundAgain();
    void aHeldEventThatIsGoneMeansRewound();
    void aHeldEventThatDiffersMeansRewound_data();
    void aHeldEventThatDiffersMeansRewound();
    void anotherDatabaseIsNoticed_data();
    void anotherDatabaseIsNoticed();
    void settlingFindsWhatWasWritten();
    void settlingFindsThatNothingWasWritten();
    void settlingIsNotFooledByAnotherCommand();

    // contract_history.cpp: bulk history, cancelling, connections
    void historyKeepsItsTimesIdsAndOrder();
    void historyIsAllOrNothing();
    void historyOfAnUnknownTenantIsRefused();
    void historyGivesAddressesBackInOneForm();
    void historyWithAnAddressThatIsNoneWritesNothing();
    void historyLeavesAnExistingTenantAsItIs();
    void liveEventsContinueHistory();
    void historyKeepsPayloadBytesAsTheyAre();
    void historyTakesNames();
    void historyThatTakesANameTwiceWritesNothing_data();
    void historyThatTakesANameTwiceWritesNothing();
    void namesOfALongHistoryMoveFromOwnerToOwner();
    void cancelEndsARunningCall();
    void cancelWithoutACallChangesNothing();
    void aDroppedConnectionIsMadeAnew();
    void theCheapestQuestionIsAnswered();

    // contract_text.cpp: hostile text is data, what no database can keep is refused
    void hostileTextComesBackByteForByte_data();
    void hostileTextComesBackByteForByte();
    void textThatCannotBeKeptIsRefused_data();
    void textThatCannotBeKeptIsRefused();
    void payloadsAtTheLimitAreTaken_data();
    void payloadsAtTheLimitAreTaken();
    void payloadsBeyondTheRulesAreRefused_data();
    void payloadsBeyondTheRulesAreRefused();

private:
    [[nodiscard]] RegionName home() const { return StoreBench::region(0); }

    /// Tenant "acme" in the first region.
    void addAcme(EventStore& store);

    std::unique_ptr<StoreBench> m_bench;
};

} // namespace muniment::test
