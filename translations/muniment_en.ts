<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessEffect</name>
    <message numerus="yes">
        <source>gains %n right(s)</source>
        <translation>
            <numerusform>gains %n right</numerusform>
            <numerusform>gains %n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>loses %n right(s)</source>
        <translation>
            <numerusform>loses %n right</numerusform>
            <numerusform>loses %n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would</source>
        <translation>
            <numerusform>%n person would</numerusform>
            <numerusform>%n people would</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) of separation of duties would be broken.</source>
        <translation>
            <numerusform>%n rule of separation of duties would be broken.</numerusform>
            <numerusform>%n rules of separation of duties would be broken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccessSentence</name>
    <message numerus="yes">
        <source>At {time}, {who} could do {action} in the whole organization, in %n way(s).</source>
        <translation>
            <numerusform>At {time}, {who} could do {action} in the whole organization, in %n way.</numerusform>
            <numerusform>At {time}, {who} could do {action} in the whole organization, in %n ways.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{who} can do {action} in the whole organization, in %n way(s).</source>
        <translation>
            <numerusform>{who} can do {action} in the whole organization, in %n way.</numerusform>
            <numerusform>{who} can do {action} in the whole organization, in %n ways.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {time}, {who} could do {action} on {what}, in %n way(s).</source>
        <translation>
            <numerusform>At {time}, {who} could do {action} on {what}, in %n way.</numerusform>
            <numerusform>At {time}, {who} could do {action} on {what}, in %n ways.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{who} can do {action} on {what}, in %n way(s).</source>
        <translation>
            <numerusform>{who} can do {action} on {what}, in %n way.</numerusform>
            <numerusform>{who} can do {action} on {what}, in %n ways.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n grant</numerusform>
            <numerusform>%n grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compromises</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with it</source>
        <translation>
            <numerusform>%n more with it</numerusform>
            <numerusform>%n more with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 did %n thing(s) in that time</source>
        <translation>
            <numerusform>%1 did %n thing in that time</numerusform>
            <numerusform>%1 did %n things in that time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gave access or a way in</source>
        <translation>
            <numerusform>%n gave access or a way in</numerusform>
            <numerusform>%n gave access or a way in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still stand(s)</source>
        <translation>
            <numerusform>%n still stands</numerusform>
            <numerusform>%n still stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of it was done by those whom it empowered, also later.</source>
        <translation>
            <numerusform>%n of it was done by those whom it empowered, also later.</numerusform>
            <numerusform>%n of it were done by those whom it empowered, also later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictReport</name>
    <message numerus="yes">
        <source>%n still fit(s).</source>
        <translation>
            <numerusform>%n still fits.</numerusform>
            <numerusform>%n still fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were overtaken by somebody else.</source>
        <translation>
            <numerusform>%n was overtaken by somebody else.</numerusform>
            <numerusform>%n were overtaken by somebody else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are refused now.</source>
        <translation>
            <numerusform>%n is refused now.</numerusform>
            <numerusform>%n are refused now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n nothing is known: the region has not answered.</source>
        <translation>
            <numerusform>Of %n nothing is known: the region has not answered.</numerusform>
            <numerusform>Of %n nothing is known: the region has not answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventChanges</name>
    <message numerus="yes">
        <source>… %n more, under Raw</source>
        <translation>
            <numerusform>… %n more, under Raw</numerusform>
            <numerusform>… %n more, under Raw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>An excerpt: %1 event(s) of %2, made at %3 by %4.</source>
        <translation>
            <numerusform>An excerpt: %1 event of %2, made at %3 by %4.</numerusform>
            <numerusform>An excerpt: %1 events of %2, made at %3 by %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) in it were sealed only when it was made.</source>
        <translation>
            <numerusform>%n log in it was sealed only when it was made.</numerusform>
            <numerusform>%n logs in it were sealed only when it was made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n event(s) personal fields are not in it: hashes stand for them.</source>
        <translation>
            <numerusform>Of %n event personal fields are not in it: hashes stand for them.</numerusform>
            <numerusform>Of %n events personal fields are not in it: hashes stand for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Courier bundle %1, signed by %2, has brought %3 event(s).</source>
        <translation>
            <numerusform>Courier bundle %1, signed by %2, has brought %3 event.</numerusform>
            <numerusform>Courier bundle %1, signed by %2, has brought %3 events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n checkpoint(s) are kept now. Verify, and they are compared with the events.</source>
        <translation>
            <numerusform>%n checkpoint is kept now. Verify, and it is compared with the events.</numerusform>
            <numerusform>%n checkpoints are kept now. Verify, and they are compared with the events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) tell another story than what is kept here. Keep both: together they prove that the history was altered, or shown differently to two people.</source>
        <translation>
            <numerusform>%n checkpoint tells another story than what is kept here. Keep both: together they prove that the history was altered, or shown differently to two people.</numerusform>
            <numerusform>%n checkpoints tell another story than what is kept here. Keep both: together they prove that the history was altered, or shown differently to two people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) were not signed by whom they name.</source>
        <translation>
            <numerusform>%n checkpoint was not signed by whom it names.</numerusform>
            <numerusform>%n checkpoints were not signed by whom they name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) are signed by nobody whom you believe. Compare the witness&apos;s key with what its owner tells you, and enter it.</source>
        <translation>
            <numerusform>%n checkpoint is signed by nobody whom you believe. Compare the witness&apos;s key with what its owner tells you, and enter it.</numerusform>
            <numerusform>%n checkpoints are signed by nobody whom you believe. Compare the witness&apos;s key with what its owner tells you, and enter it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing contradicts what is kept. %n checkpoint(s) are new.</source>
        <translation>
            <numerusform>Nothing contradicts what is kept. %n checkpoint is new.</numerusform>
            <numerusform>Nothing contradicts what is kept. %n checkpoints are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it cannot be read as a checkpoint.</source>
        <translation>
            <numerusform>%n part of it cannot be read as a checkpoint.</numerusform>
            <numerusform>%n parts of it cannot be read as checkpoints.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>%n event(s) stand in the log behind ones with a later time.</source>
        <translation>
            <numerusform>%n event stands in the log behind ones with a later time.</numerusform>
            <numerusform>%n events stand in the log behind ones with a later time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistogramWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Integrity</name>
    <message numerus="yes">
        <source>%1 newer event(s) not sealed yet</source>
        <translation>
            <numerusform>%1 newer event not sealed yet</numerusform>
            <numerusform>%1 newer events not sealed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>checked here against %1 checkpoint(s)</source>
        <translation>
            <numerusform>checked here against %1 checkpoint</numerusform>
            <numerusform>checked here against %1 checkpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s)</source>
        <translation>
            <numerusform>%1 finding</numerusform>
            <numerusform>%1 findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sealed to %1 event(s)</source>
        <translation>
            <numerusform>Sealed to %1 event</numerusform>
            <numerusform>Sealed to %1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 thing(s) in this file are not as they were.</source>
        <translation>
            <numerusform>%1 thing in this file is not as it was.</numerusform>
            <numerusform>%1 things in this file are not as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 tree(s) hashed anew.</source>
        <translation>
            <numerusform>in %1 tree hashed anew.</numerusform>
            <numerusform>in %1 trees hashed anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) were sealed then,</source>
        <translation>
            <numerusform>%1 event was sealed then,</numerusform>
            <numerusform>%1 events were sealed then,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 event(s) personal fields are not in this file: their hashes were taken as they are.</source>
        <translation>
            <numerusform>Of %1 event personal fields are not in this file: their hashes were taken as they are.</numerusform>
            <numerusform>Of %1 events personal fields are not in this file: their hashes were taken as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 checkpoint(s) speak of what this file does not hold, or not yet.</source>
        <translation>
            <numerusform>%1 checkpoint speaks of what this file does not hold, or not yet.</numerusform>
            <numerusform>%1 checkpoints speak of what this file does not hold, or not yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s) are listed below.</source>
        <translation>
            <numerusform>%1 finding is listed below.</numerusform>
            <numerusform>%1 findings are listed below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) not sealed yet</source>
        <translation>
            <numerusform>%1 event not sealed yet</numerusform>
            <numerusform>%1 events not sealed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) are not the same here and at the server.</source>
        <translation>
            <numerusform>%1 event is not the same here and at the server.</numerusform>
            <numerusform>%1 events are not the same here and at the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) of organizations that have moved away were not compared</source>
        <translation>
            <numerusform>%1 event of an organization that has moved away was not compared</numerusform>
            <numerusform>%1 events of organizations that have moved away were not compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassportWords</name>
    <message numerus="yes">
        <source>%n workstation(s) told of a copy.</source>
        <translation>
            <numerusform>%n workstation told of a copy.</numerusform>
            <numerusform>%n workstations told of a copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told that its copy was deleted.</source>
        <translation>
            <numerusform>%n told that its copy was deleted.</numerusform>
            <numerusform>%n told that their copies were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayloadLines</name>
    <message numerus="yes">
        <source>… %n more</source>
        <translation>
            <numerusform>… %n more</numerusform>
            <numerusform>… %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlannedWrites</name>
    <message numerus="yes">
        <source>They become a member of %n team(s).</source>
        <translation>
            <numerusform>They become a member of %n team.</numerusform>
            <numerusform>They become a member of %n teams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) or key(s) are removed.</source>
        <translation>
            <numerusform>%n token or key is removed.</numerusform>
            <numerusform>%n tokens or keys are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) are ended.</source>
        <translation>
            <numerusform>%n open session is ended.</numerusform>
            <numerusform>%n open sessions are ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) are given.</source>
        <translation>
            <numerusform>%n grant is given.</numerusform>
            <numerusform>%n grants are given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) are revoked.</source>
        <translation>
            <numerusform>%n grant is revoked.</numerusform>
            <numerusform>%n grants are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are taken out of %n team(s).</source>
        <translation>
            <numerusform>They are taken out of %n team.</numerusform>
            <numerusform>They are taken out of %n teams.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message numerus="yes">
        <source>Taken out: %1 events of %n organizations.</source>
        <translation>
            <numerusform>Taken out: %1 events of %n organization.</numerusform>
            <numerusform>Taken out: %1 events of %n organizations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes on them went, too.</source>
        <translation>
            <numerusform>%n note on them went, too.</numerusform>
            <numerusform>%n notes on them went, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pseudonyms of %n organizations of %1</source>
        <translation>
            <numerusform>pseudonyms of %n organization of %1</numerusform>
            <numerusform>pseudonyms of %n organizations of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organizations of %1</source>
        <translation>
            <numerusform>%n organization of %1</numerusform>
            <numerusform>%n organizations of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewedForm</name>
    <message numerus="yes">
        <source>It takes %n appends, and is sent from the staged changes.</source>
        <translation>
            <numerusform>It takes %n append, and is sent from the staged changes.</numerusform>
            <numerusform>It takes %n appends, and is sent from the staged changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedRows</name>
    <message numerus="yes">
        <source>… and %n more: F follows them all</source>
        <translation>
            <numerusform>… and %n more: F follows them all</numerusform>
            <numerusform>… and %n more: F follows them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more of %n later</source>
        <translation>
            <numerusform>Show more of %n later</numerusform>
            <numerusform>Show more of %n later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more of %n earlier</source>
        <translation>
            <numerusform>Show more of %n earlier</numerusform>
            <numerusform>Show more of %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalPlan</name>
    <message numerus="yes">
        <source>%n grant(s) that name it are revoked.</source>
        <translation>
            <numerusform>%n grant that names it is revoked.</numerusform>
            <numerusform>%n grants that name it are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s) of roles on it are taken away.</source>
        <translation>
            <numerusform>%n permission of a role on it is taken away.</numerusform>
            <numerusform>%n permissions of roles on it are taken away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is taken out of %n team(s).</source>
        <translation>
            <numerusform>It is taken out of %n team.</numerusform>
            <numerusform>It is taken out of %n teams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) are ended.</source>
        <translation>
            <numerusform>%n open session is ended.</numerusform>
            <numerusform>%n open sessions are ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) below it are removed as well.</source>
        <translation>
            <numerusform>%n resource below it is removed as well.</numerusform>
            <numerusform>%n resources below it are removed as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) end with it.</source>
        <translation>
            <numerusform>%n user ends with it.</numerusform>
            <numerusform>%n users end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) end with it.</source>
        <translation>
            <numerusform>%n team ends with it.</numerusform>
            <numerusform>%n teams end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) end with it.</source>
        <translation>
            <numerusform>%n role ends with it.</numerusform>
            <numerusform>%n roles end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) end with it.</source>
        <translation>
            <numerusform>%n resource ends with it.</numerusform>
            <numerusform>%n resources end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) end with it.</source>
        <translation>
            <numerusform>%n open session ends with it.</numerusform>
            <numerusform>%n open sessions end with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) are free again.</source>
        <translation>
            <numerusform>%n domain is free again.</numerusform>
            <numerusform>%n domains are free again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewForms</name>
    <message numerus="yes">
        <source>%1: %n grant(s) are to be decided on.</source>
        <translation>
            <numerusform>%1: %n grant is to be decided on.</numerusform>
            <numerusform>%1: %n grants are to be decided on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n began</source>
        <translation>
            <numerusform>%n began</numerusform>
            <numerusform>%n began</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n ended</numerusform>
            <numerusform>%n ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) would break it now: %1 and others.</source>
        <translation>
            <numerusform>%n user would break it now: %1 and others.</numerusform>
            <numerusform>%n users would break it now: %1 and others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) would break it now: %1.</source>
        <translation>
            <numerusform>%n user would break it now: %1.</numerusform>
            <numerusform>%n users would break it now: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation>
            <numerusform>and %n time before</numerusform>
            <numerusform>and %n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeBackForm</name>
    <message numerus="yes">
        <source>%n event(s) of the same thing came since: look whether it still fits.</source>
        <translation>
            <numerusform>%n event of the same thing came since: look whether it still fits.</numerusform>
            <numerusform>%n events of the same thing came since: look whether it still fits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::AccessPage</name>
    <message numerus="yes">
        <source>%n way(s)</source>
        <translation>
            <numerusform>%n way</numerusform>
            <numerusform>%n ways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ChangeDetails</name>
    <message numerus="yes">
        <source>%n thing(s) more go with it</source>
        <translation>
            <numerusform>%n thing more goes with it</numerusform>
            <numerusform>%n things more go with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ChangeSetModel</name>
    <message numerus="yes">
        <source>%n more with it</source>
        <translation>
            <numerusform>%n more with it</numerusform>
            <numerusform>%n more with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ChangedDialog</name>
    <message numerus="yes">
        <source>%n thing(s) were touched between %1 and %2. What was changed and changed back is left out.</source>
        <translation>
            <numerusform>%n thing was touched between %1 and %2. What was changed and changed back is left out.</numerusform>
            <numerusform>%n things were touched between %1 and %2. What was changed and changed back is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were copied.</source>
        <translation>
            <numerusform>%n line was copied.</numerusform>
            <numerusform>%n lines were copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ChangesPage</name>
    <message numerus="yes">
        <source>%n change(s) staged.</source>
        <translation>
            <numerusform>%n change staged.</numerusform>
            <numerusform>%n changes staged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be written.</source>
        <translation>
            <numerusform>%n event would be written.</numerusform>
            <numerusform>%n events would be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) touched.</source>
        <translation>
            <numerusform>%n user touched.</numerusform>
            <numerusform>%n users touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused.</source>
        <translation>
            <numerusform>%n would be refused.</numerusform>
            <numerusform>%n would be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overtaken by somebody else.</source>
        <translation>
            <numerusform>%n overtaken by somebody else.</numerusform>
            <numerusform>%n overtaken by somebody else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n Change(s)</source>
        <translation>
            <numerusform>&amp;Send %n Change</numerusform>
            <numerusform>&amp;Send %n Changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) written.</source>
        <translation>
            <numerusform>%n change written.</numerusform>
            <numerusform>%n changes written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not written: the list says why.</source>
        <translation>
            <numerusform>%n not written: the list says why.</numerusform>
            <numerusform>%n not written: the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, since one before it failed.</source>
        <translation>
            <numerusform>%n not sent, since one before it failed.</numerusform>
            <numerusform>%n not sent, since one before it failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent.</source>
        <translation>
            <numerusform>%n not sent.</numerusform>
            <numerusform>%n not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged</source>
        <translation>
            <numerusform>%n staged</numerusform>
            <numerusform>%n staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued for a region that did not answer.</source>
        <translation>
            <numerusform>%n queued for a region that did not answer.</numerusform>
            <numerusform>%n queued for a region that did not answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::CheckStep</name>
    <message numerus="yes">
        <source>&amp;Send %n Change(s)</source>
        <translation>
            <numerusform>&amp;Send %n Change</numerusform>
            <numerusform>&amp;Send %n Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::CompromisesPage</name>
    <message numerus="yes">
        <source>%n change(s) that take back a compromise</source>
        <translation>
            <numerusform>%n change that takes back a compromise</numerusform>
            <numerusform>%n changes that take back a compromise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) marked</source>
        <translation>
            <numerusform>%n account marked</numerusform>
            <numerusform>%n accounts marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ConflictReportDialog</name>
    <message numerus="yes">
        <source>&amp;Send %n That Fit(s)</source>
        <translation>
            <numerusform>&amp;Send %n That Fits</numerusform>
            <numerusform>&amp;Send %n That Fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::DataOnDiskDialog</name>
    <message numerus="yes">
        <source>%n organizations lose %1 events in this file; on the servers nothing changes.</source>
        <translation>
            <numerusform>%n organization loses %1 events in this file; on the servers nothing changes.</numerusform>
            <numerusform>%n organizations lose %1 events in this file; on the servers nothing changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes on them go, too.</source>
        <translation>
            <numerusform>%n note on them goes, too.</numerusform>
            <numerusform>%n notes on them go, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::EventDetailsPane</name>
    <message numerus="yes">
        <source>%n secret value(s) masked</source>
        <translation>
            <numerusform>%n secret value masked</numerusform>
            <numerusform>%n secret values masked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::FacetPanel</name>
    <message numerus="yes">
        <source>Hide %n facet(s) without values</source>
        <translation>
            <numerusform>Hide %n facet without values</numerusform>
            <numerusform>Hide %n facets without values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facet(s) without values</source>
        <translation>
            <numerusform>%n facet without values</numerusform>
            <numerusform>%n facets without values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::HandoverPane</name>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::IntakeRecordsPage</name>
    <message numerus="yes">
        <source>%n record(s) promoted.</source>
        <translation>
            <numerusform>%n record promoted.</numerusform>
            <numerusform>%n records promoted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused, and new as before.</source>
        <translation>
            <numerusform>%n refused, and new as before.</numerusform>
            <numerusform>%n refused, and new as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Reject %n Record(s)</source>
        <translation>
            <numerusform>&amp;Reject %n Record</numerusform>
            <numerusform>&amp;Reject %n Records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) rejected.</source>
        <translation>
            <numerusform>%n record rejected.</numerusform>
            <numerusform>%n records rejected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::IntegrityPage</name>
    <message numerus="yes">
        <source>Verified and sealed: %n checkpoint(s) signed.</source>
        <translation>
            <numerusform>Verified and sealed: %n checkpoint signed.</numerusform>
            <numerusform>Verified and sealed: %n checkpoints signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tree(s)</source>
        <translation>
            <numerusform>%n tree</numerusform>
            <numerusform>%n trees</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::MadeEvents</name>
    <message numerus="yes">
        <source>%n event(s) of %1 %2</source>
        <translation>
            <numerusform>%n event of %1 %2</numerusform>
            <numerusform>%n events of %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::MarkStrip</name>
    <message numerus="yes">
        <source>%n annotated event(s) in the list</source>
        <translation>
            <numerusform>%n annotated event in the list</numerusform>
            <numerusform>%n annotated events in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more close by</source>
        <translation>
            <numerusform>%1 and %n more close by</numerusform>
            <numerusform>%1 and %n more close by</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::MatchStrip</name>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <translation>
            <numerusform>%1 match</numerusform>
            <numerusform>%1 matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::PlacementPane</name>
    <message numerus="yes">
        <source>%n thing(s) could not be told.</source>
        <translation>
            <numerusform>%n thing could not be told.</numerusform>
            <numerusform>%n things could not be told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s) were found.</source>
        <translation>
            <numerusform>%n violation was found.</numerusform>
            <numerusform>%n violations were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::PlannedWritesView</name>
    <message numerus="yes">
        <source>%n event(s) would be written.</source>
        <translation>
            <numerusform>%n event would be written.</numerusform>
            <numerusform>%n events would be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) touched.</source>
        <translation>
            <numerusform>%n user touched.</numerusform>
            <numerusform>%n users touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::PromoteDialog</name>
    <message numerus="yes">
        <source>&amp;Promote %n Record(s)</source>
        <translation>
            <numerusform>&amp;Promote %n Record</numerusform>
            <numerusform>&amp;Promote %n Records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) promoted.</source>
        <translation>
            <numerusform>%n record promoted.</numerusform>
            <numerusform>%n records promoted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused.</source>
        <translation>
            <numerusform>%n refused.</numerusform>
            <numerusform>%n refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::QueueWatch</name>
    <message numerus="yes">
        <source>%1 answers again: %n queued change(s).</source>
        <translation>
            <numerusform>%1 answers again: %n queued change.</numerusform>
            <numerusform>%1 answers again: %n queued changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 answer again: %n queued change(s).</source>
        <translation>
            <numerusform>%1 answer again: %n queued change.</numerusform>
            <numerusform>%1 answer again: %n queued changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::RegionsPage</name>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::SourceStep</name>
    <message numerus="yes">
        <source>%1: %2 rows, %n column(s).</source>
        <translation>
            <numerusform>%1: %2 rows, %n column.</numerusform>
            <numerusform>%1: %2 rows, %n columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::StatusLine</name>
    <message numerus="yes">
        <source>%n outcome(s) not known yet</source>
        <translation>
            <numerusform>%n outcome not known yet</numerusform>
            <numerusform>%n outcomes not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::TimeBand</name>
    <message numerus="yes">
        <source>Show %n event(s) that came in since</source>
        <translation>
            <numerusform>Show %n event that came in since</numerusform>
            <numerusform>Show %n events that came in since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::TimelineActions</name>
    <message numerus="yes">
        <source>±%n minute(s)</source>
        <translation>
            <numerusform>±%n minute</numerusform>
            <numerusform>±%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>±%n hour(s)</source>
        <translation>
            <numerusform>±%n hour</numerusform>
            <numerusform>±%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::TimelinePage</name>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::TimelineSearch</name>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <translation>
            <numerusform>%1 match</numerusform>
            <numerusform>%1 matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::TrailModel</name>
    <message numerus="yes">
        <source>All, in %n tree(s)</source>
        <translation>
            <numerusform>All, in %n tree</numerusform>
            <numerusform>All, in %n trees</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::UnusedGrantsPage</name>
    <message numerus="yes">
        <source>Not used for %n day(s)</source>
        <translation>
            <numerusform>Not used for %n day</numerusform>
            <numerusform>Not used for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::UsersPage</name>
    <message numerus="yes">
        <source>%n time(s) in a row</source>
        <translation>
            <numerusform>%n time in a row</numerusform>
            <numerusform>%n times in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::WorkspaceView</name>
    <message numerus="yes">
        <source>%n change(s) sent and not answered yet.</source>
        <translation>
            <numerusform>%n change sent and not answered yet.</numerusform>
            <numerusform>%n changes sent and not answered yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
