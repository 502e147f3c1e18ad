<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccessEffect</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>jedem Objekt der Art %1</translation>
    </message>
    <message>
        <source>%1 on %2, which would lie somewhere else</source>
        <translation>%1 auf %2: läge dann woanders</translation>
    </message>
    <message>
        <source>%1 on %2 (role %3, granted to %4)</source>
        <translation>%1 auf %2 (Rolle %3, erteilt an %4)</translation>
    </message>
    <message>
        <source>%1 on %2 in %3 (role %4, granted to %5)</source>
        <translation>%1 auf %2 in %3 (Rolle %4, erteilt an %5)</translation>
    </message>
    <message>
        <source>%1 would break the rule %2</source>
        <translation>%1 würde die Regel %2 verletzen</translation>
    </message>
    <message>
        <source>%1 would lose its last administrator: nobody could do everything there any more</source>
        <translation>%1 würde die letzte Administratorin verlieren: niemand dürfte dort mehr alles</translation>
    </message>
    <message numerus="yes">
        <source>gains %n right(s)</source>
        <translation>
            <numerusform>gewinnt %n Recht</numerusform>
            <numerusform>gewinnt %n Rechte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>loses %n right(s)</source>
        <translation>
            <numerusform>verliert %n Recht</numerusform>
            <numerusform>verliert %n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person: what they gain and lose</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>gained</comment>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>− %1</source>
        <comment>lost</comment>
        <translation>− %1</translation>
    </message>
    <message>
        <source>%1 lose %2.</source>
        <comment>people, rights</comment>
        <translation>%1 %2 verlieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would</source>
        <translation>
            <numerusform>%n Person würde</numerusform>
            <numerusform>%n Personen würden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n Recht</numerusform>
            <numerusform>%n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gain %2.</source>
        <comment>people, rights</comment>
        <translation>%1 %2 gewinnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) of separation of duties would be broken.</source>
        <translation>
            <numerusform>%n Regel der Funktionstrennung würde verletzt.</numerusform>
            <numerusform>%n Regeln der Funktionstrennung würden verletzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>So much would lie somewhere else that not all of it was looked at.</source>
        <translation>Es läge so vieles woanders, dass nicht alles betrachtet wurde.</translation>
    </message>
</context>
<context>
    <name>AccessSentence</name>
    <message>
        <source>a role that allows it</source>
        <translation>eine Rolle, die es erlaubt</translation>
    </message>
    <message>
        <source>At {time}, {who} could not do {action} in the whole organization.</source>
        <translation>{time} konnte {who} {action} nicht in der ganzen Organisation.</translation>
    </message>
    <message>
        <source>{who} cannot do {action} in the whole organization.</source>
        <translation>{who} kann {action} nicht in der ganzen Organisation.</translation>
    </message>
    <message numerus="yes">
        <source>At {time}, {who} could do {action} in the whole organization, in %n way(s).</source>
        <translation>
            <numerusform>{time} konnte {who} {action} in der ganzen Organisation, auf %n Weg.</numerusform>
            <numerusform>{time} konnte {who} {action} in der ganzen Organisation, auf %n Wegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{who} can do {action} in the whole organization, in %n way(s).</source>
        <translation>
            <numerusform>{who} kann {action} in der ganzen Organisation, auf %n Weg.</numerusform>
            <numerusform>{who} kann {action} in der ganzen Organisation, auf %n Wegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At {time}, {who} could not do {action} on {what}.</source>
        <translation>{time} konnte {who} {action} nicht auf {what}.</translation>
    </message>
    <message>
        <source>{who} cannot do {action} on {what}.</source>
        <translation>{who} kann {action} nicht auf {what}.</translation>
    </message>
    <message numerus="yes">
        <source>At {time}, {who} could do {action} on {what}, in %n way(s).</source>
        <translation>
            <numerusform>{time} konnte {who} {action} auf {what}, auf %n Weg.</numerusform>
            <numerusform>{time} konnte {who} {action} auf {what}, auf %n Wegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{who} can do {action} on {what}, in %n way(s).</source>
        <translation>
            <numerusform>{who} kann {action} auf {what}, auf %n Weg.</numerusform>
            <numerusform>{who} kann {action} auf {what}, auf %n Wegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The organization, active</source>
        <translation>Die Organisation, aktiv</translation>
    </message>
    <message>
        <source>{from}, active</source>
        <translation>{from}, aktiv</translation>
    </message>
    <message>
        <source>The team {from}</source>
        <translation>Das Team {from}</translation>
    </message>
    <message>
        <source>The role {from}</source>
        <translation>Die Rolle {from}</translation>
    </message>
    <message>
        <source>The resource {from}</source>
        <translation>Die Ressource {from}</translation>
    </message>
    <message>
        <source>the whole organization</source>
        <translation>die ganze Organisation</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>Ja.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nein.</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <comment>somebody, the reason given</comment>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>Ended by %1.</source>
        <translation>Beendet durch %1.</translation>
    </message>
    <message>
        <source>Ended with the period of a grant.</source>
        <translation>Beendet mit der Gültigkeit einer Zuweisung.</translation>
    </message>
    <message>
        <source>True from %1 until %2.</source>
        <translation>Wahr von %1 bis %2.</translation>
    </message>
    <message>
        <source>True since %1.</source>
        <translation>Wahr seit %1.</translation>
    </message>
    <message>
        <source>It was true from %1 until %2.</source>
        <translation>Es war wahr von %1 bis %2.</translation>
    </message>
    <message>
        <source>It became true at %1.</source>
        <translation>Es wurde %1 wahr.</translation>
    </message>
    <message>
        <source>It became true again at %1.</source>
        <translation>Es wurde %1 wieder wahr.</translation>
    </message>
    <message>
        <source>It was never true, as far as this workspace knows.</source>
        <translation>Es war nie wahr, soweit dieser Arbeitsbereich weiß.</translation>
    </message>
    <message>
        <source>No role of the organization has ever allowed this action.</source>
        <translation>Keine Rolle der Organisation hat diese Aktion je erlaubt.</translation>
    </message>
    <message>
        <source>Found in %1 in the local replica.</source>
        <translation>In %1 in der lokalen Kopie gefunden.</translation>
    </message>
    <message>
        <source>Incomplete: nothing is known of how far %1 has been read.</source>
        <translation>Unvollständig: Wie weit %1 gelesen ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Incomplete: %1 is known through %2 only.</source>
        <translation>Unvollständig: %1 ist nur bis %2 bekannt.</translation>
    </message>
    <message>
        <source>%1 is known through %2.</source>
        <translation>%1 ist bis %2 bekannt.</translation>
    </message>
    <message>
        <source>At {time}, {users} and {teams} could do something on {what}.</source>
        <translation>{time} konnten {users} und {teams} etwas auf {what}.</translation>
    </message>
    <message>
        <source>At {time}, {users} and {teams} could do {action} on {what}.</source>
        <translation>{time} konnten {users} und {teams} {action} auf {what}.</translation>
    </message>
    <message>
        <source>{users} and {teams} can do something on {what}.</source>
        <translation>{users} und {teams} können etwas auf {what}.</translation>
    </message>
    <message>
        <source>{users} and {teams} can do {action} on {what}.</source>
        <translation>{users} und {teams} können {action} auf {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Benutzer</numerusform>
            <numerusform>%n Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n Team</numerusform>
            <numerusform>%n Teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n Zuweisung</numerusform>
            <numerusform>%n Zuweisungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n Recht</numerusform>
            <numerusform>%n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>At {time}, {who} did not have the role {role}.</source>
        <translation>{time} hatte {who} die Rolle {role} nicht.</translation>
    </message>
    <message>
        <source>{who} does not have the role {role}.</source>
        <translation>{who} hat die Rolle {role} nicht.</translation>
    </message>
    <message>
        <source>At {time}, {who} had the role {role} by {grants}, with {rights}.</source>
        <translation>{time} hatte {who} die Rolle {role} durch {grants}; sie gab {rights}.</translation>
    </message>
    <message>
        <source>{who} has the role {role} by {grants}, with {rights}.</source>
        <translation>{who} hat die Rolle {role} durch {grants}; sie gibt {rights}.</translation>
    </message>
    <message>
        <source>At {time}, {who} had {rights} by {grants}.</source>
        <translation>{time} hatte {who} {rights} durch {grants}.</translation>
    </message>
    <message>
        <source>{who} has {rights} by {grants}.</source>
        <translation>{who} hat {rights} durch {grants}.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>a type of resource</comment>
        <translation>jede Ressource der Art %1</translation>
    </message>
    <message>
        <source>is in the team {to}</source>
        <translation>ist im Team {to}</translation>
    </message>
    <message>
        <source>holds {to} in the whole organization</source>
        <translation>hat {to} in der ganzen Organisation</translation>
    </message>
    <message>
        <source>holds {to} on {place}</source>
        <translation>hat {to} auf {place}</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source> until %1</source>
        <translation> bis %1</translation>
    </message>
    <message>
        <source>which allows it</source>
        <translation>die es erlaubt</translation>
    </message>
    <message>
        <source>which allows {action} on {target}</source>
        <translation>die {action} auf {target} erlaubt</translation>
    </message>
    <message>
        <source>{from} lies in {to}</source>
        <translation>{from} liegt in {to}</translation>
    </message>
    <message>
        <source>{from} is there</source>
        <translation>{from} ist da</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <comment>a time, somebody</comment>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>{from} in the team {to}</source>
        <translation>{from} im Team {to}</translation>
    </message>
    <message>
        <source>{to} for {from} in the whole organization</source>
        <translation>{to} für {from} in der ganzen Organisation</translation>
    </message>
    <message>
        <source>{to} for {from} on {place}</source>
        <translation>{to} für {from} auf {place}</translation>
    </message>
    <message>
        <source>A permission of {from} that allows it</source>
        <translation>Eine Berechtigung von {from}, die es erlaubt</translation>
    </message>
    <message>
        <source>The permission of {from} for {action} on {target}</source>
        <translation>Die Berechtigung von {from} zu {action} auf {target}</translation>
    </message>
    <message>
        <source>{from} inside {to}</source>
        <translation>{from} innerhalb von {to}</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>the grant does not hold at that time</source>
        <translation>die Zuweisung gilt zu dieser Zeit nicht</translation>
    </message>
    <message>
        <source>never was</source>
        <translation>war nie da</translation>
    </message>
</context>
<context>
    <name>AccessWords</name>
    <message>
        <source>Not yet</source>
        <comment>a grant that begins later</comment>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>In force</source>
        <comment>a grant</comment>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>a grant</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>a grant</comment>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a session</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <comment>a session</comment>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signing in</source>
        <comment>a session</comment>
        <translation>Meldet sich an</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>a type of resource</comment>
        <translation>jedes %1</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Workspace…</source>
        <translation>&amp;Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Connect to regional endpoints and keep their history in a new file</source>
        <translation>Mit regionalen Endpunkten verbinden und ihre Geschichte in einer neuen Datei halten</translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation>Arbeitsbereich ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation>Eine Arbeitsbereichsdatei öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;Demo</source>
        <translation>&amp;Vorführung öffnen</translation>
    </message>
    <message>
        <source>Three regions with two years of believable events, without a server</source>
        <translation>Drei Regionen mit zwei Jahren glaubhafter Ereignisse, ohne Server</translation>
    </message>
    <message>
        <source>&amp;Close Workspace</source>
        <translation>Arbeitsbereich &amp;schließen</translation>
    </message>
    <message>
        <source>Stop syncing and close the file</source>
        <translation>Den Abgleich beenden und die Datei schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>Copy Row as &amp;Text</source>
        <translation>Zeile als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen row, columns parted by tabs</source>
        <translation>Die gewählte Zeile kopieren, Spalten durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy Row as C&amp;SV</source>
        <translation>Zeile als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen row for a spreadsheet; cells cannot become formulas</source>
        <translation>Die gewählte Zeile für eine Tabellenkalkulation kopieren; Zellen können nicht zu Formeln werden</translation>
    </message>
    <message>
        <source>Copy Row as &amp;JSON</source>
        <translation>Zeile als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen row as the command line gives it with --json</source>
        <translation>Die gewählte Zeile kopieren, wie die Befehlszeile sie mit --json ausgibt</translation>
    </message>
    <message>
        <source>Copy Row as &amp;Markdown</source>
        <translation>Zeile als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen row as a table for a ticket</source>
        <translation>Die gewählte Zeile als Tabelle für ein Ticket kopieren</translation>
    </message>
    <message>
        <source>&amp;Find in List</source>
        <translation>In der Liste &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Follow New Events</source>
        <translation>Neuen Ereignissen &amp;folgen</translation>
    </message>
    <message>
        <source>Go to the newest event and stay there as new ones arrive; scrolling away stops it</source>
        <translation>Zum neuesten Ereignis gehen und dort bleiben, wenn neue ankommen; wegrollen beendet es</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>&amp;Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Show or hide the details at the right</source>
        <translation>Die Einzelheiten rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The place you came from</source>
        <translation>Der Ort, von dem Sie kamen</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>The place you went back from</source>
        <translation>Der Ort, von dem Sie zurückgingen</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Events of all regions, newest first</source>
        <translation>Ereignisse aller Regionen, Neuestes zuerst</translation>
    </message>
    <message>
        <source>&amp;Organizations</source>
        <translation>&amp;Organisationen</translation>
    </message>
    <message>
        <source>The organizations of all regions</source>
        <translation>Die Organisationen aller Regionen</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>The users of all organizations</source>
        <translation>Die Benutzer aller Organisationen</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>&amp;Regionen</translation>
    </message>
    <message>
        <source>Endpoints, their health and how far each is known</source>
        <translation>Endpunkte, ihr Zustand und bis wann jeder bekannt ist</translation>
    </message>
    <message>
        <source>Find &amp;Anything…</source>
        <translation>&amp;Alles finden …</translation>
    </message>
    <message>
        <source>&amp;Create Organization…</source>
        <translation>Organisation &amp;anlegen …</translation>
    </message>
    <message>
        <source>Create an organization in a region</source>
        <translation>Eine Organisation in einer Region anlegen</translation>
    </message>
    <message>
        <source>&amp;Rename Organization…</source>
        <translation>Organisation &amp;umbenennen …</translation>
    </message>
    <message>
        <source>Give the chosen organization another name</source>
        <translation>Der gewählten Organisation einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Change &amp;Plan…</source>
        <translation>&amp;Plan ändern …</translation>
    </message>
    <message>
        <source>Move the chosen organization to another plan</source>
        <translation>Die gewählte Organisation auf einen anderen Plan setzen</translation>
    </message>
    <message>
        <source>&amp;Deactivate Organization</source>
        <translation>Organisation &amp;deaktivieren</translation>
    </message>
    <message>
        <source>Nobody of the chosen organization can sign in until it is reactivated</source>
        <translation>Niemand aus der gewählten Organisation kann sich anmelden, bis sie reaktiviert ist</translation>
    </message>
    <message>
        <source>R&amp;eactivate Organization</source>
        <translation>Organisation &amp;reaktivieren</translation>
    </message>
    <message>
        <source>Let the people of the chosen organization sign in again</source>
        <translation>Die Leute der gewählten Organisation wieder anmelden lassen</translation>
    </message>
    <message>
        <source>&amp;Add User…</source>
        <translation>Benutzer &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a person or a machine to an organization</source>
        <translation>Einer Organisation eine Person oder Maschine hinzufügen</translation>
    </message>
    <message>
        <source>Change Pro&amp;file…</source>
        <translation>Pro&amp;fil ändern …</translation>
    </message>
    <message>
        <source>Change the names of the chosen user</source>
        <translation>Die Namen des gewählten Benutzers ändern</translation>
    </message>
    <message>
        <source>Change E-&amp;mail…</source>
        <translation>E-&amp;Mail ändern …</translation>
    </message>
    <message>
        <source>Change the e-mail address of the chosen user</source>
        <translation>Die E-Mail-Adresse des gewählten Benutzers ändern</translation>
    </message>
    <message>
        <source>Change User &amp;Name…</source>
        <translation>Benutzer&amp;namen ändern …</translation>
    </message>
    <message>
        <source>Change the name the chosen user signs in with</source>
        <translation>Den Namen ändern, mit dem sich der gewählte Benutzer anmeldet</translation>
    </message>
    <message>
        <source>&amp;Lock User</source>
        <translation>Benutzer &amp;sperren</translation>
    </message>
    <message>
        <source>Stop the chosen user from signing in; can be undone with Unlock</source>
        <translation>Den gewählten Benutzer nicht mehr anmelden lassen; Entsperren macht es rückgängig</translation>
    </message>
    <message>
        <source>&amp;Unlock User</source>
        <translation>Benutzer &amp;entsperren</translation>
    </message>
    <message>
        <source>Let the chosen user sign in again</source>
        <translation>Den gewählten Benutzer wieder anmelden lassen</translation>
    </message>
    <message>
        <source>Deactivate U&amp;ser</source>
        <translation>Benutzer dea&amp;ktivieren</translation>
    </message>
    <message>
        <source>Take the chosen user out of service; can be undone with Reactivate</source>
        <translation>Den gewählten Benutzer außer Dienst stellen; Reaktivieren macht es rückgängig</translation>
    </message>
    <message>
        <source>Reac&amp;tivate User</source>
        <translation>Benutzer reak&amp;tivieren</translation>
    </message>
    <message>
        <source>Put the chosen user back into service</source>
        <translation>Den gewählten Benutzer wieder in Dienst stellen</translation>
    </message>
    <message>
        <source>&amp;Sync Now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>Ask every region at once instead of at the next poll</source>
        <translation>Jede Region sofort fragen statt bei der nächsten Abfrage</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Every command that has a key</source>
        <translation>Jeder Befehl mit einer Taste</translation>
    </message>
    <message>
        <source>&amp;About Muniment</source>
        <translation>&amp;Über Muniment</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>Version, Lizenz und Bibliotheken</translation>
    </message>
    <message>
        <source>&amp;Workspace Settings…</source>
        <translation>&amp;Einstellungen des Arbeitsbereichs …</translation>
    </message>
    <message>
        <source>The operator&apos;s name and the endpoint of each region</source>
        <translation>Der Name des Bedieners und der Endpunkt jeder Region</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>An&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Columns and panes of every list as they were at first</source>
        <translation>Spalten und Bereiche aller Listen wie am Anfang</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>S&amp;palten …</translation>
    </message>
    <message>
        <source>Choose the columns of the list; the same menu as on its header</source>
        <translation>Die Spalten der Liste wählen; dasselbe Menü wie auf ihrer Kopfzeile</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>What goes on, at a glance: charts over all regions</source>
        <translation>Was vor sich geht, auf einen Blick: Diagramme über alle Regionen</translation>
    </message>
    <message>
        <source>&amp;Hold the Timeline</source>
        <translation>Zeitleiste an&amp;halten</translation>
    </message>
    <message>
        <source>Stay at this place; what arrives is kept and counted</source>
        <translation>An dieser Stelle bleiben; was eintrifft, wird behalten und gezählt</translation>
    </message>
    <message>
        <source>Show H&amp;istogram</source>
        <translation>H&amp;istogramm anzeigen</translation>
    </message>
    <message>
        <source>Show or hide the timeline&apos;s events over time</source>
        <translation>Die Ereignisse der Zeitleiste im Zeitverlauf ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the counts of each value at the left of the timeline</source>
        <translation>Die Anzahlen jedes Werts links von der Zeitleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Go to Ti&amp;me or Row…</source>
        <translation>Zu Zeit oder Zei&amp;le gehen …</translation>
    </message>
    <message>
        <source>Go to a time, to a row of the timeline or to an event&apos;s ordinal</source>
        <translation>Zu einem Zeitpunkt, einer Zeile der Zeitleiste oder der laufenden Nummer eines Ereignisses gehen</translation>
    </message>
    <message>
        <source>&amp;Previous Event of the Entity</source>
        <translation>&amp;Voriges Ereignis dieser Entität</translation>
    </message>
    <message>
        <source>The event before this one of the same user, organization …</source>
        <translation>Das Ereignis vor diesem, beim selben Benutzer, bei derselben Organisation …</translation>
    </message>
    <message>
        <source>&amp;Next Event of the Entity</source>
        <translation>&amp;Nächstes Ereignis dieser Entität</translation>
    </message>
    <message>
        <source>The event after this one of the same user, organization …</source>
        <translation>Das Ereignis nach diesem, beim selben Benutzer, bei derselben Organisation …</translation>
    </message>
    <message>
        <source>Edit the Fi&amp;lter</source>
        <translation>&amp;Filter bearbeiten</translation>
    </message>
    <message>
        <source>Go to the timeline&apos;s filter</source>
        <translation>Zum Filter der Zeitleiste gehen</translation>
    </message>
    <message>
        <source>&amp;Clear the Filter</source>
        <translation>Filter &amp;aufheben</translation>
    </message>
    <message>
        <source>Show every event again</source>
        <translation>Wieder alle Ereignisse anzeigen</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>An&amp;sicht speichern …</translation>
    </message>
    <message>
        <source>Keep filter and columns under a name, in the navigation</source>
        <translation>Filter und Spalten unter einem Namen behalten, in der Navigation</translation>
    </message>
    <message>
        <source>&amp;Import View…</source>
        <translation>Ansicht &amp;importieren …</translation>
    </message>
    <message>
        <source>Take over a view that somebody passed on as a file</source>
        <translation>Eine Ansicht übernehmen, die jemand als Datei weitergegeben hat</translation>
    </message>
    <message>
        <source>Follow &amp;Entity</source>
        <translation>&amp;Entität verfolgen</translation>
    </message>
    <message>
        <source>Everything about the event&apos;s user, organization …</source>
        <translation>Alles über den Benutzer, die Organisation … des Ereignisses</translation>
    </message>
    <message>
        <source>Follow &amp;Actor</source>
        <translation>Ak&amp;teur verfolgen</translation>
    </message>
    <message>
        <source>Everything that the event&apos;s actor did</source>
        <translation>Alles, was der Akteur des Ereignisses getan hat</translation>
    </message>
    <message>
        <source>Follow Co&amp;rrelation</source>
        <translation>Zusammenhang ve&amp;rfolgen</translation>
    </message>
    <message>
        <source>Everything that belongs to the same request as the event</source>
        <translation>Alles, was zur selben Anfrage gehört wie das Ereignis</translation>
    </message>
    <message>
        <source>The minutes around the event, with the present filter</source>
        <translation>Die Minuten um das Ereignis, mit dem jetzigen Filter</translation>
    </message>
    <message>
        <source>Around This Time, E&amp;verything</source>
        <translation>Um diese Zeit, a&amp;lles</translation>
    </message>
    <message>
        <source>The minutes around the event, whatever the filter</source>
        <translation>Die Minuten um das Ereignis, unabhängig vom Filter</translation>
    </message>
    <message>
        <source>Show Fa&amp;cets</source>
        <translation>Fa&amp;cetten anzeigen</translation>
    </message>
    <message>
        <source>Around This Time, Filtere&amp;d</source>
        <translation>&amp;Um diese Zeit, gefiltert</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write the list, with its filter and order, into a file</source>
        <translation>Die Liste mit ihrem Filter und ihrer Reihenfolge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>Wi&amp;ederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Was zurückgenommen wurde, wieder tun</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen cell or value, unshortened</source>
        <translation>Die gewählte Zelle oder den gewählten Wert ungekürzt kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Value as CSV</source>
        <translation>&amp;Wert als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen value under its name for a spreadsheet</source>
        <translation>Den gewählten Wert unter seinem Namen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Copy Val&amp;ue as JSON</source>
        <translation>W&amp;ert als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen value as an object with one member</source>
        <translation>Den gewählten Wert als Objekt mit einem Feld kopieren</translation>
    </message>
    <message>
        <source>Copy V&amp;alue as Markdown</source>
        <translation>We&amp;rt als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen value as a table for a ticket</source>
        <translation>Den gewählten Wert als Tabelle für ein Ticket kopieren</translation>
    </message>
    <message>
        <source>Copy Value as Filte&amp;r</source>
        <translation>Wert als &amp;Filter kopieren</translation>
    </message>
    <message>
        <source>Copy the condition that finds the chosen value</source>
        <translation>Die Bedingung kopieren, die den gewählten Wert findet</translation>
    </message>
    <message>
        <source>Add Colu&amp;mn for a Field…</source>
        <translation>Spalte für ein Fel&amp;d hinzufügen …</translation>
    </message>
    <message>
        <source>Show a field of the payload as a column of the timeline</source>
        <translation>Ein Feld des Inhalts als Spalte der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Move Column &amp;Left</source>
        <translation>Spalte nach &amp;links</translation>
    </message>
    <message>
        <source>Move the column of the chosen cell by one place</source>
        <translation>Die Spalte der gewählten Zelle um eine Stelle verschieben</translation>
    </message>
    <message>
        <source>Move Column Ri&amp;ght</source>
        <translation>Spalte nach re&amp;chts</translation>
    </message>
    <message>
        <source>Colour R&amp;ules…</source>
        <translation>Farb&amp;regeln …</translation>
    </message>
    <message>
        <source>Rows of the timeline in the colour of the first rule that matches</source>
        <translation>Zeilen der Zeitleiste in der Farbe der ersten zutreffenden Regel</translation>
    </message>
    <message>
        <source>Previous Boo&amp;kmark</source>
        <translation>Voriges Lesezei&amp;chen</translation>
    </message>
    <message>
        <source>The bookmarked event above this one in the list</source>
        <translation>Das Ereignis der Liste mit Lesezeichen über diesem</translation>
    </message>
    <message>
        <source>Ne&amp;xt Bookmark</source>
        <translation>Nächs&amp;tes Lesezeichen</translation>
    </message>
    <message>
        <source>The bookmarked event below this one in the list</source>
        <translation>Das Ereignis der Liste mit Lesezeichen unter diesem</translation>
    </message>
    <message>
        <source>&amp;Filter on This Value</source>
        <translation>Nach diesem Wert &amp;filtern</translation>
    </message>
    <message>
        <source>Only events with the chosen cell or value, beside the present filter</source>
        <translation>Nur Ereignisse mit der gewählten Zelle oder dem gewählten Wert, zusätzlich zum jetzigen Filter</translation>
    </message>
    <message>
        <source>Filter &amp;or This Value</source>
        <translation>Filter &amp;oder dieser Wert</translation>
    </message>
    <message>
        <source>Also events with the chosen cell or value</source>
        <translation>Auch Ereignisse mit der gewählten Zelle oder dem gewählten Wert</translation>
    </message>
    <message>
        <source>Filter &amp;without This Value</source>
        <translation>Filter o&amp;hne diesen Wert</translation>
    </message>
    <message>
        <source>No events with the chosen cell or value</source>
        <translation>Keine Ereignisse mit der gewählten Zelle oder dem gewählten Wert</translation>
    </message>
    <message>
        <source>Colour Rows Li&amp;ke This…</source>
        <translation>Solche Zeilen &amp;färben …</translation>
    </message>
    <message>
        <source>A colour rule for every event with the value of the chosen cell</source>
        <translation>Eine Farbregel für jedes Ereignis mit dem Wert der gewählten Zelle</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>&amp;Lesezeichen</translation>
    </message>
    <message>
        <source>Set or remove the chosen event&apos;s bookmark</source>
        <translation>Dem gewählten Ereignis ein Lesezeichen geben oder nehmen</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>Schla&amp;gwörter…</translation>
    </message>
    <message>
        <source>Words of your own for the chosen event, found by tag:</source>
        <translation>Eigene Wörter für das gewählte Ereignis; tag: findet sie</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>A note of your own on the chosen event, found by note:</source>
        <translation>Eine eigene Notiz zum gewählten Ereignis; note: findet sie</translation>
    </message>
    <message>
        <source>S&amp;how Bookmarked</source>
        <translation>Mit Lesezeichen &amp;zeigen</translation>
    </message>
    <message>
        <source>Only events with a bookmark, of all times</source>
        <translation>Nur Ereignisse mit Lesezeichen, aus allen Zeiten</translation>
    </message>
    <message>
        <source>Show Secre&amp;t…</source>
        <translation>Geheimnis &amp;zeigen …</translation>
    </message>
    <message>
        <source>Show a masked value of the chosen event; asks for a reason and notes it</source>
        <translation>Einen verdeckten Wert des gewählten Ereignisses zeigen; fragt nach dem Grund und hält ihn fest</translation>
    </message>
    <message>
        <source>Take back the last change of a bookmark, of tags, of a note or of a zone</source>
        <translation>Die letzte Änderung an Lesezeichen, Schlagwörtern, Notiz oder Zeitzone zurücknehmen</translation>
    </message>
    <message>
        <source>Ne&amp;xt Time Zone</source>
        <translation>Nä&amp;chste Zeitzone</translation>
    </message>
    <message>
        <source>Show times in UTC, this machine&apos;s zone, each organization&apos;s, the other one</source>
        <translation>Zeiten in UTC, der Zone dieses Rechners, der jeder Organisation oder der anderen zeigen</translation>
    </message>
    <message>
        <source>Time &amp;Zone of the Organization…</source>
        <translation>&amp;Zeitzone der Organisation …</translation>
    </message>
    <message>
        <source>Set by which clocks the chosen organization&apos;s times are read here</source>
        <translation>Festlegen, nach welchen Uhren die Zeiten der gewählten Organisation hier gelesen werden</translation>
    </message>
    <message>
        <source>Search the list; in the timeline every row stays and matches are marked</source>
        <translation>Die Liste durchsuchen; in der Zeitleiste bleibt jede Zeile und Treffer werden markiert</translation>
    </message>
    <message>
        <source>Ne&amp;xt Match</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>The match of the search below the chosen event, then from the top again</source>
        <translation>Der Treffer der Suche unter dem gewählten Ereignis, danach wieder von oben</translation>
    </message>
    <message>
        <source>&amp;Previous Match</source>
        <translation>V&amp;origer Treffer</translation>
    </message>
    <message>
        <source>The match of the search above the chosen event, then from the bottom again</source>
        <translation>Der Treffer der Suche über dem gewählten Ereignis, danach wieder von unten</translation>
    </message>
    <message>
        <source>Next Ta&amp;b of the Details</source>
        <translation>Nächster &amp;Reiter der Details</translation>
    </message>
    <message>
        <source>The next side of what is chosen: facts, activity, history …</source>
        <translation>Die nächste Seite des Gewählten: Fakten, Aktivität, Verlauf …</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab of the Details</source>
        <translation>&amp;Voriger Reiter der Details</translation>
    </message>
    <message>
        <source>The side of what is chosen before this one</source>
        <translation>Die Seite des Gewählten vor dieser</translation>
    </message>
    <message>
        <source>T&amp;eams</source>
        <translation>T&amp;eams</translation>
    </message>
    <message>
        <source>The teams of all organizations, and who is in them</source>
        <translation>Die Teams aller Organisationen und wer in ihnen ist</translation>
    </message>
    <message>
        <source>Ro&amp;les</source>
        <translation>Ro&amp;llen</translation>
    </message>
    <message>
        <source>The roles of all organizations, and what they allow</source>
        <translation>Die Rollen aller Organisationen und was sie erlauben</translation>
    </message>
    <message>
        <source>Re&amp;sources</source>
        <translation>Re&amp;ssourcen</translation>
    </message>
    <message>
        <source>What permissions are about: documents, rooms, projects …</source>
        <translation>Worum es bei Berechtigungen geht: Dokumente, Räume, Projekte …</translation>
    </message>
    <message>
        <source>Sess&amp;ions</source>
        <translation>S&amp;itzungen</translation>
    </message>
    <message>
        <source>Who is signed in, from where, since when</source>
        <translation>Wer angemeldet ist, von wo, seit wann</translation>
    </message>
    <message>
        <source>Pla&amp;ns</source>
        <translation>Plä&amp;ne</translation>
    </message>
    <message>
        <source>What an organization can be sold</source>
        <translation>Was einer Organisation verkauft werden kann</translation>
    </message>
    <message>
        <source>Commands and everything that has a name, in one box</source>
        <translation>Befehle und alles, was einen Namen hat, in einem Feld</translation>
    </message>
    <message>
        <source>&amp;Add Domain…</source>
        <translation>Domain hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>Let the chosen organization claim a domain name</source>
        <translation>Die gewählte Organisation einen Domainnamen beanspruchen lassen</translation>
    </message>
    <message>
        <source>&amp;Verify Domain</source>
        <translation>Domain &amp;bestätigen</translation>
    </message>
    <message>
        <source>Note that the chosen domain has been seen to be the organization&apos;s</source>
        <translation>Festhalten, dass die gewählte Domain nachweislich der Organisation gehört</translation>
    </message>
    <message>
        <source>Re&amp;move Domain</source>
        <translation>Domain &amp;entfernen</translation>
    </message>
    <message>
        <source>Take the chosen domain away from its organization</source>
        <translation>Der Organisation die gewählte Domain nehmen</translation>
    </message>
    <message>
        <source>Rem&amp;ove Organization…</source>
        <translation>Or&amp;ganisation entfernen …</translation>
    </message>
    <message>
        <source>End the chosen organization for good, with everything in it</source>
        <translation>Die gewählte Organisation für immer beenden, mit allem, was in ihr ist</translation>
    </message>
    <message>
        <source>&amp;Verify E-mail</source>
        <translation>E-Mail &amp;bestätigen</translation>
    </message>
    <message>
        <source>Note that the e-mail address has been seen to be the chosen user&apos;s</source>
        <translation>Festhalten, dass die E-Mail-Adresse nachweislich dem gewählten Benutzer gehört</translation>
    </message>
    <message>
        <source>Change &amp;Phone…</source>
        <translation>Tele&amp;fon ändern …</translation>
    </message>
    <message>
        <source>Set or change the phone number of the chosen user</source>
        <translation>Die Telefonnummer des gewählten Benutzers setzen oder ändern</translation>
    </message>
    <message>
        <source>Verif&amp;y Phone</source>
        <translation>Telefon bestäti&amp;gen</translation>
    </message>
    <message>
        <source>Note that the phone number has been seen to be the chosen user&apos;s</source>
        <translation>Festhalten, dass die Telefonnummer nachweislich dem gewählten Benutzer gehört</translation>
    </message>
    <message>
        <source>Rem&amp;ove Phone</source>
        <translation>Telef&amp;on entfernen</translation>
    </message>
    <message>
        <source>Take the phone number of the chosen user away; can be put back</source>
        <translation>Dem gewählten Benutzer die Telefonnummer nehmen; lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>Require a New Pass&amp;word</source>
        <translation>Neues Pass&amp;wort verlangen</translation>
    </message>
    <message>
        <source>Ask the chosen user for a new password at the next sign-in</source>
        <translation>Vom gewählten Benutzer bei der nächsten Anmeldung ein neues Passwort verlangen</translation>
    </message>
    <message>
        <source>Add &amp;Token…</source>
        <translation>&amp;Token anlegen …</translation>
    </message>
    <message>
        <source>Make an access token for the chosen user; it is shown once</source>
        <translation>Ein Zugriffstoken für den gewählten Benutzer erzeugen; es wird einmal gezeigt</translation>
    </message>
    <message>
        <source>Add &amp;Key…</source>
        <translation>Schlüsse&amp;l anlegen …</translation>
    </message>
    <message>
        <source>Make a key pair for the chosen machine; the private half is shown once</source>
        <translation>Ein Schlüsselpaar für die gewählte Maschine erzeugen; die private Hälfte wird einmal gezeigt</translation>
    </message>
    <message>
        <source>Remove Token, Key or Fa&amp;ctor</source>
        <translation>Token, S&amp;chlüssel oder Faktor entfernen</translation>
    </message>
    <message>
        <source>Take the chosen token, key, one-time password or passkey away</source>
        <translation>Das gewählte Token, den Schlüssel, das Einmalpasswort oder den Passkey wegnehmen</translation>
    </message>
    <message>
        <source>Remove Use&amp;r…</source>
        <translation>Benutze&amp;r entfernen …</translation>
    </message>
    <message>
        <source>End the chosen user for good, with grants, memberships and sessions</source>
        <translation>Den gewählten Benutzer für immer beenden, mit Zuweisungen, Mitgliedschaften und Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Create Team…</source>
        <translation>&amp;Team anlegen …</translation>
    </message>
    <message>
        <source>Create a team in an organization</source>
        <translation>Ein Team in einer Organisation anlegen</translation>
    </message>
    <message>
        <source>C&amp;hange Team…</source>
        <translation>Team &amp;ändern …</translation>
    </message>
    <message>
        <source>Change name or description of the chosen team</source>
        <translation>Namen oder Beschreibung des gewählten Teams ändern</translation>
    </message>
    <message>
        <source>&amp;Add Member…</source>
        <translation>&amp;Mitglied aufnehmen …</translation>
    </message>
    <message>
        <source>Put a user or another team into the chosen team</source>
        <translation>Einen Benutzer oder ein anderes Team ins gewählte Team aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Take Member Out</source>
        <translation>Mitglied &amp;herausnehmen</translation>
    </message>
    <message>
        <source>Take the chosen member out of the team; can be put back</source>
        <translation>Das gewählte Mitglied aus dem Team nehmen; lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>Re&amp;move Team…</source>
        <translation>Team &amp;entfernen …</translation>
    </message>
    <message>
        <source>End the chosen team for good, with what is granted to it</source>
        <translation>Das gewählte Team für immer beenden, mit dem, was ihm zugewiesen ist</translation>
    </message>
    <message>
        <source>&amp;Create Role…</source>
        <translation>&amp;Rolle anlegen …</translation>
    </message>
    <message>
        <source>Create a role in an organization</source>
        <translation>Eine Rolle in einer Organisation anlegen</translation>
    </message>
    <message>
        <source>C&amp;hange Role…</source>
        <translation>Rolle &amp;ändern …</translation>
    </message>
    <message>
        <source>Change key, name or group of the chosen role</source>
        <translation>Schlüssel, Namen oder Gruppe der gewählten Rolle ändern</translation>
    </message>
    <message>
        <source>&amp;Add Permission…</source>
        <translation>&amp;Berechtigung hinzufügen …</translation>
    </message>
    <message>
        <source>Let everybody with the chosen role do something more</source>
        <translation>Alle mit der gewählten Rolle etwas mehr tun lassen</translation>
    </message>
    <message>
        <source>&amp;Take Permission Away</source>
        <translation>Berechtigung &amp;wegnehmen</translation>
    </message>
    <message>
        <source>Take the chosen permission away from the role; can be put back</source>
        <translation>Der Rolle die gewählte Berechtigung nehmen; lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>Re&amp;move Role…</source>
        <translation>Rolle &amp;entfernen …</translation>
    </message>
    <message>
        <source>End the chosen role for good, with its grants</source>
        <translation>Die gewählte Rolle für immer beenden, mit ihren Zuweisungen</translation>
    </message>
    <message>
        <source>&amp;Create Resource…</source>
        <translation>&amp;Ressource anlegen …</translation>
    </message>
    <message>
        <source>Create a resource; one that is chosen is offered as its place</source>
        <translation>Eine Ressource anlegen; eine gewählte wird als ihr Ort angeboten</translation>
    </message>
    <message>
        <source>&amp;Rename Resource…</source>
        <translation>Ressource &amp;umbenennen …</translation>
    </message>
    <message>
        <source>Give the chosen resource another name</source>
        <translation>Der gewählten Ressource einen anderen Namen geben</translation>
    </message>
    <message>
        <source>M&amp;ove Resource…</source>
        <translation>Ressource &amp;verschieben …</translation>
    </message>
    <message>
        <source>Put the chosen resource, with all below it, into another one</source>
        <translation>Die gewählte Ressource mit allem darunter in eine andere verschieben</translation>
    </message>
    <message>
        <source>Re&amp;move Resource…</source>
        <translation>Ressource &amp;entfernen …</translation>
    </message>
    <message>
        <source>End the chosen resource for good, with all below it</source>
        <translation>Die gewählte Ressource für immer beenden, mit allem darunter</translation>
    </message>
    <message>
        <source>&amp;Grant a Role…</source>
        <translation>Rolle &amp;zuweisen …</translation>
    </message>
    <message>
        <source>Give a role to a user or a team, on a resource or everything</source>
        <translation>Einem Benutzer oder Team eine Rolle zuweisen, auf einer Ressource oder auf allem</translation>
    </message>
    <message>
        <source>Change the &amp;Period…</source>
        <translation>Zeit&amp;raum ändern …</translation>
    </message>
    <message>
        <source>Change from when and until when the chosen grant holds</source>
        <translation>Ändern, von wann bis wann die gewählte Zuweisung gilt</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Entziehen</translation>
    </message>
    <message>
        <source>Take the chosen grant away; it can be granted again</source>
        <translation>Die gewählte Zuweisung entziehen; sie kann neu zugewiesen werden</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>&amp;Sitzung beenden</translation>
    </message>
    <message>
        <source>Sign the chosen session&apos;s user out of it</source>
        <translation>Den Benutzer der gewählten Sitzung abmelden</translation>
    </message>
    <message>
        <source>&amp;Add Plan…</source>
        <translation>&amp;Plan hinzufügen …</translation>
    </message>
    <message>
        <source>Add a plan that organizations can have</source>
        <translation>Einen Plan hinzufügen, den Organisationen haben können</translation>
    </message>
    <message>
        <source>&amp;Rename Plan…</source>
        <translation>Plan &amp;umbenennen …</translation>
    </message>
    <message>
        <source>Give the chosen plan another name</source>
        <translation>Dem gewählten Plan einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Re&amp;move Plan</source>
        <translation>Plan &amp;entfernen</translation>
    </message>
    <message>
        <source>Take the chosen plan off the list; organizations that have it keep it</source>
        <translation>Den gewählten Plan von der Liste nehmen; Organisationen, die ihn haben, behalten ihn</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Änderungen</translation>
    </message>
    <message>
        <source>Changes that are collected and not sent yet, and what they would do</source>
        <translation>Änderungen, die gesammelt und noch nicht gesendet sind, und was sie täten</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Ask the regions what the staged changes would write, and whom they touch</source>
        <translation>Die Regionen fragen, was die vorgemerkten Änderungen schrieben und wen sie betreffen</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Senden…</translation>
    </message>
    <message>
        <source>Send the staged changes, one after another</source>
        <translation>Die vorgemerkten Änderungen eine nach der anderen senden</translation>
    </message>
    <message>
        <source>&amp;Take Out</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Take the chosen changes out; they are not sent</source>
        <translation>Die gewählten Änderungen herausnehmen; sie werden nicht gesendet</translation>
    </message>
    <message>
        <source>&amp;Discard All</source>
        <translation>Alle ver&amp;werfen</translation>
    </message>
    <message>
        <source>Forget all staged changes; nothing was sent</source>
        <translation>Alle vorgemerkten Änderungen vergessen; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Bul&amp;k Change…</source>
        <translation>Sa&amp;mmeländerung …</translation>
    </message>
    <message>
        <source>Add users, grants or team members from a table: a file, or what was copied</source>
        <translation>Benutzer, Zuweisungen oder Teammitglieder aus einer Tabelle anlegen: aus einer Datei oder dem, was kopiert wurde</translation>
    </message>
    <message>
        <source>Go into the Deta&amp;ils</source>
        <translation>In die Deta&amp;ils gehen</translation>
    </message>
    <message>
        <source>From the list into the side of what is chosen, and back</source>
        <translation>Von der Liste in die gezeigte Seite der Auswahl und zurück</translation>
    </message>
    <message>
        <source>&amp;Intake</source>
        <translation>&amp;Eingang</translation>
    </message>
    <message>
        <source>Records that services have put into the regions and that are no events yet</source>
        <translation>Datensätze, die Dienste in die Regionen gestellt haben und die noch keine Ereignisse sind</translation>
    </message>
    <message>
        <source>Show Failed Sign-&amp;ins</source>
        <translation>Fehlgeschlagene Anme&amp;ldungen zeigen</translation>
    </message>
    <message>
        <source>Only sign-ins that failed and users that were locked, of all times</source>
        <translation>Nur fehlgeschlagene Anmeldungen und gesperrte Benutzer, aus allen Zeiten</translation>
    </message>
    <message>
        <source>&amp;Take Back…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Send the command that reverses the chosen event; the event itself stays</source>
        <translation>Den Befehl senden, der das gewählte Ereignis umkehrt; das Ereignis selbst bleibt</translation>
    </message>
    <message>
        <source>Rotate Ke&amp;y…</source>
        <translation>Schlüssel &amp;wechseln …</translation>
    </message>
    <message>
        <source>Give the chosen machine a new key and take the old ones away, as one change</source>
        <translation>Der gewählten Maschine in einer Änderung einen neuen Schlüssel geben und die alten nehmen</translation>
    </message>
    <message>
        <source>On&amp;board Like…</source>
        <translation>A&amp;ufnehmen wie …</translation>
    </message>
    <message>
        <source>Add a user with the teams and grants of the chosen one</source>
        <translation>Einen Benutzer mit den Teams und Zuweisungen des gewählten hinzufügen</translation>
    </message>
    <message>
        <source>Copy &amp;Grants to…</source>
        <translation>Zuweisun&amp;gen übertragen auf …</translation>
    </message>
    <message>
        <source>Give another user the grants of the chosen one</source>
        <translation>Einem anderen Benutzer die Zuweisungen des gewählten geben</translation>
    </message>
    <message>
        <source>Offboar&amp;d…</source>
        <translation>A&amp;usscheiden lassen …</translation>
    </message>
    <message>
        <source>Lock the chosen user and take sessions, tokens, keys, grants and memberships away</source>
        <translation>Den gewählten Benutzer sperren und ihm Sitzungen, Token, Schlüssel, Zuweisungen und Mitgliedschaften nehmen</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>&amp;Zuordnen…</translation>
    </message>
    <message>
        <source>Say which place of a record becomes which field of a command</source>
        <translation>Festlegen, welche Stelle eines Datensatzes welches Feld eines Befehls wird</translation>
    </message>
    <message>
        <source>&amp;Promote…</source>
        <translation>Ü&amp;bernehmen…</translation>
    </message>
    <message>
        <source>Make events of the chosen records, by a mapping</source>
        <translation>Aus den gewählten Datensätzen nach einer Zuordnung Ereignisse machen</translation>
    </message>
    <message>
        <source>Promote &amp;All That Match…</source>
        <translation>&amp;Alle passenden übernehmen…</translation>
    </message>
    <message>
        <source>Make events of every new record of the region that holds the text searched for</source>
        <translation>Aus jedem neuen Datensatz der Region, der den gesuchten Text enthält, Ereignisse machen</translation>
    </message>
    <message>
        <source>Re&amp;ject…</source>
        <translation>A&amp;blehnen…</translation>
    </message>
    <message>
        <source>Set the chosen records aside for good, with a reason</source>
        <translation>Die gewählten Datensätze endgültig beiseitelegen, mit einem Grund</translation>
    </message>
    <message>
        <source>As o&amp;f Another Moment…</source>
        <translation>Stand eines a&amp;nderen Zeitpunkts…</translation>
    </message>
    <message>
        <source>Show the whole window as it was at a time, or just before an event</source>
        <translation>Das ganze Fenster so zeigen, wie es zu einer Zeit oder unmittelbar vor einem Ereignis war</translation>
    </message>
    <message>
        <source>Back to No&amp;w</source>
        <translation>&amp;Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Leave the past: show what is now</source>
        <translation>Die Vergangenheit verlassen: zeigen, was jetzt ist</translation>
    </message>
    <message>
        <source>One Event Ea&amp;rlier</source>
        <translation>Ein Ereignis f&amp;rüher</translation>
    </message>
    <message>
        <source>The moment just before the newest event that is shown</source>
        <translation>Der Zeitpunkt unmittelbar vor dem neuesten Ereignis, das gezeigt wird</translation>
    </message>
    <message>
        <source>One Event La&amp;ter</source>
        <translation>Ein Ereignis &amp;später</translation>
    </message>
    <message>
        <source>The moment that the next event makes</source>
        <translation>Der Zeitpunkt, den das nächste Ereignis schafft</translation>
    </message>
    <message>
        <source>As of &amp;Just Before This Event</source>
        <translation>Stand unmittelbar &amp;vor diesem Ereignis</translation>
    </message>
    <message>
        <source>Show the whole window as it was before the chosen event</source>
        <translation>Das ganze Fenster so zeigen, wie es vor dem gewählten Ereignis war</translation>
    </message>
    <message>
        <source>&amp;What Changed…</source>
        <translation>&amp;Was sich geändert hat…</translation>
    </message>
    <message>
        <source>What became of every organization and person between two moments</source>
        <translation>Was zwischen zwei Zeitpunkten aus allen Organisationen und Personen wurde</translation>
    </message>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Zugriff</translation>
    </message>
    <message>
        <source>Who may do what, at any moment, and why</source>
        <translation>Wer was darf, zu jedem Zeitpunkt, und warum</translation>
    </message>
    <message>
        <source>Wh&amp;y</source>
        <translation>War&amp;um</translation>
    </message>
    <message>
        <source>What the chosen one may do, or who may, and by which grants</source>
        <translation>Was das Gewählte darf oder wer es darf, und durch welche Zuweisungen</translation>
    </message>
    <message>
        <source>Why N&amp;ot</source>
        <translation>Warum n&amp;icht</translation>
    </message>
    <message>
        <source>Choose what the chosen one should be able to do, and see what is missing</source>
        <translation>Wählen, was das Gewählte können soll, und sehen, was fehlt</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>F&amp;ragen</translation>
    </message>
    <message>
        <source>Whether it is allowed, by which ways, and since when</source>
        <translation>Ob es erlaubt ist, auf welchen Wegen und seit wann</translation>
    </message>
    <message>
        <source>Who E&amp;lse?</source>
        <translation>Wer noc&amp;h?</translation>
    </message>
    <message>
        <source>Everybody who may do that on the chosen resource; without an action: anything</source>
        <translation>Alle, die das auf der gewählten Ressource dürfen; ohne Aktion: irgendetwas</translation>
    </message>
    <message>
        <source>What &amp;May They Do?</source>
        <translation>Was dür&amp;fen sie?</translation>
    </message>
    <message>
        <source>Every right of the chosen user or team, and the grants that give it</source>
        <translation>Jedes Recht des gewählten Benutzers oder Teams und die Zuweisungen, die es geben</translation>
    </message>
    <message>
        <source>Access Revie&amp;ws</source>
        <translation>Zugriffsüberprüfun&amp;gen</translation>
    </message>
    <message>
        <source>Campaigns in which somebody decides who keeps which grants</source>
        <translation>Kampagnen, in denen jemand entscheidet, wer welche Zuweisungen behält</translation>
    </message>
    <message>
        <source>&amp;Start a Review…</source>
        <translation>Überprüfung &amp;beginnen …</translation>
    </message>
    <message>
        <source>Have somebody decide which grants are kept</source>
        <translation>Jemanden entscheiden lassen, welche Zuweisungen bleiben</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Be&amp;halten</translation>
    </message>
    <message>
        <source>Decide to keep the chosen grant, and go to the next</source>
        <translation>Entscheiden, dass die gewählte Zuweisung bleibt, und zur nächsten gehen</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Entziehen …</translation>
    </message>
    <message>
        <source>Decide to revoke the chosen grant, with a reason, and go to the next</source>
        <translation>Entscheiden, dass die gewählte Zuweisung entzogen wird, mit einem Grund, und zur nächsten gehen</translation>
    </message>
    <message>
        <source>&amp;Next Undecided</source>
        <translation>&amp;Nächste unentschiedene</translation>
    </message>
    <message>
        <source>The next grant that nobody has decided on</source>
        <translation>Die nächste Zuweisung, über die niemand entschieden hat</translation>
    </message>
    <message>
        <source>Also What Is Signed &amp;Off</source>
        <translation>Auch &amp;Abgenommenes</translation>
    </message>
    <message>
        <source>Also list the grants that the last sign-off covers</source>
        <translation>Auch die Zuweisungen auflisten, die die letzte Abnahme abdeckt</translation>
    </message>
    <message>
        <source>Si&amp;gn Off…</source>
        <translation>Ab&amp;nehmen …</translation>
    </message>
    <message>
        <source>Close the chosen review; nothing in it can be decided any more</source>
        <translation>Die gewählte Überprüfung schließen; in ihr kann nichts mehr entschieden werden</translation>
    </message>
    <message>
        <source>Compro&amp;mises</source>
        <translation>Ko&amp;mpromittierungen</translation>
    </message>
    <message>
        <source>Accounts that were in the wrong hands, and what came of it</source>
        <translation>Konten, die in falschen Händen waren, und was daraus wurde</translation>
    </message>
    <message>
        <source>Trace a Compr&amp;omise…</source>
        <translation>Kompr&amp;omittierung verfolgen…</translation>
    </message>
    <message>
        <source>Mark an account as compromised for a time, and follow what it gave to whom meanwhile</source>
        <translation>Ein Konto für eine Zeit als kompromittiert markieren und verfolgen, wem es unterdessen was gab</translation>
    </message>
    <message>
        <source>No Lon&amp;ger Compromised</source>
        <translation>Nicht mehr kom&amp;promittiert</translation>
    </message>
    <message>
        <source>Take the mark away from the chosen account; can be undone</source>
        <translation>Die Markierung vom gewählten Konto nehmen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Show All It Di&amp;d</source>
        <translation>Alles zei&amp;gen, was es tat</translation>
    </message>
    <message>
        <source>Everything that the compromised account did in that time, in the timeline</source>
        <translation>Alles, was das kompromittierte Konto in dieser Zeit tat, in der Zeitleiste</translation>
    </message>
    <message>
        <source>Stage T&amp;hese Commands</source>
        <translation>Diese Befe&amp;hle vormerken</translation>
    </message>
    <message>
        <source>Put what takes the compromise back among the staged changes, in a safe order</source>
        <translation>Was die Kompromittierung zurücknimmt, in sicherer Reihenfolge zu den vorgemerkten Änderungen legen</translation>
    </message>
    <message>
        <source>&amp;Export the Evidence…</source>
        <translation>Nachweis e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Every grant of the review, what was decided on it, by whom, when and why</source>
        <translation>Jede Zuweisung der Überprüfung, was dazu entschieden wurde, von wem, wann und warum</translation>
    </message>
    <message>
        <source>Access Fin&amp;dings</source>
        <translation>Zugriffs&amp;befunde</translation>
    </message>
    <message>
        <source>Who breaks a rule, which grants nobody uses, and what is odd about access</source>
        <translation>Wer eine Regel verletzt, welche Zuweisungen niemand benutzt und was am Zugriff auffällig ist</translation>
    </message>
    <message>
        <source>&amp;Add a Rule…</source>
        <translation>&amp;Regel hinzufügen …</translation>
    </message>
    <message>
        <source>Name two permissions that nobody may hold together</source>
        <translation>Zwei Berechtigungen nennen, die niemand zugleich haben darf</translation>
    </message>
    <message>
        <source>Re&amp;move Rule…</source>
        <translation>Regel ent&amp;fernen …</translation>
    </message>
    <message>
        <source>End the chosen rule of separation of duties for good</source>
        <translation>Die gewählte Regel der Funktionstrennung für immer beenden</translation>
    </message>
    <message>
        <source>Move to Another Re&amp;gion…</source>
        <translation>In andere Re&amp;gion umziehen…</translation>
    </message>
    <message>
        <source>Move the chosen organization with its whole history to another region</source>
        <translation>Die gewählte Organisation mit ihrer ganzen Geschichte in eine andere Region umziehen</translation>
    </message>
    <message>
        <source>&amp;Data on This Disk…</source>
        <translation>&amp;Daten auf diesem Datenträger …</translation>
    </message>
    <message>
        <source>Whose data lie in this file, what may lie in it, and what was taken out</source>
        <translation>Wessen Daten in dieser Datei liegen, was in ihr liegen darf und was herausgenommen wurde</translation>
    </message>
    <message>
        <source>Review &amp;Queued…</source>
        <translation>&amp;Wartende prüfen…</translation>
    </message>
    <message>
        <source>Ask what has become of the queued changes, and send those that still fit</source>
        <translation>Fragen, was aus den wartenden Änderungen geworden ist, und senden, was noch passt</translation>
    </message>
    <message>
        <source>Serve&amp;rs and Placement…</source>
        <translation>Serve&amp;r und Lage der Daten …</translation>
    </message>
    <message>
        <source>What the servers say about themselves, and whether data lie where they may</source>
        <translation>Was die Server über sich sagen, und ob Daten liegen, wo sie dürfen</translation>
    </message>
    <message>
        <source>Inte&amp;grity</source>
        <translation>Inte&amp;grität</translation>
    </message>
    <message>
        <source>How far the trail is proved: seals, checkpoints, findings</source>
        <translation>Wie weit die Spur bewiesen ist: Siegel, Prüfpunkte, Befunde</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Hash every event of this file anew, and compare with trees and checkpoints</source>
        <translation>Jedes Ereignis dieser Datei neu hashen und mit Bäumen und Prüfpunkten vergleichen</translation>
    </message>
    <message>
        <source>S&amp;eal Now…</source>
        <translation>Jetzt v&amp;ersiegeln…</translation>
    </message>
    <message>
        <source>Verify, then sign how the trees stand and keep that beside the file</source>
        <translation>Prüfen, dann signieren, wie die Bäume stehen, und das neben der Datei aufbewahren</translation>
    </message>
    <message>
        <source>Save &amp;Certificate…</source>
        <translation>Besch&amp;einigung speichern…</translation>
    </message>
    <message>
        <source>A page or two that say what was verified last, for people without the program</source>
        <translation>Eine Seite oder zwei, die sagen, was zuletzt geprüft wurde, für Leute ohne das Programm</translation>
    </message>
    <message>
        <source>E&amp;xchange Checkpoints…</source>
        <translation>Prüfpunkte aus&amp;tauschen …</translation>
    </message>
    <message>
        <source>Hand over what is sealed here as lines or squares, and compare what others hand over</source>
        <translation>Weitergeben, was hier versiegelt ist, als Zeilen oder Quadrate, und vergleichen, was andere weitergeben</translation>
    </message>
    <message>
        <source>&amp;Import Courier Bundle…</source>
        <translation>Kur&amp;ierpaket einspielen …</translation>
    </message>
    <message>
        <source>Take what a courier has brought into a file that has no network</source>
        <translation>Was ein Kurier gebracht hat, in eine Datei ohne Netz übernehmen</translation>
    </message>
    <message>
        <source>Export E&amp;vidence…</source>
        <translation>Be&amp;weise exportieren …</translation>
    </message>
    <message>
        <source>Hand over the events of the timeline, with proofs that anybody can check</source>
        <translation>Die Ereignisse der Zeitleiste übergeben, mit Beweisen, die jeder prüfen kann</translation>
    </message>
</context>
<context>
    <name>AnnotationWords</name>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>It was not sent: the bulk change was cancelled before.</source>
        <translation>Nicht gesendet: Die Sammeländerung wurde vorher abgebrochen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>Team members</source>
        <translation>Teammitglieder</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team as a member</source>
        <translation>Team als Mitglied</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>It could be taken for “%1”.</source>
        <translation>Es könnte für „%1“ gehalten werden.</translation>
    </message>
    <message>
        <source>It mixes letters of several scripts.</source>
        <translation>Es mischt Buchstaben mehrerer Schriften.</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>this workspace</source>
        <translation>dieser Arbeitsbereich</translation>
    </message>
    <message>
        <source>a witness that is believed</source>
        <translation>ein Zeuge, dem geglaubt wird</translation>
    </message>
    <message>
        <source>Certificate of verification</source>
        <translation>Bescheinigung der Prüfung</translation>
    </message>
    <message>
        <source>Nothing was found that is not as it was.</source>
        <translation>Es wurde nichts gefunden, das nicht ist, wie es war.</translation>
    </message>
    <message>
        <source>Not everything is as it was: see the findings.</source>
        <translation>Nicht alles ist, wie es war: siehe die Befunde.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Verified at</source>
        <translation>Geprüft am</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>What was verified</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>Aufbewahrte Prüfpunkte</translation>
    </message>
    <message>
        <source>Events with withheld fields</source>
        <translation>Ereignisse mit vorenthaltenen Feldern</translation>
    </message>
    <message>
        <source>Held by this file</source>
        <translation>In dieser Datei</translation>
    </message>
    <message>
        <source>not everything: a policy says whose data it may hold</source>
        <translation>nicht alles: Eine Richtlinie sagt, wessen Daten sie enthalten darf</translation>
    </message>
    <message>
        <source>everything that its regions had</source>
        <translation>alles, was ihre Regionen hatten</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>The root stands over the heads of all trees of the region, as they were when the verification began. Events and times are of the file as it is now.</source>
        <translation>Die Wurzel steht über den Köpfen aller Bäume der Region, wie sie zu Beginn der Prüfung waren. Ereignisse und Zeiten sind die der Datei, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>Root (SHA-256)</source>
        <translation>Wurzel (SHA-256)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No key is known: nobody has sealed this file or is believed.</source>
        <translation>Kein Schlüssel ist bekannt: Niemand hat diese Datei versiegelt, und niemandem wird geglaubt.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Verifier key</source>
        <translation>Prüfschlüssel</translation>
    </message>
    <message>
        <source>To check it again</source>
        <translation>Um es noch einmal zu prüfen</translation>
    </message>
    <message>
        <source>On a machine with Muniment, the file and what is kept beside it:</source>
        <translation>Auf einem Rechner mit Muniment, der Datei und dem, was neben ihr aufbewahrt ist:</translation>
    </message>
    <message>
        <source>It ends with 0 where nothing is found. This page itself proves nothing: the checkpoints and the keys do.</source>
        <translation>Es endet mit 0, wo nichts gefunden wird. Diese Seite selbst beweist nichts: Das tun die Prüfpunkte und die Schlüssel.</translation>
    </message>
</context>
<context>
    <name>ChangeSet</name>
    <message>
        <source>Staged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>CommandForm</name>
    <message>
        <source>&amp;Reason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Kept with the event, for whoever reads it later</source>
        <translation>Steht beim Ereignis, für alle, die es später lesen</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Grant Role</source>
        <translation>Rolle zuweisen</translation>
    </message>
    <message>
        <source>Change Grant</source>
        <translation>Zuweisung ändern</translation>
    </message>
    <message>
        <source>Revoke Grant</source>
        <translation>Zuweisung entziehen</translation>
    </message>
    <message>
        <source>Create Organization</source>
        <translation>Organisation anlegen</translation>
    </message>
    <message>
        <source>Deactivate Organization</source>
        <translation>Organisation deaktivieren</translation>
    </message>
    <message>
        <source>Add Domain</source>
        <translation>Domain hinzufügen</translation>
    </message>
    <message>
        <source>Remove Domain</source>
        <translation>Domain entfernen</translation>
    </message>
    <message>
        <source>Verify Domain</source>
        <translation>Domain bestätigen</translation>
    </message>
    <message>
        <source>Change Plan of Organization</source>
        <translation>Plan der Organisation ändern</translation>
    </message>
    <message>
        <source>Reactivate Organization</source>
        <translation>Organisation reaktivieren</translation>
    </message>
    <message>
        <source>Remove Organization</source>
        <translation>Organisation entfernen</translation>
    </message>
    <message>
        <source>Rename Organization</source>
        <translation>Organisation umbenennen</translation>
    </message>
    <message>
        <source>Add Plan</source>
        <translation>Plan hinzufügen</translation>
    </message>
    <message>
        <source>Remove Plan</source>
        <translation>Plan entfernen</translation>
    </message>
    <message>
        <source>Rename Plan</source>
        <translation>Plan umbenennen</translation>
    </message>
    <message>
        <source>Add Resource</source>
        <translation>Ressource hinzufügen</translation>
    </message>
    <message>
        <source>Change Resource</source>
        <translation>Ressource ändern</translation>
    </message>
    <message>
        <source>Remove Resource</source>
        <translation>Ressource entfernen</translation>
    </message>
    <message>
        <source>Create Role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Change Role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Add Permission</source>
        <translation>Berechtigung hinzufügen</translation>
    </message>
    <message>
        <source>Remove Permission</source>
        <translation>Berechtigung entfernen</translation>
    </message>
    <message>
        <source>Remove Role</source>
        <translation>Rolle entfernen</translation>
    </message>
    <message>
        <source>End Session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Create Team</source>
        <translation>Team anlegen</translation>
    </message>
    <message>
        <source>Change Team</source>
        <translation>Team ändern</translation>
    </message>
    <message>
        <source>Add Team Member</source>
        <translation>Teammitglied hinzufügen</translation>
    </message>
    <message>
        <source>Remove Team Member</source>
        <translation>Teammitglied entfernen</translation>
    </message>
    <message>
        <source>Remove Team</source>
        <translation>Team entfernen</translation>
    </message>
    <message>
        <source>Remove Credential</source>
        <translation>Nachweis entfernen</translation>
    </message>
    <message>
        <source>Deactivate User</source>
        <translation>Benutzer deaktivieren</translation>
    </message>
    <message>
        <source>Change E-mail</source>
        <translation>E-Mail ändern</translation>
    </message>
    <message>
        <source>Verify E-mail</source>
        <translation>E-Mail bestätigen</translation>
    </message>
    <message>
        <source>Add Person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add Key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Lock User</source>
        <translation>Benutzer sperren</translation>
    </message>
    <message>
        <source>Add Service Account</source>
        <translation>Dienstkonto hinzufügen</translation>
    </message>
    <message>
        <source>Set Up One-Time Password</source>
        <translation>Einmalpasswort einrichten</translation>
    </message>
    <message>
        <source>Require New Password</source>
        <translation>Neues Passwort verlangen</translation>
    </message>
    <message>
        <source>Change Phone</source>
        <translation>Telefon ändern</translation>
    </message>
    <message>
        <source>Remove Phone</source>
        <translation>Telefon entfernen</translation>
    </message>
    <message>
        <source>Verify Phone</source>
        <translation>Telefon bestätigen</translation>
    </message>
    <message>
        <source>Change Profile</source>
        <translation>Profil ändern</translation>
    </message>
    <message>
        <source>Reactivate User</source>
        <translation>Benutzer reaktivieren</translation>
    </message>
    <message>
        <source>Remove User</source>
        <translation>Benutzer entfernen</translation>
    </message>
    <message>
        <source>Add Access Token</source>
        <translation>Zugriffstoken anlegen</translation>
    </message>
    <message>
        <source>Unlock User</source>
        <translation>Benutzer entsperren</translation>
    </message>
    <message>
        <source>Change User Name</source>
        <translation>Benutzernamen ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sign Off Access Review</source>
        <translation>Zugriffsüberprüfung abnehmen</translation>
    </message>
    <message>
        <source>Decide on Grant</source>
        <translation>Über Zuweisung entscheiden</translation>
    </message>
    <message>
        <source>Start Access Review</source>
        <translation>Zugriffsüberprüfung beginnen</translation>
    </message>
    <message>
        <source>Add Rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Remove Rule</source>
        <translation>Regel entfernen</translation>
    </message>
</context>
<context>
    <name>CompromiseForm</name>
    <message>
        <source>Say since when, as well as you know: too early finds more than too late.</source>
        <translation>Sagen Sie, seit wann, so gut Sie es wissen: zu früh findet mehr als zu spät.</translation>
    </message>
    <message>
        <source>That has not come yet.</source>
        <translation>Das ist noch nicht gekommen.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Say why: it becomes the reason of everything that is taken back.</source>
        <translation>Sagen Sie, warum: Das wird der Grund von allem, was zurückgenommen wird.</translation>
    </message>
    <message>
        <source>Trace a Compromise</source>
        <translation>Kompromittierung verfolgen</translation>
    </message>
    <message>
        <source>What the account gave to others is followed, and what takes it back is drafted. The mark is kept in this workspace only; nothing is sent.</source>
        <translation>Was das Konto anderen gab, wird verfolgt, und was es zurücknimmt, wird entworfen. Die Markierung bleibt nur in diesem Arbeitsbereich; nichts wird gesendet.</translation>
    </message>
    <message>
        <source>&amp;Trace</source>
        <translation>&amp;Verfolgen</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>2026-03-01, 2026-03-01T18:00:00Z or -2d; a date means its midnight in UTC</source>
        <translation>2026-03-01, 2026-03-01T18:00:00Z oder -2d; ein Datum meint seine Mitternacht in UTC</translation>
    </message>
    <message>
        <source>In the wrong hands &amp;from</source>
        <translation>In falschen Händen &amp;von</translation>
    </message>
    <message>
        <source>&amp;Until (empty: until now)</source>
        <translation>&amp;Bis (leer: bis jetzt)</translation>
    </message>
</context>
<context>
    <name>Compromises</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>people</comment>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with it</source>
        <translation>
            <numerusform>%n weitere damit</numerusform>
            <numerusform>%n weitere damit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>details; and what follows</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Marked as compromised from %1 to %2</source>
        <translation>Als kompromittiert markiert von %1 bis %2</translation>
    </message>
    <message>
        <source>Marked as compromised from %1 on</source>
        <translation>Als kompromittiert markiert ab %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 did %n thing(s) in that time</source>
        <translation>
            <numerusform>%1 tat in dieser Zeit %n Ding</numerusform>
            <numerusform>%1 tat in dieser Zeit %n Dinge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; nothing of it gave anybody access or a way in.</source>
        <translation>%1; nichts davon gab jemandem Zugriff oder einen Zugang.</translation>
    </message>
    <message>
        <source>%1; %2; %3.</source>
        <comment>did; gave; stand</comment>
        <translation>%1; %2; %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n gave access or a way in</source>
        <translation>
            <numerusform>%n gab Zugriff oder einen Zugang</numerusform>
            <numerusform>%n gaben Zugriff oder einen Zugang</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing of it stands any more</source>
        <translation>nichts davon besteht noch</translation>
    </message>
    <message numerus="yes">
        <source>%n still stand(s)</source>
        <translation>
            <numerusform>%n besteht noch</numerusform>
            <numerusform>%n bestehen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of it was done by those whom it empowered, also later.</source>
        <translation>
            <numerusform>%n davon taten die, denen es etwas gab, auch später.</numerusform>
            <numerusform>%n davon taten die, denen es etwas gab, auch später.</numerusform>
        </translation>
    </message>
    <message>
        <source>More accounts were empowered, or over more steps, than are followed (%1 accounts, %2 steps): there may be more.</source>
        <translation>Mehr Konten bekamen etwas, oder über mehr Schritte, als verfolgt werden (%1 Konten, %2 Schritte): Es kann mehr geben.</translation>
    </message>
    <message>
        <source>Of whom one thing empowered, what at most %1 people could do is listed.</source>
        <translation>Von denen, die durch ein Ding etwas bekamen, ist aufgeführt, was höchstens %1 Personen konnten.</translation>
    </message>
    <message>
        <source>When (%1)</source>
        <translation>Wann (%1)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Empowered</source>
        <translation>Gab etwas an</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Besteht</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Could</source>
        <translation>Konnte</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>still</source>
        <translation>noch immer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ConflictReport</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1 (the organization has moved there from %2)</source>
        <translation>%1 (die Organisation ist von %2 dorthin umgezogen)</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>you saw %1, it is %2, you want %3</source>
        <translation>Sie sahen %1, es ist %2, Sie wollen %3</translation>
    </message>
    <message>
        <source>Still fits</source>
        <translation>Passt noch</translation>
    </message>
    <message>
        <source>Overtaken by somebody else</source>
        <translation>Jemand anders war schneller</translation>
    </message>
    <message>
        <source>Refused now</source>
        <translation>Wird jetzt abgelehnt</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n still fit(s).</source>
        <translation>
            <numerusform>%n passt noch.</numerusform>
            <numerusform>%n passen noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were overtaken by somebody else.</source>
        <translation>
            <numerusform>Bei %n war jemand anders schneller.</numerusform>
            <numerusform>Bei %n war jemand anders schneller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are refused now.</source>
        <translation>
            <numerusform>%n wird jetzt abgelehnt.</numerusform>
            <numerusform>%n werden jetzt abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n nothing is known: the region has not answered.</source>
        <translation>
            <numerusform>Von %n ist nichts bekannt: die Region hat nicht geantwortet.</numerusform>
            <numerusform>Von %n ist nichts bekannt: die Region hat nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is queued.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Queued changes, looked at %1</source>
        <translation>Wartende Änderungen, geprüft %1</translation>
    </message>
</context>
<context>
    <name>CredentialForms</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Until (empty: for good)</source>
        <translation>&amp;Bis (leer: auf Dauer)</translation>
    </message>
    <message>
        <source>%1 has a new access token.</source>
        <translation>%1 hat ein neues Zugriffstoken.</translation>
    </message>
    <message>
        <source>Access Token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>The access token of %1:</source>
        <translation>Das Zugriffstoken von %1:</translation>
    </message>
    <message>
        <source>%1 has a new key.</source>
        <translation>%1 hat einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Private Key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>The private half of the new key of %1:</source>
        <translation>Die private Hälfte des neuen Schlüssels von %1:</translation>
    </message>
    <message>
        <source>Add Access Token</source>
        <translation>Zugriffstoken anlegen</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>&amp;Token erzeugen</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
    </message>
    <message>
        <source>&amp;Scopes (optional)</source>
        <translation>&amp;Geltungsbereiche (freiwillig)</translation>
    </message>
    <message>
        <source>Add Key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>&amp;Make Key</source>
        <translation>&amp;Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Wo er gebraucht wird</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>RSA, 2,048 bits, for older services</source>
        <translation>RSA, 2.048 Bit, für ältere Dienste</translation>
    </message>
    <message>
        <source>%1 of %2 was removed.</source>
        <translation>%1 von %2 wurde entfernt.</translation>
    </message>
    <message>
        <source>It works from when the staged change is sent.</source>
        <translation>Er gilt, sobald die vorgemerkte Änderung gesendet ist.</translation>
    </message>
</context>
<context>
    <name>EntityOptions</name>
    <message>
        <source>The whole organization %1</source>
        <translation>Die ganze Organisation %1</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>Muniment met a situation it does not know: %1.</source>
        <translation>Muniment ist auf eine unbekannte Lage gestoßen: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please report it with the details.</source>
        <translation>Nichts wurde verändert. Bitte melden Sie dies mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>It has version %1; this program knows %2.</source>
        <translation>Sie hat Version %1; dieses Programm kennt %2.</translation>
    </message>
    <message>
        <source>the workspace file</source>
        <translation>die Arbeitsbereichsdatei</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the path, or make a new workspace.</source>
        <translation>Prüfen Sie den Pfad, oder legen Sie einen neuen Arbeitsbereich an.</translation>
    </message>
    <message>
        <source>The file %1 exists already.</source>
        <translation>Die Datei %1 gibt es schon.</translation>
    </message>
    <message>
        <source>It was not touched. Choose another name.</source>
        <translation>Sie wurde nicht angerührt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The file %1 is not a Muniment workspace.</source>
        <translation>Die Datei %1 ist kein Muniment-Arbeitsbereich.</translation>
    </message>
    <message>
        <source>It was not changed. Choose a workspace file.</source>
        <translation>Sie wurde nicht verändert. Wählen Sie eine Arbeitsbereichsdatei.</translation>
    </message>
    <message>
        <source>The file %1 is damaged or cut short.</source>
        <translation>Die Datei %1 ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>It was not changed. Everything in it comes from the regions: keep a copy for the records, make a new workspace with the same endpoints, and it fills itself again.</source>
        <translation>Sie wurde nicht verändert. Alles darin stammt aus den Regionen: Bewahren Sie eine Kopie auf, legen Sie mit denselben Endpunkten einen neuen Arbeitsbereich an, und er füllt sich wieder.</translation>
    </message>
    <message>
        <source>The file %1 was written by a newer version of Muniment.</source>
        <translation>Die Datei %1 wurde von einer neueren Version von Muniment geschrieben.</translation>
    </message>
    <message>
        <source>It was not changed. Update this program.</source>
        <translation>Sie wurde nicht verändert. Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>Another program has the file %1 open for writing.</source>
        <translation>Ein anderes Programm hat die Datei %1 zum Schreiben geöffnet.</translation>
    </message>
    <message>
        <source>Process %2 has the file %1 open for writing.</source>
        <translation>Der Prozess %2 hat die Datei %1 zum Schreiben geöffnet.</translation>
    </message>
    <message>
        <source>Close it there, or open the file read-only.</source>
        <translation>Schließen Sie sie dort, oder öffnen Sie die Datei nur zum Lesen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It can be read. To sync, give yourself the right to write the file and its folder.</source>
        <translation>Sie kann gelesen werden. Zum Abgleichen brauchen Sie das Recht, die Datei und ihren Ordner zu schreiben.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full.</source>
        <translation>Der Datenträger mit %1 ist voll.</translation>
    </message>
    <message>
        <source>Nothing is lost: reading goes on, and syncing resumes by itself when there is space.</source>
        <translation>Nichts ist verloren: Lesen geht weiter, und der Abgleich läuft von selbst wieder an, sobald Platz ist.</translation>
    </message>
    <message>
        <source>The file %1 could not be read or written.</source>
        <translation>Die Datei %1 konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be read or written: %2.</source>
        <translation>Die Datei %1 konnte nicht gelesen oder geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder.</source>
        <translation>Prüfen Sie den Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The change was refused: %1.</source>
        <translation>Die Änderung wurde abgelehnt: %1.</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>Das gibt es nicht.</translation>
    </message>
    <message>
        <source>It has been removed.</source>
        <translation>Das wurde entfernt.</translation>
    </message>
    <message>
        <source>The user is locked already.</source>
        <translation>Der Benutzer ist schon gesperrt.</translation>
    </message>
    <message>
        <source>The user is not locked.</source>
        <translation>Der Benutzer ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>It is deactivated already.</source>
        <translation>Das ist schon deaktiviert.</translation>
    </message>
    <message>
        <source>It is active already.</source>
        <translation>Das ist schon aktiv.</translation>
    </message>
    <message>
        <source>The organization is deactivated; reactivate it first.</source>
        <translation>Die Organisation ist deaktiviert; reaktivieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is how it is already; there is nothing to change.</source>
        <translation>So ist es schon; es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>The name is too long; at most 200 characters are allowed.</source>
        <translation>Der Name ist zu lang; höchstens 200 Zeichen sind erlaubt.</translation>
    </message>
    <message>
        <source>The name holds characters that cannot be seen, or nothing but blanks.</source>
        <translation>Der Name enthält unsichtbare Zeichen oder nur Leerzeichen.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is possible for people only, and this user is a machine.</source>
        <translation>Das geht nur bei Personen, und dieser Benutzer ist eine Maschine.</translation>
    </message>
    <message>
        <source>This is possible for machines only, and this user is a person.</source>
        <translation>Das geht nur bei Maschinen, und dieser Benutzer ist eine Person.</translation>
    </message>
    <message>
        <source>There is no such plan.</source>
        <translation>Diesen Plan gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such plan; there are: %1.</source>
        <translation>Diesen Plan gibt es nicht; es gibt: %1.</translation>
    </message>
    <message>
        <source>The change was refused.</source>
        <translation>Die Änderung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>This cannot be used: %1.</source>
        <translation>Das kann nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>The value for %1 cannot be used: %2.</source>
        <translation>Der Wert für %1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>There is no %1 &quot;%2&quot; in this workspace.</source>
        <translation>In diesem Arbeitsbereich gibt es keinen Treffer (%1) für „%2“.</translation>
    </message>
    <message>
        <source>Check the spelling, or sync first: it may not have arrived yet.</source>
        <translation>Prüfen Sie die Schreibweise, oder gleichen Sie zuerst ab: Vielleicht ist es noch nicht angekommen.</translation>
    </message>
    <message>
        <source>&quot;%2&quot; fits more than one %1.</source>
        <translation>„%2“ passt mehrfach (%1).</translation>
    </message>
    <message>
        <source>Give more of the id. It fits: %1.</source>
        <translation>Geben Sie mehr von der Kennung an. Es passen: %1.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Jemand anderes hat es zuerst geändert.</translation>
    </message>
    <message>
        <source>Somebody else changed it first; it stands at version %1 now.</source>
        <translation>Jemand anderes hat es zuerst geändert; es steht jetzt bei Version %1.</translation>
    </message>
    <message>
        <source>Nothing was written. Look at what changed, then decide again.</source>
        <translation>Nichts wurde geschrieben. Sehen Sie nach, was sich geändert hat, und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>The user name is taken in this organization.</source>
        <translation>Der Benutzername ist in dieser Organisation vergeben.</translation>
    </message>
    <message>
        <source>The name is taken already.</source>
        <translation>Der Name ist schon vergeben.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another one.</source>
        <translation>Nichts wurde geschrieben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The organization does not live in this region.</source>
        <translation>Die Organisation ist nicht in dieser Region zu Hause.</translation>
    </message>
    <message>
        <source>The organization has moved to %1.</source>
        <translation>Die Organisation ist nach %1 umgezogen.</translation>
    </message>
    <message>
        <source>Nothing was written. Sync, then try again.</source>
        <translation>Nichts wurde geschrieben. Gleichen Sie ab, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>The host name of %1 is not known.</source>
        <translation>Der Hostname von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the spelling of the host and the name service of this machine.</source>
        <translation>Prüfen Sie die Schreibweise des Hosts und den Namensdienst dieses Rechners.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check host, port, network and firewall, and that the server runs. What has been synced can be read meanwhile.</source>
        <translation>Prüfen Sie Host, Port, Netz und Firewall und ob der Server läuft. Was abgeglichen ist, kann inzwischen gelesen werden.</translation>
    </message>
    <message>
        <source>The certificate check (TLS) of %1 failed.</source>
        <translation>Die Zertifikatsprüfung (TLS) von %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>Give the right CA file as sslrootcert and the host name that the certificate names. Nothing was sent.</source>
        <translation>Geben Sie die richtige CA-Datei als sslrootcert an und den Hostnamen, den das Zertifikat nennt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 did not accept the user or the password.</source>
        <translation>%1 hat den Benutzer oder das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>Check the user, the password or the client certificate.</source>
        <translation>Prüfen Sie Benutzer, Passwort oder Client-Zertifikat.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a PostgreSQL or CockroachDB server.</source>
        <translation>Was bei %1 antwortet, ist kein PostgreSQL- oder CockroachDB-Server.</translation>
    </message>
    <message>
        <source>Check the port: 5432 is usual for PostgreSQL, 26257 for CockroachDB.</source>
        <translation>Prüfen Sie den Port: üblich sind 5432 für PostgreSQL und 26257 für CockroachDB.</translation>
    </message>
    <message>
        <source>The server has no such database.</source>
        <translation>Der Server hat keine solche Datenbank.</translation>
    </message>
    <message>
        <source>Check the database name in the endpoint, or create the database.</source>
        <translation>Prüfen Sie den Datenbanknamen im Endpunkt, oder legen Sie die Datenbank an.</translation>
    </message>
    <message>
        <source>The database holds no muniment schema yet.</source>
        <translation>Die Datenbank enthält noch kein muniment-Schema.</translation>
    </message>
    <message>
        <source>Install it: File &gt; New Workspace offers it, or run &quot;muniment schema install&quot;.</source>
        <translation>Installieren Sie es: Datei &gt; Neuer Arbeitsbereich bietet es an, oder rufen Sie „muniment schema install“ auf.</translation>
    </message>
    <message>
        <source>The server&apos;s schema has version %1; this program knows versions up to %2.</source>
        <translation>Das Schema des Servers hat Version %1; dieses Programm kennt Versionen bis %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Update this program.</source>
        <translation>Nichts wurde verändert. Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>The server&apos;s schema has version %1; this program needs %2.</source>
        <translation>Das Schema des Servers hat Version %1; dieses Programm braucht %2.</translation>
    </message>
    <message>
        <source>Run &quot;muniment schema install&quot; to bring it up to date.</source>
        <translation>Rufen Sie „muniment schema install“ auf, um es zu aktualisieren.</translation>
    </message>
    <message>
        <source>The schema is there, but it does not have this region.</source>
        <translation>Das Schema ist da, kennt aber diese Region nicht.</translation>
    </message>
    <message>
        <source>Check the region&apos;s name, or add it with &quot;muniment schema install --region&quot;.</source>
        <translation>Prüfen Sie den Namen der Region, oder fügen Sie sie mit „muniment schema install --region“ hinzu.</translation>
    </message>
    <message>
        <source>The region&apos;s log no longer holds what this workspace holds.</source>
        <translation>Das Protokoll der Region enthält nicht mehr, was dieser Arbeitsbereich enthält.</translation>
    </message>
    <message>
        <source>The server was restored, failed over or lost commits. Syncing of this region has stopped and nothing was changed. Ask whoever runs it; then keep this file for the records and make a new workspace.</source>
        <translation>Der Server wurde zurückgesetzt, umgeschaltet oder hat Daten verloren. Der Abgleich dieser Region ist angehalten, nichts wurde verändert. Fragen Sie den Betreiber; bewahren Sie dann diese Datei auf, und legen Sie einen neuen Arbeitsbereich an.</translation>
    </message>
    <message>
        <source>Another database answers at this endpoint than this workspace has followed.</source>
        <translation>An diesem Endpunkt antwortet eine andere Datenbank als die, der dieser Arbeitsbereich gefolgt ist.</translation>
    </message>
    <message>
        <source>The database was restored or copied and refuses new events.</source>
        <translation>Die Datenbank wurde wiederhergestellt oder kopiert und lehnt neue Ereignisse ab.</translation>
    </message>
    <message>
        <source>There is no keychain to keep the password in.</source>
        <translation>Es gibt keinen Schlüsselbund für das Passwort.</translation>
    </message>
    <message>
        <source>It is kept until the program ends, and asked again next time.</source>
        <translation>Es wird bis zum Programmende behalten und beim nächsten Mal wieder erfragt.</translation>
    </message>
    <message>
        <source>The database user may not do this.</source>
        <translation>Der Datenbankbenutzer darf das nicht.</translation>
    </message>
    <message>
        <source>The database user lacks the right: %1.</source>
        <translation>Dem Datenbankbenutzer fehlt das Recht: %1.</translation>
    </message>
    <message>
        <source>Nothing was written. Its operator can grant muniment_auditor for reading, muniment_admin for changes, muniment_mover for history in bulk.</source>
        <translation>Nichts wurde geschrieben. Der Betreiber kann muniment_auditor zum Lesen, muniment_admin zum Ändern und muniment_mover für Geschichte am Stück vergeben.</translation>
    </message>
    <message>
        <source>The server answers, but the region&apos;s data are not available.</source>
        <translation>Der Server antwortet, aber die Daten der Region sind nicht verfügbar.</translation>
    </message>
    <message>
        <source>What has been synced can be read; it tries again by itself.</source>
        <translation>Was abgeglichen ist, kann gelesen werden; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy or the network slow; try again.</source>
        <translation>Er ist vielleicht ausgelastet oder das Netz langsam; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Other writers kept the server busy.</source>
        <translation>Andere Schreiber haben den Server beschäftigt.</translation>
    </message>
    <message>
        <source>Nothing was written. Try again.</source>
        <translation>Nichts wurde geschrieben. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The connection was lost while the change was being written; whether it was is not known yet.</source>
        <translation>Die Verbindung brach ab, während die Änderung geschrieben wurde; ob sie geschrieben ist, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Do not repeat it: the server is asked until it is certain.</source>
        <translation>Wiederholen Sie sie nicht: Der Server wird gefragt, bis es gewiss ist.</translation>
    </message>
    <message>
        <source>The server reported an error: %1.</source>
        <translation>Der Server meldet einen Fehler: %1.</translation>
    </message>
    <message>
        <source>The server reported an error: %1 (SQLSTATE %2).</source>
        <translation>Der Server meldet einen Fehler: %1 (SQLSTATE %2).</translation>
    </message>
    <message>
        <source>Its log tells more.</source>
        <translation>Sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation>Host finden</translation>
    </message>
    <message>
        <source>Reach the server</source>
        <translation>Server erreichen</translation>
    </message>
    <message>
        <source>Check the certificate (TLS)</source>
        <translation>Zertifikat prüfen (TLS)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open the database</source>
        <translation>Datenbank öffnen</translation>
    </message>
    <message>
        <source>Find the schema</source>
        <translation>Schema finden</translation>
    </message>
    <message>
        <source>Find the region</source>
        <translation>Region finden</translation>
    </message>
    <message>
        <source>%1 has not answered yet, so it is not known whether the change was written. The answer is awaited; if it does not come, the server is asked. Do not repeat the change.</source>
        <translation>%1 hat noch nicht geantwortet; ob die Änderung geschrieben wurde, ist darum nicht bekannt. Die Antwort wird abgewartet; kommt sie nicht, wird der Server gefragt. Wiederholen Sie die Änderung nicht.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost at the last moment, so it is not known yet whether the change was written. The server is being asked. Do not repeat the change.</source>
        <translation>Die Verbindung zu %1 ging im letzten Augenblick verloren; ob die Änderung geschrieben wurde, ist darum noch nicht bekannt. Der Server wird gefragt. Wiederholen Sie die Änderung nicht.</translation>
    </message>
    <message>
        <source>It is not known yet whether the change was written, and %1 cannot be asked just now: %2 It is asked again until it answers. Do not repeat the change.</source>
        <translation>Ob die Änderung geschrieben wurde, ist noch nicht bekannt, und %1 kann gerade nicht gefragt werden: %2 Es wird weiter gefragt, bis eine Antwort kommt. Wiederholen Sie die Änderung nicht.</translation>
    </message>
    <message>
        <source>This is certain now; send it again when the region can be reached.</source>
        <translation>Das ist jetzt sicher; senden Sie sie erneut, wenn die Region erreichbar ist.</translation>
    </message>
    <message>
        <source>Check the endpoint. If the database was restored or moved on purpose, say so in File &gt; Workspace Settings or with &quot;muniment workspace endpoint change&quot;; if it is another one, make a new workspace for it.</source>
        <translation>Prüfen Sie den Endpunkt. Wurde die Datenbank mit Absicht wiederhergestellt oder umgezogen, bestätigen Sie das unter Datei &gt; Einstellungen des Arbeitsbereichs oder mit „muniment workspace endpoint change“; ist es eine andere, legen Sie für sie einen neuen Arbeitsbereich an.</translation>
    </message>
    <message>
        <source>Its operator must run &quot;muniment schema repair&quot; first; then accept it in File &gt; Workspace Settings or with &quot;muniment workspace endpoint change&quot;.</source>
        <translation>Wer sie betreibt, muss zuerst „muniment schema repair“ ausführen; bestätigen Sie sie dann unter Datei &gt; Einstellungen des Arbeitsbereichs oder mit „muniment workspace endpoint change“.</translation>
    </message>
    <message>
        <source>The change was not written: the connection to %1 was lost before it was committed.</source>
        <translation>Die Änderung wurde nicht geschrieben: Die Verbindung zu %1 ging verloren, bevor sie festgeschrieben war.</translation>
    </message>
    <message>
        <source>The unfinished export was removed. Make room, or choose another disk.</source>
        <translation>Der unfertige Export wurde entfernt. Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>There is no folder for %1.</source>
        <translation>Für %1 gibt es keinen Ordner.</translation>
    </message>
    <message>
        <source>Nothing was exported. Make the folder, or choose another place.</source>
        <translation>Es wurde nichts exportiert. Legen Sie den Ordner an, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>You have no right to write %1.</source>
        <translation>Sie haben kein Recht, %1 zu schreiben.</translation>
    </message>
    <message>
        <source>Nothing was exported, and what stands there was not touched. Choose another place.</source>
        <translation>Es wurde nichts exportiert, und was dort steht, blieb unberührt. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 lies on a disk that can only be read.</source>
        <translation>%1 liegt auf einem Datenträger, der nur gelesen werden kann.</translation>
    </message>
    <message>
        <source>Nothing was exported. Choose another place.</source>
        <translation>Es wurde nichts exportiert. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>Nothing was exported. Give the export the name of a file.</source>
        <translation>Es wurde nichts exportiert. Geben Sie dem Export den Namen einer Datei.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The unfinished export was removed. Check the disk, or choose another place.</source>
        <translation>Der unfertige Export wurde entfernt. Prüfen Sie den Datenträger, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The file %1 was written by an earlier version of Muniment.</source>
        <translation>Die Datei %1 wurde von einer früheren Version von Muniment geschrieben.</translation>
    </message>
    <message>
        <source>Open it once where it may be written: it keeps all it has, and takes in what is new.</source>
        <translation>Öffnen Sie sie einmal dort, wo sie geschrieben werden darf: Sie behält alles, was sie hat, und nimmt das Neue auf.</translation>
    </message>
    <message>
        <source>This file&apos;s index of words is not complete yet.</source>
        <translation>Der Wortindex dieser Datei ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>It is completed while the workspace is open in the window. Until then leave the words out of the filter.</source>
        <translation>Er wird vervollständigt, während der Arbeitsbereich im Fenster geöffnet ist. Lassen Sie bis dahin die Wörter im Filter weg.</translation>
    </message>
    <message>
        <source>This file keeps no index of words.</source>
        <translation>Diese Datei führt keinen Wortindex.</translation>
    </message>
    <message>
        <source>Switch it on in the workspace&apos;s settings, or leave the words out of the filter.</source>
        <translation>Schalten Sie ihn in den Einstellungen des Arbeitsbereichs ein, oder lassen Sie die Wörter im Filter weg.</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>token or key</source>
        <translation>Token oder Schlüssel</translation>
    </message>
    <message>
        <source>Another team of this organization has this name.</source>
        <translation>Ein anderes Team dieser Organisation hat diesen Namen.</translation>
    </message>
    <message>
        <source>Another role of this organization has this key.</source>
        <translation>Eine andere Rolle dieser Organisation hat diesen Schlüssel.</translation>
    </message>
    <message>
        <source>This role has been granted there already; change that grant instead.</source>
        <translation>Diese Rolle ist dort schon zugewiesen; ändern Sie jene Zuweisung.</translation>
    </message>
    <message>
        <source>Another organization has this domain.</source>
        <translation>Eine andere Organisation hat diese Domain.</translation>
    </message>
    <message>
        <source>A key is made of letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;, without blanks; that of a resource type of small letters.</source>
        <translation>Ein Schlüssel besteht aus Buchstaben, Ziffern, „-“, „_“ und „.“, ohne Leerzeichen; der einer Ressourcenart aus Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>There is no e-mail address.</source>
        <translation>Es gibt keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is not a telephone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>There is no telephone number.</source>
        <translation>Es gibt keine Telefonnummer.</translation>
    </message>
    <message>
        <source>It is verified already.</source>
        <translation>Es ist schon bestätigt.</translation>
    </message>
    <message>
        <source>This is not an internet domain.</source>
        <translation>Das ist keine Internet-Domain.</translation>
    </message>
    <message>
        <source>The organization has this domain already.</source>
        <translation>Die Organisation hat diese Domain schon.</translation>
    </message>
    <message>
        <source>The organization does not have this domain.</source>
        <translation>Die Organisation hat diese Domain nicht.</translation>
    </message>
    <message>
        <source>There is no such user in this organization.</source>
        <translation>In dieser Organisation gibt es diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>There is no such team in this organization.</source>
        <translation>In dieser Organisation gibt es dieses Team nicht.</translation>
    </message>
    <message>
        <source>There is no such role in this organization.</source>
        <translation>In dieser Organisation gibt es diese Rolle nicht.</translation>
    </message>
    <message>
        <source>There is no such resource in this organization.</source>
        <translation>In dieser Organisation gibt es diese Ressource nicht.</translation>
    </message>
    <message>
        <source>It is a member of the team already.</source>
        <translation>Es ist schon Mitglied des Teams.</translation>
    </message>
    <message>
        <source>It is not a member of the team.</source>
        <translation>Es ist nicht Mitglied des Teams.</translation>
    </message>
    <message>
        <source>It would come to lie below itself.</source>
        <translation>Es käme unter sich selbst zu liegen.</translation>
    </message>
    <message>
        <source>A permission is an action such as &quot;documents.read&quot; or &quot;documents.*&quot;, on one resource or on one type of resources.</source>
        <translation>Eine Berechtigung ist eine Aktion wie „documents.read“ oder „documents.*“, auf einer Ressource oder auf einer Art von Ressourcen.</translation>
    </message>
    <message>
        <source>The role has this permission already.</source>
        <translation>Die Rolle hat diese Berechtigung schon.</translation>
    </message>
    <message>
        <source>The role does not have this permission.</source>
        <translation>Die Rolle hat diese Berechtigung nicht.</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>Es endete, bevor es beginnt.</translation>
    </message>
    <message>
        <source>It would have ended already.</source>
        <translation>Es wäre schon zu Ende.</translation>
    </message>
    <message>
        <source>This is not a token or key that can be used.</source>
        <translation>Das ist kein brauchbares Token und kein brauchbarer Schlüssel.</translation>
    </message>
    <message>
        <source>The user has this token, key or factor already.</source>
        <translation>Der Benutzer hat dieses Token, diesen Schlüssel oder Faktor schon.</translation>
    </message>
    <message>
        <source>The user does not have this token, key or factor.</source>
        <translation>Der Benutzer hat dieses Token, diesen Schlüssel oder Faktor nicht.</translation>
    </message>
    <message>
        <source>The session has ended already.</source>
        <translation>Die Sitzung ist schon beendet.</translation>
    </message>
    <message>
        <source>The change itself was written. Send it once more, and what is missing is made up for.</source>
        <translation>Die Änderung selbst wurde geschrieben. Senden Sie sie noch einmal, dann wird nachgeholt, was fehlt.</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>The record has been promoted already.</source>
        <translation>Der Datensatz ist bereits übernommen.</translation>
    </message>
    <message>
        <source>Its events are in the log; nothing was written again.</source>
        <translation>Seine Ereignisse stehen im Protokoll; es wurde nichts noch einmal geschrieben.</translation>
    </message>
    <message>
        <source>The record has been rejected.</source>
        <translation>Der Datensatz ist abgelehnt.</translation>
    </message>
    <message>
        <source>The record is not in intake any more.</source>
        <translation>Der Datensatz ist nicht mehr im Eingang.</translation>
    </message>
    <message>
        <source>What stands at %1 cannot be used for %2: %3.</source>
        <translation>Was bei %1 steht, ist für %2 nicht zu gebrauchen: %3.</translation>
    </message>
    <message>
        <source>There is nothing in the table.</source>
        <translation>In der Tabelle steht nichts.</translation>
    </message>
    <message>
        <source>Its first line is to hold the names of its columns.</source>
        <translation>In ihrer ersten Zeile sollen die Namen ihrer Spalten stehen.</translation>
    </message>
    <message>
        <source>Line %1 holds bytes that are no UTF-8.</source>
        <translation>In Zeile %1 stehen Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>Save the table as “CSV UTF-8”, then open it again.</source>
        <translation>Die Tabelle als „CSV UTF-8“ speichern und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>The table is UTF-16.</source>
        <translation>Die Tabelle ist UTF-16.</translation>
    </message>
    <message>
        <source>Save it as “CSV UTF-8”, then open it again.</source>
        <translation>Sie als „CSV UTF-8“ speichern und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>The quotation marks in line %1 do not fit.</source>
        <translation>Die Anführungszeichen in Zeile %1 passen nicht zusammen.</translation>
    </message>
    <message>
        <source>A cell is quoted as a whole, a quotation mark inside it is doubled, and each quoted cell has an end.</source>
        <translation>Eine Zelle steht ganz in Anführungszeichen, eines in ihr wird verdoppelt, und jede hat ein Ende.</translation>
    </message>
    <message>
        <source>Line %1 has another number of cells than the first line.</source>
        <translation>Zeile %1 hat eine andere Zahl von Zellen als die erste Zeile.</translation>
    </message>
    <message>
        <source>Perhaps another delimiter is meant, or a cell that holds one is not quoted.</source>
        <translation>Vielleicht ist ein anderes Trennzeichen gemeint, oder eine Zelle, die eines enthält, steht nicht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The table goes on after line %1, which is more than one bulk change takes.</source>
        <translation>Die Tabelle geht nach Zeile %1 weiter, das ist mehr, als eine Sammeländerung fasst.</translation>
    </message>
    <message>
        <source>Divide it into several tables.</source>
        <translation>Sie auf mehrere Tabellen verteilen.</translation>
    </message>
    <message>
        <source>Line %1 has more columns than a table may have.</source>
        <translation>Zeile %1 hat mehr Spalten, als eine Tabelle haben darf.</translation>
    </message>
    <message>
        <source>Leave out those that are not needed.</source>
        <translation>Die weglassen, die nicht gebraucht werden.</translation>
    </message>
    <message>
        <source>A cell in line %1 is too large.</source>
        <translation>Eine Zelle in Zeile %1 ist zu groß.</translation>
    </message>
    <message>
        <source>Perhaps a quotation mark is missing at its end.</source>
        <translation>Vielleicht fehlt an ihrem Ende ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>The kind of a user is “human” or “machine”.</source>
        <translation>Die Art eines Benutzers ist „human“ oder „machine“.</translation>
    </message>
    <message>
        <source>The row is to name either a user or a team.</source>
        <translation>Die Zeile soll entweder einen Benutzer oder ein Team nennen.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Write a day like 2027-01-31, or 2027-01-31T08:00:00Z.</source>
        <translation>Einen Tag wie 2027-01-31 schreiben, oder 2027-01-31T08:00:00Z.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Choose a file with a table in it that you may read.</source>
        <translation>Eine Datei mit einer Tabelle wählen, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>access review</source>
        <translation>Zugriffsüberprüfung</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>There is no such grant in this organization.</source>
        <translation>In dieser Organisation gibt es keine solche Zuweisung.</translation>
    </message>
    <message>
        <source>The grant is not part of this review.</source>
        <translation>Die Zuweisung gehört nicht zu dieser Überprüfung.</translation>
    </message>
    <message>
        <source>The review has been signed off; nothing in it can be decided any more.</source>
        <translation>Die Überprüfung ist abgenommen; in ihr kann nichts mehr entschieden werden.</translation>
    </message>
    <message>
        <source>Some items are not decided yet; say with a reason why the review is closed without them.</source>
        <translation>Über einiges ist noch nicht entschieden; nennen Sie als Grund, warum die Überprüfung ohne es geschlossen wird.</translation>
    </message>
    <message>
        <source>There is nothing to review: no grant in this scope, or none that changed since the last sign-off.</source>
        <translation>Es gibt nichts zu überprüfen: keine Zuweisung in diesem Bereich, oder keine, die sich seit der letzten Abnahme geändert hat.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Ein Grund wird benötigt.</translation>
    </message>
    <message>
        <source>move under way of</source>
        <translation>laufender Umzug von</translation>
    </message>
    <message>
        <source>What was copied is not what the old home holds.</source>
        <translation>Was kopiert wurde, ist nicht, was der alte Sitz hält.</translation>
    </message>
    <message>
        <source>Nothing was decided, and writers go on at the old home. Take the move back, and have the database of the new home looked at.</source>
        <translation>Nichts wurde entschieden, und Schreibende machen am alten Sitz weiter. Nehmen Sie den Umzug zurück, und lassen Sie die Datenbank des neuen Sitzes ansehen.</translation>
    </message>
    <message>
        <source>The organization is moving to another region just now.</source>
        <translation>Die Organisation zieht gerade in eine andere Region um.</translation>
    </message>
    <message>
        <source>Somebody else has taken up this move.</source>
        <translation>Jemand anders hat diesen Umzug übernommen.</translation>
    </message>
    <message>
        <source>It goes on there, and this run does nothing more. &apos;muniment region move status&apos; says how far it has come.</source>
        <translation>Er geht dort weiter, und dieser Lauf tut nichts mehr. &apos;muniment region move status&apos; sagt, wie weit er gekommen ist.</translation>
    </message>
    <message>
        <source>%1 is moving the organization to %2: since %3 nobody can write to it.</source>
        <translation>%1 zieht die Organisation nach %2 um: Seit %3 kann niemand in sie schreiben.</translation>
    </message>
    <message>
        <source>Nothing was written. This takes a second; try again. If it lasts, the move was broken off: &apos;muniment region move resume&apos; finishes it, &apos;muniment region move cancel&apos; takes it back.</source>
        <translation>Nichts wurde geschrieben. Das dauert eine Sekunde; versuchen Sie es erneut. Dauert es an, ist der Umzug liegen geblieben: &apos;muniment region move resume&apos; führt ihn zu Ende, &apos;muniment region move cancel&apos; nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>An organization has moved to where this workspace may keep less of it.</source>
        <translation>Eine Organisation ist dorthin umgezogen, wo dieser Arbeitsbereich weniger von ihr halten darf.</translation>
    </message>
    <message>
        <source>What is held of it is taken out of the file before syncing goes on: open the workspace for writing, or run &quot;muniment sync --once&quot;.</source>
        <translation>Was von ihr gehalten wird, wird aus der Datei genommen, bevor weiter synchronisiert wird: Öffnen Sie den Arbeitsbereich zum Schreiben, oder rufen Sie „muniment sync --once“ auf.</translation>
    </message>
    <message>
        <source>The organization has moved to %1, which this workspace has no endpoint for.</source>
        <translation>Die Organisation ist nach %1 umgezogen, wofür dieser Arbeitsbereich keinen Endpunkt hat.</translation>
    </message>
    <message>
        <source>Nothing was written. Add an endpoint for that region, then try again.</source>
        <translation>Nichts wurde geschrieben. Fügen Sie einen Endpunkt für diese Region hinzu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is neither a keychain nor a passphrase for this workstation&apos;s key.</source>
        <translation>Für den Schlüssel dieser Arbeitsstation gibt es weder einen Schlüsselbund noch eine Passphrase.</translation>
    </message>
    <message>
        <source>Nothing was signed. Give --passphrase-file, or type the passphrase on a terminal.</source>
        <translation>Nichts wurde signiert. Geben Sie --passphrase-file an, oder tippen Sie die Passphrase an einem Terminal.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the key&apos;s file is damaged.</source>
        <translation>Die Passphrase ist falsch, oder die Datei des Schlüssels ist beschädigt.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>Nichts wurde signiert.</translation>
    </message>
    <message>
        <source>This is no checkpoint as witnesses sign them: %1.</source>
        <translation>Das ist kein Prüfpunkt, wie Zeugen sie signieren: %1.</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>This is no key of a witness.</source>
        <translation>Das ist kein Schlüssel eines Zeugen.</translation>
    </message>
    <message>
        <source>It looks like NAME+8 digits+letters; &apos;muniment witness&apos; prints its own.</source>
        <translation>Er sieht aus wie NAME+8 Ziffern+Buchstaben; „muniment witness“ gibt den eigenen aus.</translation>
    </message>
    <message>
        <source>Two stories are told of %1: at %2 leaves the checkpoint that is kept as number %3 has another root.</source>
        <translation>Von %1 werden zwei Geschichten erzählt: Bei %2 Blättern hat der Prüfpunkt, der als Nummer %3 aufbewahrt ist, eine andere Wurzel.</translation>
    </message>
    <message>
        <source>Nothing was kept. Keep both checkpoints: together they prove that the history was altered, or shown differently to two people.</source>
        <translation>Nichts wurde aufbewahrt. Bewahren Sie beide Prüfpunkte auf: Zusammen beweisen sie, dass die Geschichte geändert oder zwei Leuten verschieden gezeigt wurde.</translation>
    </message>
    <message>
        <source>The file has come less far than when it was last sealed: %1 had %2 leaves.</source>
        <translation>Die Datei ist weniger weit gekommen als bei ihrer letzten Versiegelung: %1 hatte %2 Blätter.</translation>
    </message>
    <message>
        <source>Nothing was signed. &apos;muniment verify&apos; says what is missing.</source>
        <translation>Nichts wurde signiert. „muniment verify“ sagt, was fehlt.</translation>
    </message>
    <message>
        <source>This is not to be believed: %1.</source>
        <translation>Das ist nicht zu glauben: %1.</translation>
    </message>
    <message>
        <source>It is about %1 in it.</source>
        <translation>Es geht um %1 darin.</translation>
    </message>
    <message>
        <source>The server&apos;s schema is from before checkpoints and copies were kept there.</source>
        <translation>Das Schema des Servers stammt aus der Zeit, bevor dort Prüfpunkte und Kopien geführt wurden.</translation>
    </message>
    <message>
        <source>Everything else works. Run &quot;muniment schema install&quot; to complete it.</source>
        <translation>Alles andere funktioniert. „muniment schema install“ vervollständigt es.</translation>
    </message>
    <message>
        <source>This is an evidence bundle: its events can be read, and nothing else.</source>
        <translation>Das ist ein Beweispaket: Seine Ereignisse lassen sich lesen, sonst nichts.</translation>
    </message>
    <message>
        <source>It has no server that could be asked, and nothing can be written.</source>
        <translation>Es hat keinen Server, den man fragen könnte, und geschrieben werden kann nichts.</translation>
    </message>
    <message>
        <source>This file has no servers: courier bundles bring its events.</source>
        <translation>Diese Datei hat keine Server: Ihre Ereignisse kommen mit Kurierpaketen.</translation>
    </message>
    <message>
        <source>&apos;muniment bundle import&apos; takes the next one in. Nothing can be written here.</source>
        <translation>„muniment bundle import“ nimmt das nächste auf. Geschrieben werden kann hier nichts.</translation>
    </message>
    <message>
        <source>This bundle holds chosen events: it is none that a courier carries.</source>
        <translation>Dieses Paket enthält ausgewählte Ereignisse: Es ist kein Kurierpaket.</translation>
    </message>
    <message>
        <source>This file is synced from servers: courier bundles need a file of their own.</source>
        <translation>Diese Datei wird von Servern abgeglichen: Kurierpakete brauchen eine eigene Datei.</translation>
    </message>
    <message>
        <source>This bundle is of another installation: %1 of this file was another database.</source>
        <translation>Dieses Paket stammt aus einer anderen Installation: %1 war in dieser Datei eine andere Datenbank.</translation>
    </message>
    <message>
        <source>A bundle before this one is missing: it begins further than the file has come.</source>
        <translation>Davor fehlt ein Paket: Dieses beginnt weiter hinten, als die Datei gekommen ist.</translation>
    </message>
    <message>
        <source>Nothing was written. Import the others first, in their order.</source>
        <translation>Es wurde nichts geschrieben. Die anderen zuerst aufnehmen, in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>The file has the events of this bundle already.</source>
        <translation>Die Datei hat die Ereignisse dieses Pakets schon.</translation>
    </message>
    <message>
        <source>The file has come further than where this bundle begins: it is an older one.</source>
        <translation>Die Datei ist weiter, als dieses Paket beginnt: Es ist ein älteres.</translation>
    </message>
    <message>
        <source>%1 is not the log that the bundle before told of.</source>
        <translation>%1 ist nicht das Protokoll, von dem das Paket davor spricht.</translation>
    </message>
    <message>
        <source>The events of this bundle do not lead to what it says of %1.</source>
        <translation>Die Ereignisse dieses Pakets führen nicht zu dem, was es über %1 sagt.</translation>
    </message>
    <message>
        <source>The file holds less of %1 than the bundle before told of.</source>
        <translation>Die Datei enthält weniger von %1, als das Paket davor sagt.</translation>
    </message>
    <message>
        <source>No bundle can go on from there. Begin anew, without --after.</source>
        <translation>Daran kann kein Paket anschließen. Neu beginnen, ohne --after.</translation>
    </message>
    <message>
        <source>Nobody whom you believe has signed this bundle.</source>
        <translation>Niemand, dem Sie glauben, hat dieses Paket unterschrieben.</translation>
    </message>
    <message>
        <source>Compare its maker&apos;s key with what the maker tells you, and give it as --trust.</source>
        <translation>Den Schlüssel des Erstellers mit dem vergleichen, was dieser Ihnen sagt, und als --trust angeben.</translation>
    </message>
    <message>
        <source>The organization was not there yet at that moment.</source>
        <translation>Die Organisation gab es in diesem Augenblick noch nicht.</translation>
    </message>
    <message>
        <source>The file does not know %1 up to that moment, only through %2.</source>
        <translation>Die Datei kennt %1 nicht bis zu diesem Augenblick, nur bis %2.</translation>
    </message>
    <message>
        <source>The file does not hold what the organization did in its earlier homes.</source>
        <translation>Die Datei hält nicht, was die Organisation in ihren früheren Regionen tat.</translation>
    </message>
    <message>
        <source>Clocks went back at that moment, so that it cannot be told from the organization&apos;s own events. Ask about one a little earlier or later.</source>
        <translation>In diesem Augenblick gingen Uhren zurück, sodass er sich an den eigenen Ereignissen der Organisation nicht bestimmen lässt. Fragen Sie nach einem etwas früheren oder späteren.</translation>
    </message>
    <message>
        <source>The answer rests on %1, and what one of its events says is withheld.</source>
        <translation>Die Antwort beruht auf %1, und was eines der Ereignisse davon sagt, ist zurückgehalten.</translation>
    </message>
    <message>
        <source>The answer rests on %1, and one of its events is missing.</source>
        <translation>Die Antwort beruht auf %1, und eines der Ereignisse davon fehlt.</translation>
    </message>
    <message>
        <source>The organization was on its way to another region then: its log may go on there.</source>
        <translation>Die Organisation war da auf dem Weg in eine andere Region: Ihr Protokoll kann dort weitergehen.</translation>
    </message>
    <message>
        <source>An event of the organization is left out: leaf %1 of %2.</source>
        <translation>Ein Ereignis der Organisation ist ausgelassen: Blatt %1 von %2.</translation>
    </message>
    <message>
        <source>The bundle does not show just the organization&apos;s logs, from its first home on.</source>
        <translation>Das Paket zeigt nicht genau die Protokolle der Organisation, von ihrer ersten Region an.</translation>
    </message>
    <message>
        <source>The log of an earlier home did not end as the bundle shows it.</source>
        <translation>Das Protokoll einer früheren Region endete nicht so, wie das Paket es zeigt.</translation>
    </message>
    <message>
        <source>Nobody has signed the log since that moment: its last events may be missing.</source>
        <translation>Seit diesem Augenblick hat niemand das Protokoll signiert: Seine letzten Ereignisse können fehlen.</translation>
    </message>
    <message>
        <source>This bundle shows events, and states no answer about access.</source>
        <translation>Dieses Paket zeigt Ereignisse und sagt keine Antwort über Zugriff.</translation>
    </message>
    <message>
        <source>What the bundle states about access cannot be read.</source>
        <translation>Was das Paket über Zugriff sagt, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The events do not give the answer that the bundle states.</source>
        <translation>Die Ereignisse ergeben nicht die Antwort, die das Paket nennt.</translation>
    </message>
    <message>
        <source>The events do not say all that the bundle states about its answer.</source>
        <translation>Die Ereignisse sagen nicht alles, was das Paket zu seiner Antwort nennt.</translation>
    </message>
    <message>
        <source>The bundle proves nothing about access.</source>
        <translation>Das Paket beweist nichts über Zugriff.</translation>
    </message>
    <message>
        <source>No proof was written.</source>
        <translation>Kein Beweis wurde geschrieben.</translation>
    </message>
    <message>
        <source>No event has come since the bundle before: there is nothing to carry.</source>
        <translation>Seit dem vorigen Paket ist kein Ereignis gekommen: Es gibt nichts zu überbringen.</translation>
    </message>
    <message>
        <source>No bundle was written.</source>
        <translation>Es wurde kein Paket geschrieben.</translation>
    </message>
    <message>
        <source>No bundle can be made: %1.</source>
        <translation>Ein Paket kann nicht erstellt werden: %1.</translation>
    </message>
    <message>
        <source>Nothing was written. Ask for events with another filter.</source>
        <translation>Es wurde nichts geschrieben. Ein anderer Filter findet vielleicht Ereignisse.</translation>
    </message>
</context>
<context>
    <name>EventChanges</name>
    <message numerus="yes">
        <source>… %n more, under Raw</source>
        <translation>
            <numerusform>… %n weiteres, unter „Roh“</numerusform>
            <numerusform>… %n weitere, unter „Roh“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventSentence</name>
    <message>
        <source>A session of {actor} began</source>
        <translation>Eine Sitzung von {actor} begann</translation>
    </message>
    <message>
        <source>A session of {actor} ended</source>
        <translation>Eine Sitzung von {actor} endete</translation>
    </message>
    <message>
        <source>A wrong password was given for {subject}</source>
        <translation>Für {subject} wurde ein falsches Passwort eingegeben</translation>
    </message>
    <message>
        <source>The domain {domain} of {subject} was verified</source>
        <translation>Die Domain {domain} von {subject} wurde bestätigt</translation>
    </message>
    <message>
        <source>The e-mail address of {subject} was verified</source>
        <translation>Die E-Mail-Adresse von {subject} wurde bestätigt</translation>
    </message>
    <message>
        <source>The organization {subject} moved from {from} to {to}</source>
        <translation>Die Organisation {subject} zog von {from} nach {to} um</translation>
    </message>
    <message>
        <source>The organization {subject} was given its home in {region}</source>
        <translation>Die Organisation {subject} bekam ihre Heimat in {region}</translation>
    </message>
    <message>
        <source>{actor} added a key to the service user {subject}</source>
        <translation>{actor} gab dem Dienstbenutzer {subject} einen Schlüssel</translation>
    </message>
    <message>
        <source>{actor} added {member} to the team {subject}</source>
        <translation>{actor} nahm {member} ins Team {subject} auf</translation>
    </message>
    <message>
        <source>{actor} added the domain {domain} to {subject}</source>
        <translation>{actor} fügte {subject} die Domain {domain} hinzu</translation>
    </message>
    <message>
        <source>{actor} added the permission {action} to the role {subject}</source>
        <translation>{actor} gab der Rolle {subject} die Berechtigung {action}</translation>
    </message>
    <message>
        <source>{actor} added the plan {name}</source>
        <translation>{actor} legte den Plan {name} an</translation>
    </message>
    <message>
        <source>{actor} added the resource {name} to {tenant}</source>
        <translation>{actor} legte in {tenant} die Ressource {name} an</translation>
    </message>
    <message>
        <source>{actor} added the service user {userName} to {tenant}</source>
        <translation>{actor} legte in {tenant} den Dienstbenutzer {userName} an</translation>
    </message>
    <message>
        <source>{actor} added the user {userName} to {tenant}</source>
        <translation>{actor} legte in {tenant} den Benutzer {userName} an</translation>
    </message>
    <message>
        <source>{actor} began to move {subject} from {from} to {to}</source>
        <translation>{actor} begann, {subject} von {from} nach {to} umzuziehen</translation>
    </message>
    <message>
        <source>{actor} began to register a passkey for {subject}</source>
        <translation>{actor} begann, einen Passkey für {subject} einzurichten</translation>
    </message>
    <message>
        <source>{actor} cancelled the move of {subject} from {from} to {to}</source>
        <translation>{actor} brach den Umzug von {subject} von {from} nach {to} ab</translation>
    </message>
    <message>
        <source>{actor} changed the e-mail address of {subject} to {email}</source>
        <translation>{actor} änderte die E-Mail-Adresse von {subject} in {email}</translation>
    </message>
    <message>
        <source>{actor} changed the grant {subject}</source>
        <translation>{actor} änderte die Zuweisung {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the password of {subject}</source>
        <translation>{actor} änderte das Passwort von {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the phone number of {subject} to {phone}</source>
        <translation>{actor} änderte die Telefonnummer von {subject} in {phone}</translation>
    </message>
    <message>
        <source>{actor} changed the plan of {subject} to {plan}</source>
        <translation>{actor} änderte den Plan von {subject} in {plan}</translation>
    </message>
    <message>
        <source>{actor} changed the profile of {subject}</source>
        <translation>{actor} änderte das Profil von {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the resource {subject}</source>
        <translation>{actor} änderte die Ressource {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the role {subject}</source>
        <translation>{actor} änderte die Rolle {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the service user {subject}</source>
        <translation>{actor} änderte den Dienstbenutzer {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the team {subject}</source>
        <translation>{actor} änderte das Team {subject}</translation>
    </message>
    <message>
        <source>{actor} changed the user name of {subject} to {userName}</source>
        <translation>{actor} änderte den Benutzernamen von {subject} in {userName}</translation>
    </message>
    <message>
        <source>{actor} created the organization {name}</source>
        <translation>{actor} legte die Organisation {name} an</translation>
    </message>
    <message>
        <source>{actor} created the role {key} in {tenant}</source>
        <translation>{actor} legte in {tenant} die Rolle {key} an</translation>
    </message>
    <message>
        <source>{actor} created the team {name} in {tenant}</source>
        <translation>{actor} legte in {tenant} das Team {name} an</translation>
    </message>
    <message>
        <source>{actor} deactivated the organization {subject}</source>
        <translation>{actor} deaktivierte die Organisation {subject}</translation>
    </message>
    <message>
        <source>{actor} deactivated {subject}</source>
        <translation>{actor} deaktivierte {subject}</translation>
    </message>
    <message>
        <source>{actor} gave {subject} a personal access token</source>
        <translation>{actor} gab {subject} ein persönliches Zugriffstoken</translation>
    </message>
    <message>
        <source>{actor} granted the role {roleId} to {member} in {tenant}</source>
        <translation>{actor} wies {member} in {tenant} die Rolle {roleId} zu</translation>
    </message>
    <message>
        <source>{actor} locked {subject}</source>
        <translation>{actor} sperrte {subject}</translation>
    </message>
    <message>
        <source>{actor} reactivated the organization {subject}</source>
        <translation>{actor} reaktivierte die Organisation {subject}</translation>
    </message>
    <message>
        <source>{actor} reactivated {subject}</source>
        <translation>{actor} reaktivierte {subject}</translation>
    </message>
    <message>
        <source>{actor} removed a key from the service user {subject}</source>
        <translation>{actor} nahm dem Dienstbenutzer {subject} einen Schlüssel</translation>
    </message>
    <message>
        <source>{actor} removed {member} from the team {subject}</source>
        <translation>{actor} entfernte {member} aus dem Team {subject}</translation>
    </message>
    <message>
        <source>{actor} removed a passkey of {subject}</source>
        <translation>{actor} entfernte einen Passkey von {subject}</translation>
    </message>
    <message>
        <source>{actor} removed a personal access token of {subject}</source>
        <translation>{actor} entfernte ein persönliches Zugriffstoken von {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the domain {domain} from {subject}</source>
        <translation>{actor} entfernte die Domain {domain} von {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the one-time password generator of {subject}</source>
        <translation>{actor} entfernte den Einmalpasswort-Generator von {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the organization {subject}</source>
        <translation>{actor} entfernte die Organisation {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the permission {action} from the role {subject}</source>
        <translation>{actor} nahm der Rolle {subject} die Berechtigung {action}</translation>
    </message>
    <message>
        <source>{actor} removed the phone number of {subject}</source>
        <translation>{actor} entfernte die Telefonnummer von {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the plan {subject}</source>
        <translation>{actor} entfernte den Plan {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the resource {subject}</source>
        <translation>{actor} entfernte die Ressource {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the role {subject}</source>
        <translation>{actor} entfernte die Rolle {subject}</translation>
    </message>
    <message>
        <source>{actor} removed the team {subject}</source>
        <translation>{actor} entfernte das Team {subject}</translation>
    </message>
    <message>
        <source>{actor} removed {subject}</source>
        <translation>{actor} entfernte {subject}</translation>
    </message>
    <message>
        <source>{actor} renamed the organization {subject} to {name}</source>
        <translation>{actor} benannte die Organisation {subject} in {name} um</translation>
    </message>
    <message>
        <source>{actor} renamed the plan {subject} to {name}</source>
        <translation>{actor} benannte den Plan {subject} in {name} um</translation>
    </message>
    <message>
        <source>{actor} revoked the grant {subject}</source>
        <translation>{actor} entzog die Zuweisung {subject}</translation>
    </message>
    <message>
        <source>{actor} said who they are</source>
        <translation>{actor} gab sich zu erkennen</translation>
    </message>
    <message>
        <source>{actor} set up a one-time password generator for {subject}</source>
        <translation>{actor} richtete einen Einmalpasswort-Generator für {subject} ein</translation>
    </message>
    <message>
        <source>{actor} signed in with a password</source>
        <translation>{actor} meldete sich mit einem Passwort an</translation>
    </message>
    <message>
        <source>{actor} unlocked {subject}</source>
        <translation>{actor} entsperrte {subject}</translation>
    </message>
    <message>
        <source>{actor} used {subject}: {action}</source>
        <translation>{actor} benutzte {subject}: {action}</translation>
    </message>
    <message>
        <source>{subject} gave the right password</source>
        <translation>{subject} gab das richtige Passwort ein</translation>
    </message>
    <message>
        <source>The phone number of {subject} was verified</source>
        <translation>Die Telefonnummer von {subject} wurde bestätigt</translation>
    </message>
    <message>
        <source>{actor} asked {subject} to choose a new password</source>
        <translation>{actor} verlangte von {subject} ein neues Passwort</translation>
    </message>
    <message>
        <source>{actor} decided on a grant in the access review {subject}: {decision}</source>
        <translation>{actor} hat in der Zugriffsüberprüfung {subject} über eine Zuweisung entschieden: {decision}</translation>
    </message>
    <message>
        <source>{actor} made the rule {name}: nobody may hold both {firstAction} and {secondAction}</source>
        <translation>{actor} hat die Regel {name} aufgestellt: Niemand darf {firstAction} und {secondAction} zugleich haben</translation>
    </message>
    <message>
        <source>{actor} removed the rule {subject}</source>
        <translation>{actor} hat die Regel {subject} entfernt</translation>
    </message>
    <message>
        <source>{actor} signed off the access review {subject}</source>
        <translation>{actor} hat die Zugriffsüberprüfung {subject} abgenommen</translation>
    </message>
    <message>
        <source>{actor} started the access review {name} in {tenant}</source>
        <translation>{actor} hat die Zugriffsüberprüfung {name} in {tenant} begonnen</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>Recorded earlier than an event that stands before it in the log.</source>
        <translation>Früher aufgezeichnet als ein Ereignis, das im Protokoll davor steht.</translation>
    </message>
    <message>
        <source>Its predecessor is not in the log before it.</source>
        <translation>Sein Vorgänger steht nicht davor im Protokoll.</translation>
    </message>
    <message>
        <source>A later event of the same entity came first.</source>
        <translation>Ein späteres Ereignis desselben Gegenstands kam zuerst.</translation>
    </message>
    <message>
        <source>An earlier event has the same id.</source>
        <translation>Ein früheres Ereignis hat dieselbe Kennung.</translation>
    </message>
    <message>
        <source>Its writer has given it another place in the log than the database would have.</source>
        <translation>Sein Schreiber hat ihm einen anderen Platz im Protokoll gegeben, als die Datenbank es getan hätte.</translation>
    </message>
    <message>
        <source>The payload is not canonical JSON; it is kept as it came.</source>
        <translation>Der Inhalt ist kein kanonisches JSON; er ist bewahrt, wie er kam.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>E-Mail bestätigt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Domain added</source>
        <translation>Domäne hinzugefügt</translation>
    </message>
    <message>
        <source>Domain removed</source>
        <translation>Domäne entfernt</translation>
    </message>
    <message>
        <source>Domain verified</source>
        <translation>Domäne bestätigt</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>Plan geändert</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>Reaktiviert</translation>
    </message>
    <message>
        <source>Region assigned</source>
        <translation>Region zugewiesen</translation>
    </message>
    <message>
        <source>Move cancelled</source>
        <translation>Umzug abgebrochen</translation>
    </message>
    <message>
        <source>Move started</source>
        <translation>Umzug begonnen</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgezogen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>E-mail changed</source>
        <translation>E-Mail geändert</translation>
    </message>
    <message>
        <source>One-time password set up</source>
        <translation>Einmalpasswort eingerichtet</translation>
    </message>
    <message>
        <source>One-time password removed</source>
        <translation>Einmalpasswort entfernt</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Falsches Passwort</translation>
    </message>
    <message>
        <source>Right password</source>
        <translation>Richtiges Passwort</translation>
    </message>
    <message>
        <source>Passkey added</source>
        <translation>Passkey hinzugefügt</translation>
    </message>
    <message>
        <source>Passkey removed</source>
        <translation>Passkey entfernt</translation>
    </message>
    <message>
        <source>Phone changed</source>
        <translation>Telefon geändert</translation>
    </message>
    <message>
        <source>Phone removed</source>
        <translation>Telefon entfernt</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>Profil geändert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Key added</source>
        <translation>Schlüssel hinzugefügt</translation>
    </message>
    <message>
        <source>Key removed</source>
        <translation>Schlüssel entfernt</translation>
    </message>
    <message>
        <source>Access token added</source>
        <translation>Zugriffstoken hinzugefügt</translation>
    </message>
    <message>
        <source>Access token removed</source>
        <translation>Zugriffstoken entfernt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>User name changed</source>
        <translation>Benutzername geändert</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betroffen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Permission added</source>
        <translation>Berechtigung hinzugefügt</translation>
    </message>
    <message>
        <source>Permission removed</source>
        <translation>Berechtigung entfernt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>User named</source>
        <translation>Benutzer genannt</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>Mitglied hinzugefügt</translation>
    </message>
    <message>
        <source>Member removed</source>
        <translation>Mitglied entfernt</translation>
    </message>
    <message>
        <source>New password asked for</source>
        <translation>Neues Passwort verlangt</translation>
    </message>
    <message>
        <source>Phone verified</source>
        <translation>Telefon bestätigt</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Abgenommen</translation>
    </message>
    <message>
        <source>Grant decided on</source>
        <translation>Über Zuweisung entschieden</translation>
    </message>
    <message>
        <source>Review started</source>
        <translation>Überprüfung begonnen</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>%1 As of %2.</source>
        <translation>%1 Stand: %2.</translation>
    </message>
    <message numerus="yes">
        <source>An excerpt: %1 event(s) of %2, made at %3 by %4.</source>
        <translation>
            <numerusform>Ein Auszug: %1 Ereignis aus %2, erstellt um %3 von %4.</numerusform>
            <numerusform>Ein Auszug: %1 Ereignisse aus %2, erstellt um %3 von %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemandem ohne Namen</translation>
    </message>
    <message>
        <source>Courier bundle %1: all that came since the one before.</source>
        <translation>Kurierpaket %1: alles, was seit dem vorigen kam.</translation>
    </message>
    <message>
        <source>Chosen by its maker: %1</source>
        <translation>Ausgewählt vom Ersteller: %1</translation>
    </message>
    <message>
        <source>Signed by %1, with a key that the bundle brings along itself: whose it is only shows when you compare it with what its owner tells you.</source>
        <translation>Signiert von %1, mit einem Schlüssel, den das Paket selbst mitbringt: Wem er gehört, zeigt nur der Vergleich mit dem, was der Eigentümer auf anderem Weg mitteilt.</translation>
    </message>
    <message>
        <source>Signed by %1, whose key is known on this workstation.</source>
        <translation>Signiert von %1; der Schlüssel ist an diesem Arbeitsplatz bekannt.</translation>
    </message>
    <message>
        <source>Signed by %1, with the key that you have said to trust.</source>
        <translation>Signiert von %1, mit dem Schlüssel, dem ausdrücklich vertraut wird.</translation>
    </message>
    <message>
        <source>Sealed only when it was made: it shows no alteration since then, and nothing of before.</source>
        <translation>Erst bei der Erstellung versiegelt: Das zeigt, dass seitdem nichts verändert wurde, und nichts über die Zeit davor.</translation>
    </message>
    <message>
        <source>Sealed until %1, as %2 says.</source>
        <translation>Versiegelt bis %1, laut %2.</translation>
    </message>
    <message>
        <source>Sealed before it was made; since when, nobody says whose key you have.</source>
        <translation>Vor der Erstellung versiegelt; seit wann, sagt niemand, dessen Schlüssel bekannt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) in it were sealed only when it was made.</source>
        <translation>
            <numerusform>%n Protokoll darin wurde erst bei der Erstellung versiegelt.</numerusform>
            <numerusform>%n Protokolle darin wurden erst bei der Erstellung versiegelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Where it was made, the logs were known only so far: %1. What is not in it may exist.</source>
        <translation>Wo es erstellt wurde, waren die Protokolle nur so weit bekannt: %1. Was nicht darin steht, kann es trotzdem geben.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n event(s) personal fields are not in it: hashes stand for them.</source>
        <translation>
            <numerusform>Von %n Ereignis fehlen die persönlichen Felder: Hashwerte stehen für sie.</numerusform>
            <numerusform>Von %n Ereignissen fehlen die persönlichen Felder: Hashwerte stehen für sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Courier bundle %1, signed by %2, has brought %3 event(s).</source>
        <translation>
            <numerusform>Kurierpaket %1, signiert von %2, hat %3 Ereignis gebracht.</numerusform>
            <numerusform>Kurierpaket %1, signiert von %2, hat %3 Ereignisse gebracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>It brings along the key %1: compare it with what its maker tells you by another way, and import the bundle with that key.</source>
        <translation>Es bringt den Schlüssel %1 mit: Er ist mit dem zu vergleichen, was der Ersteller auf anderem Weg mitteilt, und beim Einspielen anzugeben.</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Forged</source>
        <translation>Gefälscht</translation>
    </message>
    <message>
        <source>Unknown witness</source>
        <translation>Unbekannter Zeuge</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Widerspricht</translation>
    </message>
    <message>
        <source>From the future</source>
        <translation>Aus der Zukunft</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Derselbe</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>Sealed at</source>
        <translation>Versiegelt am</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) are kept now. Verify, and they are compared with the events.</source>
        <translation>
            <numerusform>%n Prüfpunkt wird jetzt aufbewahrt. Beim Prüfen wird er mit den Ereignissen verglichen.</numerusform>
            <numerusform>%n Prüfpunkte werden jetzt aufbewahrt. Beim Prüfen werden sie mit den Ereignissen verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) tell another story than what is kept here. Keep both: together they prove that the history was altered, or shown differently to two people.</source>
        <translation>
            <numerusform>%n Prüfpunkt erzählt eine andere Geschichte als das, was hier aufbewahrt ist. Bewahren Sie beide auf: Zusammen beweisen sie, dass die Geschichte geändert oder zwei Leuten verschieden gezeigt wurde.</numerusform>
            <numerusform>%n Prüfpunkte erzählen eine andere Geschichte als das, was hier aufbewahrt ist. Bewahren Sie beide auf: Zusammen beweisen sie, dass die Geschichte geändert oder zwei Leuten verschieden gezeigt wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) were not signed by whom they name.</source>
        <translation>
            <numerusform>%n Prüfpunkt wurde nicht von dem signiert, den er nennt.</numerusform>
            <numerusform>%n Prüfpunkte wurden nicht von denen signiert, die sie nennen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) are signed by nobody whom you believe. Compare the witness&apos;s key with what its owner tells you, and enter it.</source>
        <translation>
            <numerusform>%n Prüfpunkt ist von niemandem signiert, dem Sie glauben. Vergleichen Sie den Schlüssel des Zeugen mit dem, was sein Besitzer Ihnen sagt, und geben Sie ihn ein.</numerusform>
            <numerusform>%n Prüfpunkte sind von niemandem signiert, dem Sie glauben. Vergleichen Sie den Schlüssel des Zeugen mit dem, was sein Besitzer Ihnen sagt, und geben Sie ihn ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it is to be believed.</source>
        <translation>Nicht allem davon ist zu glauben.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing contradicts what is kept. %n checkpoint(s) are new.</source>
        <translation>
            <numerusform>Nichts widerspricht dem, was aufbewahrt ist. %n Prüfpunkt ist neu.</numerusform>
            <numerusform>Nichts widerspricht dem, was aufbewahrt ist. %n Prüfpunkte sind neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is kept here already.</source>
        <translation>Alles davon ist hier schon aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it cannot be read as a checkpoint.</source>
        <translation>
            <numerusform>%n Teil davon ist nicht als Prüfpunkt lesbar.</numerusform>
            <numerusform>%n Teile davon sind nicht als Prüfpunkte lesbar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>“%1”</source>
        <comment>a quotation</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>There is no field %1.</source>
        <translation>Es gibt kein Feld %1.</translation>
    </message>
    <message>
        <source>To search for the text, put it in quotes.</source>
        <translation>Um nach dem Text zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The filter is longer than %1 characters.</source>
        <translation>Der Filter ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>More than %1 parentheses or negations stand inside one another.</source>
        <translation>Mehr als %1 Klammern oder Verneinungen stehen ineinander.</translation>
    </message>
    <message>
        <source>Here is a byte that is no text.</source>
        <translation>Hier steht ein Byte, das kein Text ist.</translation>
    </message>
    <message>
        <source>A value is missing after %1.</source>
        <translation>Nach %1 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>Die schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>A parenthesis does not belong here.</source>
        <translation>Eine Klammer gehört nicht hierher.</translation>
    </message>
    <message>
        <source>A condition is missing beside %1.</source>
        <translation>Neben %1 fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>%1 is not a time. Write 2026-03-01, 2026-03-01T10:00, -30d, today or yesterday.</source>
        <translation>%1 ist keine Zeit. Schreiben Sie 2026-03-01, 2026-03-01T10:00, -30d, today oder yesterday.</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 is not an address. Write 10.1.2.3, 10.0.0.0/8 or 2001:db8::/32.</source>
        <translation>%1 ist keine Adresse. Schreiben Sie 10.1.2.3, 10.0.0.0/8 oder 2001:db8::/32.</translation>
    </message>
    <message>
        <source>%1 is not a whole id.</source>
        <translation>%1 ist keine vollständige ID.</translation>
    </message>
    <message>
        <source>%1 is none of the values there are: %2.</source>
        <translation>%1 ist keiner der Werte, die es gibt: %2.</translation>
    </message>
    <message>
        <source>This field has no order; write a colon instead of %1.</source>
        <translation>Dieses Feld hat keine Ordnung; schreiben Sie einen Doppelpunkt statt %1.</translation>
    </message>
    <message>
        <source>This field takes whole values; * cannot stand in %1.</source>
        <translation>Dieses Feld verlangt ganze Werte; in %1 kann kein * stehen.</translation>
    </message>
    <message>
        <source>Among words to search for, * can only stand at the end of one, not as in %1.</source>
        <translation>Bei gesuchten Wörtern kann * nur am Ende stehen, nicht wie in %1.</translation>
    </message>
    <message>
        <source>%1 holds no word to search for.</source>
        <translation>%1 enthält kein Wort, nach dem gesucht werden könnte.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>words anywhere in the event</source>
        <translation>Wörter irgendwo im Ereignis</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>what happened: user.locked, user.human.*</source>
        <translation>was geschah: user.locked, user.human.*</translation>
    </message>
    <message>
        <source>kind of subject</source>
        <translation>Art des Gegenstands</translation>
    </message>
    <message>
        <source>what it happened to: user, org, session</source>
        <translation>womit es geschah: user, org, session</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>the organization, by id or by its name then</source>
        <translation>die Organisation, nach ID oder damaligem Namen</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>the region whose log it stands in</source>
        <translation>die Region, in deren Protokoll es steht</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>who did it, by id, user name, e-mail or display name then</source>
        <translation>wer es tat, nach ID, damaligem Benutzernamen, E-Mail oder Anzeigenamen</translation>
    </message>
    <message>
        <source>kind of actor</source>
        <translation>Art des Akteurs</translation>
    </message>
    <message>
        <source>human, machine, operator, system</source>
        <translation>human, machine, operator, system</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>to whom or what it happened, by id or by its name then</source>
        <translation>wem oder womit es geschah, nach ID oder damaligem Namen</translation>
    </message>
    <message>
        <source>actor or subject</source>
        <translation>Akteur oder Gegenstand</translation>
    </message>
    <message>
        <source>everything somebody did or had done to them</source>
        <translation>alles, was jemand tat oder was mit ihm geschah</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>success or failure</source>
        <translation>success oder failure</translation>
    </message>
    <message>
        <source>source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>the source address, or a block such as 10.0.0.0/8</source>
        <translation>die Quelladresse oder ein Block wie 10.0.0.0/8</translation>
    </message>
    <message>
        <source>source network</source>
        <translation>Quellnetz</translation>
    </message>
    <message>
        <source>the network of the source address: 10.1.0.0/16</source>
        <translation>das Netz der Quelladresse: 10.1.0.0/16</translation>
    </message>
    <message>
        <source>operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>the operating system of a login</source>
        <translation>das Betriebssystem einer Anmeldung</translation>
    </message>
    <message>
        <source>browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>the browser of a login</source>
        <translation>der Browser einer Anmeldung</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>the country of a login: DE</source>
        <translation>das Land einer Anmeldung: DE</translation>
    </message>
    <message>
        <source>database user</source>
        <translation>Datenbankbenutzer</translation>
    </message>
    <message>
        <source>the database user that wrote it</source>
        <translation>der Datenbankbenutzer, der es schrieb</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>everything that belongs to one request, by its id</source>
        <translation>alles, was zu einer Anfrage gehört, nach deren ID</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>the command that wrote it, by its id</source>
        <translation>der Befehl, der es schrieb, nach dessen ID</translation>
    </message>
    <message>
        <source>event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>one event, by its id</source>
        <translation>ein einzelnes Ereignis, nach seiner ID</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>the event&apos;s number within its subject: seq&gt;=5</source>
        <translation>die Nummer des Ereignisses bei seinem Gegenstand: seq&gt;=5</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>the revision of the event type</source>
        <translation>die Revision des Ereignistyps</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>which of the organization&apos;s homes: 1 is the first</source>
        <translation>die wievielte Heimat der Organisation: 1 ist die erste</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>time by the writer&apos;s clock</source>
        <translation>Zeit nach der Uhr des Schreibers</translation>
    </message>
    <message>
        <source>time by the server&apos;s clock</source>
        <translation>Zeit nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>what was found odd about it: sequence.hole</source>
        <translation>was daran auffiel: sequence.hole</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>a field of the event&apos;s data: payload.roleKeys:admin</source>
        <translation>ein Feld der Daten des Ereignisses: payload.roleKeys:admin</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between conditions</comment>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <comment>between conditions</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a group of conditions</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source>%1 is not given</source>
        <translation>%1 ist nicht angegeben</translation>
    </message>
    <message>
        <source>%1 is given</source>
        <translation>%1 ist angegeben</translation>
    </message>
    <message>
        <source>%1 does not fit %2</source>
        <translation>%1 passt nicht auf %2</translation>
    </message>
    <message>
        <source>%1 fits %2</source>
        <translation>%1 passt auf %2</translation>
    </message>
    <message>
        <source>%1 fits none of %2</source>
        <translation>%1 passt auf keines von %2</translation>
    </message>
    <message>
        <source>%1 fits one of %2</source>
        <translation>%1 passt auf eines von %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 ist keines von %2</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 ist eines von %2</translation>
    </message>
    <message>
        <source>%1 does not lie in %2</source>
        <translation>%1 liegt nicht in %2</translation>
    </message>
    <message>
        <source>%1 lies in %2</source>
        <translation>%1 liegt in %2</translation>
    </message>
    <message>
        <source>%1 lies in none of %2</source>
        <translation>%1 liegt in keinem von %2</translation>
    </message>
    <message>
        <source>%1 lies in one of %2</source>
        <translation>%1 liegt in einem von %2</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 ist kleiner als %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 ist höchstens %2</translation>
    </message>
    <message>
        <source>%1 is greater than %2</source>
        <translation>%1 ist größer als %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 ist mindestens %2</translation>
    </message>
    <message>
        <source>%1 is before %2</source>
        <translation>%1 ist vor %2</translation>
    </message>
    <message>
        <source>%1 is at or before %2</source>
        <translation>%1 ist spätestens %2</translation>
    </message>
    <message>
        <source>%1 is after %2</source>
        <translation>%1 ist nach %2</translation>
    </message>
    <message>
        <source>%1 is at or after %2</source>
        <translation>%1 ist frühestens %2</translation>
    </message>
    <message>
        <source>%1 lies from %2 on and before %3</source>
        <translation>%1 liegt ab %2 und vor %3</translation>
    </message>
    <message>
        <source>the text holds no word that begins with %1</source>
        <translation>der Text enthält kein Wort, das mit %1 beginnt</translation>
    </message>
    <message>
        <source>the text holds a word that begins with %1</source>
        <translation>der Text enthält ein Wort, das mit %1 beginnt</translation>
    </message>
    <message>
        <source>the text does not hold %1</source>
        <translation>der Text enthält nicht %1</translation>
    </message>
    <message>
        <source>the text holds %1</source>
        <translation>der Text enthält %1</translation>
    </message>
    <message>
        <source>All events.</source>
        <translation>Alle Ereignisse.</translation>
    </message>
    <message>
        <source>Events of which this holds: %1.</source>
        <translation>Ereignisse, für die gilt: %1.</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>Vermerk</translation>
    </message>
    <message>
        <source>what you put beside it: bookmarked, tagged, noted</source>
        <translation>was Sie dazu vermerkt haben: bookmarked, tagged, noted</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>one of its tags: incident, case-*</source>
        <translation>eines seiner Schlagwörter: vorfall, fall-*</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>words of its note: note:&quot;asked Ann&quot;</source>
        <translation>Wörter seiner Notiz: note:&quot;Ann gefragt&quot;</translation>
    </message>
    <message>
        <source>the note holds no word that begins with %1</source>
        <translation>die Notiz enthält kein Wort, das mit %1 beginnt</translation>
    </message>
    <message>
        <source>the note holds a word that begins with %1</source>
        <translation>die Notiz enthält ein Wort, das mit %1 beginnt</translation>
    </message>
    <message>
        <source>the note does not hold %1</source>
        <translation>die Notiz enthält nicht %1</translation>
    </message>
    <message>
        <source>the note holds %1</source>
        <translation>die Notiz enthält %1</translation>
    </message>
    <message>
        <source>it is not bookmarked</source>
        <translation>es hat kein Lesezeichen</translation>
    </message>
    <message>
        <source>it is bookmarked</source>
        <translation>es hat ein Lesezeichen</translation>
    </message>
    <message>
        <source>it has no tags</source>
        <translation>es hat keine Schlagwörter</translation>
    </message>
    <message>
        <source>it has tags</source>
        <translation>es hat Schlagwörter</translation>
    </message>
    <message>
        <source>it has no note</source>
        <translation>es hat keine Notiz</translation>
    </message>
    <message>
        <source>it has a note</source>
        <translation>es hat eine Notiz</translation>
    </message>
    <message>
        <source>from this time on, UTC unless it says otherwise: 2026-03-01, -30d</source>
        <translation>ab dieser Zeit, UTC, wenn nichts anderes dabeisteht: 2026-03-01, -30d</translation>
    </message>
    <message>
        <source>before this time, UTC unless it says otherwise: 2026-03-01, -30d</source>
        <translation>vor dieser Zeit, UTC, wenn nichts anderes dabeisteht: 2026-03-01, -30d</translation>
    </message>
    <message>
        <source>when it happened by the writer&apos;s clock, in UTC: occurred&lt;=-2h</source>
        <translation>wann es nach der Uhr des Schreibers geschah, in UTC: occurred&lt;=-2h</translation>
    </message>
    <message>
        <source>when the server recorded it, in UTC: recorded&gt;2026-03-01T10:00</source>
        <translation>wann der Server es aufzeichnete, in UTC: recorded&gt;2026-03-01T10:00</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>The team %1 is in itself.</source>
        <translation>Das Team %1 ist in sich selbst.</translation>
    </message>
    <message>
        <source>The resource %1 lies in itself.</source>
        <translation>Die Ressource %1 liegt in sich selbst.</translation>
    </message>
    <message>
        <source>%1 is in the team %2, and no event tells who that is.</source>
        <translation>%1 ist im Team %2, und kein Ereignis sagt, wer das ist.</translation>
    </message>
    <message>
        <source>Something is granted to %1, and no event tells who that is.</source>
        <translation>An %1 ist etwas zugewiesen, und kein Ereignis sagt, wer das ist.</translation>
    </message>
    <message>
        <source>The role %1 is granted, and no event tells what it is.</source>
        <translation>Die Rolle %1 ist zugewiesen, und kein Ereignis sagt, was sie ist.</translation>
    </message>
    <message>
        <source>The resource %1 is named, and no event tells what it is.</source>
        <translation>Die Ressource %1 wird genannt, und kein Ereignis sagt, was sie ist.</translation>
    </message>
    <message>
        <source>The role %1 was granted before it was added.</source>
        <translation>Die Rolle %1 wurde zugewiesen, bevor sie hinzugefügt wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stand in the log behind ones with a later time.</source>
        <translation>
            <numerusform>%n Ereignis steht im Protokoll hinter solchen mit späterer Zeit.</numerusform>
            <numerusform>%n Ereignisse stehen im Protokoll hinter solchen mit späterer Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <comment>a grant was used</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>when it was used</comment>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
</context>
<context>
    <name>GrantForms</name>
    <message>
        <source>&amp;From (empty: at once)</source>
        <translation>&amp;Von (leer: sofort)</translation>
    </message>
    <message>
        <source>&amp;Until (empty: for good)</source>
        <translation>&amp;Bis (leer: auf Dauer)</translation>
    </message>
    <message>
        <source>Grant a Role</source>
        <translation>Rolle zuweisen</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;To (user or team)</source>
        <translation>&amp;An (Benutzer oder Team)</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>R&amp;olle</translation>
    </message>
    <message>
        <source>O&amp;n (empty: the whole organization)</source>
        <translation>A&amp;uf (leer: die ganze Organisation)</translation>
    </message>
    <message>
        <source>%1 has the role %2.</source>
        <translation>%1 hat die Rolle %2.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>The role %2 of %1 was revoked.</source>
        <translation>%1 wurde die Rolle %2 entzogen.</translation>
    </message>
    <message>
        <source>Change the Period of a Grant</source>
        <translation>Zeitraum einer Zuweisung ändern</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>How long %1 has the role %2 was changed.</source>
        <translation>Wie lange %1 die Rolle %2 hat, wurde geändert.</translation>
    </message>
    <message>
        <source>Change Back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>%1 has the role %2 as long as before.</source>
        <translation>%1 hat die Rolle %2 so lange wie zuvor.</translation>
    </message>
    <message>
        <source>Grant Again</source>
        <translation>Wieder zuweisen</translation>
    </message>
</context>
<context>
    <name>HistogramWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Integrity</name>
    <message>
        <source>no newer event is waiting to be sealed</source>
        <translation>kein neueres Ereignis wartet auf die Versiegelung</translation>
    </message>
    <message numerus="yes">
        <source>%1 newer event(s) not sealed yet</source>
        <translation>
            <numerusform>%1 newer event not sealed yet</numerusform>
            <numerusform>%1 newer events not sealed yet</numerusform>
        </translation>
    </message>
    <message>
        <source>checked here against the file&apos;s own trees alone</source>
        <translation>hier nur mit den eigenen Bäumen der Datei verglichen</translation>
    </message>
    <message numerus="yes">
        <source>checked here against %1 checkpoint(s)</source>
        <translation>
            <numerusform>checked here against %1 checkpoint</numerusform>
            <numerusform>checked here against %1 checkpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>kept since %1</source>
        <translation>aufbewahrt seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s)</source>
        <translation>
            <numerusform>%1 finding</numerusform>
            <numerusform>%1 findings</numerusform>
        </translation>
    </message>
    <message>
        <source>Never verified</source>
        <translation>Nie geprüft</translation>
    </message>
    <message>
        <source>Nothing to seal</source>
        <translation>Nichts zu versiegeln</translation>
    </message>
    <message>
        <source>%1 not sealed</source>
        <translation>%1 nicht versiegelt</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message numerus="yes">
        <source>Sealed to %1 event(s)</source>
        <translation>
            <numerusform>Sealed to %1 event</numerusform>
            <numerusform>Sealed to %1 events</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>No checkpoint of this file is kept, so that only its own trees say how it was</source>
        <translation>Kein Prüfpunkt dieser Datei ist aufbewahrt, sodass nur ihre eigenen Bäume sagen, wie sie war</translation>
    </message>
    <message>
        <source>never verified here</source>
        <translation>hier nie geprüft</translation>
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
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s) are listed below.</source>
        <translation>
            <numerusform>%1 finding is listed below.</numerusform>
            <numerusform>%1 findings are listed below.</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>%1 signed here</source>
        <translation>%1 hier signiert</translation>
    </message>
    <message>
        <source>%1 by witnesses you believe</source>
        <translation>%1 von Zeugen, denen Sie glauben</translation>
    </message>
    <message>
        <source>%1 by nobody you have said to believe, and counted for nothing</source>
        <translation>%1 von niemandem, dem Sie glauben, und für nichts gezählt</translation>
    </message>
    <message>
        <source>%1 not what their signers signed</source>
        <translation>%1 nicht das, was signiert wurde</translation>
    </message>
    <message>
        <source>%1 since %2: %3</source>
        <translation>%1 seit %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>An event was altered</source>
        <translation>Ein Ereignis wurde geändert</translation>
    </message>
    <message>
        <source>An event was deleted</source>
        <translation>Ein Ereignis wurde gelöscht</translation>
    </message>
    <message>
        <source>An event was inserted</source>
        <translation>Ein Ereignis wurde eingefügt</translation>
    </message>
    <message>
        <source>An event was moved</source>
        <translation>Ein Ereignis wurde verschoben</translation>
    </message>
    <message>
        <source>The end was cut off</source>
        <translation>Das Ende wurde abgeschnitten</translation>
    </message>
    <message>
        <source>The history was rewritten</source>
        <translation>Die Geschichte wurde umgeschrieben</translation>
    </message>
    <message>
        <source>its tree</source>
        <translation>seinem Baum</translation>
    </message>
    <message>
        <source>a kept checkpoint</source>
        <translation>einem aufbewahrten Prüfpunkt</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>dem Server</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Wonach es aussieht</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Technical words</source>
        <translation>Technische Worte</translation>
    </message>
    <message>
        <source>all of %1</source>
        <translation>ganz %1</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>A kept checkpoint was altered</source>
        <translation>Ein aufbewahrter Prüfpunkt wurde geändert</translation>
    </message>
    <message>
        <source>its signature</source>
        <translation>seiner Signatur</translation>
    </message>
    <message>
        <source>checkpoint %1 is not what its signer signed</source>
        <translation>Prüfpunkt %1 ist nicht das, was signiert wurde</translation>
    </message>
    <message>
        <source>there is nothing to seal</source>
        <translation>es gibt nichts zu versiegeln</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) not sealed yet</source>
        <translation>
            <numerusform>%1 event not sealed yet</numerusform>
            <numerusform>%1 events not sealed yet</numerusform>
        </translation>
    </message>
    <message>
        <source>contradicted here by what is kept</source>
        <translation>hier von Aufbewahrtem widersprochen</translation>
    </message>
    <message>
        <source>No kept checkpoint agrees with this file</source>
        <translation>Kein aufbewahrter Prüfpunkt stimmt mit dieser Datei überein</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) are not the same here and at the server.</source>
        <translation>
            <numerusform>%1 Ereignis ist hier und beim Server nicht dasselbe.</numerusform>
            <numerusform>%1 Ereignisse sind hier und beim Server nicht dieselben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 days of organizations agree</source>
        <translation>%1: %2 von %3 Tagen der Organisationen stimmen überein</translation>
    </message>
    <message>
        <source>everything up to %1 has been compared</source>
        <translation>alles bis %1 ist verglichen</translation>
    </message>
    <message>
        <source>older ones follow hour by hour</source>
        <translation>ältere folgen Stunde um Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) of organizations that have moved away were not compared</source>
        <translation>
            <numerusform>%1 Ereignis einer umgezogenen Organisation wurde nicht verglichen</numerusform>
            <numerusform>%1 Ereignisse umgezogener Organisationen wurden nicht verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>it ended early (%1)</source>
        <translation>er endete vorzeitig (%1)</translation>
    </message>
    <message>
        <source>next at %1 while the region is followed</source>
        <translation>der nächste um %1, solange der Region gefolgt wird</translation>
    </message>
    <message>
        <source>Checked evidence</source>
        <translation>Geprüfte Beweise</translation>
    </message>
    <message>
        <source>This is what an evidence bundle holds. The proof of each event was checked before it was opened; the line above says whose word it is taken on, and the logs it was chosen from are not here.</source>
        <translation>Das ist der Inhalt eines Beweispakets. Der Beweis jedes Ereignisses wurde vor dem Öffnen geprüft; die Zeile oben sagt, auf wessen Wort, und die Protokolle, aus denen ausgewählt wurde, sind nicht hier.</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>just before %1</source>
        <translation>unmittelbar vor %1</translation>
    </message>
    <message>
        <source>%1: no event</source>
        <translation>%1: kein Ereignis</translation>
    </message>
    <message>
        <source>%1, incomplete: known through %2</source>
        <translation>%1, unvollständig: bekannt bis %2</translation>
    </message>
    <message>
        <source>%1, incomplete: nothing is known yet</source>
        <translation>%1, unvollständig: noch ist nichts bekannt</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>Looking at both regions</source>
        <translation>Beide Regionen werden angesehen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Cutting over; writers wait</source>
        <translation>Umschalten; Schreibende warten</translation>
    </message>
    <message>
        <source>Opening the new home</source>
        <translation>Der neue Sitz wird geöffnet</translation>
    </message>
    <message>
        <source>Removing the old copy</source>
        <translation>Die alte Kopie wird entfernt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The organization lives in %1 already.</source>
        <translation>Die Organisation hat ihren Sitz schon in %1.</translation>
    </message>
    <message>
        <source>The organization does not live in %1. Sync, then try again.</source>
        <translation>Die Organisation hat ihren Sitz nicht in %1. Synchronisieren Sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Plans and operators belong to the installation, which has no other home than %1.</source>
        <translation>Tarife und Betreiber gehören zur Installation, die keinen anderen Sitz hat als %1.</translation>
    </message>
    <message>
        <source>Another move of the organization is not finished. Resume or cancel that one first.</source>
        <translation>Ein anderer Umzug der Organisation ist nicht abgeschlossen. Setzen Sie diesen zuerst fort oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>%1 and %2 are kept by different database engines, whose logs do not fit each other.</source>
        <translation>%1 und %2 liegen in verschiedenen Datenbanksystemen, deren Protokolle nicht zueinander passen.</translation>
    </message>
    <message>
        <source>The user of the endpoint of %1 may not move organizations: grant it muniment_mover.</source>
        <translation>Der Benutzer des Endpunkts von %1 darf keine Organisationen umziehen: Erteilen Sie ihm muniment_mover.</translation>
    </message>
    <message>
        <source>%1 still holds events of an earlier stay. Finish that move first.</source>
        <translation>%1 hält noch Ereignisse eines früheren Aufenthalts. Schließen Sie zuerst jenen Umzug ab.</translation>
    </message>
    <message>
        <source>Another service keeps names of its own in %1, which cannot be taken along.</source>
        <translation>Ein anderer Dienst hält in %1 eigene Namen, die nicht mitgenommen werden können.</translation>
    </message>
    <message>
        <source>%1 does not have the plan of the organization. Add the plan there, or choose another one.</source>
        <translation>%1 hat den Tarif der Organisation nicht. Fügen Sie ihn dort hinzu, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 events</source>
        <translation>%1: %2 von %3 Ereignissen</translation>
    </message>
</context>
<context>
    <name>NameMarks</name>
    <message>
        <source>Letters of different alphabets in one word: it may be made to be mistaken for another name.</source>
        <translation>Buchstaben verschiedener Alphabete in einem Wort: Der Name könnte mit einem anderen verwechselt werden sollen.</translation>
    </message>
    <message>
        <source>Looks like %1, which is there already.</source>
        <translation>Sieht aus wie %1, was es schon gibt.</translation>
    </message>
</context>
<context>
    <name>OrgForms</name>
    <message>
        <source>Create Organization</source>
        <translation>Organisation anlegen</translation>
    </message>
    <message>
        <source>It lives in one region; everything about it is written there.</source>
        <translation>Sie ist in einer Region zu Hause; alles über sie wird dort geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Nordwind AG</source>
        <translation>Nordwind AG</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>Re&amp;gion</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde angelegt.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Rename Organization</source>
        <translation>Organisation umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>Rename Back</source>
        <translation>Zurückbenennen</translation>
    </message>
    <message>
        <source>It is called %1 again.</source>
        <translation>Sie heißt wieder %1.</translation>
    </message>
    <message>
        <source>Change Plan</source>
        <translation>Plan ändern</translation>
    </message>
    <message>
        <source>Change &amp;Plan</source>
        <translation>&amp;Plan ändern</translation>
    </message>
    <message>
        <source>%1 has the plan %2 now.</source>
        <translation>%1 hat jetzt den Plan %2.</translation>
    </message>
    <message>
        <source>Change Back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>%1 has the plan %2 again.</source>
        <translation>%1 hat wieder den Plan %2.</translation>
    </message>
    <message>
        <source>Add Domain</source>
        <translation>Domain hinzufügen</translation>
    </message>
    <message>
        <source>%1 claims it. It is its alone once it is verified.</source>
        <translation>%1 beansprucht sie. Ihr allein gehört sie, sobald sie bestätigt ist.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>&amp;Domain</translation>
    </message>
    <message>
        <source>%1 has the domain %2.</source>
        <translation>%1 hat die Domain %2.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The domain %1 was removed.</source>
        <translation>Die Domain %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The domain %1 is verified for %2.</source>
        <translation>Die Domain %1 ist für %2 bestätigt.</translation>
    </message>
    <message>
        <source>Add Again</source>
        <translation>Wieder hinzufügen</translation>
    </message>
    <message>
        <source>A plan&apos;s key</source>
        <translation>Der Schlüssel eines Plans</translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>24 hours before</source>
        <translation>24 Stunden davor</translation>
    </message>
    <message>
        <source>7 days before</source>
        <translation>7 Tage davor</translation>
    </message>
    <message>
        <source>30 days before</source>
        <translation>30 Tage davor</translation>
    </message>
    <message>
        <source>90 days before</source>
        <translation>90 Tage davor</translation>
    </message>
    <message>
        <source>365 days before</source>
        <translation>365 Tage davor</translation>
    </message>
    <message>
        <source>All times before</source>
        <translation>Alle Zeiten davor</translation>
    </message>
</context>
<context>
    <name>PassportWords</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>now</source>
        <comment>it lives there</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1, entfernt</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no region</comment>
        <translation>ohne</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Where %1 lived, and who moved it</source>
        <translation>Wo %1 zu Hause war, und wer den Umzug veranlasste</translation>
    </message>
    <message>
        <source>looking ahead</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>cutting over</source>
        <translation>Umschalten</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>im Gange</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>The beginning of its log is not in this file: that it lived in %1 before is only what the first move says.</source>
        <translation>Der Anfang ihres Protokolls ist nicht in dieser Datei: Dass sie vorher in %1 zu Hause war, sagt nur der erste Umzug.</translation>
    </message>
    <message>
        <source>It was never assigned a region; its events stand in the log of %1.</source>
        <translation>Ihr wurde nie eine Region zugewiesen; ihre Ereignisse stehen im Protokoll von %1.</translation>
    </message>
    <message>
        <source>Its log says that it lives in %1, but that stands in the log of %2.</source>
        <translation>Ihr Protokoll sagt, dass sie in %1 zu Hause ist, doch das steht im Protokoll von %2.</translation>
    </message>
    <message>
        <source>A move says that it came from %1, where it did not live; it lived in %2.</source>
        <translation>Ein Umzug sagt, dass sie aus %1 kam, wo sie nicht zu Hause war; sie war es in %2.</translation>
    </message>
    <message>
        <source>After its home number %1 came number %2.</source>
        <translation>Auf Heimat Nummer %1 folgte Nummer %2.</translation>
    </message>
    <message>
        <source>Its region was changed from %1 to %2 without a move.</source>
        <translation>Ihre Region wurde ohne Umzug von %1 auf %2 geändert.</translation>
    </message>
    <message>
        <source>The reason given: %1</source>
        <translation>Angegebener Grund: %1</translation>
    </message>
    <message>
        <source>Founded here by %1.</source>
        <translation>Hier angelegt durch %1.</translation>
    </message>
    <message>
        <source>Moved here by %1; the move was started on %2.</source>
        <translation>Hierher umgezogen durch %1; der Umzug begann am %2.</translation>
    </message>
    <message>
        <source>It was completed by %1.</source>
        <translation>Abgeschlossen hat ihn %1.</translation>
    </message>
    <message>
        <source>Events brought along: %1.</source>
        <translation>Mitgebrachte Ereignisse: %1.</translation>
    </message>
    <message>
        <source>How long it took: %1.</source>
        <translation>So lange dauerte es: %1.</translation>
    </message>
    <message>
        <source>For %1 nobody could write.</source>
        <translation>%1 lang konnte niemand schreiben.</translation>
    </message>
    <message>
        <source>A move to %1, started on %2 by %3, was cancelled on %4 by %5.</source>
        <translation>Ein Umzug nach %1, begonnen am %2 durch %3, wurde am %4 durch %5 abgebrochen.</translation>
    </message>
    <message>
        <source>A move to %1 is under way, started on %2 by %3.</source>
        <translation>Ein Umzug nach %1 ist im Gange, begonnen am %2 durch %3.</translation>
    </message>
    <message>
        <source>Nothing is known of where it lived.</source>
        <translation>Wo sie zu Hause war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>no region</source>
        <translation>keiner Region</translation>
    </message>
    <message>
        <source>It lived in %1 until it was removed on %2.</source>
        <translation>Sie war in %1 zu Hause, bis sie am %2 entfernt wurde.</translation>
    </message>
    <message>
        <source>It lives in %1.</source>
        <translation>Sie ist in %1 zu Hause.</translation>
    </message>
    <message>
        <source>It has lived in %1 since %2.</source>
        <translation>Sie ist seit %2 in %1 zu Hause.</translation>
    </message>
    <message>
        <source>Whether the servers hold its data elsewhere was not checked yet.</source>
        <translation>Ob die Server ihre Daten anderswo halten, wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Checked at %1: the servers told of no data where none may be.</source>
        <translation>Geprüft um %1: Die Server nannten keine Daten, wo keine sein dürfen.</translation>
    </message>
    <message>
        <source>Checked at %1:</source>
        <translation>Geprüft um %1:</translation>
    </message>
    <message>
        <source>Only workstations that told the server are known: copied files, backups and other programs tell nothing.</source>
        <translation>Bekannt sind nur Arbeitsplätze, die es dem Server gemeldet haben: kopierte Dateien, Sicherungen und andere Programme melden nichts.</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Asked in %1 at %2.</source>
        <translation>In %1 erfragt um %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n workstation(s) told of a copy.</source>
        <translation>
            <numerusform>%n Arbeitsplatz hat eine Kopie gemeldet.</numerusform>
            <numerusform>%n Arbeitsplätze haben eine Kopie gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No workstation told of a copy.</source>
        <translation>Kein Arbeitsplatz hat eine Kopie gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%n told that its copy was deleted.</source>
        <translation>
            <numerusform>%n hat gemeldet, dass seine Kopie gelöscht wurde.</numerusform>
            <numerusform>%n haben gemeldet, dass ihre Kopie gelöscht wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
    <message>
        <source>Last told (%1)</source>
        <translation>Gemeldet (%1)</translation>
    </message>
</context>
<context>
    <name>PayloadLines</name>
    <message numerus="yes">
        <source>… %n more</source>
        <translation>
            <numerusform>… noch %n</numerusform>
            <numerusform>… noch %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PermissionFields</name>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Aktion</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>A&amp;uf</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Resource</source>
        <translation>&amp;Ressource</translation>
    </message>
    <message>
        <source>read, docs.* or * for every action</source>
        <translation>read, docs.* oder * für jede Aktion</translation>
    </message>
    <message>
        <source>Every resource of a type</source>
        <translation>Jede Ressource einer Art</translation>
    </message>
    <message>
        <source>One resource and what lies below it</source>
        <translation>Eine Ressource und was unter ihr liegt</translation>
    </message>
    <message>
        <source>document, or * for every type</source>
        <translation>document, oder * für jede Art</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>PickerField</name>
    <message>
        <source>Choose one of those that are offered.</source>
        <translation>Wählen Sie eines von denen, die angeboten werden.</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
</context>
<context>
    <name>PlacementWords</name>
    <message>
        <source>installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>place of the node that answers</source>
        <translation>Ort des antwortenden Knotens</translation>
    </message>
    <message>
        <source>version of the cluster</source>
        <translation>Version des Clusters</translation>
    </message>
    <message>
        <source>name of the database</source>
        <translation>Name der Datenbank</translation>
    </message>
    <message>
        <source>regions of the cluster</source>
        <translation>Regionen des Clusters</translation>
    </message>
    <message>
        <source>regions of the database</source>
        <translation>Regionen der Datenbank</translation>
    </message>
    <message>
        <source>survival goal</source>
        <translation>Überlebensziel</translation>
    </message>
    <message>
        <source>placement policy</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>super regions</source>
        <translation>Superregionen</translation>
    </message>
    <message>
        <source>localities of the tables</source>
        <translation>Lage der Tabellen</translation>
    </message>
    <message>
        <source>zone configuration of the database</source>
        <translation>Zonenkonfiguration der Datenbank</translation>
    </message>
    <message>
        <source>zone configurations of the indexes</source>
        <translation>Zonenkonfigurationen der Indizes</translation>
    </message>
    <message>
        <source>schema changes under way</source>
        <translation>laufende Schemaänderungen</translation>
    </message>
    <message>
        <source>duration of a read</source>
        <translation>Dauer eines Lesezugriffs</translation>
    </message>
    <message>
        <source>clock and horizon</source>
        <translation>Uhr und Horizont</translation>
    </message>
    <message>
        <source>regions of the schema</source>
        <translation>Regionen des Schemas</translation>
    </message>
    <message>
        <source>address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>data directory</source>
        <translation>Datenverzeichnis</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>standbys and subscribers</source>
        <translation>Standby-Server und Abonnenten</translation>
    </message>
    <message>
        <source>organizations of the region</source>
        <translation>Organisationen der Region</translation>
    </message>
    <message>
        <source>whose events lie there</source>
        <translation>wessen Ereignisse dort liegen</translation>
    </message>
    <message>
        <source>whose names lie there</source>
        <translation>wessen Namen dort liegen</translation>
    </message>
    <message>
        <source>places of the replicas</source>
        <translation>Orte der Repliken</translation>
    </message>
    <message>
        <source>rows to look up</source>
        <translation>nachzuschlagende Zeilen</translation>
    </message>
    <message>
        <source>rows of the region</source>
        <translation>Zeilen der Region</translation>
    </message>
    <message>
        <source>%1 lives in %2, and %3 still holds rows of it (%4 events, %5 names), without a row that says why.</source>
        <translation>%1 lebt in %2, und %3 enthält noch Zeilen davon (%4 Ereignisse, %5 Namen), ohne eine Zeile, die sagt, warum.</translation>
    </message>
    <message>
        <source>%1 lives in %2, and %3 still holds rows of it (%4 events, %5 names).</source>
        <translation>%1 lebt in %2, und %3 enthält noch Zeilen davon (%4 Ereignisse, %5 Namen).</translation>
    </message>
    <message>
        <source>%1 has data in %2; its rule allows only %3.</source>
        <translation>%1 hat Daten in %2; die Regel erlaubt nur %3.</translation>
    </message>
    <message>
        <source>%1 lives in two regions at once: %2 and %3.</source>
        <translation>%1 lebt in zwei Regionen zugleich: %2 und %3.</translation>
    </message>
    <message>
        <source>The database behind %1 holds rows of %2 for the region %3, which is another database.</source>
        <translation>Die Datenbank hinter %1 enthält Zeilen von %2 für die Region %3, die eine andere Datenbank ist.</translation>
    </message>
    <message>
        <source>Rows of %1 have a replica (%2) in %3, and only %4 is meant: %5.</source>
        <translation>Zeilen von %1 haben eine Replik (%2) in %3, vorgesehen ist nur %4: %5.</translation>
    </message>
    <message>
        <source>Rows of %1 are served from %2, and only %3 is meant: %4.</source>
        <translation>Zeilen von %1 werden aus %2 bedient, vorgesehen ist nur %3: %4.</translation>
    </message>
    <message>
        <source>The zone configuration of %1 allows copies in other regions (%2): %3.</source>
        <translation>Die Zonenkonfiguration von %1 erlaubt Kopien in anderen Regionen (%2): %3.</translation>
    </message>
    <message>
        <source>The zone configuration of %1 allows copies of %2 elsewhere than in %3 (%4): %5.</source>
        <translation>Die Zonenkonfiguration von %1 erlaubt Kopien von %2 anderswo als in %3 (%4): %5.</translation>
    </message>
    <message>
        <source>%1 did not tell “%2”: the database user lacks the right: %3.</source>
        <translation>%1 hat „%2“ nicht mitgeteilt: dem Datenbankbenutzer fehlt das Recht: %3.</translation>
    </message>
    <message>
        <source>%1 did not tell “%2” (%3).</source>
        <translation>%1 hat „%2“ nicht mitgeteilt (%3).</translation>
    </message>
    <message>
        <source>No region that was asked says that %1 lives there; it moved to %2.</source>
        <translation>Keine der gefragten Regionen sagt, dass %1 dort lebt; der Umzug ging nach %2.</translation>
    </message>
    <message>
        <source>No region that was asked says that %1 lives there.</source>
        <translation>Keine der gefragten Regionen sagt, dass %1 dort lebt.</translation>
    </message>
    <message>
        <source>%1 could not be asked (%2): what lies there is not known.</source>
        <translation>%1 konnte nicht gefragt werden (%2): Was dort liegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A replica of rows of %1 does not tell in which region it is: %2.</source>
        <translation>Eine Replik von Zeilen von %1 sagt nicht, in welcher Region sie ist: %2.</translation>
    </message>
    <message>
        <source>The rows of %1 in the partition %2 are on another server, %3.</source>
        <translation>Die Zeilen von %1 in der Partition %2 sind auf einem anderen Server, %3.</translation>
    </message>
    <message>
        <source>%1 is moving from %2 to %3: both hold its data until the move ends.</source>
        <translation>%1 zieht von %2 nach %3 um: Bis zum Ende des Umzugs haben beide die Daten.</translation>
    </message>
    <message>
        <source>The database behind %1 has a region %2, to which this workspace has no endpoint.</source>
        <translation>Die Datenbank hinter %1 hat eine Region %2, zu der dieser Arbeitsbereich keinen Endpunkt hat.</translation>
    </message>
    <message>
        <source>Every change of %1 is sent to %2 at %3 (%4).</source>
        <translation>Jede Änderung von %1 wird an %2 auf %3 gesendet (%4).</translation>
    </message>
    <message>
        <source>Every change of %1 is offered to %2 (%3).</source>
        <translation>Jede Änderung von %1 wird %2 angeboten (%3).</translation>
    </message>
    <message>
        <source>Keys at which ranges are split lie in system ranges that belong to no region; indexed values can be read there.</source>
        <translation>Schlüssel, an denen Bereiche geteilt werden, liegen in Systembereichen, die zu keiner Region gehören; indizierte Werte sind dort lesbar.</translation>
    </message>
    <message>
        <source>Table statistics hold sampled values, outside the regions of the rows.</source>
        <translation>Tabellenstatistiken enthalten Stichproben von Werten, außerhalb der Regionen der Zeilen.</translation>
    </message>
    <message>
        <source>A node stands where its operator typed that it stands (--locality); nothing checks it.</source>
        <translation>Ein Knoten steht dort, wo er laut Eingabe seines Betreibers steht (--locality); niemand prüft das.</translation>
    </message>
    <message>
        <source>To keep data alive the cluster may put replicas elsewhere for a while, and replicas on their way are not told of.</source>
        <translation>Um Daten zu erhalten, darf der Cluster Repliken eine Zeit lang anderswo ablegen, und von Repliken unterwegs erfährt man nichts.</translation>
    </message>
    <message>
        <source>Deleted and moved rows stay in their old region until they are collected (gc.ttlseconds), longer while a backup or a changefeed protects them.</source>
        <translation>Gelöschte und umgezogene Zeilen bleiben in ihrer alten Region, bis sie eingesammelt werden (gc.ttlseconds), länger, solange eine Sicherung oder ein Changefeed sie schützt.</translation>
    </message>
    <message>
        <source>Replicas were looked up for some rows of some organizations; a range may hold others, and may have moved since.</source>
        <translation>Repliken wurden für einige Zeilen einiger Organisationen nachgeschlagen; ein Bereich kann andere enthalten und seither umgezogen sein.</translation>
    </message>
    <message>
        <source>GLOBAL tables (plans, the installation&apos;s own facts) are in every region by intention.</source>
        <translation>GLOBAL-Tabellen (Pläne, die eigenen Angaben der Installation) sind mit Absicht in jeder Region.</translation>
    </message>
    <message>
        <source>PostgreSQL knows nothing of regions: a server is in a region because its operator says so. Disks, snapshots and standbys beyond the ones named are not seen.</source>
        <translation>PostgreSQL kennt keine Regionen: Ein Server ist in einer Region, weil sein Betreiber es sagt. Datenträger, Abbilder und andere Standby-Server als die genannten sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>Deleted rows stay in the files until they are vacuumed and overwritten, and in the write-ahead log and its archive.</source>
        <translation>Gelöschte Zeilen bleiben in den Dateien, bis sie aufgeräumt und überschrieben sind, und im Write-Ahead-Log und dessen Archiv.</translation>
    </message>
    <message>
        <source>Backups keep what was there when they were made, wherever they are.</source>
        <translation>Sicherungen behalten, was es gab, als sie entstanden, wo immer sie liegen.</translation>
    </message>
    <message>
        <source>Logs of servers and proxies hold statements and keys.</source>
        <translation>Protokolle von Servern und Proxys enthalten Anweisungen und Schlüssel.</translation>
    </message>
    <message>
        <source>All regions of an embedded store are one file on this machine; their names say nothing about a place.</source>
        <translation>Alle Regionen eines eingebetteten Speichers sind eine Datei auf diesem Rechner; ihre Namen sagen nichts über einen Ort.</translation>
    </message>
    <message>
        <source>“%1” is not known. %2</source>
        <translation>„%1“ ist nicht bekannt. %2</translation>
    </message>
    <message>
        <source>“%1” is not known: the database user lacks the right: %2.</source>
        <translation>„%1“ ist nicht bekannt: dem Datenbankbenutzer fehlt das Recht: %2.</translation>
    </message>
    <message>
        <source>They were counted in copies, which lag some seconds behind: its own servers did not answer.</source>
        <translation>Sie wurden in Kopien gezählt, die einige Sekunden hinterherhinken: Die eigenen Server haben nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 could not be asked (%2). What is told of it is from copies that %3 can read, as of %4 ago; where its replicas are is not known.</source>
        <translation>%1 konnte nicht gefragt werden (%2). Was von ihr gesagt wird, stammt aus Kopien, die %3 lesen kann, Stand vor %4; wo ihre Replikate liegen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>Verstoß</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht bewiesen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Heimat</translation>
    </message>
    <message>
        <source>May be in</source>
        <translation>Darf sein in</translation>
    </message>
    <message>
        <source>Rows in</source>
        <translation>Zeilen in</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>all</source>
        <comment>organizations</comment>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>PlanForms</name>
    <message>
        <source>Add Plan</source>
        <translation>Plan hinzufügen</translation>
    </message>
    <message>
        <source>It can be chosen in every region of the installation.</source>
        <translation>Er kann in jeder Region der Installation gewählt werden.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Team, 50 seats</source>
        <translation>Team, 50 Plätze</translation>
    </message>
    <message>
        <source>&amp;Installation of the region</source>
        <translation>&amp;Installation der Region</translation>
    </message>
    <message>
        <source>The plan %1 was added.</source>
        <translation>Der Plan %1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The plan %1 was removed.</source>
        <translation>Der Plan %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Rename Plan</source>
        <translation>Plan umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>Rename Back</source>
        <translation>Zurückbenennen</translation>
    </message>
    <message>
        <source>It is called %1 again.</source>
        <translation>Sie heißt wieder %1.</translation>
    </message>
    <message>
        <source>Add Again</source>
        <translation>Wieder hinzufügen</translation>
    </message>
    <message>
        <source>The plan %1 is there again.</source>
        <translation>Den Plan %1 gibt es wieder.</translation>
    </message>
</context>
<context>
    <name>PlannedWrites</name>
    <message>
        <source>The user is locked.</source>
        <translation>Der Benutzer wird gesperrt.</translation>
    </message>
    <message>
        <source>The user is added.</source>
        <translation>Der Benutzer wird hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>They become a member of %n team(s).</source>
        <translation>
            <numerusform>Er wird Mitglied von %n Team.</numerusform>
            <numerusform>Er wird Mitglied von %n Teams.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new key is made.</source>
        <translation>Ein neuer Schlüssel kommt hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) or key(s) are removed.</source>
        <translation>
            <numerusform>%n Token oder Schlüssel wird entfernt.</numerusform>
            <numerusform>%n Token oder Schlüssel werden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) are ended.</source>
        <translation>
            <numerusform>%n offene Sitzung wird beendet.</numerusform>
            <numerusform>%n offene Sitzungen werden beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) are given.</source>
        <translation>
            <numerusform>%n Zuweisung wird vergeben.</numerusform>
            <numerusform>%n Zuweisungen werden vergeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) are revoked.</source>
        <translation>
            <numerusform>%n Zuweisung wird entzogen.</numerusform>
            <numerusform>%n Zuweisungen werden entzogen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are taken out of %n team(s).</source>
        <translation>
            <numerusform>Er verlässt %n Team.</numerusform>
            <numerusform>Er verlässt %n Teams.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>pseudonyms only</source>
        <translation>nur Pseudonyme</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>Everything that the regions have may be held in this file.</source>
        <translation>Alles, was die Regionen haben, darf in dieser Datei gehalten werden.</translation>
    </message>
    <message>
        <source>Nobody is held whole.</source>
        <translation>Niemand wird ganz gehalten.</translation>
    </message>
    <message>
        <source>Held whole: %1.</source>
        <translation>Ganz gehalten: %1.</translation>
    </message>
    <message>
        <source>Of everybody else what tells of no person.</source>
        <translation>Von allen anderen das, was von keiner Person erzählt.</translation>
    </message>
    <message>
        <source>Of everybody else nothing is fetched.</source>
        <translation>Von allen anderen wird nichts geholt.</translation>
    </message>
    <message>
        <source>An organization has moved to where less of it may be held.</source>
        <translation>Eine Organisation ist dorthin umgezogen, wo weniger von ihr gehalten werden darf.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Taken out: %1 events of %n organizations.</source>
        <translation>
            <numerusform>Herausgenommen: %1 Ereignisse von %n Organisation.</numerusform>
            <numerusform>Herausgenommen: %1 Ereignisse von %n Organisationen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes on them went, too.</source>
        <translation>
            <numerusform>Auch %n Notiz dazu ist fort.</numerusform>
            <numerusform>Auch %n Notizen dazu sind fort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pseudonyms of %n organizations of %1</source>
        <translation>
            <numerusform>Pseudonyme von %n Organisation aus %1</numerusform>
            <numerusform>Pseudonyme von %n Organisationen aus %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organizations of %1</source>
        <translation>
            <numerusform>%n Organisation aus %1</numerusform>
            <numerusform>%n Organisationen aus %1</numerusform>
        </translation>
    </message>
    <message>
        <source>On this disk: no organization yet; its policy limits what is fetched.</source>
        <translation>Auf diesem Datenträger: noch keine Organisation; die Richtlinie begrenzt, was geholt wird.</translation>
    </message>
    <message>
        <source>On this disk: %1.</source>
        <translation>Auf diesem Datenträger: %1.</translation>
    </message>
</context>
<context>
    <name>PreviewedForm</name>
    <message>
        <source>What it writes</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Looking for what it comes to.</source>
        <translation>Es wird nachgesehen, was dazugehört.</translation>
    </message>
    <message numerus="yes">
        <source>It takes %n appends, and is sent from the staged changes.</source>
        <translation>
            <numerusform>Es braucht %n Schreibvorgang und wird von den vorgemerkten Änderungen aus gesendet.</numerusform>
            <numerusform>Es braucht %n Schreibvorgänge und wird von den vorgemerkten Änderungen aus gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why: it is kept with the events.</source>
        <translation>Nennen Sie den Grund: Er wird mit den Ereignissen aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>tenant id</source>
        <translation>Mandanten-ID</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>aggregate type</source>
        <translation>Aggregattyp</translation>
    </message>
    <message>
        <source>aggregate id</source>
        <translation>Aggregat-ID</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>event type</source>
        <translation>Ereignistyp</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>occurred at</source>
        <translation>geschehen am</translation>
    </message>
    <message>
        <source>recorded at</source>
        <translation>aufgezeichnet am</translation>
    </message>
    <message>
        <source>actor type</source>
        <translation>Akteurtyp</translation>
    </message>
    <message>
        <source>actor id</source>
        <translation>Akteur-ID</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>command id</source>
        <translation>Befehls-ID</translation>
    </message>
    <message>
        <source>correlation id</source>
        <translation>Korrelations-ID</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>position: major</source>
        <translation>Position: groß</translation>
    </message>
    <message>
        <source>position: minor</source>
        <translation>Position: klein</translation>
    </message>
    <message>
        <source>order in the transaction</source>
        <translation>Ordnung in der Transaktion</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>%1 of %2, counted from 0</source>
        <translation>%1 von %2, gezählt ab 0</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Root it leads to</source>
        <translation>Wurzel, zu der es führt</translation>
    </message>
    <message>
        <source>Root of the tree</source>
        <translation>Wurzel des Baums</translation>
    </message>
    <message>
        <source>Fields as they are hashed</source>
        <translation>Felder, wie sie gehasht werden</translation>
    </message>
    <message>
        <source>%1, salted</source>
        <translation>%1, gesalzen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>All bytes</source>
        <translation>Alle Bytes</translation>
    </message>
    <message>
        <source>This is not what was sealed: the event, or one that is hashed together with it, is not as it was. Verify to see which.</source>
        <translation>Das ist nicht, was versiegelt wurde: Das Ereignis, oder eines, das mit ihm zusammen gehasht wird, ist nicht, wie es war. Die Prüfung zeigt, welches.</translation>
    </message>
    <message>
        <source>This is not what the tree took in: the event, or one that is hashed together with it, is not as it was. Verify to see which.</source>
        <translation>Das ist nicht, was der Baum aufgenommen hat: Das Ereignis, oder eines, das mit ihm zusammen gehasht wird, ist nicht, wie es war. Die Prüfung zeigt, welches.</translation>
    </message>
    <message>
        <source>Not sealed yet. The event stands in the file&apos;s own tree, and no kept checkpoint covers it.</source>
        <translation>Noch nicht versiegelt. Das Ereignis steht im eigenen Baum der Datei, und kein aufbewahrter Prüfpunkt deckt es.</translation>
    </message>
    <message>
        <source>Sealed here at %1, and still what was sealed: its hash leads to the signed root.</source>
        <translation>Hier am %1 versiegelt und immer noch, was versiegelt wurde: Sein Hash führt zur signierten Wurzel.</translation>
    </message>
    <message>
        <source>Sealed by a witness at %1, and still what was sealed: its hash leads to the signed root.</source>
        <translation>Am %1 von einem Zeugen versiegelt und immer noch, was versiegelt wurde: Sein Hash führt zur signierten Wurzel.</translation>
    </message>
    <message>
        <source>Personal fields are not in this file: their hashes were taken as they are.</source>
        <translation>Persönliche Felder sind nicht in dieser Datei: Ihre Hashes wurden genommen, wie sie sind.</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Hash des Blatts</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>The tree in its region&apos;s state</source>
        <translation>Der Baum im Stand seiner Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Aufbewahrt als</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Signed root</source>
        <translation>Signierte Wurzel</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
</context>
<context>
    <name>RegionChangeWords</name>
    <message>
        <source>%1 is a name of 1 to 40 small letters, digits, hyphens and underscores.</source>
        <translation>%1 ist ein Name aus 1 bis 40 Kleinbuchstaben, Ziffern, Bindestrichen und Unterstrichen.</translation>
    </message>
    <message>
        <source>A node of the cluster says that it stands in %1.</source>
        <translation>Ein Knoten des Clusters sagt, dass er in %1 steht.</translation>
    </message>
    <message>
        <source>%1 is a region of the database.</source>
        <translation>%1 ist eine Region der Datenbank.</translation>
    </message>
    <message>
        <source>%1 is not yet a region of the database.</source>
        <translation>%1 ist noch keine Region der Datenbank.</translation>
    </message>
    <message>
        <source>%1 is not the primary region, or it is the last one.</source>
        <translation>%1 ist nicht die primäre Region, oder es ist die letzte.</translation>
    </message>
    <message>
        <source>%1 is not the secondary region.</source>
        <translation>%1 ist nicht die sekundäre Region.</translation>
    </message>
    <message>
        <source>The region is in no other super region.</source>
        <translation>Die Region ist in keiner anderen Superregion.</translation>
    </message>
    <message>
        <source>The region is not in the super region %1.</source>
        <translation>Die Region ist nicht in der Superregion %1.</translation>
    </message>
    <message>
        <source>The database has a primary region.</source>
        <translation>Die Datenbank hat eine primäre Region.</translation>
    </message>
    <message>
        <source>At least three regions are left for surviving the failure of one; there are %1.</source>
        <translation>Mindestens drei Regionen bleiben, um den Ausfall einer zu überstehen; es gibt %1.</translation>
    </message>
    <message>
        <source>There are at least three regions for surviving the failure of one; there are %1.</source>
        <translation>Es gibt mindestens drei Regionen, um den Ausfall einer zu überstehen; es gibt %1.</translation>
    </message>
    <message>
        <source>The super region %1 has at least three regions, if the database is to survive a region.</source>
        <translation>Die Superregion %1 hat mindestens drei Regionen, falls die Datenbank eine Region überstehen soll.</translation>
    </message>
    <message>
        <source>The table %1 holds no rows of the region.</source>
        <translation>Die Tabelle %1 enthält keine Zeilen der Region.</translation>
    </message>
    <message>
        <source>The placement is not restricted: surviving a region needs copies outside a home.</source>
        <translation>Die Platzierung ist nicht beschränkt: Um eine Region zu überstehen, braucht es Kopien außerhalb der Heimat.</translation>
    </message>
    <message>
        <source>The database survives zones, not regions: restricted placement keeps no copies outside a home.</source>
        <translation>Die Datenbank übersteht Zonen, nicht Regionen: Beschränkte Platzierung behält keine Kopien außerhalb der Heimat.</translation>
    </message>
    <message>
        <source>No other schema change is under way.</source>
        <translation>Keine andere Schemaänderung läuft.</translation>
    </message>
    <message>
        <source>No other schema change is under way (job %1).</source>
        <translation>Keine andere Schemaänderung läuft (Auftrag %1).</translation>
    </message>
    <message>
        <source>There is a table muniment.%1.</source>
        <translation>Es gibt eine Tabelle muniment.%1.</translation>
    </message>
    <message>
        <source>The database has no regions: partitions by hand and regions exclude each other.</source>
        <translation>Die Datenbank hat keine Regionen: Partitionen von Hand und Regionen schließen sich aus.</translation>
    </message>
    <message>
        <source>%1 has it: CockroachDB 26.1 and later.</source>
        <translation>%1 kann es: CockroachDB ab 26.1.</translation>
    </message>
    <message>
        <source>A secondary region becomes the primary one if that is lost. It does not serve REGIONAL BY ROW tables: organizations of a lost region stay away with it.</source>
        <translation>Eine sekundäre Region wird zur primären, wenn diese verloren geht. Sie bedient keine REGIONAL-BY-ROW-Tabellen: Organisationen einer verlorenen Region bleiben mit ihr weg.</translation>
    </message>
    <message>
        <source>With default placement every organization has copies in every region of the database.</source>
        <translation>Mit normaler Platzierung hat jede Organisation Kopien in jeder Region der Datenbank.</translation>
    </message>
    <message>
        <source>GLOBAL tables stay in every region.</source>
        <translation>GLOBAL-Tabellen bleiben in jeder Region.</translation>
    </message>
    <message>
        <source>CockroachDB&apos;s documentation does not recommend restricted placement and advises super regions; without copies elsewhere, old reads fail too while a region is away.</source>
        <translation>Die Dokumentation von CockroachDB empfiehlt beschränkte Platzierung nicht und rät zu Superregionen; ohne Kopien anderswo scheitern auch alte Lesezugriffe, solange eine Region weg ist.</translation>
    </message>
    <message>
        <source>Before CockroachDB 26.2 a super region does not hold all replicas; check the placement afterwards.</source>
        <translation>Vor CockroachDB 26.2 hält eine Superregion nicht alle Repliken; prüfen Sie danach die Platzierung.</translation>
    </message>
    <message>
        <source>A job looks for rows of the region; until it ends nobody can write there, and with rows in it the region comes back.</source>
        <translation>Ein Auftrag sucht Zeilen der Region; bis er endet, kann dort niemand schreiben, und wenn er Zeilen findet, kommt die Region zurück.</translation>
    </message>
    <message>
        <source>Tables are rewritten by jobs that take as long as there are rows.</source>
        <translation>Tabellen werden von Aufträgen neu geschrieben, die so lange dauern, wie es Zeilen gibt.</translation>
    </message>
    <message>
        <source>The cluster has no such region: start nodes with this locality first.</source>
        <translation>Der Cluster hat keine solche Region: Starten Sie zuerst Knoten mit dieser Lage.</translation>
    </message>
    <message>
        <source>Surviving a region wants three regions, in each super region too.</source>
        <translation>Um eine Region zu überstehen, braucht es drei Regionen, auch in jeder Superregion.</translation>
    </message>
    <message>
        <source>It is the primary region: make another one primary first.</source>
        <translation>Es ist die primäre Region: Machen Sie zuerst eine andere dazu.</translation>
    </message>
    <message>
        <source>It is the secondary region: take that away first.</source>
        <translation>Es ist die sekundäre Region: Heben Sie das zuerst auf.</translation>
    </message>
    <message>
        <source>It belongs to a super region: change that first.</source>
        <translation>Sie gehört zu einer Superregion: Ändern Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Rows of the region are still there: move its organizations first. The region is as it was.</source>
        <translation>Es gibt noch Zeilen der Region: Lassen Sie zuerst ihre Organisationen umziehen. Die Region ist, wie sie war.</translation>
    </message>
    <message>
        <source>Restricted placement wants the survival goal “zone”.</source>
        <translation>Beschränkte Platzierung verlangt das Überlebensziel „zone“.</translation>
    </message>
    <message>
        <source>Surviving a region wants default placement.</source>
        <translation>Um eine Region zu überstehen, braucht es normale Platzierung.</translation>
    </message>
    <message>
        <source>The database has no regions yet: give it a primary region first.</source>
        <translation>Die Datenbank hat noch keine Regionen: Geben Sie ihr zuerst eine primäre Region.</translation>
    </message>
    <message>
        <source>A table has partitions of its own; regions of the database want it without.</source>
        <translation>Eine Tabelle hat eigene Partitionen; für Regionen der Datenbank darf sie keine haben.</translation>
    </message>
    <message>
        <source>The field belongs to the regions&apos; own zone configuration and is not to be set by hand.</source>
        <translation>Das Feld gehört zur Zonenkonfiguration der Regionen und wird nicht von Hand gesetzt.</translation>
    </message>
    <message>
        <source>The cluster&apos;s operator has to allow this preview feature first.</source>
        <translation>Der Betreiber des Clusters muss diese Vorschaufunktion zuerst erlauben.</translation>
    </message>
    <message>
        <source>The database user lacks CREATE on the database or on one of its tables, or is not their owner.</source>
        <translation>Dem Datenbankbenutzer fehlt CREATE auf der Datenbank oder einer ihrer Tabellen, oder sie gehören ihm nicht.</translation>
    </message>
    <message>
        <source>The server withholds this from every session (allow_unsafe_internals).</source>
        <translation>Der Server verweigert das jeder Sitzung (allow_unsafe_internals).</translation>
    </message>
    <message>
        <source>The cluster&apos;s licence does not cover it, or it has none.</source>
        <translation>Die Lizenz des Clusters deckt es nicht ab, oder er hat keine.</translation>
    </message>
    <message>
        <source>Another change of regions or indexes is under way: wait until it ends, then try again.</source>
        <translation>Eine andere Änderung von Regionen oder Indizes läuft: Warten Sie, bis sie endet, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A part of it is done and another part is not: look at what the server shows now, and do not repeat it blindly.</source>
        <translation>Ein Teil davon ist getan, ein anderer nicht: Sehen Sie nach, was der Server jetzt zeigt, und wiederholen Sie es nicht blind.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: look at what the server shows now before anything else.</source>
        <translation>Ob es getan wurde, ist nicht bekannt: Sehen Sie vor allem anderen nach, was der Server jetzt zeigt.</translation>
    </message>
</context>
<context>
    <name>RegionOutage</name>
    <message>
        <source>%1 has not answered since %2: what is shown of it is as of then.</source>
        <translation>%1 antwortet seit %2 nicht: was davon gezeigt wird, ist auf dem Stand von da.</translation>
    </message>
    <message>
        <source>%1 does not answer, and nothing of it is here yet.</source>
        <translation>%1 antwortet nicht, und von dort ist noch nichts hier.</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>a region that does not answer</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1, of which nothing is here yet</source>
        <translation>%1, wovon noch nichts hier ist</translation>
    </message>
    <message>
        <source>These regions do not answer: %1. What is shown of them is as of then.</source>
        <translation>Diese Regionen antworten nicht: %1. Was davon gezeigt wird, ist auf dem Stand von da.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2. A change that is sent there now does not arrive.</source>
        <translation>%1 antwortet seit %2 nicht. Eine Änderung, die jetzt dorthin gesendet wird, kommt nicht an.</translation>
    </message>
    <message>
        <source>%1 does not answer. A change that is sent there now does not arrive.</source>
        <translation>%1 antwortet nicht. Eine Änderung, die jetzt dorthin gesendet wird, kommt nicht an.</translation>
    </message>
</context>
<context>
    <name>RegionPlaces</name>
    <message>
        <source>Munich</source>
        <translation>München</translation>
    </message>
    <message>
        <source>Vienna</source>
        <translation>Wien</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>Zürich</translation>
    </message>
    <message>
        <source>Geneva</source>
        <translation>Genf</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>Mailand</translation>
    </message>
    <message>
        <source>Rome</source>
        <translation>Rom</translation>
    </message>
    <message>
        <source>Prague</source>
        <translation>Prag</translation>
    </message>
    <message>
        <source>Warsaw</source>
        <translation>Warschau</translation>
    </message>
    <message>
        <source>Copenhagen</source>
        <translation>Kopenhagen</translation>
    </message>
    <message>
        <source>Brussels</source>
        <translation>Brüssel</translation>
    </message>
    <message>
        <source>Lisbon</source>
        <translation>Lissabon</translation>
    </message>
    <message>
        <source>Athens</source>
        <translation>Athen</translation>
    </message>
    <message>
        <source>Nuremberg</source>
        <translation>Nürnberg</translation>
    </message>
    <message>
        <source>Cairo</source>
        <translation>Kairo</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>Tokio</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>Peking</translation>
    </message>
    <message>
        <source>Cape Town</source>
        <translation>Kapstadt</translation>
    </message>
    <message>
        <source>Mexico City</source>
        <translation>Mexiko-Stadt</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Kyiv</source>
        <translation>Kiew</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>Africa</source>
        <translation>Afrika</translation>
    </message>
    <message>
        <source>Asia</source>
        <translation>Asien</translation>
    </message>
    <message>
        <source>Asia and Pacific</source>
        <translation>Asien und Pazifik</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Südkorea</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
</context>
<context>
    <name>RegionWords</name>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>holt auf</translation>
    </message>
    <message>
        <source>up</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>aufgehalten</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not syncing</source>
        <translation>kein Abgleich</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1, known through %2</source>
        <translation>%1, bekannt bis %2</translation>
    </message>
    <message>
        <source>Events arrive as they are written.</source>
        <translation>Ereignisse kommen an, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>The connection is being made.</source>
        <translation>Die Verbindung wird aufgebaut.</translation>
    </message>
    <message>
        <source>Nothing is fetched from this region at the moment.</source>
        <translation>Aus dieser Region wird gerade nichts geholt.</translation>
    </message>
    <message>
        <source>Fetching what was written while this workspace was away: about %1 events to go.</source>
        <translation>Es wird geholt, was inzwischen geschrieben wurde: noch etwa %1 Ereignisse.</translation>
    </message>
    <message>
        <source>An open transaction on the server holds newer events back for %1: %2.</source>
        <translation>Eine offene Transaktion auf dem Server hält neuere Ereignisse seit %1 auf: %2.</translation>
    </message>
    <message>
        <source>Everything up to %1 is here; later events are not known yet.</source>
        <translation>Alles bis %1 ist hier; spätere Ereignisse sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>It is not known yet up to when this region is complete.</source>
        <translation>Es ist noch nicht bekannt, bis wann diese Region vollständig ist.</translation>
    </message>
    <message>
        <source>It is tried again in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>a missing event</source>
        <translation>ein fehlendes Ereignis</translation>
    </message>
    <message>
        <source>events out of their order</source>
        <translation>Ereignisse außer der Reihe</translation>
    </message>
    <message>
        <source>an event at a position the server did not give</source>
        <translation>ein Ereignis an einer Stelle, die der Server nicht vergab</translation>
    </message>
    <message>
        <source>a repeated event</source>
        <translation>ein wiederholtes Ereignis</translation>
    </message>
    <message>
        <source>a clock that went back</source>
        <translation>eine Uhr, die zurückging</translation>
    </message>
    <message>
        <source>a payload that is not as it should be</source>
        <translation>Nutzdaten, die nicht sind, wie sie sein sollen</translation>
    </message>
    <message>
        <source>No event in the last 60 days.</source>
        <translation>Kein Ereignis in den letzten 60 Tagen.</translation>
    </message>
    <message>
        <source>Found in its log: %1.</source>
        <translation>In ihrem Protokoll gefunden: %1.</translation>
    </message>
    <message>
        <source>not kept here</source>
        <translation>hier nicht gehalten</translation>
    </message>
    <message>
        <source>The policy of this workspace keeps nothing of this region on this disk. Commands can be sent there all the same.</source>
        <translation>Die Richtlinie dieses Arbeitsbereichs hält nichts von dieser Region auf diesem Datenträger. Befehle können trotzdem dorthin gesendet werden.</translation>
    </message>
</context>
<context>
    <name>RelatedRows</name>
    <message>
        <source>This event</source>
        <translation>Dieses Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: F follows them all</source>
        <translation>
            <numerusform>… und %n weiteres: F folgt allen</numerusform>
            <numerusform>… und %n weitere: F folgt allen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more of %n later</source>
        <translation>
            <numerusform>%n späteres: mehr zeigen</numerusform>
            <numerusform>%n spätere: mehr zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more of %n earlier</source>
        <translation>
            <numerusform>%n früheres: mehr zeigen</numerusform>
            <numerusform>%n frühere: mehr zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing else has happened to it.</source>
        <translation>Sonst ist ihm nichts geschehen.</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>Dieselbe Anfrage</translation>
    </message>
    <message>
        <source>The event names no request.</source>
        <translation>Das Ereignis nennt keine Anfrage.</translation>
    </message>
    <message>
        <source>No other event belongs to it.</source>
        <translation>Kein anderes Ereignis gehört dazu.</translation>
    </message>
    <message>
        <source>Same command</source>
        <translation>Derselbe Befehl</translation>
    </message>
    <message>
        <source>The event names no command.</source>
        <translation>Das Ereignis nennt keinen Befehl.</translation>
    </message>
    <message>
        <source>It wrote no other event.</source>
        <translation>Er schrieb kein anderes Ereignis.</translation>
    </message>
</context>
<context>
    <name>RemovalForm</name>
    <message>
        <source>Looking for what goes with it.</source>
        <translation>Es wird gesucht, was mit ihm geht.</translation>
    </message>
    <message>
        <source>Nothing else goes with it.</source>
        <translation>Sonst geht nichts mit.</translation>
    </message>
    <message>
        <source>A part of what goes with it was taken away.</source>
        <translation>Ein Teil dessen, was mitgeht, wurde weggenommen.</translation>
    </message>
    <message>
        <source>This cannot be taken back. History and names stay readable.</source>
        <translation>Das lässt sich nicht zurücknehmen. Verlauf und Namen bleiben lesbar.</translation>
    </message>
    <message>
        <source>Type “%1” to go on</source>
        <translation>Tippen Sie „%1“, um fortzufahren</translation>
    </message>
</context>
<context>
    <name>RemovalPlan</name>
    <message numerus="yes">
        <source>%n grant(s) that name it are revoked.</source>
        <translation>
            <numerusform>%n Zuweisung, die es nennt, wird entzogen.</numerusform>
            <numerusform>%n Zuweisungen, die es nennen, werden entzogen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s) of roles on it are taken away.</source>
        <translation>
            <numerusform>%n Berechtigung einer Rolle darauf wird weggenommen.</numerusform>
            <numerusform>%n Berechtigungen von Rollen darauf werden weggenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is taken out of %n team(s).</source>
        <translation>
            <numerusform>Es wird aus %n Team genommen.</numerusform>
            <numerusform>Es wird aus %n Teams genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) are ended.</source>
        <translation>
            <numerusform>%n offene Sitzung wird beendet.</numerusform>
            <numerusform>%n offene Sitzungen werden beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) below it are removed as well.</source>
        <translation>
            <numerusform>%n Ressource darunter wird auch entfernt.</numerusform>
            <numerusform>%n Ressourcen darunter werden auch entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) end with it.</source>
        <translation>
            <numerusform>%n Benutzer endet mit ihr.</numerusform>
            <numerusform>%n Benutzer enden mit ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) end with it.</source>
        <translation>
            <numerusform>%n Team endet mit ihr.</numerusform>
            <numerusform>%n Teams enden mit ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) end with it.</source>
        <translation>
            <numerusform>%n Rolle endet mit ihr.</numerusform>
            <numerusform>%n Rollen enden mit ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) end with it.</source>
        <translation>
            <numerusform>%n Ressource endet mit ihr.</numerusform>
            <numerusform>%n Ressourcen enden mit ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) end with it.</source>
        <translation>
            <numerusform>%n offene Sitzung endet mit ihr.</numerusform>
            <numerusform>%n offene Sitzungen enden mit ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) are free again.</source>
        <translation>
            <numerusform>%n Domain wird wieder frei.</numerusform>
            <numerusform>%n Domains werden wieder frei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceForms</name>
    <message>
        <source>Create Resource</source>
        <translation>Ressource anlegen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Salaries 2026</source>
        <translation>Gehälter 2026</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>document, room, project …</source>
        <translation>document, room, project …</translation>
    </message>
    <message>
        <source>&amp;In (empty: at the top)</source>
        <translation>&amp;In (leer: ganz oben)</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde angelegt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Rename Resource</source>
        <translation>Ressource umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>Rename Back</source>
        <translation>Zurückbenennen</translation>
    </message>
    <message>
        <source>It is called %1 again.</source>
        <translation>Sie heißt wieder %1.</translation>
    </message>
    <message>
        <source>Move Resource</source>
        <translation>Ressource verschieben</translation>
    </message>
    <message>
        <source>What is granted on the place it comes to holds for %1 as well, and for what lies below.</source>
        <translation>Was auf dem neuen Ort zugewiesen ist, gilt dann auch für %1 und für alles darunter.</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>%1 was moved.</source>
        <translation>%1 wurde verschoben.</translation>
    </message>
    <message>
        <source>Move Back</source>
        <translation>Zurückschieben</translation>
    </message>
    <message>
        <source>%1 is where it was.</source>
        <translation>%1 ist, wo es war.</translation>
    </message>
</context>
<context>
    <name>ReviewForms</name>
    <message>
        <source>%1 for %2</source>
        <comment>a role for somebody</comment>
        <translation>%1 für %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n grant(s) are to be decided on.</source>
        <translation>
            <numerusform>%1: Über %n Zuweisung ist zu entscheiden.</numerusform>
            <numerusform>%1: Über %n Zuweisungen ist zu entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start an Access Review</source>
        <translation>Zugriffsüberprüfung beginnen</translation>
    </message>
    <message>
        <source>The reviewer decides on every grant as it is now, whatever happens meanwhile.</source>
        <translation>Entschieden wird über jede Zuweisung, wie sie jetzt ist, was immer inzwischen geschieht.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Spring 2026</source>
        <translation>Frühjahr 2026</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>&amp;Wer entscheidet</translation>
    </message>
    <message>
        <source>Who is to decide</source>
        <translation>Wer entscheiden soll</translation>
    </message>
    <message>
        <source>&amp;Due (empty: no date)</source>
        <translation>&amp;Fällig (leer: kein Termin)</translation>
    </message>
    <message>
        <source>O&amp;nly a role, team or resource (empty: all grants)</source>
        <translation>Nur eine Rolle, ein &amp;Team oder eine Ressource (leer: alle Zuweisungen)</translation>
    </message>
    <message>
        <source>&amp;Which of them</source>
        <translation>Wel&amp;che davon</translation>
    </message>
    <message>
        <source>What the last sign-off does not cover</source>
        <translation>Was die letzte Abnahme nicht abdeckt</translation>
    </message>
    <message>
        <source>Everything, also what is signed off</source>
        <translation>Alles, auch Abgenommenes</translation>
    </message>
    <message>
        <source>%1 kept, %2 revoked, %3 not decided.</source>
        <translation>%1 behalten, %2 entzogen, %3 nicht entschieden.</translation>
    </message>
    <message>
        <source>Sign Off %1</source>
        <translation>%1 abnehmen</translation>
    </message>
    <message>
        <source>Nothing in it can be decided any more; what changes from now on is counted.</source>
        <translation>In ihr kann nichts mehr entschieden werden; was sich von nun an ändert, wird gezählt.</translation>
    </message>
    <message>
        <source>Si&amp;gn Off</source>
        <translation>&amp;Abnehmen</translation>
    </message>
    <message>
        <source>%1 is signed off.</source>
        <translation>%1 ist abgenommen.</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>Behalten: %1.</translation>
    </message>
    <message>
        <source>Revoked: %1.</source>
        <translation>Entzogen: %1.</translation>
    </message>
    <message>
        <source>Revoke a Grant</source>
        <translation>Zuweisung entziehen</translation>
    </message>
    <message>
        <source>The grant of %1 is taken away with the decision.</source>
        <translation>Die Zuweisung von %1 wird mit der Entscheidung entzogen.</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>&amp;Entziehen</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>Granted by %1, %2, without a reason.</source>
        <translation>Zugewiesen von %1, %2, ohne Grund.</translation>
    </message>
    <message>
        <source>Granted by %1, %2: %3.</source>
        <translation>Zugewiesen von %1, %2: %3.</translation>
    </message>
    <message>
        <source>Never signed off.</source>
        <translation>Nie abgenommen.</translation>
    </message>
    <message>
        <source>Changed since it was signed off in %1, %2.</source>
        <translation>Geändert, seit sie in %1 abgenommen wurde, %2.</translation>
    </message>
    <message>
        <source>Signed off in %1, %2; since then its team or its role changed.</source>
        <translation>Abgenommen in %1, %2; seitdem hat sich ihr Team oder ihre Rolle geändert.</translation>
    </message>
    <message>
        <source>Signed off in %1, %2; unchanged since.</source>
        <translation>Abgenommen in %1, %2; seitdem unverändert.</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Abgenommen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a review</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rolle %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Resource %1</source>
        <translation>Ressource %1</translation>
    </message>
    <message>
        <source>All grants</source>
        <translation>Alle Zuweisungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n began</source>
        <translation>
            <numerusform>%n begonnen</numerusform>
            <numerusform>%n begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n beendet</numerusform>
            <numerusform>%n beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Never signed off</source>
        <translation>Nie abgenommen</translation>
    </message>
    <message>
        <source>Grant changed</source>
        <translation>Zuweisung geändert</translation>
    </message>
    <message>
        <source>Team or role changed</source>
        <translation>Team oder Rolle geändert</translation>
    </message>
    <message>
        <source>%1 of %2 team mates</source>
        <translation>%1 von %2 im selben Team</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n andere</numerusform>
            <numerusform>%n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Last used %1.</source>
        <translation>Zuletzt benutzt %1.</translation>
    </message>
    <message>
        <source>Nobody is known to have used it.</source>
        <translation>Von keiner Benutzung ist etwas bekannt.</translation>
    </message>
    <message>
        <source>Also have the role: %1.</source>
        <translation>Die Rolle haben auch: %1.</translation>
    </message>
    <message>
        <source>Changed since the review began: %1.</source>
        <translation>Geändert, seit die Überprüfung begann: %1.</translation>
    </message>
    <message>
        <source>Decided: %1, because: %2.</source>
        <translation>Entschieden: %1, weil: %2.</translation>
    </message>
</context>
<context>
    <name>RoleForms</name>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Display name (optional)</source>
        <translation>An&amp;zeigename (freiwillig)</translation>
    </message>
    <message>
        <source>HR editor</source>
        <translation>Personalredaktion</translation>
    </message>
    <message>
        <source>&amp;Group (optional)</source>
        <translation>&amp;Gruppe (freiwillig)</translation>
    </message>
    <message>
        <source>Create Role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>The role %1 was created.</source>
        <translation>Die Rolle %1 wurde angelegt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The role %1 was removed.</source>
        <translation>Die Rolle %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Change Role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>The role %1 was changed.</source>
        <translation>Die Rolle %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Change Back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>The role %1 is as it was.</source>
        <translation>Die Rolle %1 ist, wie sie war.</translation>
    </message>
    <message>
        <source>Add Permission</source>
        <translation>Berechtigung hinzufügen</translation>
    </message>
    <message>
        <source>Everybody who has the role %1 may do it from now on.</source>
        <translation>Alle mit der Rolle %1 dürfen es von nun an.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>%1 allows %2 now.</source>
        <translation>%1 erlaubt jetzt %2.</translation>
    </message>
    <message>
        <source>Take Away Again</source>
        <translation>Wieder wegnehmen</translation>
    </message>
    <message>
        <source>%1 no longer allows %2.</source>
        <translation>%1 erlaubt %2 nicht mehr.</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>%1 allows %2 again.</source>
        <translation>%1 erlaubt wieder %2.</translation>
    </message>
</context>
<context>
    <name>RotateKeyForm</name>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Every key there is</source>
        <translation>Alle vorhandenen Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name of the new key</source>
        <translation>&amp;Name des neuen Schlüssels</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Wo er verwendet wird</translation>
    </message>
    <message>
        <source>&amp;Until (empty: for good)</source>
        <translation>&amp;Bis (leer: auf Dauer)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Rotate the Key of %1</source>
        <translation>Schlüssel von %1 wechseln</translation>
    </message>
    <message>
        <source>The new key works as soon as the old one does not: both are one change.</source>
        <translation>Der neue Schlüssel gilt, sobald der alte nicht mehr gilt: Beides ist eine Änderung.</translation>
    </message>
    <message>
        <source>&amp;Rotate</source>
        <translation>&amp;Wechseln</translation>
    </message>
    <message>
        <source>The key is being made, or the time is none.</source>
        <translation>Der Schlüssel wird gerade erzeugt, oder die Zeitangabe ist keine.</translation>
    </message>
    <message>
        <source>%1 has a new key.</source>
        <translation>%1 hat einen neuen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>RowTones</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>RuleForms</name>
    <message>
        <source>Nobody may &amp;do</source>
        <translation>Niemand &amp;darf</translation>
    </message>
    <message>
        <source>O&amp;n what</source>
        <translation>Wora&amp;uf</translation>
    </message>
    <message>
        <source>Of which t&amp;ype</source>
        <translation>Von welcher &amp;Art</translation>
    </message>
    <message>
        <source>Which &amp;resource</source>
        <translation>Welche &amp;Ressource</translation>
    </message>
    <message>
        <source>Together &amp;with</source>
        <translation>&amp;Zugleich mit</translation>
    </message>
    <message>
        <source>The second on w&amp;hat</source>
        <translation>Das Z&amp;weite worauf</translation>
    </message>
    <message>
        <source>The second of which typ&amp;e</source>
        <translation>Das Zweite von welcher Ar&amp;t</translation>
    </message>
    <message>
        <source>The second on which reso&amp;urce</source>
        <translation>Das Zweite auf welcher Re&amp;ssource</translation>
    </message>
    <message>
        <source>Add Rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Nobody may hold both permissions together. Whoever does is listed; nothing is prevented or taken away.</source>
        <translation>Niemand darf beide Berechtigungen zugleich haben. Wer sie hat, wird aufgeführt; verhindert oder entzogen wird nichts.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Nobody approves what they order</source>
        <translation>Niemand genehmigt, was er bestellt</translation>
    </message>
    <message>
        <source>The rule %1 was added.</source>
        <translation>Die Regel %1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Remove Rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>The rule %1 was removed.</source>
        <translation>Die Regel %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Nobody is told any more who holds both permissions.</source>
        <translation>Wer beide Berechtigungen hat, wird dann nicht mehr gemeldet.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>%1 on %2</source>
        <comment>an action on resources</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemandem</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Benutzer</numerusform>
            <numerusform>%n Benutzern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2 in %3</source>
        <comment>an action on resources in another</comment>
        <translation>%1 auf %2 in %3</translation>
    </message>
    <message>
        <source>%1 via %2</source>
        <comment>a role by way of a team</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Nobody would break it now.</source>
        <translation>Niemand würde sie jetzt verletzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) would break it now: %1 and others.</source>
        <translation>
            <numerusform>%n Benutzer würde sie jetzt verletzen: %1 und andere.</numerusform>
            <numerusform>%n Benutzer würden sie jetzt verletzen: %1 und andere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) would break it now: %1.</source>
        <translation>
            <numerusform>%n Benutzer würde sie jetzt verletzen: %1.</numerusform>
            <numerusform>%n Benutzer würden sie jetzt verletzen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionOrders</name>
    <message>
        <source>The session of %1 was ended.</source>
        <translation>Die Sitzung von %1 wurde beendet.</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation>
            <numerusform>und %n Mal davor</numerusform>
            <numerusform>und %n Mal davor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 looked at %3 (%4)</source>
        <translation>%1: %2 sah %3 an (%4)</translation>
    </message>
</context>
<context>
    <name>TakeBack</name>
    <message>
        <source>Rename %1 Back</source>
        <translation>%1 zurückbenennen</translation>
    </message>
    <message>
        <source>Give %1 Its Plan Back</source>
        <translation>%1 den früheren Plan zurückgeben</translation>
    </message>
    <message>
        <source>Deactivate %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation>%1 reaktivieren</translation>
    </message>
    <message>
        <source>Give %1 the Domain %2 Again</source>
        <translation>%1 die Domain %2 wiedergeben</translation>
    </message>
    <message>
        <source>Take the Domain %2 from %1</source>
        <translation>%1 die Domain %2 nehmen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Change the User Name of %1 Back</source>
        <translation>Benutzernamen von %1 zurückändern</translation>
    </message>
    <message>
        <source>Change the Profile of %1 Back</source>
        <translation>Profil von %1 zurückändern</translation>
    </message>
    <message>
        <source>Change the E-mail of %1 Back</source>
        <translation>E-Mail von %1 zurückändern</translation>
    </message>
    <message>
        <source>Change the Phone of %1 Back</source>
        <translation>Telefonnummer von %1 zurückändern</translation>
    </message>
    <message>
        <source>Remove the Phone of %1</source>
        <translation>Telefonnummer von %1 entfernen</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Remove It from %1</source>
        <translation>Nachweis von %1 entfernen</translation>
    </message>
    <message>
        <source>Change %1 Back</source>
        <translation>%1 zurückändern</translation>
    </message>
    <message>
        <source>Put %2 Back into %1</source>
        <translation>%2 wieder in %1 aufnehmen</translation>
    </message>
    <message>
        <source>Take %2 out of %1</source>
        <translation>%2 aus %1 herausnehmen</translation>
    </message>
    <message>
        <source>Give %1 the Permission %2 Back</source>
        <translation>%1 die Berechtigung %2 zurückgeben</translation>
    </message>
    <message>
        <source>Take the Permission %2 from %1</source>
        <translation>%1 die Berechtigung %2 nehmen</translation>
    </message>
    <message>
        <source>Grant %1 to %2 Again</source>
        <translation>%1 wieder an %2 vergeben</translation>
    </message>
    <message>
        <source>Change the Period of %1 Back</source>
        <translation>Zeitraum von %1 zurückändern</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 entziehen</translation>
    </message>
    <message>
        <source>Add %1 Again</source>
        <translation>%1 wieder hinzufügen</translation>
    </message>
    <message>
        <source>End the Session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>It did not succeed: there is nothing to take back.</source>
        <translation>Es ist nicht gelungen: Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>What was removed is gone for good; it can only be made anew.</source>
        <translation>Was entfernt wurde, ist endgültig fort; es kann nur neu angelegt werden.</translation>
    </message>
    <message>
        <source>It tells what somebody did: no command takes that back.</source>
        <translation>Es berichtet, was jemand getan hat: Kein Befehl nimmt das zurück.</translation>
    </message>
    <message>
        <source>No command takes it back, or it changed nothing.</source>
        <translation>Kein Befehl nimmt es zurück, oder es hat nichts geändert.</translation>
    </message>
    <message>
        <source>Decide Again</source>
        <translation>Erneut entscheiden</translation>
    </message>
</context>
<context>
    <name>TakeBackForm</name>
    <message>
        <source>On %1: %2</source>
        <translation>Am %1: %2</translation>
    </message>
    <message>
        <source>This does not remove the event: it sends a new command, whose events are written beside it.</source>
        <translation>Das entfernt das Ereignis nicht: Ein neuer Befehl wird gesendet, und seine Ereignisse kommen hinzu.</translation>
    </message>
    <message>
        <source>It takes away what the event brought into being.</source>
        <translation>Es nimmt weg, was durch das Ereignis entstanden ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the same thing came since: look whether it still fits.</source>
        <translation>
            <numerusform>Seitdem kam %n Ereignis derselben Sache: Sehen Sie nach, ob es noch passt.</numerusform>
            <numerusform>Seitdem kamen %n Ereignisse derselben Sache: Sehen Sie nach, ob es noch passt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>&amp;Take Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>TeamForms</name>
    <message>
        <source>Create Team</source>
        <translation>Team anlegen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Payroll</source>
        <translation>Lohnbuchhaltung</translation>
    </message>
    <message>
        <source>&amp;Description (optional)</source>
        <translation>&amp;Beschreibung (freiwillig)</translation>
    </message>
    <message>
        <source>The team %1 was created.</source>
        <translation>Das Team %1 wurde angelegt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The team %1 was removed.</source>
        <translation>Das Team %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Change Team</source>
        <translation>Team ändern</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>The team %1 was changed.</source>
        <translation>Das Team %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Change Back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>The team %1 is as it was.</source>
        <translation>Das Team %1 ist, wie es war.</translation>
    </message>
    <message>
        <source>Add Member</source>
        <translation>Mitglied aufnehmen</translation>
    </message>
    <message>
        <source>Whoever comes into %1 gets what is granted to it.</source>
        <translation>Wer in %1 kommt, bekommt, was ihm zugewiesen ist.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;User or team</source>
        <translation>&amp;Benutzer oder Team</translation>
    </message>
    <message>
        <source>%1 is in %2 now.</source>
        <translation>%1 ist jetzt in %2.</translation>
    </message>
    <message>
        <source>Take Out Again</source>
        <translation>Wieder herausnehmen</translation>
    </message>
    <message>
        <source>%1 is no longer in %2.</source>
        <translation>%1 ist nicht mehr in %2.</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>%1 is in %2 again.</source>
        <translation>%1 ist wieder in %2.</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>2026-12-31, or +90d; a date means its midnight in UTC</source>
        <translation>2026-12-31 oder +90d; ein Datum meint seine Mitternacht in UTC</translation>
    </message>
    <message>
        <source>This is no time. Write a date (2026-12-31), a time (2026-12-31T18:00:00Z) or how far from now it is (+90d).</source>
        <translation>Das ist keine Zeit. Schreiben Sie ein Datum (2026-12-31), eine Zeit (2026-12-31T18:00:00Z) oder den Abstand von jetzt (+90d).</translation>
    </message>
</context>
<context>
    <name>TimeFormats</name>
    <message>
        <source>This machine does not know the zone %1: its times are shown in UTC, marked (!).</source>
        <translation>Dieser Rechner kennt die Zone %1 nicht: Ihre Zeiten stehen in UTC da, mit (!) gekennzeichnet.</translation>
    </message>
    <message>
        <source>Times are in UTC.</source>
        <translation>Die Zeiten stehen in UTC da.</translation>
    </message>
    <message>
        <source>Times are in this machine&apos;s zone, %1.</source>
        <translation>Die Zeiten stehen in der Zone dieses Rechners da, %1.</translation>
    </message>
    <message>
        <source>Each time is in its organization&apos;s zone, its offset beside it; in UTC where the organization has none. Charts, and what concerns several organizations, are in UTC.</source>
        <translation>Jede Zeit steht in der Zone ihrer Organisation da, mit dem Abstand zu UTC; in UTC, wo die Organisation keine hat. Diagramme und was mehrere Organisationen betrifft, stehen in UTC da.</translation>
    </message>
    <message>
        <source>Times are in the zone %1.</source>
        <translation>Die Zeiten stehen in der Zone %1 da.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>a span of time and its zone</comment>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>zone per row</source>
        <comment>the zones of a list of times</comment>
        <translation>Zone je Zeile</translation>
    </message>
</context>
<context>
    <name>TimelineColumns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betroffen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Ordinal</source>
        <translation>Laufende Nummer</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>TopologyWords</name>
    <message>
        <source>none</source>
        <comment>no names</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1%2 ± %3 ms</source>
        <translation>%1%2 ± %3 ms</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Read, median</source>
        <translation>Lesen, Median</translation>
    </message>
    <message>
        <source>Read, p99</source>
        <translation>Lesen, p99</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>hat nicht geantwortet</translation>
    </message>
    <message>
        <source>database %1: regions %2</source>
        <translation>Datenbank %1: Regionen %2</translation>
    </message>
    <message>
        <source>survives %1 failure</source>
        <translation>überlebt den Ausfall: %1</translation>
    </message>
    <message>
        <source>placement %1</source>
        <translation>Platzierung %1</translation>
    </message>
    <message>
        <source>super region %1: %2</source>
        <translation>Superregion %1: %2</translation>
    </message>
    <message>
        <source>table %1: %2</source>
        <translation>Tabelle %1: %2</translation>
    </message>
    <message>
        <source>no locality</source>
        <translation>keine Lokalität</translation>
    </message>
    <message>
        <source>job %1 %2: %3</source>
        <translation>Auftrag %1 %2: %3</translation>
    </message>
    <message>
        <source>regions %1, layout %2</source>
        <translation>Regionen %1, Aufbau %2</translation>
    </message>
    <message>
        <source>partition %1 in tablespace %2</source>
        <translation>Partition %1 im Tablespace %2</translation>
    </message>
    <message>
        <source>%1 on server %2</source>
        <translation>%1 auf Server %2</translation>
    </message>
    <message>
        <source>every change goes to %1 %2</source>
        <translation>jede Änderung geht an %1 %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>endpoint %1</source>
        <translation>Endpunkt %1</translation>
    </message>
    <message>
        <source>upgraded to %1</source>
        <translation>aktualisiert auf %1</translation>
    </message>
    <message>
        <source>nothing can still appear below position %1</source>
        <translation>unter Position %1 kann nichts mehr erscheinen</translation>
    </message>
</context>
<context>
    <name>UserForms</name>
    <message>
        <source>&amp;Display name</source>
        <translation>An&amp;zeigename</translation>
    </message>
    <message>
        <source>&amp;Name of the machine</source>
        <translation>&amp;Name der Maschine</translation>
    </message>
    <message>
        <source>Add User</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>What the user signs in with</source>
        <translation>Womit sich der Benutzer anmeldet</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Vorname</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Nachname</translation>
    </message>
    <message>
        <source>Left empty: first and last name</source>
        <translation>Leer gelassen: Vor- und Nachname</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Phone (optional)</source>
        <translation>&amp;Telefon (freiwillig)</translation>
    </message>
    <message>
        <source>De&amp;scription (optional)</source>
        <translation>Be&amp;schreibung (freiwillig)</translation>
    </message>
    <message>
        <source>Choose one of the organizations that are offered.</source>
        <translation>Wählen Sie eine der angebotenen Organisationen.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Change Profile</source>
        <translation>Profil ändern</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>The profile of %1 was changed.</source>
        <translation>Das Profil von %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Change Back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>The profile of %1 is as it was.</source>
        <translation>Das Profil von %1 ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>Change E-mail</source>
        <translation>E-Mail ändern</translation>
    </message>
    <message>
        <source>The e-mail address of %1 was changed.</source>
        <translation>Die E-Mail-Adresse von %1 wurde geändert.</translation>
    </message>
    <message>
        <source>The e-mail address is %1 again.</source>
        <translation>Die E-Mail-Adresse ist wieder %1.</translation>
    </message>
    <message>
        <source>Change User Name</source>
        <translation>Benutzernamen ändern</translation>
    </message>
    <message>
        <source>%1 signs in as %2 now.</source>
        <translation>%1 meldet sich jetzt als %2 an.</translation>
    </message>
    <message>
        <source>The user name is %1 again.</source>
        <translation>Der Benutzername ist wieder %1.</translation>
    </message>
    <message>
        <source>Change Phone</source>
        <translation>Telefon ändern</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Tele&amp;fon</translation>
    </message>
    <message>
        <source>The phone number of %1 was changed.</source>
        <translation>Die Telefonnummer von %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no phone number.</source>
        <translation>Es gibt keine Telefonnummer.</translation>
    </message>
    <message>
        <source>The phone number is %1 again.</source>
        <translation>Die Telefonnummer ist wieder %1.</translation>
    </message>
</context>
<context>
    <name>UserOrders</name>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 ist entsperrt.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 ist wieder aktiv.</translation>
    </message>
    <message>
        <source>The e-mail address of %1 counts as verified.</source>
        <translation>Die E-Mail-Adresse von %1 gilt als bestätigt.</translation>
    </message>
    <message>
        <source>The phone number of %1 counts as verified.</source>
        <translation>Die Telefonnummer von %1 gilt als bestätigt.</translation>
    </message>
    <message>
        <source>The phone number of %1 was removed.</source>
        <translation>Die Telefonnummer von %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>The phone number of %1 is there again.</source>
        <translation>Die Telefonnummer von %1 ist wieder da.</translation>
    </message>
    <message>
        <source>%1 is asked for a new password at the next sign-in.</source>
        <translation>Von %1 wird bei der nächsten Anmeldung ein neues Passwort verlangt.</translation>
    </message>
</context>
<context>
    <name>UserPlans</name>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>What the user signs in with</source>
        <translation>Womit sich der Benutzer anmeldet</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Vorname</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Nachname</translation>
    </message>
    <message>
        <source>&amp;Display name</source>
        <translation>An&amp;zeigename</translation>
    </message>
    <message>
        <source>&amp;Name of the machine</source>
        <translation>&amp;Name der Maschine</translation>
    </message>
    <message>
        <source>Left empty: first and last name</source>
        <translation>Leer gelassen: Vor- und Nachname</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>Offboard %1</source>
        <translation>%1 ausscheiden lassen</translation>
    </message>
    <message>
        <source>Locks the user out and takes away, as one change, everything that lets them in. The user stays in the directory, and so does the history.</source>
        <translation>Sperrt den Benutzer aus und nimmt ihm in einer Änderung alles, was ihm Zugang gibt. Der Benutzer bleibt im Verzeichnis, und die Geschichte auch.</translation>
    </message>
    <message>
        <source>&amp;Offboard</source>
        <translation>&amp;Ausscheiden lassen</translation>
    </message>
    <message>
        <source>Hand the grants &amp;over to (optional)</source>
        <translation>Zuweisungen &amp;übergeben an (freiwillig)</translation>
    </message>
    <message>
        <source>Choose one of the users that are offered, or leave the field empty.</source>
        <translation>Wählen Sie einen der angebotenen Benutzer, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Nothing is left to do: %1 is locked out and has no sessions, tokens, keys, grants or memberships.</source>
        <translation>Es ist nichts mehr zu tun: %1 ist ausgesperrt und hat keine Sitzungen, Token, Schlüssel, Zuweisungen oder Mitgliedschaften.</translation>
    </message>
    <message>
        <source>%1 was offboarded.</source>
        <translation>%1 ist ausgeschieden.</translation>
    </message>
    <message>
        <source>Onboard Like %1</source>
        <translation>Aufnehmen wie %1</translation>
    </message>
    <message>
        <source>A new user with the same teams, and with the grants that have not ended.</source>
        <translation>Ein neuer Benutzer mit denselben Teams und mit den Zuweisungen, die nicht abgelaufen sind.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Give the new user a name to see what is written.</source>
        <translation>Geben Sie dem neuen Benutzer einen Namen, um zu sehen, was geschrieben wird.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Copy Grants of %1</source>
        <translation>Zuweisungen von %1 übertragen</translation>
    </message>
    <message>
        <source>Gives the other user what they do not have yet; nothing is taken away from anybody.</source>
        <translation>Gibt dem anderen Benutzer, was er noch nicht hat; niemandem wird etwas genommen.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Ü&amp;bertragen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>Choose who gets the grants.</source>
        <translation>Wählen Sie, wer die Zuweisungen bekommt.</translation>
    </message>
    <message>
        <source>Nothing is left to do: they have every grant that %1 has.</source>
        <translation>Es ist nichts mehr zu tun: Der Benutzer hat jede Zuweisung, die %1 hat.</translation>
    </message>
    <message>
        <source>The grants of %1 were copied.</source>
        <translation>Die Zuweisungen von %1 wurden übertragen.</translation>
    </message>
</context>
<context>
    <name>muniment::AboutDialog</name>
    <message>
        <source>About Muniment</source>
        <translation>Über Muniment</translation>
    </message>
    <message>
        <source>A muniment is a document kept as evidence of rights and privileges.</source>
        <translation>Ein Muniment ist eine Urkunde, die als Beweis von Rechten und Privilegien aufbewahrt wird.</translation>
    </message>
    <message>
        <source>It speaks to the regional endpoints of your workspace and to nothing else on the network.</source>
        <translation>Es spricht mit den regionalen Endpunkten Ihres Arbeitsbereichs und mit nichts anderem im Netz.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>Muniment&apos;s own source is licensed under the Apache License 2.0. Because it is linked with Qt Charts, the program as a whole is distributed under the GNU General Public License, version 3.</source>
        <translation>Muniments eigener Quelltext steht unter der Apache-Lizenz 2.0. Weil es mit Qt Charts gebunden ist, wird das Programm als Ganzes unter der GNU General Public License, Version 3, weitergegeben.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
</context>
<context>
    <name>muniment::AccessGraphView</name>
    <message>
        <source>a role that allows it</source>
        <translation>eine Rolle, die es erlaubt</translation>
    </message>
    <message>
        <source>%1, not there at that moment</source>
        <translation>%1, zu diesem Zeitpunkt nicht da</translation>
    </message>
    <message>
        <source>%1, reached from %2</source>
        <translation>%1, erreicht von %2</translation>
    </message>
    <message>
        <source>Graph: what the tree says, as a picture</source>
        <translation>Graph: was der Baum sagt, als Bild</translation>
    </message>
    <message>
        <source>Arrow keys go from node to node, Enter shows what else is tied to one, Space its own page, + and - change the size, 0 shows all</source>
        <translation>Pfeiltasten gehen von Knoten zu Knoten, Eingabe zeigt, was sonst an einem hängt, Leertaste seine eigene Seite, + und - ändern die Größe, 0 zeigt alles</translation>
    </message>
</context>
<context>
    <name>muniment::AccessPage</name>
    <message>
        <source>Choose a user or a team from those that are offered.</source>
        <translation>Wählen Sie einen Benutzer oder ein Team unter den angebotenen.</translation>
    </message>
    <message>
        <source>Say which action is meant.</source>
        <translation>Sagen Sie, welche Aktion gemeint ist.</translation>
    </message>
    <message>
        <source>Choose a resource or a whole organization from those that are offered.</source>
        <translation>Wählen Sie eine Ressource oder eine ganze Organisation unter den angebotenen.</translation>
    </message>
    <message>
        <source>Go to the page Access first.</source>
        <translation>Gehen Sie zuerst zur Seite Zugriff.</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s)</source>
        <translation>
            <numerusform>%n Weg</numerusform>
            <numerusform>%n Wege</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Reading the access graph of this workspace …</source>
        <translation>Der Zugriffsgraph dieses Arbeitsbereichs wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Who may do what, and why?</source>
        <translation>Wer darf was, und warum?</translation>
    </message>
    <message>
        <source>Choose somebody, an action and a resource to see whether it is allowed, by which ways, and since when. With the resource alone it is told who may, with somebody alone what they may.</source>
        <translation>Wählen Sie jemanden, eine Aktion und eine Ressource, um zu sehen, ob es erlaubt ist, auf welchen Wegen und seit wann. Mit der Ressource allein wird gesagt, wer darf, mit jemandem allein, was er darf.</translation>
    </message>
    <message>
        <source>Ask a Question</source>
        <translation>Eine Frage stellen</translation>
    </message>
    <message>
        <source>Your last change has not reached this workspace yet; the answer does not count it.</source>
        <translation>Ihre letzte Änderung ist in diesem Arbeitsbereich noch nicht angekommen; die Antwort zählt sie nicht mit.</translation>
    </message>
    <message>
        <source>Waiting until this workspace has your last change …</source>
        <translation>Es wird gewartet, bis dieser Arbeitsbereich Ihre letzte Änderung hat …</translation>
    </message>
</context>
<context>
    <name>muniment::AccessPane</name>
    <message>
        <source>Dashed: has ended, or is missing</source>
        <translation>Gestrichelt: beendet oder fehlend</translation>
    </message>
    <message>
        <source>It was never true, as far as this workspace knows.</source>
        <translation>Es war nie wahr, soweit dieser Arbeitsbereich weiß.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>Who may; Enter shows why</source>
        <translation>Wer darf; Eingabe zeigt, warum</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>By the role</source>
        <translation>Durch die Rolle</translation>
    </message>
    <message>
        <source>Granted to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Roles held, and why</source>
        <translation>Rollen, und warum</translation>
    </message>
    <message>
        <source>What they allow</source>
        <translation>Was sie erlauben</translation>
    </message>
    <message>
        <source>What the roles allow; Enter shows why for one thing</source>
        <translation>Was die Rollen erlauben; Eingabe zeigt das Warum an einem Beispiel</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Copy the Answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>The question, yes or no, since when and why, as text</source>
        <translation>Die Frage, ja oder nein, seit wann und warum, als Text</translation>
    </message>
    <message>
        <source>Show in the Timeline</source>
        <translation>In der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>The events behind the answer, and no others</source>
        <translation>Die Ereignisse hinter der Antwort und keine anderen</translation>
    </message>
    <message>
        <source>Why: every way, with the events that made it</source>
        <translation>Warum: jeder Weg mit den Ereignissen, die ihn schufen</translation>
    </message>
    <message>
        <source>Enter shows the event of a step in the timeline</source>
        <translation>Eingabe zeigt das Ereignis eines Schritts in der Zeitleiste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>When it was true</source>
        <translation>Wann es wahr war</translation>
    </message>
</context>
<context>
    <name>muniment::AccessTab</name>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Nothing is granted</source>
        <translation>Nichts ist zugewiesen</translation>
    </message>
    <message>
        <source>No grant names it directly. A role is granted to a user or a team, on one resource or on the whole organization.</source>
        <translation>Keine Zuweisung nennt es unmittelbar. Eine Rolle wird einem Benutzer oder Team zugewiesen, auf einer Ressource oder auf der ganzen Organisation.</translation>
    </message>
</context>
<context>
    <name>muniment::ActionRegistry</name>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
    <message>
        <source>Choose an organization first.</source>
        <translation>Wählen Sie zuerst eine Organisation.</translation>
    </message>
    <message>
        <source>Choose a user first.</source>
        <translation>Wählen Sie zuerst einen Benutzer.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Directory</source>
        <translation>&amp;Verzeichnis</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Choose an event of the timeline first.</source>
        <translation>Wählen Sie zuerst ein Ereignis der Zeitleiste.</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Analyse</translation>
    </message>
    <message>
        <source>Choose a team first.</source>
        <translation>Wählen Sie zuerst ein Team.</translation>
    </message>
    <message>
        <source>Choose a role first.</source>
        <translation>Wählen Sie zuerst eine Rolle.</translation>
    </message>
    <message>
        <source>Choose a resource first.</source>
        <translation>Wählen Sie zuerst eine Ressource.</translation>
    </message>
    <message>
        <source>Choose a session first.</source>
        <translation>Wählen Sie zuerst eine Sitzung.</translation>
    </message>
    <message>
        <source>Choose a plan first.</source>
        <translation>Wählen Sie zuerst einen Plan.</translation>
    </message>
    <message>
        <source>Choose a domain of an organization first.</source>
        <translation>Wählen Sie zuerst eine Domain einer Organisation.</translation>
    </message>
    <message>
        <source>Choose a token, key or factor of a user first.</source>
        <translation>Wählen Sie zuerst ein Token, einen Schlüssel oder Faktor eines Benutzers.</translation>
    </message>
    <message>
        <source>Choose a member of a team first.</source>
        <translation>Wählen Sie zuerst ein Mitglied eines Teams.</translation>
    </message>
    <message>
        <source>Choose a permission of a role first.</source>
        <translation>Wählen Sie zuerst eine Berechtigung einer Rolle.</translation>
    </message>
    <message>
        <source>Choose a user, a team, a role or a resource first.</source>
        <translation>Wählen Sie zuerst einen Benutzer, ein Team, eine Rolle oder eine Ressource.</translation>
    </message>
    <message>
        <source>Choose a grant first.</source>
        <translation>Wählen Sie zuerst eine Zuweisung.</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Re&amp;source</source>
        <translation>Re&amp;ssource</translation>
    </message>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Zugriff</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Änderungen</translation>
    </message>
    <message>
        <source>&amp;Intake</source>
        <translation>&amp;Eingang</translation>
    </message>
    <message>
        <source>The window shows the past: go back to now (%1) to change anything.</source>
        <translation>Das Fenster zeigt die Vergangenheit: Um etwas zu ändern, gehen Sie zurück zu jetzt (%1).</translation>
    </message>
    <message>
        <source>Choose a user, a team, a resource, a grant or a permission first.</source>
        <translation>Wählen Sie zuerst einen Benutzer, ein Team, eine Ressource, eine Zuweisung oder eine Berechtigung.</translation>
    </message>
    <message>
        <source>Choose an access review first.</source>
        <translation>Wählen Sie zuerst eine Zugriffsüberprüfung.</translation>
    </message>
    <message>
        <source>Choose a grant in an access review first.</source>
        <translation>Wählen Sie zuerst eine Zuweisung in einer Zugriffsüberprüfung.</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>Über&amp;prüfung</translation>
    </message>
    <message>
        <source>Choose an account that is marked as compromised first.</source>
        <translation>Wählen Sie zuerst ein Konto, das als kompromittiert markiert ist.</translation>
    </message>
    <message>
        <source>Choose a rule of separation of duties first.</source>
        <translation>Wählen Sie zuerst eine Regel der Funktionstrennung.</translation>
    </message>
</context>
<context>
    <name>muniment::ActivityTab</name>
    <message>
        <source>Show in &amp;Timeline</source>
        <translation>In der Zeit&amp;leiste zeigen</translation>
    </message>
    <message>
        <source>The whole timeline with this filter, its histogram and its facets</source>
        <translation>Die ganze Zeitleiste mit diesem Filter, ihrem Histogramm und ihren Facetten</translation>
    </message>
    <message>
        <source>Looking for what it did and what was done to it.</source>
        <translation>Es wird gesucht, was es tat und was mit ihm geschah.</translation>
    </message>
    <message>
        <source>Nothing of it has been synced.</source>
        <translation>Nichts davon wurde synchronisiert.</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
</context>
<context>
    <name>muniment::AddColumnDialog</name>
    <message>
        <source>Add Column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Field of the payload</source>
        <translation>&amp;Feld des Inhalts</translation>
    </message>
    <message>
        <source>Field of the payload</source>
        <translation>Feld des Inhalts</translation>
    </message>
    <message>
        <source>reason, roleId, address.city …</source>
        <translation>reason, roleId, address.city …</translation>
    </message>
    <message>
        <source>Known fields</source>
        <translation>Bekannte Felder</translation>
    </message>
    <message>
        <source>Dots lead into objects and through lists. Events without the field leave the cell empty; secrets stay masked.</source>
        <translation>Punkte führen in Objekte und durch Listen. Wo das Feld fehlt, bleibt die Zelle leer; Geheimnisse bleiben verdeckt.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>muniment::AnnotationActions</name>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Remove Bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>No later event of this list is bookmarked.</source>
        <translation>Kein späteres Ereignis dieser Liste hat ein Lesezeichen.</translation>
    </message>
    <message>
        <source>No earlier event of this list is bookmarked.</source>
        <translation>Kein früheres Ereignis dieser Liste hat ein Lesezeichen.</translation>
    </message>
</context>
<context>
    <name>muniment::AnnotationStrip</name>
    <message>
        <source>Bookmarked</source>
        <translation>Mit Lesezeichen</translation>
    </message>
</context>
<context>
    <name>muniment::BreachListModel</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>By the role</source>
        <translation>Durch die Rolle</translation>
    </message>
    <message>
        <source>And may</source>
        <translation>Und darf</translation>
    </message>
    <message>
        <source>And by the role</source>
        <translation>Und durch die Rolle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::BreachTab</name>
    <message>
        <source>Broken By</source>
        <translation>Verletzt von</translation>
    </message>
    <message>
        <source>Nobody breaks this rule</source>
        <translation>Niemand verletzt diese Regel</translation>
    </message>
    <message>
        <source>No user holds both permissions at the moment that is shown.</source>
        <translation>Zum gezeigten Zeitpunkt hat kein Benutzer beide Berechtigungen.</translation>
    </message>
</context>
<context>
    <name>muniment::BulkDesk</name>
    <message>
        <source>The workspace has no region to send anything to.</source>
        <translation>Der Arbeitsbereich hat keine Region, an die etwas gesendet werden könnte.</translation>
    </message>
    <message>
        <source>A bulk change is being sent: %1 of %2 rows are written.</source>
        <translation>Eine Sammeländerung wird gesendet: %1 von %2 Zeilen sind geschrieben.</translation>
    </message>
    <message>
        <source>What is on its way is answered or not; the timeline shows it. The rest is not sent.</source>
        <translation>Was unterwegs ist, wird noch geschrieben oder nicht; die Zeitleiste zeigt es. Der Rest wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Bulk change: %1 rows were written.</source>
        <translation>Sammeländerung: %1 Zeilen wurden geschrieben.</translation>
    </message>
    <message>
        <source>%1 were not: its window says why.</source>
        <translation>%1 nicht: Ihr Fenster sagt, warum.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>muniment::BulkDialog</name>
    <message>
        <source>&amp;New Bulk Change</source>
        <translation>&amp;Neue Sammeländerung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Bulk Change</source>
        <translation>Sammeländerung</translation>
    </message>
</context>
<context>
    <name>muniment::BulkRowModel</name>
    <message>
        <source>Cannot be sent</source>
        <translation>Geht nicht</translation>
    </message>
    <message>
        <source>Can be sent</source>
        <translation>Kann gesendet werden</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Aufgefallen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Why, or what is noticed</source>
        <translation>Warum, oder was auffällt</translation>
    </message>
</context>
<context>
    <name>muniment::BulkRowsView</name>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Only what cannot be sent</source>
        <translation>Nur was nicht geht</translation>
    </message>
    <message>
        <source>Only what is noticed</source>
        <translation>Nur was auffällt</translation>
    </message>
    <message>
        <source>Only what is not written</source>
        <translation>Nur was nicht geschrieben ist</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>which rows, and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Z&amp;eigen</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>The rows of the table</source>
        <translation>Die Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>muniment::ChangeDetails</name>
    <message>
        <source>Staged change</source>
        <translation>Vorgemerkte Änderung</translation>
    </message>
    <message>
        <source>Somebody else was first</source>
        <translation>Jemand anders war schneller</translation>
    </message>
    <message>
        <source>Events it writes</source>
        <translation>Ereignisse, die sie schreibt</translation>
    </message>
    <message>
        <source>&amp;Decide on What It Is</source>
        <translation>Nach &amp;heutigem Stand entscheiden</translation>
    </message>
    <message>
        <source>Keeps the wish, and bases it on what is there now</source>
        <translation>Behält den Wunsch und stützt ihn auf das, was jetzt ist</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>You saw</source>
        <translation>Sie sahen</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>You want</source>
        <translation>Sie wollen</translation>
    </message>
    <message>
        <source>Since staged</source>
        <translation>Seit der Vormerkung</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) more go with it</source>
        <translation>
            <numerusform>%n weitere Sache geht mit</numerusform>
            <numerusform>%n weitere Sachen gehen mit</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgezogen</translation>
    </message>
    <message>
        <source>The organization has moved there from %1 since</source>
        <translation>Die Organisation ist seither von %1 dorthin umgezogen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet seit</translation>
    </message>
</context>
<context>
    <name>muniment::ChangeSetModel</name>
    <message numerus="yes">
        <source>%n more with it</source>
        <translation>
            <numerusform>dazu %n weitere</numerusform>
            <numerusform>dazu %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>details; and what follows</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>muniment::ChangedDialog</name>
    <message>
        <source>What Changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>What changed between two moments</source>
        <translation>Was sich zwischen zwei Zeitpunkten geändert hat</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>2026-03-14 09:00, -30d, now</source>
        <translation>2026-03-14 09:00, -30d, now</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>What changed, by organization</source>
        <translation>Was sich geändert hat, nach Organisation</translation>
    </message>
    <message>
        <source>Enter and a double click show the last event in the timeline</source>
        <translation>Eingabe und Doppelklick zeigen das letzte Ereignis in der Zeitleiste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Cop&amp;y as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the lines that are loaded, for a spreadsheet</source>
        <translation>Die geladenen Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Write two times: 2026-03-14 09:00, yesterday, -3h or now.</source>
        <translation>Schreiben Sie zwei Zeiten: 2026-03-14 09:00, yesterday, -3h oder now.</translation>
    </message>
    <message>
        <source>The second time has to be the later one.</source>
        <translation>Die zweite Zeit muss die spätere sein.</translation>
    </message>
    <message>
        <source>Looking for what changed between %1 and %2.</source>
        <translation>Was sich zwischen %1 und %2 geändert hat, wird gesucht.</translation>
    </message>
    <message>
        <source>More than %1 things changed between %2 and %3: these are the first.</source>
        <translation>Zwischen %2 und %3 hat sich mehr als %1-mal etwas geändert: Dies sind die ersten.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were touched between %1 and %2. What was changed and changed back is left out.</source>
        <translation>
            <numerusform>%n Sache wurde zwischen %1 und %2 angefasst. Was geändert und zurückgeändert wurde, steht nicht hier.</numerusform>
            <numerusform>%n Sachen wurden zwischen %1 und %2 angefasst. Was geändert und zurückgeändert wurde, steht nicht hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>No organization, user, team, role, resource or grant is another than before.</source>
        <translation>Keine Organisation, kein Benutzer, kein Team, keine Rolle, keine Ressource und keine Zuweisung ist anders als vorher.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were copied.</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert.</numerusform>
            <numerusform>%n Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::ChangedModel</name>
    <message>
        <source>organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Last changed (%1)</source>
        <translation>Zuletzt geändert (%1)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>muniment::ChangesPage</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Staged changes, in the order in which they are sent</source>
        <translation>Vorgemerkte Änderungen in der Reihenfolge, in der sie gesendet werden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>Nichts ist vorgemerkt</translation>
    </message>
    <message>
        <source>The button “Stage” in a form puts a change here instead of sending it. What is here can be looked at as a whole, and is sent together. It stays in the workspace until then.</source>
        <translation>Die Schaltfläche „Vormerken“ eines Formulars legt eine Änderung hier ab, statt sie zu senden. Was hier liegt, lässt sich im Ganzen ansehen und wird zusammen gesendet. Bis dahin bleibt es im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>No change chosen</source>
        <translation>Keine Änderung gewählt</translation>
    </message>
    <message>
        <source>Choose one to see exactly what it writes.</source>
        <translation>Wählen Sie eine, um genau zu sehen, was sie schreibt.</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Sends nothing further; what is on its way is answered</source>
        <translation>Sendet nichts Weiteres; was unterwegs ist, wird beantwortet</translation>
    </message>
    <message>
        <source>%1 of %2 sent.</source>
        <translation>%1 von %2 gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) staged.</source>
        <translation>
            <numerusform>%n Änderung vorgemerkt.</numerusform>
            <numerusform>%n Änderungen vorgemerkt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be written.</source>
        <translation>
            <numerusform>%n Ereignis würde geschrieben.</numerusform>
            <numerusform>%n Ereignisse würden geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) touched.</source>
        <translation>
            <numerusform>%n Benutzer betroffen.</numerusform>
            <numerusform>%n Benutzer betroffen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused.</source>
        <translation>
            <numerusform>%n würde abgelehnt.</numerusform>
            <numerusform>%n würden abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overtaken by somebody else.</source>
        <translation>
            <numerusform>%n von jemand anderem überholt.</numerusform>
            <numerusform>%n von jemand anderem überholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is staged.</source>
        <translation>Nichts ist vorgemerkt.</translation>
    </message>
    <message>
        <source>The changes are being sent or looked at.</source>
        <translation>Die Änderungen werden gerade gesendet oder angesehen.</translation>
    </message>
    <message>
        <source>Choose a staged change first.</source>
        <translation>Wählen Sie zuerst eine vorgemerkte Änderung.</translation>
    </message>
    <message>
        <source>Send Changes</source>
        <translation>Änderungen senden</translation>
    </message>
    <message>
        <source>Each is sent on its own, in the order of the list. What fails is kept here with its reason; what needs it is not sent.</source>
        <translation>Jede wird für sich gesendet, in der Reihenfolge der Liste. Was misslingt, bleibt mit seinem Grund hier; was es braucht, wird nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n Change(s)</source>
        <translation>
            <numerusform>%n Änderung &amp;senden</numerusform>
            <numerusform>%n Änderungen &amp;senden</numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace wants a reason for every change.</source>
        <translation>Dieser Arbeitsbereich verlangt für jede Änderung einen Grund.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) written.</source>
        <translation>
            <numerusform>%n Änderung geschrieben.</numerusform>
            <numerusform>%n Änderungen geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not written: the list says why.</source>
        <translation>
            <numerusform>%n nicht geschrieben: die Liste sagt, warum.</numerusform>
            <numerusform>%n nicht geschrieben: die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, since one before it failed.</source>
        <translation>
            <numerusform>%n nicht gesendet, da eine davor misslang.</numerusform>
            <numerusform>%n nicht gesendet, da eine davor misslang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent.</source>
        <translation>
            <numerusform>%n nicht gesendet.</numerusform>
            <numerusform>%n nicht gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged</source>
        <translation>
            <numerusform>%n vorgemerkt</numerusform>
            <numerusform>%n vorgemerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued for a region that did not answer.</source>
        <translation>
            <numerusform>%n wartet auf eine Region, die nicht geantwortet hat.</numerusform>
            <numerusform>%n warten auf eine Region, die nicht geantwortet hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is queued.</source>
        <translation>Nichts wartet.</translation>
    </message>
</context>
<context>
    <name>muniment::ChangesTab</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>This event says that something happened; it changed no field.</source>
        <translation>Dieses Ereignis sagt, dass etwas geschah; es änderte kein Feld.</translation>
    </message>
    <message>
        <source>The payload is being laid out.</source>
        <translation>Der Inhalt wird aufbereitet.</translation>
    </message>
</context>
<context>
    <name>muniment::ChartStage</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>Show as a table, copy the picture or the data</source>
        <translation>Als Tabelle zeigen, Bild oder Daten kopieren</translation>
    </message>
    <message>
        <source>Show as &amp;Table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy Data as Te&amp;xt</source>
        <translation>Daten als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Copy Data as &amp;CSV</source>
        <translation>Daten als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy Data as &amp;Markdown</source>
        <translation>Daten als &amp;Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>muniment::CheatSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Event before, event after</source>
        <translation>Ereignis davor, Ereignis danach</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>A window of events up, down</source>
        <translation>Ein Fenster voll Ereignisse auf, ab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos 1</translation>
    </message>
    <message>
        <source>Newest event, and follow</source>
        <translation>Neuestes Ereignis, und folgen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Oldest event</source>
        <translation>Ältestes Ereignis</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Einzelheiten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muniment::CheckStep</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n Change(s)</source>
        <translation>
            <numerusform>%n Änderung &amp;senden</numerusform>
            <numerusform>%n Änderungen &amp;senden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Reason (optional)</source>
        <translation>&amp;Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Kept with each event, for whoever reads it later</source>
        <translation>Steht bei jedem Ereignis, für alle, die es später lesen</translation>
    </message>
    <message>
        <source>The check was stopped. Go back to begin it again.</source>
        <translation>Die Prüfung wurde angehalten. Zurückgehen, um sie neu zu beginnen.</translation>
    </message>
    <message>
        <source>Checking: %1 of %2 rows</source>
        <translation>Prüfung: %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Checking: reading the names of the organization</source>
        <translation>Prüfung: Die Namen der Organisation werden gelesen</translation>
    </message>
    <message>
        <source>%1 can be sent.</source>
        <translation>%1 können gesendet werden.</translation>
    </message>
    <message>
        <source>%1 cannot.</source>
        <translation>%1 nicht.</translation>
    </message>
    <message>
        <source>%1 should be looked at.</source>
        <translation>%1 sollten angesehen werden.</translation>
    </message>
    <message>
        <source>Nothing is sent yet.</source>
        <translation>Noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>This workspace wants a reason for every change.</source>
        <translation>Dieser Arbeitsbereich verlangt für jede Änderung einen Grund.</translation>
    </message>
</context>
<context>
    <name>muniment::ColourRuleEditor</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>Far&amp;be</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>What it colours: outcome:failure type:user.*</source>
        <translation>Was sie färbt: outcome:failure type:user.*</translation>
    </message>
    <message>
        <source>The filter can be read</source>
        <translation>Der Filter ist lesbar</translation>
    </message>
    <message>
        <source>The filter cannot be used</source>
        <translation>Der Filter ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Without a filter the rule would colour every row.</source>
        <translation>Ohne Filter würde die Regel jede Zeile färben.</translation>
    </message>
    <message>
        <source>The file cannot answer the filter</source>
        <translation>Die Datei kann den Filter nicht beantworten</translation>
    </message>
</context>
<context>
    <name>muniment::ColourRuleModel</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>%1: cannot be used</source>
        <translation>%1: nicht verwendbar</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>Entfernungen</translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation>Zugriffsrechte</translation>
    </message>
    <message>
        <source>Ways to sign in</source>
        <translation>Anmeldewege</translation>
    </message>
    <message>
        <source>Moves between regions</source>
        <translation>Umzüge zwischen Regionen</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>%1: colours nothing. %2</source>
        <translation>%1: färbt nichts. %2</translation>
    </message>
</context>
<context>
    <name>muniment::ColourRulesDialog</name>
    <message>
        <source>Colour Rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>Rules, the first that matches wins</source>
        <translation>Regeln, die erste zutreffende gilt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No row has a colour yet. Add a rule, or begin with the suggested ones.</source>
        <translation>Noch hat keine Zeile eine Farbe. Fügen Sie eine Regel hinzu, oder beginnen Sie mit den vorgeschlagenen.</translation>
    </message>
    <message>
        <source>No row has a colour yet.</source>
        <translation>Noch hat keine Zeile eine Farbe.</translation>
    </message>
    <message>
        <source>The first rule from the top that matches an event colours its row. Its name is in the row&apos;s tool tip. The rules are kept in the workspace.</source>
        <translation>Die oberste Regel, die auf ein Ereignis zutrifft, färbt dessen Zeile; ihr Name steht im Hinweis der Zeile. Die Regeln werden im Arbeitsbereich aufbewahrt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>A new rule below the chosen one (Insert)</source>
        <translation>Eine neue Regel unter der gewählten (Einfg)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>The chosen rule once more (Ctrl+D)</source>
        <translation>Die gewählte Regel noch einmal (Strg+D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen rule away (Delete)</source>
        <translation>Die gewählte Regel wegnehmen (Entf)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Let the chosen rule win over the one above it (Alt+Up)</source>
        <translation>Die gewählte Regel gilt vor der über ihr (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Let the one below win over the chosen rule (Alt+Down)</source>
        <translation>Die Regel darunter gilt vor der gewählten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Su&amp;ggested</source>
        <translation>&amp;Vorgeschlagene</translation>
    </message>
    <message>
        <source>Add rules for failures, locks, removals and other things that matter</source>
        <translation>Regeln für Fehlschläge, Sperren, Entfernungen und anderes Wichtige hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Add the rules of a text file</source>
        <translation>Die Regeln einer Textdatei hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write all rules to a text file, to be passed on</source>
        <translation>Alle Regeln zum Weitergeben in eine Textdatei schreiben</translation>
    </message>
    <message>
        <source>The rule’s filter cannot be used. Mend it, or switch the rule off.</source>
        <translation>Der Filter der Regel ist nicht verwendbar. Verbessern Sie ihn, oder schalten Sie die Regel aus.</translation>
    </message>
    <message>
        <source>Export Colour Rules</source>
        <translation>Farbregeln exportieren</translation>
    </message>
    <message>
        <source>colour rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>Colour rules (*.rules.txt);;All files (*)</source>
        <translation>Farbregeln (*.rules.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Import Colour Rules</source>
        <translation>Farbregeln importieren</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Nothing was imported: the filter of the rule “%1” cannot be read.</source>
        <translation>Nichts wurde importiert: Der Filter der Regel „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was imported: a rule has no name, or the name of another one.</source>
        <translation>Nichts wurde importiert: Eine Regel hat keinen Namen oder den einer anderen.</translation>
    </message>
    <message>
        <source>%1 holds no colour rules.</source>
        <translation>%1 enthält keine Farbregeln.</translation>
    </message>
</context>
<context>
    <name>muniment::ColumnsStep</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Each &amp;row is one of the</source>
        <translation>Jede Zeile ge&amp;hört zu</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Each row adds a person, or a machine where its kind says so.</source>
        <translation>Jede Zeile legt eine Person an, oder eine Maschine, wo die Art es sagt.</translation>
    </message>
    <message>
        <source>Each row grants a role to a user or to a team, on a resource or on the whole organization.</source>
        <translation>Jede Zeile weist einem Benutzer oder einem Team eine Rolle zu, auf einer Ressource oder der ganzen Organisation.</translation>
    </message>
    <message>
        <source>Each row puts a user or a team into a team.</source>
        <translation>Jede Zeile nimmt einen Benutzer oder ein Team in ein Team auf.</translation>
    </message>
    <message>
        <source>%1 *</source>
        <comment>a field that is needed</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Column of the field %1</source>
        <translation>Spalte des Feldes %1</translation>
    </message>
    <message>
        <source>(in no column)</source>
        <translation>(in keiner Spalte)</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>nothing in any row</source>
        <translation>in keiner Zeile steht etwas</translation>
    </message>
    <message>
        <source>Choose the organization that the rows are for.</source>
        <translation>Die Organisation wählen, für die die Zeilen sind.</translation>
    </message>
    <message>
        <source>Choose the column that names the user, or the one that names the team.</source>
        <translation>Die Spalte wählen, die den Benutzer nennt, oder die, die das Team nennt.</translation>
    </message>
    <message>
        <source>Choose the column for: %1.</source>
        <translation>Die Spalte wählen für: %1.</translation>
    </message>
</context>
<context>
    <name>muniment::CommandDesk</name>
    <message>
        <source>The answer is here, the change was written: %1</source>
        <translation>Die Antwort ist da, die Änderung wurde geschrieben: %1</translation>
    </message>
    <message>
        <source>Staged, not sent yet: %1</source>
        <translation>Vorgemerkt, noch nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Queued until %1 answers, not sent: %2</source>
        <translation>Wartet, bis %1 antwortet, nicht gesendet: %2</translation>
    </message>
    <message>
        <source>&amp;Queue for Later</source>
        <translation>Später &amp;senden</translation>
    </message>
    <message>
        <source>Send &amp;All the Same</source>
        <translation>&amp;Trotzdem senden</translation>
    </message>
</context>
<context>
    <name>muniment::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Commands, and names of any kind — “&gt;” commands, “#” organizations, “@” users only</source>
        <translation>Befehle und Namen jeder Art – „&gt;“ nur Befehle, „#“ nur Organisationen, „@“ nur Benutzer</translation>
    </message>
</context>
<context>
    <name>muniment::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>muniment::CompromiseDesk</name>
    <message>
        <source>Mark as Compromised</source>
        <translation>Als kompromittiert markieren</translation>
    </message>
    <message>
        <source>No Longer Compromised</source>
        <translation>Nicht mehr kompromittiert</translation>
    </message>
</context>
<context>
    <name>muniment::CompromisesPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Marked (%1)</source>
        <translation>Markiert (%1)</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>bis jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that take back a compromise</source>
        <translation>
            <numerusform>%n Änderung, die eine Kompromittierung zurücknimmt</numerusform>
            <numerusform>%n Änderungen, die eine Kompromittierung zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>It has not been traced yet.</source>
        <translation>Es ist noch nicht verfolgt worden.</translation>
    </message>
    <message>
        <source>The window shows the past.</source>
        <translation>Das Fenster zeigt die Vergangenheit.</translation>
    </message>
    <message>
        <source>Nothing is left to take back.</source>
        <translation>Es ist nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>Go to the page Compromises first.</source>
        <translation>Gehen Sie zuerst zur Seite Kompromittierungen.</translation>
    </message>
    <message>
        <source>Compromises</source>
        <translation>Kompromittierungen</translation>
    </message>
    <message>
        <source>Accounts marked as compromised, in the order in which they were marked</source>
        <translation>Als kompromittiert markierte Konten in der Reihenfolge, in der sie markiert wurden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No account is marked</source>
        <translation>Kein Konto ist markiert</translation>
    </message>
    <message>
        <source>When an account was in the wrong hands, say which and from when to when: what it gave to others is followed, and what takes it back is drafted. Marks stay in this workspace.</source>
        <translation>War ein Konto in falschen Händen, sagen Sie, welches und von wann bis wann: Was es anderen gab, wird verfolgt, und was es zurücknimmt, wird entworfen. Markierungen bleiben in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Trace a Compromise…</source>
        <translation>Kompromittierung verfolgen…</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) marked</source>
        <translation>
            <numerusform>%n Konto markiert</numerusform>
            <numerusform>%n Konten markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows, as the list shows them.</source>
        <translation>%1 Zeilen, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::ConflictReportDialog</name>
    <message>
        <source>Queued Changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Asked %1. Nothing has been sent.</source>
        <translation>Gefragt %1. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>What has become of each</source>
        <translation>Was aus jeder geworden ist</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>S&amp;peichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n That Fit(s)</source>
        <translation>
            <numerusform>%n passende &amp;senden</numerusform>
            <numerusform>%n passende &amp;senden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Kopiert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what became of changes; how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1, where it has moved from %2</source>
        <translation>%1, wohin sie von %2 umgezogen ist</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>%1, you saw</source>
        <comment>a field</comment>
        <translation>%1, Sie sahen</translation>
    </message>
    <message>
        <source>it is</source>
        <translation>es ist</translation>
    </message>
    <message>
        <source>you want</source>
        <translation>Sie wollen</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The report could not be saved: %1</source>
        <translation>Der Bericht konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Save the Report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Text (*.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>muniment::CopiesPane</name>
    <message>
        <source>Ask Who Holds a Cop&amp;y</source>
        <translation>Fragen, wer eine Kop&amp;ie hält</translation>
    </message>
    <message>
        <source>Asks the server of its region which workstations told it that they hold these data</source>
        <translation>Fragt den Server der Region, welche Arbeitsplätze ihm gemeldet haben, dass sie diese Daten halten</translation>
    </message>
    <message>
        <source>Asking the server who holds a copy …</source>
        <translation>Der Server wird gefragt, wer eine Kopie hält …</translation>
    </message>
    <message>
        <source>Workstations that told of a copy</source>
        <translation>Arbeitsplätze, die eine Kopie gemeldet haben</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>muniment::CourierDialog</name>
    <message>
        <source>Import Courier Bundle</source>
        <translation>Kurierpaket einspielen</translation>
    </message>
    <message>
        <source>A courier bundle brings all that came to a workspace since the bundle before, for a site without a network. It is taken in when it goes on exactly where the file ends, and is signed by somebody whom you believe.</source>
        <translation>Ein Kurierpaket bringt alles, was seit dem vorigen Paket in einen Arbeitsbereich kam, an einen Ort ohne Netz. Es wird übernommen, wenn es genau dort weitergeht, wo die Datei endet, und von jemandem signiert ist, dem geglaubt wird.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einspielen</translation>
    </message>
    <message>
        <source>Courier bundle</source>
        <translation>Kurierpaket</translation>
    </message>
    <message>
        <source>Bundles (*.zip);;All files (*)</source>
        <translation>Pakete (*.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>File that couriers fill</source>
        <translation>Datei, die Kuriere füllen</translation>
    </message>
    <message>
        <source>Workspaces (*.muniment);;All files (*)</source>
        <translation>Arbeitsbereiche (*.muniment);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Bundle</source>
        <translation>&amp;Paket</translation>
    </message>
    <message>
        <source>Into the &amp;file, which is made when it is missing</source>
        <translation>In die &amp;Datei, die angelegt wird, wenn sie fehlt</translation>
    </message>
    <message>
        <source>Its maker&apos;s &amp;key, unless the file knows it</source>
        <translation>&amp;Schlüssel des Erstellers, wenn die Datei ihn nicht kennt</translation>
    </message>
    <message>
        <source>as its maker told you by another way</source>
        <translation>wie vom Ersteller auf anderem Weg mitgeteilt</translation>
    </message>
    <message>
        <source>Name the bundle.</source>
        <translation>Der Name des Pakets fehlt.</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>Der Name der Datei fehlt.</translation>
    </message>
    <message>
        <source>This is no key: it looks like NAME+8 digits+letters.</source>
        <translation>Das ist kein Schlüssel: Er sieht aus wie NAME+8 Ziffern+Buchstaben.</translation>
    </message>
</context>
<context>
    <name>muniment::CredentialListModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Geltungsbereiche</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::CredentialsTab</name>
    <message>
        <source>Credentials</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>The user was removed.</source>
        <translation>Der Benutzer wurde entfernt.</translation>
    </message>
    <message>
        <source>Keys are for machines.</source>
        <translation>Schlüssel sind für Maschinen.</translation>
    </message>
    <message>
        <source>No tokens, keys or factors</source>
        <translation>Keine Tokens, Schlüssel oder Faktoren</translation>
    </message>
    <message>
        <source>Access tokens and keys are made here and shown once; one-time passwords and passkeys are set up where the user signs in.</source>
        <translation>Zugriffstokens und Schlüssel werden hier erzeugt und einmal gezeigt; Einmalpasswörter und Passkeys richtet der Benutzer dort ein, wo er sich anmeldet.</translation>
    </message>
</context>
<context>
    <name>muniment::DataOnDiskDialog</name>
    <message>
        <source>&amp;Everything that the regions have</source>
        <translation>&amp;Alles, was die Regionen haben</translation>
    </message>
    <message>
        <source>&amp;Only what is chosen here</source>
        <translation>&amp;Nur, was hier gewählt ist</translation>
    </message>
    <message>
        <source>Of everybody else, keep what tells of no &amp;person</source>
        <translation>Von allen anderen halten, was von keiner &amp;Person erzählt</translation>
    </message>
    <message>
        <source>Data on This Disk</source>
        <translation>Daten auf diesem Datenträger</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Change Policy</source>
        <translation>&amp;Richtlinie ändern</translation>
    </message>
    <message>
        <source>Whose data lie in this file</source>
        <translation>Wessen Daten in dieser Datei liegen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What may lie in it</source>
        <translation>Was in ihr liegen darf</translation>
    </message>
    <message>
        <source>And these or&amp;ganizations, wherever they live</source>
        <translation>Und diese Or&amp;ganisationen, wo immer sie leben</translation>
    </message>
    <message>
        <source>Name or id of an organization to add</source>
        <translation>Name oder ID einer Organisation, die dazukommt</translation>
    </message>
    <message>
        <source>Organization to add</source>
        <translation>Organisation, die dazukommt</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Noted with the change</source>
        <translation>Wird mit der Änderung vermerkt</translation>
    </message>
    <message>
        <source>What was decided and taken out</source>
        <translation>Was entschieden und herausgenommen wurde</translation>
    </message>
    <message>
        <source>Nothing yet: everything may be held since the file was made.</source>
        <translation>Noch nichts: Seit die Datei angelegt wurde, darf alles gehalten werden.</translation>
    </message>
    <message>
        <source>%1 of %2: %3 events, %4 → %5</source>
        <translation>%1 aus %2: %3 Ereignisse, %4 → %5</translation>
    </message>
    <message>
        <source>The file is open for reading only: its policy cannot be changed here.</source>
        <translation>Die Datei ist nur zum Lesen geöffnet: Ihre Richtlinie kann hier nicht geändert werden.</translation>
    </message>
    <message>
        <source>This is the policy in force.</source>
        <translation>Das ist die geltende Richtlinie.</translation>
    </message>
    <message>
        <source>What this would take out is being looked up…</source>
        <translation>Was damit herausgenommen würde, wird nachgesehen …</translation>
    </message>
    <message>
        <source>Nothing that the file holds would be taken out.</source>
        <translation>Nichts, was die Datei hält, würde herausgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n organizations lose %1 events in this file; on the servers nothing changes.</source>
        <translation>
            <numerusform>%n Organisation verliert %1 Ereignisse in dieser Datei; auf den Servern ändert sich nichts.</numerusform>
            <numerusform>%n Organisationen verlieren %1 Ereignisse in dieser Datei; auf den Servern ändert sich nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes on them go, too.</source>
        <translation>
            <numerusform>Auch %n Notiz dazu geht.</numerusform>
            <numerusform>Auch %n Notizen dazu gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read from the beginning: %1.</source>
        <translation>Von Anfang an gelesen: %1.</translation>
    </message>
    <message>
        <source>The file is written anew, which takes about as long as a first sync; until that is done, the old one stays as it is.</source>
        <translation>Die Datei wird neu geschrieben, was etwa so lange dauert wie ein erstes Synchronisieren; bis das getan ist, bleibt die alte, wie sie ist.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>muniment::DemoPreparation</name>
    <message>
        <source>Making the Demo</source>
        <translation>Die Demo wird erzeugt</translation>
    </message>
    <message>
        <source>Two years of believable events in three regions are being made, once; the next time the demo opens at once.</source>
        <translation>Zwei Jahre glaubhafter Ereignisse in drei Regionen werden erzeugt, einmalig; beim nächsten Mal öffnet sich die Demo sofort.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>The demo could not be made</source>
        <translation>Die Demo konnte nicht erzeugt werden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>The folder for the demo could not be made.</source>
        <translation>Der Ordner für die Demo konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s history could not be written.</source>
        <translation>Die Geschichte der Demo konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s history is there, but its workspace could not be made.</source>
        <translation>Die Geschichte der Demo ist da, aber ihr Arbeitsbereich konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The demo is there, but no new events can be added to it.</source>
        <translation>Die Demo ist da, aber ihr können keine neuen Ereignisse hinzugefügt werden.</translation>
    </message>
</context>
<context>
    <name>muniment::DirectoryPage</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find by name, id, e-mail or any part of them</source>
        <translation>Nach Name, Kennung, E-Mail oder Teilen davon suchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Show in Time&amp;line</source>
        <translation>In der Zeit&amp;leiste zeigen</translation>
    </message>
    <message>
        <source>None at this moment</source>
        <translation>Keine zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>At the moment that is shown, there were none that this workspace knows of.</source>
        <translation>Zum gezeigten Zeitpunkt gab es keine, von denen dieser Arbeitsbereich weiß.</translation>
    </message>
    <message>
        <source>Back to Now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Choose one of its permissions or of its grants first.</source>
        <translation>Wählen Sie zuerst eine ihrer Berechtigungen oder Zuweisungen.</translation>
    </message>
</context>
<context>
    <name>muniment::DomainListModel</name>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::DomainsTab</name>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>The organization was removed.</source>
        <translation>Die Organisation wurde entfernt.</translation>
    </message>
    <message>
        <source>It is verified.</source>
        <translation>Das ist schon bestätigt.</translation>
    </message>
    <message>
        <source>No domains</source>
        <translation>Keine Domains</translation>
    </message>
    <message>
        <source>A verified domain is one organization&apos;s alone.</source>
        <translation>Eine bestätigte Domain gehört einer Organisation allein.</translation>
    </message>
</context>
<context>
    <name>muniment::EffectCard</name>
    <message>
        <source>What it would do to access</source>
        <translation>Was es am Zugriff ändern würde</translation>
    </message>
    <message>
        <source>Worked out on a copy of what the workspace knows now; nothing of it has happened</source>
        <translation>Berechnet an einer Kopie dessen, was der Arbeitsbereich jetzt weiß; nichts davon ist geschehen</translation>
    </message>
    <message>
        <source>What the staged changes would do to access, person by person</source>
        <translation>Was die vorgemerkten Änderungen am Zugriff ändern würden, Person für Person</translation>
    </message>
</context>
<context>
    <name>muniment::EndQuestion</name>
    <message>
        <source>Cancel the Rest</source>
        <translation>Den Rest abbrechen</translation>
    </message>
    <message>
        <source>Not everything is sent</source>
        <translation>Noch ist nicht alles gesendet</translation>
    </message>
    <message>
        <source>&amp;Cancel the Rest</source>
        <translation>Den Rest &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Go On Sending</source>
        <translation>&amp;Weiter senden</translation>
    </message>
    <message>
        <source>%1 of %2 rows are written. They stay. The rest can be saved as a table, to be sent later.</source>
        <translation>%1 von %2 Zeilen sind geschrieben. Sie bleiben es. Der Rest kann als Tabelle gespeichert und später gesendet werden.</translation>
    </message>
</context>
<context>
    <name>muniment::EndpointChangeQuestion</name>
    <message>
        <source>The &amp;same database, reached in another way</source>
        <translation>Die&amp;selbe Datenbank, auf anderem Weg erreicht</translation>
    </message>
    <message>
        <source>&amp;Another database that has taken its place</source>
        <translation>Eine &amp;andere Datenbank, die an ihre Stelle getreten ist</translation>
    </message>
    <message>
        <source>Change Endpoint</source>
        <translation>Endpunkt ändern</translation>
    </message>
    <message>
        <source>Which database answers there?</source>
        <translation>Welche Datenbank antwortet dort?</translation>
    </message>
    <message>
        <source>Its address changed. If another database answers, syncing of the region stops and says so.</source>
        <translation>Ihre Adresse hat sich geändert. Antwortet eine andere Datenbank, hält das Synchronisieren der Region an und sagt es.</translation>
    </message>
    <message>
        <source>It was restored from a backup or moved to a new server, on purpose. It is accepted when it holds everything this file has synced; otherwise syncing of the region stops and says so.</source>
        <translation>Sie wurde mit Absicht aus einer Sicherung wiederhergestellt oder auf einen neuen Server umgezogen. Sie wird angenommen, wenn sie alles enthält, was diese Datei synchronisiert hat; sonst hält das Synchronisieren der Region an und sagt es.</translation>
    </message>
    <message>
        <source>What has been synced stays in the file either way.</source>
        <translation>Was synchronisiert wurde, bleibt in jedem Fall in der Datei.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Change Endpoint</source>
        <translation>Endpunkt ä&amp;ndern</translation>
    </message>
</context>
<context>
    <name>muniment::EndpointRow</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>A libpq URL or key=value text. A password in it is never stored in the file.</source>
        <translation>Eine libpq-URL oder Text der Form Schlüssel=Wert. Ein Passwort darin wird nie in der Datei gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Install Schema</source>
        <translation>Schema &amp;installieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>a region needs a name</source>
        <translation>eine Region braucht einen Namen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>Installing the schema…</source>
        <translation>Das Schema wird installiert …</translation>
    </message>
    <message>
        <source>✓ Ready: %1, signed in as %2.</source>
        <translation>✓ Bereit: %1, angemeldet als %2.</translation>
    </message>
    <message>
        <source>The history in the file belongs to this name. For another region add a row.</source>
        <translation>Die Geschichte in der Datei gehört zu diesem Namen. Für eine andere Region eine Zeile hinzufügen.</translation>
    </message>
</context>
<context>
    <name>muniment::EntityDetails</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
</context>
<context>
    <name>muniment::EntityPicker</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Type a part of its name or id</source>
        <translation>Tippen Sie einen Teil des Namens oder der Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::EventDetailsPane</name>
    <message>
        <source>Event details</source>
        <translation>Einzelheiten zum Ereignis</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>No event chosen</source>
        <translation>Kein Ereignis gewählt</translation>
    </message>
    <message>
        <source>Choose an event to see who did what, what it changed and its exact bytes.</source>
        <translation>Wählen Sie ein Ereignis, um zu sehen, wer was tat, was es änderte und seine genauen Bytes.</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen …</translation>
    </message>
    <message numerus="yes">
        <source>%n secret value(s) masked</source>
        <translation>
            <numerusform>%n geheimer Wert verdeckt</numerusform>
            <numerusform>%n geheime Werte verdeckt</numerusform>
        </translation>
    </message>
    <message>
        <source>The event has no secret that is masked.</source>
        <translation>Das Ereignis hat kein verdecktes Geheimnis.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>&amp;Go to This Event</source>
        <translation>&amp;Zu diesem Ereignis gehen</translation>
    </message>
    <message>
        <source>Apply as Colum&amp;n</source>
        <translation>Als &amp;Spalte zeigen</translation>
    </message>
    <message>
        <source>Take Back…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweis</translation>
    </message>
</context>
<context>
    <name>muniment::EvidenceDesk</name>
    <message>
        <source>A bundle is being made: wait for it, or cancel it.</source>
        <translation>Ein Paket wird gerade erstellt: abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>Export Evidence…</source>
        <translation>Beweise exportieren …</translation>
    </message>
    <message>
        <source>%1 Each of them goes in as it was written, secret values too, with the proof that it stands in its log; whoever gets the bundle can check it without this program and without your servers.</source>
        <translation>%1 Jedes kommt so hinein, wie es geschrieben wurde, auch geheime Werte, mit dem Beweis, dass es in seinem Protokoll steht; wer das Paket bekommt, kann es ohne dieses Programm und ohne die Server prüfen.</translation>
    </message>
    <message>
        <source>&amp;Export and Sign</source>
        <translation>&amp;Exportieren und signieren</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Beweispaket</translation>
    </message>
    <message>
        <source>Evidence bundles (*.zip);;All files (*)</source>
        <translation>Beweispakete (*.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Fil&amp;e</source>
        <translation>Dat&amp;ei</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>Der Name der Datei fehlt.</translation>
    </message>
    <message>
        <source>This file is there already. Evidence does not replace anything.</source>
        <translation>Diese Datei gibt es schon. Beweise ersetzen nichts.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The evidence bundle %1 is being made.</source>
        <translation>Das Beweispaket %1 wird erstellt.</translation>
    </message>
    <message>
        <source>It is cancelled, and nothing is left of its file.</source>
        <translation>Das wird abgebrochen, und von der Datei bleibt nichts.</translation>
    </message>
    <message>
        <source>%1 events are in %2, signed as %3. Tell this key to whoever gets the bundle, by another way.</source>
        <translation>%1 Ereignisse sind in %2, signiert als %3. Wer das Paket bekommt, muss diesen Schlüssel auf anderem Weg erfahren.</translation>
    </message>
    <message>
        <source>Copy Key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing is left of its file.</source>
        <translation>Der Export wurde abgebrochen. Von der Datei ist nichts geblieben.</translation>
    </message>
</context>
<context>
    <name>muniment::EvidenceLine</name>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>Ein&amp;zelheiten kopieren</translation>
    </message>
    <message>
        <source>What this is, as text: with the maker&apos;s key, to compare with what the maker tells you</source>
        <translation>Was das ist, als Text: mit dem Schlüssel des Erstellers, zum Vergleich mit dem, was er mitteilt</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Beweispaket</translation>
    </message>
</context>
<context>
    <name>muniment::ExchangeDialog</name>
    <message>
        <source>Exchange Checkpoints</source>
        <translation>Prüfpunkte austauschen</translation>
    </message>
    <message>
        <source>&amp;Hand Over</source>
        <translation>&amp;Weitergeben</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>Hand over or take</source>
        <translation>Weitergeben oder annehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muniment::ExportDesk</name>
    <message>
        <source>Name the file.</source>
        <translation>Benennen Sie die Datei.</translation>
    </message>
    <message>
        <source>%1 rows were exported to %2.</source>
        <translation>%1 Zeilen wurden nach %2 exportiert.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing is left of its file.</source>
        <translation>Der Export wurde abgebrochen. Von seiner Datei ist nichts geblieben.</translation>
    </message>
    <message>
        <source>An export is running: wait for it, or cancel it.</source>
        <translation>Ein Export läuft: Warten Sie auf ihn, oder brechen Sie ihn ab.</translation>
    </message>
</context>
<context>
    <name>muniment::ExportDialog</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>JSON lines, for programs</source>
        <translation>JSON-Zeilen, für Programme</translation>
    </message>
    <message>
        <source>F&amp;ields</source>
        <translation>F&amp;elder</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>The columns that are shown</source>
        <translation>Die gezeigten Spalten</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Fil&amp;e</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>First &amp;line: what was exported, as of when, how far each region was known</source>
        <translation>Erste &amp;Zeile: was exportiert wurde, mit dem Stand jeder Region</translation>
    </message>
    <message>
        <source>&amp;Guard against formulas: texts that begin with = + - @ get an apostrophe</source>
        <translation>Vor Formeln &amp;schützen: = + - @ am Anfang erhält einen Apostroph</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen …</translation>
    </message>
    <message>
        <source>The file is there already. It is replaced when the export is complete.</source>
        <translation>Die Datei gibt es schon. Sie wird ersetzt, wenn der Export vollständig ist.</translation>
    </message>
    <message>
        <source>Replace the File</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>Export To</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>muniment::ExportStrip</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel Export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Exporting to %1: looking for what matches</source>
        <translation>Export nach %1: Passendes wird gesucht</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 of %3 rows</source>
        <translation>Export nach %1: %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The export to %1 is being cancelled</source>
        <translation>Der Export nach %1 wird abgebrochen</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 %</source>
        <translation>Export nach %1: %2 %</translation>
    </message>
</context>
<context>
    <name>muniment::FacetModel</name>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Enter: only these %1 events. Alt+Enter: all but these.</source>
        <translation>Eingabe: nur diese %1 Ereignisse. Alt+Eingabe: alle außer diesen.</translation>
    </message>
</context>
<context>
    <name>muniment::FacetPanel</name>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Facets: values and how often they occur</source>
        <translation>Facetten: Werte und wie oft sie vorkommen</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n facet(s) without values</source>
        <translation>
            <numerusform>%n Facette ohne Werte ausblenden</numerusform>
            <numerusform>%n Facetten ohne Werte ausblenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facet(s) without values</source>
        <translation>
            <numerusform>%n Facette ohne Werte</numerusform>
            <numerusform>%n Facetten ohne Werte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Enter applies, Escape goes back to the events, Ctrl+Space completes, Up and Down go through earlier filters</source>
        <translation>Die Eingabetaste wendet an, Escape führt zurück zu den Ereignissen, Strg+Leertaste vervollständigt, Auf und Ab gehen durch frühere Filter</translation>
    </message>
    <message>
        <source>Filter: type:user.locked actor:petra after:-30d “free words”</source>
        <translation>Filter: type:user.locked actor:petra after:-30d „freie Wörter“</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Filters that were applied before</source>
        <translation>Filter, die früher angewendet wurden</translation>
    </message>
    <message>
        <source>Recent filters</source>
        <translation>Letzte Filter</translation>
    </message>
    <message>
        <source>Save View…</source>
        <translation>Ansicht speichern …</translation>
    </message>
    <message>
        <source>Keep filter and columns under a name, in the navigation</source>
        <translation>Filter und Spalten unter einem Namen behalten, in der Navigation</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Not applied yet, Enter applies it. %1</source>
        <translation>Noch nicht angewendet, die Eingabetaste wendet ihn an. %1</translation>
    </message>
    <message>
        <source>%1 of %2 events in %3</source>
        <translation>%1 von %2 Ereignissen in %3</translation>
    </message>
    <message>
        <source>Nothing was filtered yet</source>
        <translation>Noch wurde nichts gefiltert</translation>
    </message>
</context>
<context>
    <name>muniment::FilterChips</name>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>muniment::FilterLine</name>
    <message>
        <source>The filter cannot be read</source>
        <translation>Der Filter ist nicht lesbar</translation>
    </message>
    <message>
        <source>The filter can be read</source>
        <translation>Der Filter ist lesbar</translation>
    </message>
</context>
<context>
    <name>muniment::FindingsPage</name>
    <message>
        <source>Kinds of findings</source>
        <translation>Arten von Befunden</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Unused Grants</source>
        <translation>Unbenutzte Zuweisungen</translation>
    </message>
    <message>
        <source>Oddities</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organization that the findings are about</source>
        <translation>Organisation, um die es bei den Befunden geht</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Alle Organisationen</translation>
    </message>
</context>
<context>
    <name>muniment::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Waiting for the Answer…</source>
        <translation>Wartet auf die Antwort …</translation>
    </message>
    <message>
        <source>S&amp;tage</source>
        <translation>&amp;Vormerken</translation>
    </message>
    <message>
        <source>Collect it with other changes, to be looked at as a whole before any is sent</source>
        <translation>Mit anderen Änderungen sammeln, um alle im Ganzen anzusehen, bevor eine gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Queue for Later</source>
        <translation>Später &amp;senden</translation>
    </message>
    <message>
        <source>Keeps it in the workspace until the region answers; it is not sent by itself</source>
        <translation>Behält sie im Arbeitsbereich, bis die Region antwortet; gesendet wird sie nicht von selbst</translation>
    </message>
    <message>
        <source>Send &amp;All the Same</source>
        <translation>&amp;Trotzdem senden</translation>
    </message>
</context>
<context>
    <name>muniment::GoToDialog</name>
    <message>
        <source>Go To</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Time, row or ordinal</source>
        <translation>&amp;Zeit, Zeile oder laufende Nummer</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>This is no time, row or ordinal: 2026-11-20 13:14, yesterday, -3h, #18,406 or eu-west-1 #1204331.</source>
        <translation>Das ist weder Zeit noch Zeile noch laufende Nummer: 2026-11-20 13:14, yesterday, -3h, #18.406 oder eu-west-1 #1204331.</translation>
    </message>
    <message>
        <source>The newest event at or before %1.</source>
        <translation>Das neueste Ereignis um oder vor %1.</translation>
    </message>
    <message>
        <source>A time (2026-11-20 13:14 is UTC; also yesterday or -3h), # and a row of the list, or a region, # and the ordinal in its log.</source>
        <translation>Eine Zeit (2026-11-20 13:14 ist UTC; auch yesterday oder -3h), # und eine Zeile der Liste, oder eine Region, # und die laufende Nummer in ihrem Log.</translation>
    </message>
    <message>
        <source>2026-11-20 13:14, in UTC</source>
        <translation>2026-11-20 13:14, in UTC</translation>
    </message>
    <message>
        <source>%1, which is %2</source>
        <translation>%1, das ist %2</translation>
    </message>
</context>
<context>
    <name>muniment::GrantListModel</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Granted (%1)</source>
        <translation>Zugewiesen (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::HandoverPane</name>
    <message>
        <source>Nothing is sealed yet</source>
        <translation>Noch ist nichts versiegelt</translation>
    </message>
    <message>
        <source>“Seal Now” signs how the trees of this file stand. What is signed can be handed to others: with it, they find out when they are told another story.</source>
        <translation>„Jetzt versiegeln“ signiert, wie die Bäume dieser Datei stehen. Was signiert ist, kann an andere weitergegeben werden: Damit fällt ihnen auf, wenn ihnen eine andere Geschichte erzählt wird.</translation>
    </message>
    <message>
        <source>&amp;Copy All Lines</source>
        <translation>Alle Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Lines…</source>
        <translation>Zeilen &amp;speichern …</translation>
    </message>
    <message>
        <source>Copy Pict&amp;ure</source>
        <translation>Bil&amp;d kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <translation>Das Bild wurde kopiert.</translation>
    </message>
    <message>
        <source>The newest checkpoint of each log</source>
        <translation>Der neueste Prüfpunkt jedes Protokolls</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The line of the chosen checkpoint</source>
        <translation>Die Zeile des gewählten Prüfpunkts</translation>
    </message>
    <message>
        <source>The line below as squares for a camera</source>
        <translation>Die Zeile darunter als Quadrate für eine Kamera</translation>
    </message>
    <message>
        <source>Save Checkpoints</source>
        <translation>Prüfpunkte speichern</translation>
    </message>
    <message>
        <source>checkpoints.txt</source>
        <translation>pruefpunkte.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>muniment::HeatMap</name>
    <message>
        <source>%1 %2 to %3 %4: %5</source>
        <translation>%1 %2 bis %3 %4: %5</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>muniment::HistoryModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>When (%1)</source>
        <translation>Wann (%1)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>muniment::HistoryTab</name>
    <message>
        <source>History, newest first</source>
        <translation>Verlauf, Neuestes zuerst</translation>
    </message>
    <message>
        <source>A double click shows the event in the timeline</source>
        <translation>Ein Doppelklick zeigt das Ereignis in der Zeitleiste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>muniment::IntakeListModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Received (%1)</source>
        <translation>Eingegangen (%1)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Mapping or reason</source>
        <translation>Zuordnung oder Grund</translation>
    </message>
</context>
<context>
    <name>muniment::IntakeRecordsPage</name>
    <message>
        <source>Intake</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Search records</source>
        <translation>Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Search headers and bodies</source>
        <translation>Kopf und Inhalt durchsuchen</translation>
    </message>
    <message>
        <source>Records, newest first</source>
        <translation>Datensätze, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>No record chosen</source>
        <translation>Kein Datensatz gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what it says, and what a mapping makes of it.</source>
        <translation>Wählen Sie einen, um zu sehen, was er sagt und was eine Zuordnung daraus macht.</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>Keine Region</translation>
    </message>
    <message>
        <source>This workspace follows no region yet.</source>
        <translation>Dieser Arbeitsbereich folgt noch keiner Region.</translation>
    </message>
    <message>
        <source>The region cannot be asked</source>
        <translation>Die Region ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>What stands in intake is known to the region only.</source>
        <translation>Was im Eingang steht, weiß nur die Region.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>Asking the region…</source>
        <translation>Die Region wird gefragt…</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Nothing holds that text</source>
        <translation>Nichts enthält diesen Text</translation>
    </message>
    <message>
        <source>No record of this state has it in its headers or body.</source>
        <translation>Kein Datensatz in diesem Zustand hat ihn im Kopf oder im Inhalt.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Services put records into a region&apos;s intake that are to become events later; the README shows the statement they use.</source>
        <translation>Dienste stellen Datensätze in den Eingang einer Region, aus denen später Ereignisse werden sollen; die README zeigt die Anweisung dafür.</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 promoted, %4 rejected</source>
        <translation>%1: %2 neu, %3 übernommen, %4 abgelehnt</translation>
    </message>
    <message>
        <source>Choose a new record of intake first.</source>
        <translation>Wählen Sie zuerst einen neuen Datensatz im Eingang.</translation>
    </message>
    <message>
        <source>There is no mapping yet.</source>
        <translation>Es gibt noch keine Zuordnung.</translation>
    </message>
    <message>
        <source>The region has no new records.</source>
        <translation>Die Region hat keine neuen Datensätze.</translation>
    </message>
    <message>
        <source>Go to the intake first.</source>
        <translation>Gehen Sie zuerst zum Eingang.</translation>
    </message>
    <message>
        <source>Change of Mappings</source>
        <translation>Änderung der Zuordnungen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) promoted.</source>
        <translation>
            <numerusform>%n Datensatz übernommen.</numerusform>
            <numerusform>%n Datensätze übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused, and new as before.</source>
        <translation>
            <numerusform>%n verweigert und neu wie zuvor.</numerusform>
            <numerusform>%n verweigert und neu wie zuvor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject Records</source>
        <translation>Datensätze ablehnen</translation>
    </message>
    <message>
        <source>They are set aside for good, with the reason. Nothing is written to the log.</source>
        <translation>Sie werden endgültig beiseitegelegt, mit dem Grund. Ins Protokoll wird nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Reject %n Record(s)</source>
        <translation>
            <numerusform>%n Datensatz a&amp;blehnen</numerusform>
            <numerusform>%n Datensätze a&amp;blehnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>kept with the record</source>
        <translation>bleibt beim Datensatz</translation>
    </message>
    <message>
        <source>Say why: a rejected record keeps its reason.</source>
        <translation>Sagen Sie, warum: Ein abgelehnter Datensatz behält seinen Grund.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) rejected.</source>
        <translation>
            <numerusform>%n Datensatz abgelehnt.</numerusform>
            <numerusform>%n Datensätze abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and more shown</source>
        <translation>%1 und mehr gezeigt</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
</context>
<context>
    <name>muniment::IntegrityPage</name>
    <message>
        <source>The certificate was saved as %1.</source>
        <translation>Die Bescheinigung wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>That it was verified could not be noted. %1</source>
        <translation>Dass geprüft wurde, konnte nicht vermerkt werden. %1</translation>
    </message>
    <message>
        <source>Nothing was signed of what has findings. They are listed below.</source>
        <translation>Nichts wurde signiert, wozu es Befunde gibt. Sie stehen unten.</translation>
    </message>
    <message>
        <source>Not everything in this file is as it was. The findings are listed below.</source>
        <translation>Nicht alles in dieser Datei ist, wie es war. Die Befunde stehen unten.</translation>
    </message>
    <message>
        <source>Verified: nothing was found. There was nothing to seal.</source>
        <translation>Geprüft: Nichts wurde gefunden. Es gab nichts zu versiegeln.</translation>
    </message>
    <message numerus="yes">
        <source>Verified and sealed: %n checkpoint(s) signed.</source>
        <translation>
            <numerusform>Verified and sealed: %n checkpoint signed.</numerusform>
            <numerusform>Verified and sealed: %n checkpoints signed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified: nothing was found.</source>
        <translation>Geprüft: Nichts wurde gefunden.</translation>
    </message>
    <message>
        <source>The verification was cancelled. Nothing was noted or signed.</source>
        <translation>Die Prüfung wurde abgebrochen. Nichts wurde vermerkt oder signiert.</translation>
    </message>
    <message>
        <source>A kept checkpoint contradicts this file</source>
        <translation>Ein aufbewahrter Prüfpunkt widerspricht dieser Datei</translation>
    </message>
    <message>
        <source>It is marked in the list above. Verify to see which events are not as they were.</source>
        <translation>Er ist in der Liste oben markiert. Die Prüfung zeigt, welche Ereignisse nicht sind, wie sie waren.</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>The last verification found nothing that is not as it was. What came since then, and what was altered since then, only another one tells.</source>
        <translation>Die letzte Prüfung fand nichts, das nicht ist, wie es war. Was seither kam und was seither geändert wurde, sagt nur eine neue.</translation>
    </message>
    <message>
        <source>Never verified here</source>
        <translation>Hier nie geprüft</translation>
    </message>
    <message>
        <source>A verification hashes every event anew, grows every tree anew, and compares them with what the file and the kept checkpoints say. Findings are listed here.</source>
        <translation>Eine Prüfung hasht jedes Ereignis neu, lässt jeden Baum neu wachsen und vergleicht beide mit dem, was die Datei und die aufbewahrten Prüfpunkte sagen. Befunde stehen hier.</translation>
    </message>
    <message>
        <source>There is no event in this file to go to.</source>
        <translation>Es gibt in dieser Datei kein Ereignis, zu dem es ginge.</translation>
    </message>
    <message>
        <source>Save the Certificate</source>
        <translation>Bescheinigung speichern</translation>
    </message>
    <message>
        <source>%1 certificate.pdf</source>
        <translation>%1 Bescheinigung.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;All files (*)</source>
        <translation>PDF (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A verification is running.</source>
        <translation>Eine Prüfung läuft.</translation>
    </message>
    <message>
        <source>This file was never verified here.</source>
        <translation>Diese Datei wurde hier nie geprüft.</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <source>Trees of the regions and organizations; Enter shows an organization&apos;s events in the timeline</source>
        <translation>Bäume der Regionen und Organisationen; Eingabe zeigt die Ereignisse einer Organisation im Zeitstrahl</translation>
    </message>
    <message>
        <source>Findings of the last verification; Enter shows the event in the timeline</source>
        <translation>Befunde der letzten Prüfung; Eingabe zeigt das Ereignis im Zeitstrahl</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No event is here yet</source>
        <translation>Noch ist kein Ereignis hier</translation>
    </message>
    <message>
        <source>Each organization&apos;s events are the leaves of a tree. It grows as soon as a region is synced.</source>
        <translation>Die Ereignisse jeder Organisation sind die Blätter eines Baums. Er wächst, sobald eine Region synchronisiert wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n tree(s)</source>
        <translation>
            <numerusform>%n tree</numerusform>
            <numerusform>%n trees</numerusform>
        </translation>
    </message>
    <message>
        <source>No trees are here</source>
        <translation>Hier sind keine Bäume</translation>
    </message>
    <message>
        <source>They are where the bundle was made. It brings along what proves its events.</source>
        <translation>Sie sind dort, wo das Paket erstellt wurde. Es bringt mit, was seine Ereignisse beweist.</translation>
    </message>
    <message>
        <source>A bundle with a finding is not opened.</source>
        <translation>Ein Paket mit einem Befund wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>An evidence bundle is checked when it is opened.</source>
        <translation>Ein Beweispaket wird beim Öffnen geprüft.</translation>
    </message>
    <message>
        <source>An evidence bundle brings its checkpoints along.</source>
        <translation>Ein Beweispaket bringt seine Prüfpunkte mit.</translation>
    </message>
</context>
<context>
    <name>muniment::IntervalBar</name>
    <message>
        <source>Left and Right go from turn to turn, Enter shows the window as of it, Space shows its event</source>
        <translation>Links und Rechts gehen von Wende zu Wende, Eingabe zeigt das Fenster mit deren Stand, Leertaste ihr Ereignis</translation>
    </message>
    <message>
        <source>Became true: %1</source>
        <translation>Wurde wahr: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Endete: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>Begonnen durch</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>the period of a grant</source>
        <translation>die Gültigkeit einer Zuweisung</translation>
    </message>
    <message>
        <source>it still is</source>
        <translation>ist es noch</translation>
    </message>
</context>
<context>
    <name>muniment::LagChart</name>
    <message>
        <source>%1: %2, %3 behind, at most %4 in the last hour</source>
        <translation>%1: %2, Rückstand %3, in der letzten Stunde höchstens %4</translation>
    </message>
    <message>
        <source>not known how far</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Behind, in seconds</source>
        <translation>Rückstand in Sekunden</translation>
    </message>
    <message>
        <source>At most, in seconds</source>
        <translation>Höchstens, in Sekunden</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 Rückstand</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>30 minutes ago</source>
        <translation>vor 30 Minuten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>muniment::LeaveQuestion</name>
    <message>
        <source>Leave the Workspace</source>
        <translation>Arbeitsbereich verlassen</translation>
    </message>
    <message>
        <source>Not everything is finished</source>
        <translation>Nicht alles ist abgeschlossen</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
</context>
<context>
    <name>muniment::LineDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>muniment::ListTab</name>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>muniment::MadeEvents</name>
    <message numerus="yes">
        <source>%n event(s) of %1 %2</source>
        <translation>
            <numerusform>%n Ereignis von %1 %2</numerusform>
            <numerusform>%n Ereignisse von %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::MainWindow</name>
    <message>
        <source>The demo could not be started.</source>
        <translation>Die Vorführung konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>Hauptmenü</translation>
    </message>
    <message>
        <source>Another process is writing this file: it is open here for reading only, and shows what the other one syncs.</source>
        <translation>Ein anderer Prozess schreibt diese Datei: Sie ist hier nur zum Lesen geöffnet und zeigt, was der andere abgleicht.</translation>
    </message>
    <message>
        <source>The rights of this file forbid writing: it is open for reading only.</source>
        <translation>Die Rechte dieser Datei verbieten das Schreiben: Sie ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The workspace settings were applied.</source>
        <translation>Die Einstellungen des Arbeitsbereichs wurden übernommen.</translation>
    </message>
    <message>
        <source>The file is as it was: the change of its policy was cancelled.</source>
        <translation>Die Datei ist, wie sie war: Die Änderung ihrer Richtlinie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file is as it was. %1</source>
        <translation>Die Datei ist, wie sie war. %1</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open Workspace or Evidence</source>
        <translation>Arbeitsbereich oder Beweise öffnen</translation>
    </message>
    <message>
        <source>Workspaces and evidence bundles (*.muniment *.zip);;All files (*)</source>
        <translation>Arbeitsbereiche und Beweispakete (*.muniment *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Try Again…</source>
        <translation>Noch einmal …</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was written.</source>
        <translation>Das Einspielen wurde abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>muniment::MappingDialog</name>
    <message>
        <source>Map Records</source>
        <translation>Datensätze zuordnen</translation>
    </message>
    <message>
        <source>A mapping makes one command of each record. What the command&apos;s rules refuse is not written.</source>
        <translation>Eine Zuordnung macht aus jedem Datensatz einen Befehl. Was die Regeln des Befehls verweigern, wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>Kept &amp;mappings</source>
        <translation>Gespeicherte Z&amp;uordnungen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>E&amp;inlesen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Ausgeben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save Mapping</source>
        <translation>Zuordnung &amp;speichern</translation>
    </message>
    <message>
        <source>New mapping</source>
        <translation>Neue Zuordnung</translation>
    </message>
    <message>
        <source>Choose a record before, to see here what becomes of it.</source>
        <translation>Wählen Sie vorher einen Datensatz, um hier zu sehen, was aus ihm wird.</translation>
    </message>
    <message>
        <source>Import Mappings</source>
        <translation>Zuordnungen einlesen</translation>
    </message>
    <message>
        <source>Mappings (*.json *.jsonl);;All files (*)</source>
        <translation>Zuordnungen (*.json *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export Mappings</source>
        <translation>Zuordnungen ausgeben</translation>
    </message>
</context>
<context>
    <name>muniment::MappingFields</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>Stelle im Datensatz</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (nötig)</translation>
    </message>
    <message>
        <source>Place of %1</source>
        <translation>Stelle von %1</translation>
    </message>
    <message>
        <source>/body/…</source>
        <translation>/body/…</translation>
    </message>
    <message>
        <source>Default of %1</source>
        <translation>Vorgabe von %1</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
</context>
<context>
    <name>muniment::MarkStrip</name>
    <message>
        <source>Bookmarks, tags and notes in the list</source>
        <translation>Lesezeichen, Schlagwörter und Notizen der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n annotated event(s) in the list</source>
        <translation>
            <numerusform>%n Ereignis mit Vermerk in der Liste</numerusform>
            <numerusform>%n Ereignisse mit Vermerk in der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more close by</source>
        <translation>
            <numerusform>%1 und %n weiteres in der Nähe</numerusform>
            <numerusform>%1 und %n weitere in der Nähe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muniment::MatchStrip</name>
    <message>
        <source>Matches of the search in the list</source>
        <translation>Treffer der Suche in der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <translation>
            <numerusform>%1 Treffer</numerusform>
            <numerusform>%1 Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 around %2 %3</source>
        <translation>%1 um %2 %3</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 %4</source>
        <translation>%1 von %2 bis %3 %4</translation>
    </message>
</context>
<context>
    <name>muniment::MemberListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Bekannt als</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::MembersTab</name>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>The team was removed.</source>
        <translation>Das Team wurde entfernt.</translation>
    </message>
    <message>
        <source>Nobody is in it</source>
        <translation>Niemand ist darin</translation>
    </message>
    <message>
        <source>Users and other teams can be put into a team; what is granted to it holds for all of them.</source>
        <translation>Benutzer und andere Teams können in ein Team aufgenommen werden; was ihm zugewiesen ist, gilt für alle.</translation>
    </message>
</context>
<context>
    <name>muniment::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muniment::MoveDialog</name>
    <message>
        <source>Move to Another Region</source>
        <translation>In eine andere Region umziehen</translation>
    </message>
    <message>
        <source>The whole history of %1 goes to another region while everybody keeps working; writers wait for less than a second, at its end. Until the new home is decided the move can be taken back.</source>
        <translation>Die ganze Geschichte von %1 geht in eine andere Region, während alle weiterarbeiten; Schreibende warten am Ende weniger als eine Sekunde. Bis der neue Sitz entschieden ist, lässt sich der Umzug zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>&amp;New home, now %1</source>
        <translation>&amp;Neuer Sitz, jetzt %1</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>Why it moves; kept with the events</source>
        <translation>Warum sie umzieht; wird bei den Ereignissen aufbewahrt</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>Progress of the move</source>
        <translation>Fortschritt des Umzugs</translation>
    </message>
    <message>
        <source>&amp;Stop Here</source>
        <translation>Hier &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Take Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>The workspace has no other region: add its endpoint first.</source>
        <translation>Der Arbeitsbereich hat keine andere Region: Fügen Sie zuerst ihren Endpunkt hinzu.</translation>
    </message>
    <message>
        <source>Looking at both regions …</source>
        <translation>Beide Regionen werden angesehen …</translation>
    </message>
    <message>
        <source>A move from %1 to %2 was begun and is not finished.</source>
        <translation>Ein Umzug von %1 nach %2 wurde begonnen und ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>No region says that the organization lives there.</source>
        <translation>Keine Region sagt, dass die Organisation dort ihren Sitz hat.</translation>
    </message>
    <message>
        <source>%1 events and %2 names go to %3, in about %4. Nothing is in the way.</source>
        <translation>%1 Ereignisse und %2 Namen gehen nach %3, in etwa %4. Nichts steht im Weg.</translation>
    </message>
    <message>
        <source>Taking the move back …</source>
        <translation>Der Umzug wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Beginn …</translation>
    </message>
    <message>
        <source>%1 lives in %2 now; %3 events came along.</source>
        <translation>%1 hat den Sitz jetzt in %2; %3 Ereignisse kamen mit.</translation>
    </message>
    <message>
        <source>%1 stays in %2.</source>
        <translation>%1 bleibt in %2.</translation>
    </message>
</context>
<context>
    <name>muniment::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Enter shows a view, Delete removes it, the menu key offers more</source>
        <translation>Die Eingabetaste zeigt eine Ansicht, Entf entfernt sie, die Menütaste bietet mehr</translation>
    </message>
    <message>
        <source>Teams and Roles</source>
        <translation>Teams und Rollen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Überprüfungen</translation>
    </message>
    <message>
        <source>Compromises</source>
        <translation>Kompromittierungen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
</context>
<context>
    <name>muniment::NewWorkspaceDialog</name>
    <message>
        <source>New Workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen …</translation>
    </message>
    <message>
        <source>&amp;Operator (optional)</source>
        <translation>&amp;Bediener (freiwillig)</translation>
    </message>
    <message>
        <source>Your name, as it stands beside each change you make; empty: the database user</source>
        <translation>Ihr Name, wie er bei jeder Ihrer Änderungen steht; leer: der Datenbankbenutzer</translation>
    </message>
    <message>
        <source>&amp;Add Region</source>
        <translation>Region &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erster Abgleich</translation>
    </message>
    <message>
        <source>Workspaces (*.muniment)</source>
        <translation>Arbeitsbereiche (*.muniment)</translation>
    </message>
    <message>
        <source>1 of 3 · File</source>
        <translation>1 von 3 · Datei</translation>
    </message>
    <message>
        <source>2 of 3 · Regions</source>
        <translation>2 von 3 · Regionen</translation>
    </message>
    <message>
        <source>3 of 3 · First Sync</source>
        <translation>3 von 3 · Erster Abgleich</translation>
    </message>
    <message>
        <source>One file holds the whole history of your regions, readable without a network. It holds no passwords, and only you can read it.</source>
        <translation>Eine Datei enthält die ganze Geschichte Ihrer Regionen, lesbar ohne Netz. Sie enthält keine Passwörter, und nur Sie können sie lesen.</translation>
    </message>
    <message>
        <source>One endpoint for each region. Test each one: the stage that fails is named. Connections are encrypted and the server&apos;s certificate is checked unless the endpoint says otherwise.</source>
        <translation>Ein Endpunkt für jede Region. Testen Sie jeden: Die Stufe, die scheitert, wird genannt. Verbindungen sind verschlüsselt und das Zertifikat des Servers wird geprüft, wenn der Endpunkt nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Everything that happened so far is being fetched. You can open the workspace at any time; the rest comes in the background.</source>
        <translation>Alles bisher Geschehene wird geholt. Sie können den Arbeitsbereich jederzeit öffnen; der Rest kommt im Hintergrund.</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Create &amp;Workspace</source>
        <translation>Arbeitsbereich an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Open Workspace</source>
        <translation>Arbeitsbereich ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Test every region first.</source>
        <translation>Testen Sie zuerst jede Region.</translation>
    </message>
    <message>
        <source>%1 of about %2 events</source>
        <translation>%1 von etwa %2 Ereignissen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>muniment::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Note; Ctrl+Enter saves it</source>
        <translation>&amp;Notiz; Strg+Eingabe speichert sie</translation>
    </message>
</context>
<context>
    <name>muniment::NothingMatches</name>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>Looking for the condition that leaves nothing.</source>
        <translation>Die Bedingung, die nichts übrig lässt, wird gesucht.</translation>
    </message>
    <message>
        <source>“%1” alone matches nothing in this file; without it %2 events would match.</source>
        <translation>„%1“ allein trifft in dieser Datei auf nichts zu; ohne sie würden %2 Ereignisse passen.</translation>
    </message>
    <message>
        <source>Each condition alone matches something, all together nothing. Without “%1” it would be %2 events.</source>
        <translation>Jede Bedingung für sich trifft auf etwas zu, alle zusammen auf nichts. Ohne „%1“ wären es %2 Ereignisse.</translation>
    </message>
    <message>
        <source>Take Away “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>muniment::OdditiesPage</name>
    <message>
        <source>What is odd</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Oddities</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>Oddities, by kind; Enter shows the event in the timeline</source>
        <translation>Auffälligkeiten nach Art; Eingabe zeigt das Ereignis in der Zeitleiste</translation>
    </message>
    <message>
        <source>Looking through the access graph …</source>
        <translation>Der Zugriffsgraph wird durchgesehen …</translation>
    </message>
    <message>
        <source>No oddity chosen</source>
        <translation>Keine Auffälligkeit gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what it is about.</source>
        <translation>Wählen Sie eine, um zu sehen, worum es geht.</translation>
    </message>
    <message>
        <source>No organization chosen</source>
        <translation>Keine Organisation gewählt</translation>
    </message>
    <message>
        <source>Choose one at the top: its whole log is looked at.</source>
        <translation>Wählen Sie oben eine: Ihr ganzes Protokoll wird durchgesehen.</translation>
    </message>
    <message>
        <source>No oddity fits</source>
        <translation>Keine Auffälligkeit passt</translation>
    </message>
    <message>
        <source>None of the oddities matches the filter above.</source>
        <translation>Keine der Auffälligkeiten passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing is odd</source>
        <translation>Nichts ist auffällig</translation>
    </message>
    <message>
        <source>No team or resource is in itself, and everything that is named has been told of.</source>
        <translation>Kein Team und keine Ressource ist in sich selbst, und von allem Genannten ist berichtet.</translation>
    </message>
    <message>
        <source>%1 oddities, as the list shows them.</source>
        <translation>%1 Auffälligkeiten, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::OddityListModel</name>
    <message>
        <source>What is odd</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::OpeningPlace</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>The file is checked, and brought up to date when an older version of the program wrote it.</source>
        <translation>Die Datei wird geprüft und, wenn eine ältere Version des Programms sie geschrieben hat, auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing %1 anew…</source>
        <translation>%1 wird neu geschrieben …</translation>
    </message>
    <message>
        <source>%1 of about %2 events.</source>
        <translation>%1 von etwa %2 Ereignissen.</translation>
    </message>
    <message>
        <source>What may be held from now on is fetched.</source>
        <translation>Was von nun an gehalten werden darf, wird geholt.</translation>
    </message>
    <message>
        <source>Only what may be held is taken over; the old file stays until this is done.</source>
        <translation>Nur was gehalten werden darf, wird übernommen; die alte Datei bleibt, bis das getan ist.</translation>
    </message>
    <message>
        <source>Taking in %1…</source>
        <translation>%1 wird eingespielt …</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>All of the bundle is checked before any of it is written: signatures, hashes, and whether it goes on where the file ends.</source>
        <translation>Das ganze Paket wird geprüft, bevor etwas davon geschrieben wird: Signaturen, Hashwerte, und ob es dort weitergeht, wo die Datei endet.</translation>
    </message>
    <message>
        <source>All of the bundle is checked before any of it is shown: signatures, hashes, and the proof of each event.</source>
        <translation>Das ganze Paket wird geprüft, bevor etwas davon gezeigt wird: Signaturen, Hashwerte und der Beweis jedes Ereignisses.</translation>
    </message>
</context>
<context>
    <name>muniment::OrgListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created (%1)</source>
        <translation>Angelegt (%1)</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::OrganizationsPage</name>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 ist wieder aktiv.</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It is deactivated.</source>
        <translation>Sie ist deaktiviert.</translation>
    </message>
    <message>
        <source>It is active.</source>
        <translation>Sie ist aktiv.</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Organizations, sorted by name</source>
        <translation>Organisationen, nach Namen sortiert</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>Alle Regionen</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No organization chosen</source>
        <translation>Keine Organisation gewählt</translation>
    </message>
    <message>
        <source>Choose one to see its facts and everything that changed it.</source>
        <translation>Wählen Sie eine, um ihre Angaben und alles zu sehen, was sie änderte.</translation>
    </message>
    <message>
        <source>No organization fits</source>
        <translation>Keine Organisation passt</translation>
    </message>
    <message>
        <source>None of the organizations in this workspace matches the filter above.</source>
        <translation>Keine der Organisationen in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No organizations yet</source>
        <translation>Noch keine Organisationen</translation>
    </message>
    <message>
        <source>None has been synced so far, or none was created. The first one is made here.</source>
        <translation>Bisher wurde keine abgeglichen oder keine angelegt. Die erste entsteht hier.</translation>
    </message>
    <message>
        <source>Create Organization…</source>
        <translation>Organisation anlegen …</translation>
    </message>
    <message>
        <source>%1 organizations, as the list shows them.</source>
        <translation>%1 Organisationen, wie die Liste sie zeigt.</translation>
    </message>
    <message>
        <source>Time Zone of the Organization</source>
        <translation>Zeitzone der Organisation</translation>
    </message>
    <message>
        <source>By which clocks the times of %1 are read, where the window shows each organization&apos;s. It is a reading aid in this workspace file: no event is written, and nothing of the organization changes.</source>
        <translation>Nach welchen Uhren die Zeiten von %1 gelesen werden, wo das Fenster die Zonen der Organisationen zeigt. Das ist eine Lesehilfe in dieser Arbeitsbereichsdatei: Es wird kein Ereignis geschrieben, und an der Organisation ändert sich nichts.</translation>
    </message>
    <message>
        <source>Time Zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>none: UTC is used</source>
        <translation>keine: UTC gilt</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <comment>a time zone that is not known</comment>
        <translation>%1 (!)</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <comment>a time zone and its offset</comment>
        <translation>%1, jetzt %2</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Remove Organization</source>
        <translation>Organisation entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Es wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>muniment::OverviewCharts</name>
    <message>
        <source>Part of time that is shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Events by region</source>
        <translation>Ereignisse je Region</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>Most active</source>
        <translation>Am aktivsten</translation>
    </message>
    <message>
        <source>Most frequent events</source>
        <translation>Häufigste Ereignisse</translation>
    </message>
    <message>
        <source>Busiest organizations</source>
        <translation>Aktivste Organisationen</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Seit Ihrem letzten Besuch</translation>
    </message>
    <message>
        <source>Regions in the last hour</source>
        <translation>Regionen in der letzten Stunde</translation>
    </message>
    <message>
        <source>Show in Timeline</source>
        <translation>In der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>No events in this part of time. Choose a longer one above.</source>
        <translation>Keine Ereignisse in diesem Zeitraum. Wählen Sie oben einen längeren.</translation>
    </message>
    <message>
        <source>Nobody signed in during this part of time.</source>
        <translation>In diesem Zeitraum hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>This is the first visit to this workspace on this computer. From the next one on, what has happened in between stands here.</source>
        <translation>Dies ist der erste Besuch in diesem Arbeitsbereich auf diesem Rechner. Ab dem nächsten steht hier, was inzwischen geschehen ist.</translation>
    </message>
    <message>
        <source>%1: %2 events, %3 failed sign-ins.</source>
        <translation>%1: %2 Ereignisse, %3 fehlgeschlagene Anmeldungen.</translation>
    </message>
    <message>
        <source>%1 events, in UTC for all organizations</source>
        <translation>%1 Ereignisse, in UTC für alle Organisationen</translation>
    </message>
    <message>
        <source>How the regions stand is told of now only.</source>
        <translation>Wie es um die Regionen steht, wird nur von jetzt gesagt.</translation>
    </message>
    <message>
        <source>What happened since your last visit is told of now only.</source>
        <translation>Was seit Ihrem letzten Besuch geschah, wird nur von jetzt gesagt.</translation>
    </message>
</context>
<context>
    <name>muniment::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
</context>
<context>
    <name>muniment::OverviewTab</name>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
</context>
<context>
    <name>muniment::PasswordPrompt</name>
    <message>
        <source>Password Needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain of this machine</source>
        <translation>Im &amp;Schlüsselbund dieses Rechners behalten</translation>
    </message>
    <message>
        <source>Keep it in the keychain of this machine</source>
        <translation>Im Schlüsselbund dieses Rechners behalten</translation>
    </message>
</context>
<context>
    <name>muniment::PastBreachListModel</name>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>still</source>
        <comment>a rule is broken</comment>
        <translation>noch immer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::PastBreachTab</name>
    <message>
        <source>Looking through the history of everybody&apos;s rights …</source>
        <translation>Die Geschichte aller Rechte wird durchgesehen …</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>Jemals</translation>
    </message>
    <message>
        <source>Nobody ever held both</source>
        <translation>Niemand hatte je beide</translation>
    </message>
    <message>
        <source>In all that this workspace knows, no user held both permissions at once.</source>
        <translation>Soweit dieser Arbeitsbereich weiß, hatte kein Benutzer je beide Berechtigungen zugleich.</translation>
    </message>
</context>
<context>
    <name>muniment::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>muniment::PayloadTab</name>
    <message>
        <source>Bytes, secrets masked; %1 are stored</source>
        <translation>Bytes, Geheimes verdeckt; gespeichert: %1</translation>
    </message>
    <message>
        <source>Exact bytes, as stored: %1</source>
        <translation>Genaue Bytes, wie gespeichert: %1</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Payload bytes</source>
        <translation>Bytes des Inhalts</translation>
    </message>
    <message>
        <source>Copy &amp;Bytes</source>
        <translation>&amp;Bytes kopieren</translation>
    </message>
    <message>
        <source>This event has no payload.</source>
        <translation>Dieses Ereignis hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>%1. Here are the first %2; Copy Bytes takes all</source>
        <translation>%1. Hier stehen die ersten %2; „Bytes kopieren“ nimmt alle</translation>
    </message>
    <message>
        <source>The payload is being laid out.</source>
        <translation>Der Inhalt wird aufbereitet.</translation>
    </message>
</context>
<context>
    <name>muniment::PermissionListModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::PermissionsTab</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>The role was removed.</source>
        <translation>Die Rolle wurde entfernt.</translation>
    </message>
    <message>
        <source>It allows nothing</source>
        <translation>Sie erlaubt nichts</translation>
    </message>
    <message>
        <source>Whoever has this role may do nothing by it until a permission is added.</source>
        <translation>Wer diese Rolle hat, darf durch sie nichts, bis eine Berechtigung hinzukommt.</translation>
    </message>
</context>
<context>
    <name>muniment::PlaceDialog</name>
    <message>
        <source>Set Place</source>
        <translation>Ort angeben</translation>
    </message>
    <message>
        <source>Where %1 stands on the map. It is kept with this workspace; the servers are not told. Empty: what its name says.</source>
        <translation>Wo %1 auf der Karte steht. Das wird mit diesem Arbeitsbereich aufbewahrt; die Server erfahren es nicht. Leer: was der Name sagt.</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Angeben</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>A city, a cloud&apos;s region, or degrees north and east: 50.1, 8.7 Head office</source>
        <translation>Eine Stadt, eine Cloud-Region oder Grad Nord und Ost: 50.1, 8.7 Zentrale</translation>
    </message>
    <message>
        <source>Degrees north go from -90 to 90, degrees east from -180 to 180.</source>
        <translation>Grad Nord gehen von -90 bis 90, Grad Ost von -180 bis 180.</translation>
    </message>
    <message>
        <source>This is neither a city or region that is known here nor two numbers such as 50.1, 8.7.</source>
        <translation>Das ist weder eine hier bekannte Stadt oder Region noch zwei Zahlen wie 50.1, 8.7.</translation>
    </message>
</context>
<context>
    <name>muniment::PlacementPane</name>
    <message>
        <source>Organizations, declared and actual</source>
        <translation>Organisationen, erklärt und tatsächlich</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Where Data &amp;May Lie…</source>
        <translation>Wo Daten liegen &amp;dürfen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Asking the servers where the data are …</source>
        <translation>Die Server werden gefragt, wo die Daten sind …</translation>
    </message>
    <message>
        <source>What this cannot prove</source>
        <translation>Was das nicht beweisen kann</translation>
    </message>
    <message>
        <source>The servers have not been asked yet.</source>
        <translation>Die Server wurden noch nicht gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be told.</source>
        <translation>
            <numerusform>%n Sache ließ sich nicht sagen.</numerusform>
            <numerusform>%n Dinge ließen sich nicht sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The servers were asked at %1.</source>
        <translation>Die Server wurden um %1 gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s) were found.</source>
        <translation>
            <numerusform>%n Verstoß wurde gefunden.</numerusform>
            <numerusform>%n Verstöße wurden gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is where it may not be.</source>
        <translation>Nichts liegt, wo es nicht liegen darf.</translation>
    </message>
    <message>
        <source>Every question was answered.</source>
        <translation>Jede Frage wurde beantwortet.</translation>
    </message>
</context>
<context>
    <name>muniment::PlanListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::PlannedWritesView</name>
    <message>
        <source>Events it writes</source>
        <translation>Ereignisse, die geschrieben werden</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be written.</source>
        <translation>
            <numerusform>%n Ereignis würde geschrieben.</numerusform>
            <numerusform>%n Ereignisse würden geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) touched.</source>
        <translation>
            <numerusform>%n Benutzer betroffen.</numerusform>
            <numerusform>%n Benutzer betroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the region what it would write.</source>
        <translation>Die Region wird gefragt, was sie schreiben würde.</translation>
    </message>
</context>
<context>
    <name>muniment::PlansPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Es wurde entfernt.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Plans, sorted by name</source>
        <translation>Pläne, nach Namen geordnet</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>Kein Plan gewählt</translation>
    </message>
    <message>
        <source>Choose one to see which name it has and everything that changed it.</source>
        <translation>Wählen Sie einen, um zu sehen, wie er heißt und was ihn geändert hat.</translation>
    </message>
    <message>
        <source>No plan fits</source>
        <translation>Kein Plan passt</translation>
    </message>
    <message>
        <source>None of the plans in this workspace matches the filter above.</source>
        <translation>Keiner der Pläne in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Noch keine Pläne</translation>
    </message>
    <message>
        <source>A plan is what an organization is sold. The plans that every server knows from the beginning are not listed here until they are changed.</source>
        <translation>Ein Plan ist, was einer Organisation verkauft wird. Die Pläne, die jeder Server von Anfang an kennt, stehen hier erst, wenn sie geändert werden.</translation>
    </message>
    <message>
        <source>Add Plan…</source>
        <translation>Plan hinzufügen …</translation>
    </message>
    <message>
        <source>%1 plans, as the list shows them.</source>
        <translation>%1 Pläne, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::PolicyLine</name>
    <message>
        <source>Show…</source>
        <translation>Anzeigen …</translation>
    </message>
    <message>
        <source>Whose data lie in this file, what may lie in it, and what was taken out</source>
        <translation>Wessen Daten in dieser Datei liegen, was in ihr liegen darf und was herausgenommen wurde</translation>
    </message>
    <message>
        <source>Data on this disk</source>
        <translation>Daten auf diesem Datenträger</translation>
    </message>
</context>
<context>
    <name>muniment::PromoteDialog</name>
    <message>
        <source>Promote Records</source>
        <translation>Datensätze übernehmen</translation>
    </message>
    <message>
        <source>Each record becomes the events of one command, written together with the record&apos;s state. What is refused stays new, and the others go on.</source>
        <translation>Jeder Datensatz wird zu den Ereignissen eines Befehls, die zusammen mit dem Zustand des Datensatzes geschrieben werden. Was verweigert wird, bleibt neu, und die anderen gehen weiter.</translation>
    </message>
    <message>
        <source>&amp;Mapping</source>
        <translation>Z&amp;uordnung</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Records looked at</source>
        <translation>Angesehene Datensätze</translation>
    </message>
    <message>
        <source>Refused records</source>
        <translation>Verweigerte Datensätze</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum er verweigert wurde</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n Record(s)</source>
        <translation>
            <numerusform>%n Datensatz ü&amp;bernehmen</numerusform>
            <numerusform>%n Datensätze ü&amp;bernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Promote All That Match</source>
        <translation>Alle passenden ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no mapping yet. Make one with “Map…”.</source>
        <translation>Es gibt noch keine Zuordnung. Machen Sie eine mit „Zuordnen…“.</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>An&amp;halten</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) promoted.</source>
        <translation>
            <numerusform>%n Datensatz übernommen.</numerusform>
            <numerusform>%n Datensätze übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused.</source>
        <translation>
            <numerusform>%n verweigert.</numerusform>
            <numerusform>%n verweigert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the last of them were written is not known yet; the region is being asked.</source>
        <translation>Ob die letzten davon geschrieben wurden, ist noch nicht bekannt; die Region wird gefragt.</translation>
    </message>
    <message>
        <source>Stopping: what has been sent is still answered.</source>
        <translation>Wird angehalten: Was gesendet ist, wird noch beantwortet.</translation>
    </message>
    <message>
        <source>Stopped; the others are new as before.</source>
        <translation>Angehalten; die anderen sind neu wie zuvor.</translation>
    </message>
    <message>
        <source>What was not promoted is new as before, and can be promoted again.</source>
        <translation>Was nicht übernommen wurde, ist neu wie zuvor und kann noch einmal übernommen werden.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>muniment::ProofTab</name>
    <message>
        <source>Proof of the event</source>
        <translation>Beweis des Ereignisses</translation>
    </message>
    <message>
        <source>&amp;Check Again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Hash the event&apos;s columns anew, and everything on the way to the root</source>
        <translation>Die Spalten des Ereignisses neu hashen und alles auf dem Weg zur Wurzel</translation>
    </message>
    <message>
        <source>The whole proof, for another person&apos;s program</source>
        <translation>Der ganze Beweis, für das Programm von jemand anderem</translation>
    </message>
    <message>
        <source>The event cannot be proved.</source>
        <translation>Das Ereignis lässt sich nicht beweisen.</translation>
    </message>
    <message>
        <source>The proof is being made.</source>
        <translation>Der Beweis wird geführt.</translation>
    </message>
    <message>
        <source>Checked again at %1</source>
        <translation>Noch einmal geprüft um %1</translation>
    </message>
    <message>
        <source>The event&apos;s proof is in the evidence bundle, and was checked when the bundle was opened.</source>
        <translation>Der Beweis des Ereignisses ist im Beweispaket und wurde beim Öffnen geprüft.</translation>
    </message>
</context>
<context>
    <name>muniment::QuestionBar</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>may</source>
        <translation>darf</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>A user or a team</source>
        <translation>Ein Benutzer oder ein Team</translation>
    </message>
    <message>
        <source>Who: a user or a team</source>
        <translation>Wer: ein Benutzer oder ein Team</translation>
    </message>
    <message>
        <source>An action</source>
        <translation>Eine Aktion</translation>
    </message>
    <message>
        <source>may: an action, as roles name it</source>
        <translation>darf: eine Aktion, wie Rollen sie nennen</translation>
    </message>
    <message>
        <source>A resource or a whole organization</source>
        <translation>Eine Ressource oder eine ganze Organisation</translation>
    </message>
    <message>
        <source>What: a resource or a whole organization</source>
        <translation>Was: eine Ressource oder eine ganze Organisation</translation>
    </message>
</context>
<context>
    <name>muniment::QueueWatch</name>
    <message numerus="yes">
        <source>%1 answers again: %n queued change(s).</source>
        <translation>
            <numerusform>%1 antwortet wieder: %n wartende Änderung.</numerusform>
            <numerusform>%1 antwortet wieder: %n wartende Änderungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 answer again: %n queued change(s).</source>
        <translation>
            <numerusform>%1 antworten wieder: %n wartende Änderung.</numerusform>
            <numerusform>%1 antworten wieder: %n wartende Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;view Them</source>
        <translation>&amp;Prüfen</translation>
    </message>
</context>
<context>
    <name>muniment::RankedList</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>muniment::RawTab</name>
    <message>
        <source>Record as JSON</source>
        <translation>Datensatz als JSON</translation>
    </message>
    <message>
        <source>&amp;Copy JSON</source>
        <translation>JSON &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>muniment::RecordDetails</name>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>What it makes</source>
        <translation>Was es wird</translation>
    </message>
    <message>
        <source>Sides of the record</source>
        <translation>Seiten des Datensatzes</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>Noch keine Zuordnung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>A mapping says which place of a record becomes which field of a command. Make one with “Map…”.</source>
        <translation>Eine Zuordnung sagt, welche Stelle eines Datensatzes welches Feld eines Befehls wird. Machen Sie eine mit „Zuordnen…“.</translation>
    </message>
</context>
<context>
    <name>muniment::RegionChangeDialog</name>
    <message>
        <source>Job %1: %2, %3 %</source>
        <translation>Auftrag %1: %2, %3 %</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>Change the Database&apos;s Regions</source>
        <translation>Regionen der Datenbank ändern</translation>
    </message>
    <message>
        <source>This changes where CockroachDB keeps the data of the database behind %1. Nothing is sent before you have seen the SQL.</source>
        <translation>Das ändert, wo CockroachDB die Daten der Datenbank hinter %1 hält. Nichts wird gesendet, bevor Sie das SQL gesehen haben.</translation>
    </message>
    <message>
        <source>&amp;Send It</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>SQL that is sent</source>
        <translation>SQL, das gesendet wird</translation>
    </message>
    <message>
        <source>The SQL stands here before it is sent</source>
        <translation>Hier steht das SQL, bevor es gesendet wird</translation>
    </message>
    <message>
        <source>Progress of the change</source>
        <translation>Fortschritt der Änderung</translation>
    </message>
    <message>
        <source>Stop &amp;Waiting</source>
        <translation>Nicht mehr &amp;warten</translation>
    </message>
    <message>
        <source>The change goes on in the cluster; it is only not waited for any more</source>
        <translation>Die Änderung geht im Cluster weiter; es wird nur nicht mehr auf sie gewartet</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Änderung</translation>
    </message>
    <message>
        <source>Add a region to the database</source>
        <translation>Der Datenbank eine Region hinzufügen</translation>
    </message>
    <message>
        <source>Take a region without rows out of the database</source>
        <translation>Eine Region ohne Zeilen aus der Datenbank nehmen</translation>
    </message>
    <message>
        <source>Make a region the primary one</source>
        <translation>Eine Region zur primären machen</translation>
    </message>
    <message>
        <source>Say which region follows the primary one</source>
        <translation>Sagen, welche Region auf die primäre folgt</translation>
    </message>
    <message>
        <source>Say what the database survives the failure of</source>
        <translation>Sagen, welchen Ausfall die Datenbank überlebt</translation>
    </message>
    <message>
        <source>Say whether copies are kept outside a home</source>
        <translation>Sagen, ob außerhalb einer Heimat Kopien gehalten werden</translation>
    </message>
    <message>
        <source>Make, change or remove a super region</source>
        <translation>Eine Superregion anlegen, ändern oder entfernen</translation>
    </message>
    <message>
        <source>Say how a table lies in the regions</source>
        <translation>Sagen, wie eine Tabelle in den Regionen liegt</translation>
    </message>
    <message>
        <source>Partition the tables by hand, with zones</source>
        <translation>Die Tabellen von Hand partitionieren, mit Zonen</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>As the cluster&apos;s nodes have it</source>
        <translation>Wie die Knoten des Clusters sie nennen</translation>
    </message>
    <message>
        <source>&amp;Survives the failure of</source>
        <translation>&amp;Überlebt den Ausfall</translation>
    </message>
    <message>
        <source>a zone</source>
        <translation>einer Zone</translation>
    </message>
    <message>
        <source>a region</source>
        <translation>einer Region</translation>
    </message>
    <message>
        <source>&amp;Copies outside a home</source>
        <translation>&amp;Kopien außerhalb einer Heimat</translation>
    </message>
    <message>
        <source>as the cluster sees fit</source>
        <translation>wie es der Cluster für richtig hält</translation>
    </message>
    <message>
        <source>none of regional tables</source>
        <translation>keine von regionalen Tabellen</translation>
    </message>
    <message>
        <source>none: only voters (26.1 and later)</source>
        <translation>keine: nur Stimmberechtigte (ab 26.1)</translation>
    </message>
    <message>
        <source>&amp;Name of the super region</source>
        <translation>&amp;Name der Superregion</translation>
    </message>
    <message>
        <source>Its re&amp;gions</source>
        <translation>Ihre Re&amp;gionen</translation>
    </message>
    <message>
        <source>eu-west-1, eu-central-1; empty: it goes</source>
        <translation>eu-west-1, eu-central-1; leer: Sie verschwindet</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Lies</source>
        <translation>&amp;Liegt</translation>
    </message>
    <message>
        <source>each row in its region</source>
        <translation>jede Zeile in ihrer Region</translation>
    </message>
    <message>
        <source>all of it in the primary region</source>
        <translation>ganz in der primären Region</translation>
    </message>
    <message>
        <source>in every region, for reading</source>
        <translation>in jeder Region, zum Lesen</translation>
    </message>
    <message>
        <source>To confirm, &amp;type the region&apos;s name</source>
        <translation>Zur Bestätigung den Namen der Region &amp;tippen</translation>
    </message>
    <message>
        <source>Fill in the fields above to see what would be sent.</source>
        <translation>Füllen Sie die Felder oben aus, um zu sehen, was gesendet würde.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>This server is not CockroachDB. On PostgreSQL each region has a server of its own, and a region is added by installing the schema for it.</source>
        <translation>Dieser Server ist nicht CockroachDB. Auf PostgreSQL hat jede Region ihren eigenen Server, und eine Region kommt hinzu, indem das Schema für sie installiert wird.</translation>
    </message>
    <message>
        <source>Something has changed meanwhile: nothing was sent. This is how it stands now.</source>
        <translation>Inzwischen hat sich etwas geändert: Nichts wurde gesendet. So steht es jetzt.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✗ Not so: %1</source>
        <translation>✗ Nicht so: %1</translation>
    </message>
    <message>
        <source>To know: %1</source>
        <translation>Zu wissen: %1</translation>
    </message>
    <message>
        <source>Statement %1 of %2 is under way.</source>
        <translation>Anweisung %1 von %2 läuft.</translation>
    </message>
    <message>
        <source>The database&apos;s regions are changed; the server shows it.</source>
        <translation>Die Regionen der Datenbank sind geändert; der Server zeigt es.</translation>
    </message>
    <message>
        <source>The server took it and does not show it yet.</source>
        <translation>Der Server nahm es an und zeigt es noch nicht.</translation>
    </message>
    <message>
        <source>Whether it takes effect is not known; the cluster may go on with it. Look again before you try it once more.</source>
        <translation>Ob es wirkt, ist nicht bekannt; der Cluster macht vielleicht damit weiter. Sehen Sie nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>muniment::RegionChip</name>
    <message>
        <source>Region %1: %2</source>
        <translation>Region %1: %2</translation>
    </message>
</context>
<context>
    <name>muniment::RegionListModel</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Known through (%1)</source>
        <translation>Bekannt bis (%1)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>nicht erreichbar seit %1</translation>
    </message>
    <message>
        <source>new</source>
        <comment>grown from nothing</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>growth</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <comment>growth</comment>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <comment>growth</comment>
        <translation>−%1 %</translation>
    </message>
    <message>
        <source>Events in 30 days: %1, in the 30 before: %2</source>
        <translation>Ereignisse in 30 Tagen: %1, in den 30 davor: %2</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>everything up to the moment is known</comment>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>incomplete</source>
        <comment>not everything up to the moment is known</comment>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>30 days</source>
        <comment>events of the last 30 days</comment>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Zuwachs</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>muniment::RegionMap</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a region and its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>no place known</source>
        <translation>kein Ort bekannt</translation>
    </message>
</context>
<context>
    <name>muniment::RegionPopup</name>
    <message>
        <source>&amp;Try Again Now</source>
        <translation>Jetzt erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>All &amp;Regions</source>
        <translation>Alle &amp;Regionen</translation>
    </message>
</context>
<context>
    <name>muniment::RegionsPage</name>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Each region keeps its own log. What has been synced is in this file and can be read when a region, or every region, is gone.</source>
        <translation>Jede Region führt ihr eigenes Protokoll. Was abgeglichen ist, steht in dieser Datei und kann gelesen werden, wenn eine Region oder alle fehlen.</translation>
    </message>
    <message>
        <source>Try &amp;Again Now</source>
        <translation>Jetzt &amp;erneut versuchen</translation>
    </message>
    <message>
        <source>No region chosen</source>
        <translation>Keine Region gewählt</translation>
    </message>
    <message>
        <source>Choose a region to read how it stands.</source>
        <translation>Wählen Sie eine Region, um zu lesen, wie es um sie steht.</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n Region</numerusform>
            <numerusform>%n Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>Wo sie liegen</translation>
    </message>
    <message>
        <source>Health in the last hour</source>
        <translation>Zustand in der letzten Stunde</translation>
    </message>
    <message>
        <source>Show its &amp;Events</source>
        <translation>Ihre &amp;Ereignisse zeigen</translation>
    </message>
    <message>
        <source>organizations: %1, users: %2, events: %3</source>
        <translation>Organisationen: %1, Benutzer: %2, Ereignisse: %3</translation>
    </message>
    <message>
        <source>No place is known of %1: the name says nothing of it.</source>
        <translation>Von %1 ist kein Ort bekannt: Der Name sagt nichts davon.</translation>
    </message>
    <message>
        <source>No place is known of these regions. One whose name says where it is, such as frankfurt or eu-central-1, stands on a map here.</source>
        <translation>Von diesen Regionen ist kein Ort bekannt. Eine, deren Name sagt, wo sie liegt, wie frankfurt oder eu-central-1, steht hier auf einer Karte.</translation>
    </message>
    <message>
        <source>How the regions stand is told of now only.</source>
        <translation>Der Zustand der Regionen wird nur für jetzt gezeigt.</translation>
    </message>
    <message>
        <source>Everything that was logged here up to the moment shown is in this file.</source>
        <translation>Alles, was hier bis zum gezeigten Zeitpunkt protokolliert wurde, ist in dieser Datei.</translation>
    </message>
    <message>
        <source>Not everything that was logged here up to the moment shown is in this file.</source>
        <translation>Nicht alles, was hier bis zum gezeigten Zeitpunkt protokolliert wurde, ist in dieser Datei.</translation>
    </message>
    <message>
        <source>Set &amp;Place…</source>
        <translation>&amp;Ort angeben …</translation>
    </message>
    <message>
        <source>Ser&amp;vers and Placement…</source>
        <translation>Ser&amp;ver und Lage der Daten …</translation>
    </message>
</context>
<context>
    <name>muniment::RelatedTab</name>
    <message>
        <source>Related events</source>
        <translation>Ereignisse im Umfeld</translation>
    </message>
    <message>
        <source>Enter goes to the event</source>
        <translation>Eingabe geht zum Ereignis</translation>
    </message>
    <message>
        <source>Looking for what belongs to it.</source>
        <translation>Sucht, was dazugehört.</translation>
    </message>
</context>
<context>
    <name>muniment::ResidencyTab</name>
    <message>
        <source>Residency</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Homes, newest first</source>
        <translation>Standorte, Neuestes zuerst</translation>
    </message>
    <message>
        <source>A double click shows the event in the timeline</source>
        <translation>Ein Doppelklick zeigt das Ereignis in der Zeitleiste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies every home with its dates, as text</source>
        <translation>Kopiert jeden Standort mit seinen Daten, als Text</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Writes every home with all that is known of it into a file</source>
        <translation>Schreibt jeden Standort mit allem, was von ihm bekannt ist, in eine Datei</translation>
    </message>
    <message>
        <source>The homes of %1, oldest first.</source>
        <translation>Die Standorte von %1, Ältestes zuerst.</translation>
    </message>
</context>
<context>
    <name>muniment::ResourceListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::ResourcesPage</name>
    <message>
        <source>Remove Resource</source>
        <translation>Ressource entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Es wurde entfernt.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Resources, sorted by name</source>
        <translation>Ressourcen, nach Namen geordnet</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No resource chosen</source>
        <translation>Keine Ressource gewählt</translation>
    </message>
    <message>
        <source>Choose one to see where it lies, who has which role on it and everything that changed it.</source>
        <translation>Wählen Sie eine, um zu sehen, wo sie liegt, wer welche Rolle auf ihr hat und was sie geändert hat.</translation>
    </message>
    <message>
        <source>No resource fits</source>
        <translation>Keine Ressource passt</translation>
    </message>
    <message>
        <source>None of the resources in this workspace matches the filter above.</source>
        <translation>Keine der Ressourcen in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No resources yet</source>
        <translation>Noch keine Ressourcen</translation>
    </message>
    <message>
        <source>A resource is what a permission is about: a document, a room, a project. Resources can lie in one another.</source>
        <translation>Eine Ressource ist, worum es bei einer Berechtigung geht: ein Dokument, ein Raum, ein Projekt. Ressourcen können ineinander liegen.</translation>
    </message>
    <message>
        <source>Create Resource…</source>
        <translation>Ressource anlegen …</translation>
    </message>
    <message>
        <source>%1 resources, as the list shows them.</source>
        <translation>%1 Ressourcen, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::ReviewItemListModel</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 (staged)</source>
        <translation>%1 (vorgemerkt)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Weshalb</translation>
    </message>
    <message>
        <source>Also have it</source>
        <translation>Haben sie auch</translation>
    </message>
    <message>
        <source>Last use (%1)</source>
        <translation>Zuletzt benutzt (%1)</translation>
    </message>
    <message>
        <source>Since changed to</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Zugewiesen von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Granted (%1)</source>
        <translation>Zugewiesen (%1)</translation>
    </message>
</context>
<context>
    <name>muniment::ReviewItemsTab</name>
    <message>
        <source>Grants</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>What is known of the chosen grant</source>
        <translation>Was über die gewählte Zuweisung bekannt ist</translation>
    </message>
    <message>
        <source>The review has been signed off.</source>
        <translation>Die Überprüfung ist abgenommen.</translation>
    </message>
    <message>
        <source>The last sign-off covers it.</source>
        <translation>Die letzte Abnahme deckt sie ab.</translation>
    </message>
    <message>
        <source>It was revoked since.</source>
        <translation>Sie wurde seither entzogen.</translation>
    </message>
    <message>
        <source>Every grant of this list is decided on.</source>
        <translation>Über jede Zuweisung dieser Liste ist entschieden.</translation>
    </message>
    <message>
        <source>Nothing to decide on</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Every grant in the scope is covered by the last sign-off.</source>
        <translation>Jede Zuweisung des Bereichs ist von der letzten Abnahme abgedeckt.</translation>
    </message>
</context>
<context>
    <name>muniment::ReviewListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>Due (%1)</source>
        <translation>Fällig (%1)</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Began or signed off (%1)</source>
        <translation>Begonnen oder abgenommen (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::ReviewsPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt den Stand</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It has been signed off.</source>
        <translation>Sie ist abgenommen.</translation>
    </message>
    <message>
        <source>Access reviews</source>
        <translation>Zugriffsüberprüfungen</translation>
    </message>
    <message>
        <source>Access reviews, sorted by name</source>
        <translation>Zugriffsüberprüfungen, nach Namen geordnet</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No review chosen</source>
        <translation>Keine Überprüfung gewählt</translation>
    </message>
    <message>
        <source>Choose one to decide on its grants, or to see what was decided.</source>
        <translation>Wählen Sie eine, um über ihre Zuweisungen zu entscheiden oder zu sehen, was entschieden wurde.</translation>
    </message>
    <message>
        <source>No review fits</source>
        <translation>Keine Überprüfung passt</translation>
    </message>
    <message>
        <source>None of the reviews in this workspace matches the filter above.</source>
        <translation>Keine der Überprüfungen in diesem Arbeitsbereich entspricht dem Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No reviews yet</source>
        <translation>Noch keine Überprüfungen</translation>
    </message>
    <message>
        <source>In a review somebody decides, grant by grant, who keeps what. The next one asks only about what changed since.</source>
        <translation>In einer Überprüfung entscheidet jemand Zuweisung für Zuweisung, wer was behält. Die nächste fragt nur nach dem, was sich seither geändert hat.</translation>
    </message>
    <message>
        <source>Start a Review…</source>
        <translation>Überprüfung beginnen …</translation>
    </message>
    <message>
        <source>%1 reviews, as the list shows them.</source>
        <translation>%1 Überprüfungen, wie die Liste sie zeigt.</translation>
    </message>
    <message>
        <source>%1: every grant in its scope with what was decided, by whom, when and why. As JSON lines it is one object that also has the decisions that were followed by another.</source>
        <translation>%1: jede Zuweisung im Umfang mit dem, was entschieden wurde, von wem, wann und warum. Als JSON-Zeilen ist es ein Objekt, das auch die Entscheidungen hat, denen eine andere folgte.</translation>
    </message>
    <message>
        <source>Choose an access review first.</source>
        <translation>Wählen Sie zuerst eine Zugriffsüberprüfung.</translation>
    </message>
</context>
<context>
    <name>muniment::RoleListModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::RolesPage</name>
    <message>
        <source>Remove Role</source>
        <translation>Rolle entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Es wurde entfernt.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roles, sorted by key</source>
        <translation>Rollen, nach Schlüssel geordnet</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No role chosen</source>
        <translation>Keine Rolle gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what it allows, who has it and everything that changed it.</source>
        <translation>Wählen Sie eine, um zu sehen, was sie erlaubt, wer sie hat und was sie geändert hat.</translation>
    </message>
    <message>
        <source>No role fits</source>
        <translation>Keine Rolle passt</translation>
    </message>
    <message>
        <source>None of the roles in this workspace matches the filter above.</source>
        <translation>Keine der Rollen in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No roles yet</source>
        <translation>Noch keine Rollen</translation>
    </message>
    <message>
        <source>A role says what its holders may do. It is granted to users and teams.</source>
        <translation>Eine Rolle sagt, was ihre Inhaber dürfen. Sie wird Benutzern und Teams zugewiesen.</translation>
    </message>
    <message>
        <source>Create Role…</source>
        <translation>Rolle anlegen …</translation>
    </message>
    <message>
        <source>%1 roles, as the list shows them.</source>
        <translation>%1 Rollen, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::RowColours</name>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only, because another process writes its file or its rights forbid writing. Change the rules where it is open for writing.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet, weil ein anderer Prozess seine Datei schreibt oder ihre Rechte das Schreiben verbieten. Ändern Sie die Regeln dort, wo er zum Schreiben geöffnet ist.</translation>
    </message>
    <message>
        <source>Choose a cell with a value to colour by.</source>
        <translation>Wählen Sie eine Zelle mit einem Wert, nach dem gefärbt werden soll.</translation>
    </message>
</context>
<context>
    <name>muniment::RuleDialog</name>
    <message>
        <source>Where Data May Lie</source>
        <translation>Wo Daten liegen dürfen</translation>
    </message>
    <message>
        <source>Data of %1 that a server says to be anywhere else count as a violation. With none chosen they may lie in its home only.</source>
        <translation>Daten von %1, die nach den Worten eines Servers anderswo liegen, gelten als Verstoß. Ist keine gewählt, dürfen sie nur in der Heimat liegen.</translation>
    </message>
    <message>
        <source>&amp;Keep Rule</source>
        <translation>Regel &amp;behalten</translation>
    </message>
    <message>
        <source>May lie in</source>
        <translation>Dürfen liegen in</translation>
    </message>
</context>
<context>
    <name>muniment::RuleListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nobody may</source>
        <translation>Niemand darf</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Zugleich mit</translation>
    </message>
    <message>
        <source>Broken by</source>
        <translation>Verletzt von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::RulesPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Nobody may</source>
        <translation>Niemand darf</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Zugleich mit</translation>
    </message>
    <message>
        <source>Broken by</source>
        <translation>Verletzt von</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Sie wurde entfernt.</translation>
    </message>
    <message>
        <source>Rules of separation of duties</source>
        <translation>Regeln der Funktionstrennung</translation>
    </message>
    <message>
        <source>Rules of separation of duties, sorted by name</source>
        <translation>Regeln der Funktionstrennung, nach Namen sortiert</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Looking who breaks the rules …</source>
        <translation>Es wird nachgesehen, wer die Regeln verletzt …</translation>
    </message>
    <message>
        <source>No rule chosen</source>
        <translation>Keine Regel gewählt</translation>
    </message>
    <message>
        <source>Choose one to see who breaks it, and who ever did.</source>
        <translation>Wählen Sie eine, um zu sehen, wer sie verletzt und wer es je tat.</translation>
    </message>
    <message>
        <source>No rule fits</source>
        <translation>Keine Regel passt</translation>
    </message>
    <message>
        <source>None of the rules matches the filter above.</source>
        <translation>Keine der Regeln passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Noch keine Regeln</translation>
    </message>
    <message>
        <source>A rule names two permissions that nobody may hold together, such as to order and to approve. Whoever holds both is listed here.</source>
        <translation>Eine Regel nennt zwei Berechtigungen, die niemand zugleich haben darf, etwa Bestellen und Genehmigen. Wer beide hat, wird hier aufgeführt.</translation>
    </message>
    <message>
        <source>Add a Rule…</source>
        <translation>Regel hinzufügen …</translation>
    </message>
    <message>
        <source>%1 rules, as the list shows them.</source>
        <translation>%1 Regeln, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::SavedViews</name>
    <message>
        <source>The view “%1” was saved.</source>
        <translation>Die Ansicht „%1“ wurde gespeichert.</translation>
    </message>
    <message>
        <source>The view was renamed.</source>
        <translation>Die Ansicht wurde umbenannt.</translation>
    </message>
    <message>
        <source>The view “%1” was removed.</source>
        <translation>Die Ansicht „%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The view is back.</source>
        <translation>Die Ansicht ist wieder da.</translation>
    </message>
    <message>
        <source>Export View</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>Views (*.view.txt);;All files (*)</source>
        <translation>Ansichten (*.view.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The view was written to %1.</source>
        <translation>Die Ansicht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Import View</source>
        <translation>Ansicht importieren</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is not a saved view.</source>
        <translation>%1 ist keine gespeicherte Ansicht.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>En&amp;tfernen</translation>
    </message>
</context>
<context>
    <name>muniment::SealDesk</name>
    <message>
        <source>A Key for This Workstation</source>
        <translation>Ein Schlüssel für diesen Arbeitsplatz</translation>
    </message>
    <message>
        <source>Checkpoints are signed with a key of this workstation, and it has none yet. It is kept in the keychain of this desktop, or, where there is none, in a file under a passphrase. Others check with its public half.</source>
        <translation>Prüfpunkte werden mit einem Schlüssel dieses Arbeitsplatzes signiert, und er hat noch keinen. Er wird im Schlüsselbund dieses Desktops aufbewahrt oder, wo es keinen gibt, in einer Datei unter einer Passphrase. Andere prüfen mit seiner öffentlichen Hälfte.</translation>
    </message>
    <message>
        <source>&amp;Make the Key and Seal</source>
        <translation>&amp;Schlüssel erzeugen und versiegeln</translation>
    </message>
    <message>
        <source>&amp;Passphrase, where there is no keychain</source>
        <translation>&amp;Passphrase, wo es keinen Schlüsselbund gibt</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Noch einm&amp;al dieselbe</translation>
    </message>
    <message>
        <source>It is not the same.</source>
        <translation>Es ist nicht dieselbe.</translation>
    </message>
    <message>
        <source>There is no keychain here: choose a passphrase for the key&apos;s file.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Wählen Sie eine Passphrase für die Datei des Schlüssels.</translation>
    </message>
    <message>
        <source>Passphrase Needed</source>
        <translation>Passphrase nötig</translation>
    </message>
    <message>
        <source>The key of this workstation is kept in a file under a passphrase. Nothing is signed without it.</source>
        <translation>Der Schlüssel dieses Arbeitsplatzes liegt in einer Datei unter einer Passphrase. Ohne sie wird nichts signiert.</translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>&amp;Versiegeln</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <source>Evidence is signed with a key of this workstation, and it has none yet. It is kept in the keychain of this desktop, or, where there is none, in a file under a passphrase. Others check with its public half.</source>
        <translation>Beweise werden mit einem Schlüssel dieses Arbeitsplatzes signiert, und er hat noch keinen. Der Schlüssel liegt im Schlüsselbund dieses Desktops oder, wo es keinen gibt, in einer Datei unter einer Passphrase. Andere prüfen mit seiner öffentlichen Hälfte.</translation>
    </message>
    <message>
        <source>&amp;Make the Key and Export</source>
        <translation>Schlüssel erstellen und &amp;exportieren</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
</context>
<context>
    <name>muniment::SearchBar</name>
    <message>
        <source>Search in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Nothing is searched for</source>
        <translation>Es wird nichts gesucht</translation>
    </message>
    <message>
        <source>Enter goes to the next match, Escape closes the search, Ctrl+Space completes, Up and Down go through earlier searches</source>
        <translation>Enter geht zum nächsten Treffer, Escape schließt die Suche, Strg+Leertaste vervollständigt, Auf und Ab blättern durch frühere Suchen</translation>
    </message>
    <message>
        <source>Search, every row stays: outcome:failure “free words”</source>
        <translation>Suchen, jede Zeile bleibt: outcome:failure „freie Wörter“</translation>
    </message>
    <message>
        <source>The match above (%1)</source>
        <translation>Der Treffer darüber (%1)</translation>
    </message>
    <message>
        <source>The match below (%1)</source>
        <translation>Der Treffer darunter (%1)</translation>
    </message>
    <message>
        <source>Filter on This</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Show only the matches: adds the search to the filter</source>
        <translation>Nur die Treffer zeigen: nimmt die Suche in den Filter auf</translation>
    </message>
    <message>
        <source>Close the search and take its marks away (Esc)</source>
        <translation>Die Suche schließen und ihre Markierungen entfernen (Esc)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Die Suche schließen</translation>
    </message>
</context>
<context>
    <name>muniment::SecretDialog</name>
    <message>
        <source>This is the only time it is shown. It is kept nowhere, not even here: whoever loses it needs a new one.</source>
        <translation>Es wird nur dieses eine Mal gezeigt. Es steht nirgends, auch hier nicht: Wer es verliert, braucht ein neues.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>I &amp;Have Kept It</source>
        <translation>Ich &amp;habe es verwahrt</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Kopiert</translation>
    </message>
</context>
<context>
    <name>muniment::SecretDisclosure</name>
    <message>
        <source>The workspace is open for reading only: nobody could note that the secret was shown, so it stays masked.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet: Niemand könnte festhalten, dass das Geheimnis gezeigt wurde, deshalb bleibt es verdeckt.</translation>
    </message>
    <message>
        <source>Show a Secret</source>
        <translation>Geheimnis zeigen</translation>
    </message>
    <message>
        <source>Your name, the time and the reason are noted in the workspace file and stay there. The value is masked again when you choose another event.</source>
        <translation>Ihr Name, die Zeit und der Grund werden in der Arbeitsbereichsdatei festgehalten und bleiben dort. Der Wert wird wieder verdeckt, sobald Sie ein anderes Ereignis wählen.</translation>
    </message>
    <message>
        <source>&amp;Note and Show</source>
        <translation>&amp;Festhalten und zeigen</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>Ticket, audit or incident</source>
        <translation>Ticket, Prüfung oder Vorfall</translation>
    </message>
    <message>
        <source>Say why: the reason is kept beside your name.</source>
        <translation>Sagen Sie, warum: Der Grund wird neben Ihrem Namen festgehalten.</translation>
    </message>
</context>
<context>
    <name>muniment::SendingStep</name>
    <message>
        <source>%1 rows were saved to %2.</source>
        <translation>%1 Zeilen wurden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Progress of sending</source>
        <translation>Fortschritt des Sendens</translation>
    </message>
    <message>
        <source>&amp;Cancel the Rest</source>
        <translation>Den Rest &amp;abbrechen</translation>
    </message>
    <message>
        <source>Sends nothing further; what is on its way is answered</source>
        <translation>Sendet nichts weiter; was unterwegs ist, wird beantwortet</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Rows That Failed…</source>
        <translation>&amp;Gescheiterte Zeilen speichern …</translation>
    </message>
    <message>
        <source>As a table with a reason each, to be mended and opened again</source>
        <translation>Als Tabelle mit einem Grund für jede, zum Verbessern und neuen Öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;Timeline</source>
        <translation>In der Zei&amp;tleiste zeigen</translation>
    </message>
    <message>
        <source>All events that this bulk change has written</source>
        <translation>Alle Ereignisse, die diese Sammeländerung geschrieben hat</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>%1 von %2 geschrieben</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1 nicht gesendet</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 Sending waits. Resume tries again.</source>
        <translation>%1 Das Senden wartet. „Fortsetzen“ versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Paused: what is on its way is answered, nothing further is sent.</source>
        <translation>Pause: Was unterwegs ist, wird beantwortet, nichts weiter wird gesendet.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Save the Rows That Failed</source>
        <translation>Gescheiterte Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be sent</source>
        <translation>%1 konnten nicht gesendet werden</translation>
    </message>
    <message>
        <source>The other rows wait for Resume.</source>
        <translation>Die übrigen Zeilen warten auf „Fortsetzen“.</translation>
    </message>
</context>
<context>
    <name>muniment::ServersDialog</name>
    <message>
        <source>Servers and Placement</source>
        <translation>Server und Lage der Daten</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Placement</source>
        <translation>&amp;Lage der Daten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Servers or placement</source>
        <translation>Server oder Lage der Daten</translation>
    </message>
</context>
<context>
    <name>muniment::ServersPane</name>
    <message>
        <source>Servers of the regions</source>
        <translation>Server der Regionen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What the chosen server says</source>
        <translation>Was der gewählte Server sagt</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>&amp;Erneut fragen</translation>
    </message>
    <message>
        <source>&amp;Change the Database&apos;s Regions…</source>
        <translation>&amp;Regionen der Datenbank ändern …</translation>
    </message>
    <message>
        <source>Asking the servers …</source>
        <translation>Die Server werden gefragt …</translation>
    </message>
    <message>
        <source>Choose a server to read what it says.</source>
        <translation>Wählen Sie einen Server, um zu lesen, was er sagt.</translation>
    </message>
    <message>
        <source>For CockroachDB: on PostgreSQL each region has a server of its own, and a region is added by installing the schema for it</source>
        <translation>Für CockroachDB: Auf PostgreSQL hat jede Region ihren eigenen Server, und eine Region kommt hinzu, indem das Schema für sie installiert wird</translation>
    </message>
</context>
<context>
    <name>muniment::SessionListModel</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Begun (%1)</source>
        <translation>Begonnen (%1)</translation>
    </message>
    <message>
        <source>Last seen (%1)</source>
        <translation>Zuletzt gesehen (%1)</translation>
    </message>
    <message>
        <source>Ended (%1)</source>
        <translation>Beendet (%1)</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::SessionsPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Session of %1</source>
        <translation>Sitzung von %1</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation>Sitzungen, Neueste zuerst</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>Offene</translation>
    </message>
    <message>
        <source>Ended ones, too</source>
        <translation>Auch beendete</translation>
    </message>
    <message>
        <source>No session chosen</source>
        <translation>Keine Sitzung gewählt</translation>
    </message>
    <message>
        <source>Choose one to see whose it is, from where, and what happened in it.</source>
        <translation>Wählen Sie eine, um zu sehen, wessen sie ist, von wo, und was in ihr geschah.</translation>
    </message>
    <message>
        <source>No session fits</source>
        <translation>Keine Sitzung passt</translation>
    </message>
    <message>
        <source>None of the sessions in this workspace matches the filter above.</source>
        <translation>Keine der Sitzungen in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No open sessions</source>
        <translation>Keine offenen Sitzungen</translation>
    </message>
    <message>
        <source>Nobody is signed in, as far as has been synced. Sessions are begun by the identity system.</source>
        <translation>Niemand ist angemeldet, soweit synchronisiert wurde. Sitzungen beginnt das Identitätssystem.</translation>
    </message>
    <message>
        <source>%1 sessions, as the list shows them.</source>
        <translation>%1 Sitzungen, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::SourceStep</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>Wird erkannt</translation>
    </message>
    <message>
        <source>Paste a table here</source>
        <translation>Hier eine Tabelle einfügen</translation>
    </message>
    <message>
        <source>Copy the rows in a spreadsheet, with the line that names the columns, and press Ctrl+V. A CSV file can be opened, or dropped here.</source>
        <translation>Die Zeilen in einer Tabellenkalkulation kopieren, mit der Zeile, die die Spalten nennt, und Strg+V drücken. Eine CSV-Datei kann geöffnet oder hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>Die ersten Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 (found out)</source>
        <translation>%1 (erkannt)</translation>
    </message>
    <message>
        <source>Reading the table: %1 %</source>
        <translation>Die Tabelle wird gelesen: %1 %</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
        <source>The pasted table</source>
        <translation>Die eingefügte Tabelle</translation>
    </message>
    <message>
        <source>%1 has a line that names the columns, and no rows.</source>
        <translation>%1 hat eine Zeile, die die Spalten nennt, aber keine weitere.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 rows, %n column(s).</source>
        <translation>
            <numerusform>%1: %2 Zeilen, %n Spalte.</numerusform>
            <numerusform>%1: %2 Zeilen, %n Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>One file at a time.</source>
        <translation>Eine Datei auf einmal.</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Open a Table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>muniment::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Everything that ever happened in your identity system</source>
        <translation>Alles, was je in Ihrem Identitätssystem geschah</translation>
    </message>
    <message>
        <source>A workspace keeps the history of your regions in one file, so that it can be read in milliseconds, also without a network. Connect to your regions, open a file, or look around in the demo first.</source>
        <translation>Ein Arbeitsbereich hält die Geschichte Ihrer Regionen in einer Datei, damit sie in Millisekunden gelesen werden kann, auch ohne Netz. Verbinden Sie sich mit Ihren Regionen, öffnen Sie eine Datei, oder sehen Sie sich zuerst in der Vorführung um.</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt geöffnete Arbeitsbereiche</translation>
    </message>
    <message>
        <source>&amp;Connect to Regions…</source>
        <translation>Mit Regionen &amp;verbinden …</translation>
    </message>
    <message>
        <source>&amp;Open a File…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Look at the &amp;Demo</source>
        <translation>Vor&amp;führung ansehen</translation>
    </message>
</context>
<context>
    <name>muniment::StatusLine</name>
    <message>
        <source>Pause Syncing</source>
        <translation>Abgleich anhalten</translation>
    </message>
    <message>
        <source>Resume Syncing</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Live · %1</source>
        <translation>Live · %1</translation>
    </message>
    <message>
        <source>Not syncing</source>
        <translation>Kein Abgleich</translation>
    </message>
    <message>
        <source>Fresh to %1</source>
        <translation>Aktuell bis auf %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Showing what was synced: no region is connected</source>
        <translation>Zeigt, was abgeglichen ist: Keine Region ist verbunden</translation>
    </message>
    <message>
        <source>%1 of %2 regions not connected</source>
        <translation>%1 von %2 Regionen nicht verbunden</translation>
    </message>
    <message>
        <source>Syncing waits: %1</source>
        <translation>Der Abgleich wartet: %1</translation>
    </message>
    <message>
        <source>Syncing %1 % · %2</source>
        <translation>Abgleich %1 % · %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>Showing what was synced</source>
        <translation>Zeigt, was synchronisiert wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) not known yet</source>
        <translation>
            <numerusform>%n Ausgang noch nicht bekannt</numerusform>
            <numerusform>%n Ausgänge noch nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Events not counted</source>
        <translation>Ereignisse nicht gezählt</translation>
    </message>
    <message>
        <source>Each organization&apos;s zone</source>
        <translation>Zone je Organisation</translation>
    </message>
    <message>
        <source>Rebuilding the index: %1 %</source>
        <translation>Der Index wird neu aufgebaut: %1 %</translation>
    </message>
    <message>
        <source>Rebuilding a list: %1 %</source>
        <translation>Eine Liste wird neu aufgebaut: %1 %</translation>
    </message>
    <message>
        <source>Past: read only</source>
        <translation>Vergangenheit: nur lesen</translation>
    </message>
    <message>
        <source>Trail: %1</source>
        <translation>Spur: %1</translation>
    </message>
</context>
<context>
    <name>muniment::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>muniment::SummaryTab</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Secrets shown so far</source>
        <translation>Bisher gezeigte Geheimnisse</translation>
    </message>
</context>
<context>
    <name>muniment::TableColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Move “%1” &amp;Left</source>
        <translation>„%1“ nach &amp;links</translation>
    </message>
    <message>
        <source>Move “%1” Ri&amp;ght</source>
        <translation>„%1“ nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Take Away “%1”</source>
        <translation>„%1“ &amp;wegnehmen</translation>
    </message>
</context>
<context>
    <name>muniment::TagEdit</name>
    <message>
        <source>Tags in use</source>
        <translation>Verwendete Schlagwörter</translation>
    </message>
</context>
<context>
    <name>muniment::TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>incident, case-17</source>
        <translation>vorfall, fall-17</translation>
    </message>
    <message>
        <source>&amp;Tags, separated by commas</source>
        <translation>Schlag&amp;wörter, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>muniment::TakeBackActions</name>
    <message>
        <source>&amp;Take Back: %1…</source>
        <translation>&amp;Zurücknehmen: %1 …</translation>
    </message>
    <message>
        <source>&amp;Take Back…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Looking at what came before it.</source>
        <translation>Es wird nachgesehen, was davor war.</translation>
    </message>
    <message>
        <source>The window shows the past.</source>
        <translation>Das Fenster zeigt die Vergangenheit.</translation>
    </message>
</context>
<context>
    <name>muniment::TakingPane</name>
    <message>
        <source>Checkpoints to take</source>
        <translation>Prüfpunkte zum Annehmen</translation>
    </message>
    <message>
        <source>Paste lines that begin with muniment-checkpoint:, or a picture of their squares</source>
        <translation>Zeilen einfügen, die mit muniment-checkpoint: beginnen, oder ein Bild ihrer Quadrate</translation>
    </message>
    <message>
        <source>NAME+8 digits+letters, as its owner told you by another way</source>
        <translation>NAME+8 Ziffern+Buchstaben, wie ihn sein Besitzer auf anderem Weg genannt hat</translation>
    </message>
    <message>
        <source>&amp;Open File or Picture…</source>
        <translation>Datei oder &amp;Bild öffnen …</translation>
    </message>
    <message>
        <source>&amp;Keep What Is New</source>
        <translation>Neues &amp;aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Key of a witness to believe</source>
        <translation>Schlüssel eines &amp;Zeugen, dem zu glauben ist</translation>
    </message>
    <message>
        <source>What each checkpoint is to this workspace</source>
        <translation>Was jeder Prüfpunkt für diesen Arbeitsbereich ist</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No squares could be read in this picture.</source>
        <translation>In diesem Bild waren keine Quadrate lesbar.</translation>
    </message>
    <message>
        <source>Take Checkpoints</source>
        <translation>Prüfpunkte annehmen</translation>
    </message>
    <message>
        <source>Text or pictures (*.txt *.png *.jpg *.jpeg *.bmp);;All files (*)</source>
        <translation>Text oder Bilder (*.txt *.png *.jpg *.jpeg *.bmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a file of checkpoints.</source>
        <translation>%1 ist zu groß für eine Datei mit Prüfpunkten.</translation>
    </message>
    <message>
        <source>What you paste is compared with what is kept, at once. Nothing is kept before you say so.</source>
        <translation>Was Sie einfügen, wird sofort mit dem verglichen, was aufbewahrt ist. Aufbewahrt wird erst etwas, wenn Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>muniment::TeamListModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::TeamsAndRolesPage</name>
    <message>
        <source>Teams or roles</source>
        <translation>Teams oder Rollen</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>muniment::TeamsPage</name>
    <message>
        <source>%1 users, %2 teams</source>
        <translation>%1 Benutzer, %2 Teams</translation>
    </message>
    <message>
        <source>Remove Team</source>
        <translation>Team entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Es wurde entfernt.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Teams, sorted by name</source>
        <translation>Teams, nach Namen geordnet</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No team chosen</source>
        <translation>Kein Team gewählt</translation>
    </message>
    <message>
        <source>Choose one to see who is in it, what is granted to it and everything that changed it.</source>
        <translation>Wählen Sie eines, um zu sehen, wer darin ist, was ihm zugewiesen ist und was es geändert hat.</translation>
    </message>
    <message>
        <source>No team fits</source>
        <translation>Kein Team passt</translation>
    </message>
    <message>
        <source>None of the teams in this workspace matches the filter above.</source>
        <translation>Keines der Teams in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Noch keine Teams</translation>
    </message>
    <message>
        <source>A team gathers users and other teams, so that a role can be granted to all of them at once.</source>
        <translation>Ein Team fasst Benutzer und andere Teams zusammen, damit ihnen allen auf einmal eine Rolle zugewiesen werden kann.</translation>
    </message>
    <message>
        <source>Create Team…</source>
        <translation>Team anlegen …</translation>
    </message>
    <message>
        <source>%1 teams, as the list shows them.</source>
        <translation>%1 Teams, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::TimeBand</name>
    <message>
        <source>The past</source>
        <translation>Die Vergangenheit</translation>
    </message>
    <message>
        <source>This page stands as it is now: it has no past.</source>
        <translation>Diese Seite steht so da, wie sie jetzt ist: Sie hat keine Vergangenheit.</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>Nur lesen.</translation>
    </message>
    <message>
        <source>Nothing had happened yet. The first event is of %1.</source>
        <translation>Noch war nichts geschehen. Das erste Ereignis ist vom %1.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Read only. Last event, %1: %2</source>
        <translation>Nur lesen. Letztes Ereignis, %1: %2</translation>
    </message>
    <message>
        <source>This moment has not come: what is known now is shown.</source>
        <translation>Dieser Zeitpunkt ist noch nicht gekommen: Gezeigt wird, was jetzt bekannt ist.</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>The past: %1</source>
        <translation>Vergangenheit: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n event(s) that came in since</source>
        <translation>
            <numerusform>%n seither eingetroffenes Ereignis zeigen</numerusform>
            <numerusform>%n seither eingetroffene Ereignisse zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Noch nicht: %1</translation>
    </message>
</context>
<context>
    <name>muniment::TimeBars</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>muniment::TimePanel</name>
    <message>
        <source>As of another moment</source>
        <translation>Stand eines anderen Zeitpunkts</translation>
    </message>
    <message>
        <source>2026-03-14 09:00, -30d, eu-west-1 #1204331, or an event&apos;s id</source>
        <translation>2026-03-14 09:00, -30d, eu-west-1 #1204331 oder die Kennung eines Ereignisses</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>&amp;Show This Moment</source>
        <translation>Diesen &amp;Zeitpunkt zeigen</translation>
    </message>
    <message>
        <source>Back to &amp;Now</source>
        <translation>Zurück zu &amp;jetzt</translation>
    </message>
    <message>
        <source>&amp;What Changed Since…</source>
        <translation>&amp;Was sich seither geändert hat…</translation>
    </message>
    <message>
        <source>What became of everything from then to the moment that is shown</source>
        <translation>Was von da bis zum gezeigten Zeitpunkt aus allem wurde</translation>
    </message>
    <message>
        <source>Just before a bookmarked event</source>
        <translation>Unmittelbar vor einem Lesezeichen</translation>
    </message>
    <message>
        <source>A bookmark (Ctrl+D) with a note gives a moment its name: it is found here then.</source>
        <translation>Ein Lesezeichen (Strg+D) mit einer Notiz gibt einem Zeitpunkt seinen Namen: Er findet sich dann hier.</translation>
    </message>
    <message>
        <source>Show everything as of</source>
        <translation>Alles zeigen mit dem Stand von</translation>
    </message>
    <message>
        <source>Day, in UTC</source>
        <translation>Tag, in UTC</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>This workspace has no such event.</source>
        <translation>Dieser Arbeitsbereich hat kein solches Ereignis.</translation>
    </message>
    <message>
        <source>%1, which is %2</source>
        <translation>%1, das ist %2</translation>
    </message>
    <message>
        <source>A time (2026-03-14 09:00 is UTC; also yesterday or -3h), or the event just before which is meant: a region, # and the ordinal in its log, or its id.</source>
        <translation>Eine Zeit (2026-03-14 09:00 ist UTC; auch yesterday oder -3h) oder das Ereignis, unmittelbar vor dem gemeint ist: eine Region, # und die laufende Nummer in ihrem Protokoll, oder seine Kennung.</translation>
    </message>
    <message>
        <source>This is no time and no event: 2026-03-14 09:00, yesterday, -3h, eu-west-1 #1204331, or an event&apos;s id.</source>
        <translation>Das ist weder Zeit noch Ereignis: 2026-03-14 09:00, yesterday, -3h, eu-west-1 #1204331 oder die Kennung eines Ereignisses.</translation>
    </message>
    <message>
        <source>Everything as it was just before this event.</source>
        <translation>Alles, wie es unmittelbar vor diesem Ereignis war.</translation>
    </message>
    <message>
        <source>%1 has not come yet: nothing is known past now.</source>
        <translation>%1 ist noch nicht gekommen: Über jetzt hinaus ist nichts bekannt.</translation>
    </message>
    <message>
        <source>%1, before the first event (%2): nothing had happened yet.</source>
        <translation>%1, vor dem ersten Ereignis (%2): Noch war nichts geschehen.</translation>
    </message>
    <message>
        <source>Everything as it was at %1.</source>
        <translation>Alles, wie es war: %1.</translation>
    </message>
    <message>
        <source>Looking for the event.</source>
        <translation>Das Ereignis wird gesucht.</translation>
    </message>
</context>
<context>
    <name>muniment::TimeScrubber</name>
    <message>
        <source>Time: all events that are known</source>
        <translation>Zeit: alle Ereignisse, die bekannt sind</translation>
    </message>
    <message>
        <source>Left and Right go event by event, Page Up and Page Down a day, Home and End to the first and to the newest event; Shift and a click set where a comparison begins</source>
        <translation>Links und Rechts gehen Ereignis um Ereignis, Bild auf und Bild ab einen Tag, Pos1 und Ende zum ersten und zum neuesten Ereignis; Umschalt und ein Klick setzen, wo ein Vergleich beginnt</translation>
    </message>
</context>
<context>
    <name>muniment::TimelineActions</name>
    <message>
        <source>This is the newest event of this user or thing.</source>
        <translation>Das ist das neueste Ereignis dieses Benutzers oder dieser Sache.</translation>
    </message>
    <message>
        <source>This is the oldest event of this user or thing.</source>
        <translation>Das ist das älteste Ereignis dieses Benutzers oder dieser Sache.</translation>
    </message>
    <message>
        <source>%1 has no event with the ordinal %2.</source>
        <translation>%1 hat kein Ereignis mit der laufenden Nummer %2.</translation>
    </message>
    <message>
        <source>The event names no request that it belongs to.</source>
        <translation>Das Ereignis nennt keine Anfrage, zu der es gehört.</translation>
    </message>
    <message>
        <source>Minutes &amp;Around</source>
        <translation>Minuten &amp;ringsum</translation>
    </message>
    <message>
        <source>Minutes around</source>
        <translation>Minuten ringsum</translation>
    </message>
    <message numerus="yes">
        <source>±%n minute(s)</source>
        <translation>
            <numerusform>±%n Minute</numerusform>
            <numerusform>±%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>±%n hour(s)</source>
        <translation>
            <numerusform>±%n Stunde</numerusform>
            <numerusform>±%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>The timeline has such columns.</source>
        <translation>Solche Spalten hat die Zeitleiste.</translation>
    </message>
    <message>
        <source>No filter takes a secret: it would be kept with the filter.</source>
        <translation>Kein Filter nimmt ein Geheimnis auf: Es würde mit dem Filter aufbewahrt.</translation>
    </message>
    <message>
        <source>Choose a value to filter on; for a time, look around it with P.</source>
        <translation>Wählen Sie einen Wert zum Filtern; um eine Zeit herum sehen Sie mit P.</translation>
    </message>
    <message>
        <source>The timeline has such a search.</source>
        <translation>Eine solche Suche hat die Zeitleiste.</translation>
    </message>
</context>
<context>
    <name>muniment::TimelineHistogram</name>
    <message>
        <source>Events over time</source>
        <translation>Ereignisse im Lauf der Zeit</translation>
    </message>
    <message>
        <source>What the bars are divided by</source>
        <translation>Wonach die Balken geteilt sind</translation>
    </message>
    <message>
        <source>By outcome</source>
        <translation>Nach Ergebnis</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>Undivided</source>
        <translation>Ungeteilt</translation>
    </message>
    <message>
        <source>Earlier Zoom</source>
        <translation>Voriger Ausschnitt</translation>
    </message>
    <message>
        <source>Later Zoom</source>
        <translation>Nächster Ausschnitt</translation>
    </message>
    <message>
        <source>All Times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>The part of time shown before</source>
        <translation>Der Zeitraum, der davor zu sehen war</translation>
    </message>
    <message>
        <source>The part of time shown after this one</source>
        <translation>Der Zeitraum, der danach zu sehen war</translation>
    </message>
    <message>
        <source>Take the limits of time away</source>
        <translation>Die Grenzen der Zeit wegnehmen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>1 bar: %1</source>
        <translation>1 Balken: %1</translation>
    </message>
    <message>
        <source>1 bar: %1, in UTC for all organizations</source>
        <translation>1 Balken: %1, in UTC für alle Organisationen</translation>
    </message>
</context>
<context>
    <name>muniment::TimelineModel</name>
    <message>
        <source>Time %1 (%2)</source>
        <comment>%1 is the year</comment>
        <translation>Zeit %1 (%2)</translation>
    </message>
    <message>
        <source>Coloured by the rule “%1”</source>
        <translation>Gefärbt durch die Regel „%1“</translation>
    </message>
    <message>
        <source>%1. Rule: %2</source>
        <translation>%1. Regel: %2</translation>
    </message>
    <message>
        <source>The payload&apos;s field %1</source>
        <translation>Das Feld %1 des Inhalts</translation>
    </message>
    <message>
        <source>Found by the search</source>
        <translation>Treffer der Suche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a column of times and its zone</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>muniment::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has arrived from the regions so far. The chips above say how each region stands.</source>
        <translation>Aus den Regionen ist bisher nichts angekommen. Die Marken oben sagen, wie es um jede Region steht.</translation>
    </message>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Held at this place. Home goes back to the newest event and follows.</source>
        <translation>An dieser Stelle angehalten. Pos 1 geht zum neuesten Ereignis zurück und folgt.</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n neues Ereignis</numerusform>
            <numerusform>%n neue Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Rows %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>New events appear by themselves; scrolling away holds the view still, as this does.</source>
        <translation>Neue Ereignisse erscheinen von selbst; wer weiterblättert, hält die Ansicht an, wie dieser Knopf.</translation>
    </message>
    <message>
        <source>The filter was taken away: it does not match the event. Back restores it.</source>
        <translation>Der Filter wurde aufgehoben: Das Ereignis passt nicht zu ihm. Zurück stellt ihn wieder her.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>All %1 events that have been synced.</source>
        <translation>Alle %1 synchronisierten Ereignisse.</translation>
    </message>
    <message>
        <source>%1 events. %2</source>
        <translation>%1 Ereignisse. %2</translation>
    </message>
    <message>
        <source>%1 Secret values stay masked.</source>
        <translation>%1 Geheime Werte bleiben verdeckt.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write what is found into a file, as CSV or JSON lines</source>
        <translation>Das Gefundene in eine Datei schreiben, als CSV oder JSON-Zeilen</translation>
    </message>
    <message>
        <source>All %1 events of the moment that is shown.</source>
        <translation>Alle %1 Ereignisse des gezeigten Zeitpunkts.</translation>
    </message>
    <message>
        <source>No event by this moment</source>
        <translation>Kein Ereignis bis zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>Nothing that this workspace knows of had happened at the moment that is shown.</source>
        <translation>Zum gezeigten Zeitpunkt war nichts geschehen, wovon dieser Arbeitsbereich weiß.</translation>
    </message>
    <message>
        <source>Back to Now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>This event is later than the moment that is shown.</source>
        <translation>Dieses Ereignis liegt nach dem gezeigten Zeitpunkt.</translation>
    </message>
</context>
<context>
    <name>muniment::TimelineSearch</name>
    <message>
        <source>Searching…</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>No match in this list</source>
        <translation>Kein Treffer in dieser Liste</translation>
    </message>
    <message numerus="yes">
        <source>%1 match(es)</source>
        <translation>
            <numerusform>%1 Treffer</numerusform>
            <numerusform>%1 Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %1 of %2</source>
        <translation>Treffer %1 von %2</translation>
    </message>
    <message>
        <source>%1, from the top again</source>
        <translation>%1, wieder von oben</translation>
    </message>
    <message>
        <source>%1, from the bottom again</source>
        <translation>%1, wieder von unten</translation>
    </message>
</context>
<context>
    <name>muniment::TimelineTable</name>
    <message>
        <source>Events, newest first</source>
        <translation>Ereignisse, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Home goes to the newest event and follows; Space shows the details</source>
        <translation>Pos 1 geht zum neuesten Ereignis und folgt; die Leertaste zeigt die Einzelheiten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Place in the timeline</source>
        <translation>Stelle in der Zeitleiste</translation>
    </message>
    <message>
        <source>Time, kept in view</source>
        <translation>Zeit, im Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Add Column for a Field…</source>
        <translation>Spalte für ein &amp;Feld hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Keep the Time in View</source>
        <translation>&amp;Zeit im Blick behalten</translation>
    </message>
</context>
<context>
    <name>muniment::TracePane</name>
    <message>
        <source>What It Gave (%1)</source>
        <translation>Was es gab (%1)</translation>
    </message>
    <message>
        <source>What They Could Do (%1)</source>
        <translation>Was sie konnten (%1)</translation>
    </message>
    <message>
        <source>What Takes It Back (%1)</source>
        <translation>Was es zurücknimmt (%1)</translation>
    </message>
    <message>
        <source>Nothing was given</source>
        <translation>Nichts wurde gegeben</translation>
    </message>
    <message>
        <source>In that time the account gave nobody access or a way in, as far as this workspace knows.</source>
        <translation>In dieser Zeit gab das Konto niemandem Zugriff oder einen Zugang, soweit dieser Arbeitsbereich es weiß.</translation>
    </message>
    <message>
        <source>Nobody could do more</source>
        <translation>Niemand konnte mehr</translation>
    </message>
    <message>
        <source>Nothing of it let anybody do what they could not do without it.</source>
        <translation>Nichts davon ließ jemanden tun, was er ohne es nicht konnte.</translation>
    </message>
    <message>
        <source>Not in the past</source>
        <translation>Nicht in der Vergangenheit</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Es ist nichts mehr zu tun</translation>
    </message>
    <message>
        <source>What takes it back is drafted by what is so now. Go back to now to see it.</source>
        <translation>Was es zurücknimmt, wird nach dem entworfen, was jetzt so ist. Gehen Sie zurück zum Jetzt, um es zu sehen.</translation>
    </message>
    <message>
        <source>The account has no way in, and nothing of what it gave stands.</source>
        <translation>Das Konto hat keinen Zugang, und nichts von dem, was es gab, besteht.</translation>
    </message>
    <message>
        <source>No account chosen</source>
        <translation>Kein Konto gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what it gave to whom while it was in the wrong hands.</source>
        <translation>Wählen Sie eines, um zu sehen, wem es was gab, während es in falschen Händen war.</translation>
    </message>
    <message>
        <source>Not traced</source>
        <translation>Nicht verfolgt</translation>
    </message>
    <message>
        <source>Tracing was stopped, or did not come to its end.</source>
        <translation>Das Verfolgen wurde abgebrochen oder kam nicht an sein Ende.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Following what the account gave to whom …</source>
        <translation>Es wird verfolgt, wem das Konto was gab …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sides of the trace</source>
        <translation>Seiten der Verfolgung</translation>
    </message>
    <message>
        <source>What it gave, oldest first; Enter shows the event</source>
        <translation>Was es gab, Ältestes zuerst; die Eingabetaste zeigt das Ereignis</translation>
    </message>
    <message>
        <source>Who could do what by it; Enter shows the event that gave it</source>
        <translation>Wer dadurch was konnte; die Eingabetaste zeigt das Ereignis, das es gab</translation>
    </message>
    <message>
        <source>Commands in the order in which they are sent; Enter shows what they are about</source>
        <translation>Befehle in der Reihenfolge, in der sie gesendet werden; die Eingabetaste zeigt, worum es geht</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>muniment::TrailCard</name>
    <message>
        <source>Verify hashes every event anew and compares it with its tree and with what is kept.</source>
        <translation>Prüfen hasht jedes Ereignis neu und vergleicht es mit seinem Baum und mit dem, was aufbewahrt ist.</translation>
    </message>
    <message>
        <source>A policy says whose data this file may hold: what it does not hold cannot be verified here, and its regions are sealed organization by organization.</source>
        <translation>Eine Richtlinie sagt, wessen Daten diese Datei enthalten darf: Was sie nicht enthält, lässt sich hier nicht prüfen, und ihre Regionen werden Organisation für Organisation versiegelt.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only. Verifying changes nothing in it; what is sealed is kept beside it.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet. Die Prüfung ändert nichts an ihm; was versiegelt wird, wird neben ihm aufbewahrt.</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Reading what is kept …</source>
        <translation>Aufbewahrtes wird gelesen …</translation>
    </message>
    <message>
        <source>Last verified</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>%1 by %2, with %3</source>
        <translation>%1 von %2, mit %3</translation>
    </message>
    <message>
        <source>It found</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Never, as far as this machine knows</source>
        <translation>Nie, soweit dieser Rechner weiß</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>Aufbewahrte Prüfpunkte</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>Angehalten bei %1 %</translation>
    </message>
    <message>
        <source>Verifying: %1 %</source>
        <translation>Prüfung: %1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The last verification&apos;s record cannot be read: %1 Verify again, and a new one takes its place.</source>
        <translation>Der Vermerk der letzten Prüfung lässt sich nicht lesen: %1 Prüfen Sie noch einmal, dann tritt ein neuer an seine Stelle.</translation>
    </message>
    <message>
        <source>A checkpoint signs how the trees stand, and is kept outside of this file: whoever alters both the events and their trees is still found out. Seal now, let “muniment witness --follow” seal all the time, or take what others have sealed with “Exchange Checkpoints”.</source>
        <translation>Ein Prüfpunkt signiert, wie die Bäume stehen, und liegt außerhalb dieser Datei: Auch wer Ereignisse und Bäume zugleich ändert, fällt damit auf. Versiegeln Sie jetzt, lassen Sie „muniment witness --follow“ fortlaufend versiegeln, oder nehmen Sie mit „Prüfpunkte austauschen“ an, was andere versiegelt haben.</translation>
    </message>
    <message>
        <source>Reconciled with %1</source>
        <translation>Abgleich mit %1</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Not yet: it goes by itself, each hour while regions are followed</source>
        <translation>Noch keiner: er geht von selbst, jede Stunde, solange Regionen gefolgt wird</translation>
    </message>
    <message>
        <source>The record cannot be read: %1</source>
        <translation>Die Aufzeichnung ist nicht lesbar: %1</translation>
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
    <message>
        <source>contradicted</source>
        <translation>widersprochen</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>nicht versiegelt</translation>
    </message>
    <message>
        <source>A kept checkpoint of just this size has another root.</source>
        <translation>Ein aufbewahrter Prüfpunkt genau dieser Größe hat eine andere Wurzel.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Sealed to</source>
        <translation>Versiegelt bis</translation>
    </message>
    <message>
        <source>Sealed at (%1)</source>
        <translation>Versiegelt am (%1)</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Nicht versiegelt</translation>
    </message>
</context>
<context>
    <name>muniment::UndoDesk</name>
    <message>
        <source>Nothing was changed here since the file was opened.</source>
        <translation>Seit die Datei geöffnet wurde, wurde hier nichts geändert.</translation>
    </message>
    <message>
        <source>Un&amp;do “%1”</source>
        <translation>„%1“ &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>R&amp;edo “%1”</source>
        <translation>„%1“ wi&amp;ederholen</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>Wi&amp;ederholen</translation>
    </message>
</context>
<context>
    <name>muniment::UnusedGrantListModel</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Last use (%1)</source>
        <translation>Zuletzt benutzt (%1)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
    <message>
        <source>Until (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>muniment::UnusedGrantsPage</name>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a role for somebody</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Revoke unused grants</source>
        <translation>Unbenutzte Zuweisungen entziehen</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message numerus="yes">
        <source>Not used for %n day(s)</source>
        <translation>
            <numerusform>Seit %n Tag unbenutzt</numerusform>
            <numerusform>Seit %n Tagen unbenutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Unused grants</source>
        <translation>Unbenutzte Zuweisungen</translation>
    </message>
    <message>
        <source>Unused grants, newest first; Enter shows the holder</source>
        <translation>Unbenutzte Zuweisungen, neueste zuerst; Eingabe zeigt den Inhaber</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Seit wann</translation>
    </message>
    <message>
        <source>Looking at every use of a resource …</source>
        <translation>Jede Benutzung einer Ressource wird angesehen …</translation>
    </message>
    <message>
        <source>No grant chosen</source>
        <translation>Keine Zuweisung gewählt</translation>
    </message>
    <message>
        <source>Choose one to see who has it, since when, and who gave it.</source>
        <translation>Wählen Sie eine, um zu sehen, wer sie hat, seit wann und von wem.</translation>
    </message>
    <message>
        <source>No organization chosen</source>
        <translation>Keine Organisation gewählt</translation>
    </message>
    <message>
        <source>Choose one at the top: every use of its resources is looked at.</source>
        <translation>Wählen Sie oben eine: Jede Benutzung ihrer Ressourcen wird angesehen.</translation>
    </message>
    <message>
        <source>No grant fits</source>
        <translation>Keine Zuweisung passt</translation>
    </message>
    <message>
        <source>None of the unused grants matches the filter above.</source>
        <translation>Keine der unbenutzten Zuweisungen passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Every grant is used</source>
        <translation>Jede Zuweisung wird benutzt</translation>
    </message>
    <message>
        <source>At the moment that is shown no grant in force has gone unused for so long.</source>
        <translation>Zum gezeigten Zeitpunkt ist keine gültige Zuweisung so lange unbenutzt.</translation>
    </message>
    <message>
        <source>%1 unused grants, as the list shows them.</source>
        <translation>%1 unbenutzte Zuweisungen, wie die Liste sie zeigt.</translation>
    </message>
</context>
<context>
    <name>muniment::UserListModel</name>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Marked as compromised.</source>
        <translation>Als kompromittiert markiert.</translation>
    </message>
</context>
<context>
    <name>muniment::UsersPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>%1 (verified)</source>
        <translation>%1 (bestätigt)</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (nicht bestätigt)</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>The user is active.</source>
        <translation>Der Benutzer ist aktiv.</translation>
    </message>
    <message>
        <source>The user is locked.</source>
        <translation>Der Benutzer ist gesperrt.</translation>
    </message>
    <message>
        <source>The user is deactivated.</source>
        <translation>Der Benutzer ist deaktiviert.</translation>
    </message>
    <message>
        <source>A machine has no e-mail address.</source>
        <translation>Eine Maschine hat keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Users, sorted by user name</source>
        <translation>Benutzer, nach Benutzernamen sortiert</translation>
    </message>
    <message>
        <source>People and machines</source>
        <translation>Personen und Maschinen</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>No user chosen</source>
        <translation>Kein Benutzer gewählt</translation>
    </message>
    <message>
        <source>Choose one to see who it is and everything that changed it.</source>
        <translation>Wählen Sie einen, um zu sehen, wer es ist und was ihn änderte.</translation>
    </message>
    <message>
        <source>No user fits</source>
        <translation>Kein Benutzer passt</translation>
    </message>
    <message>
        <source>None of the users in this workspace matches the filter above.</source>
        <translation>Keiner der Benutzer in diesem Arbeitsbereich passt zum Filter oben.</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>None has been synced so far, or none was added. The first one is added here.</source>
        <translation>Bisher wurde keiner abgeglichen oder keiner hinzugefügt. Der erste entsteht hier.</translation>
    </message>
    <message>
        <source>Add User…</source>
        <translation>Benutzer hinzufügen …</translation>
    </message>
    <message>
        <source>%1 users, as the list shows them.</source>
        <translation>%1 Benutzer, wie die Liste sie zeigt.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>muss geändert werden</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Failed since</source>
        <translation>Seither gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in a row</source>
        <translation>
            <numerusform>%n-mal hintereinander</numerusform>
            <numerusform>%n-mal hintereinander</numerusform>
        </translation>
    </message>
    <message>
        <source>The user was removed.</source>
        <translation>Der Benutzer wurde entfernt.</translation>
    </message>
    <message>
        <source>A machine has no phone.</source>
        <translation>Eine Maschine hat kein Telefon.</translation>
    </message>
    <message>
        <source>There is no phone number.</source>
        <translation>Es gibt keine Telefonnummer.</translation>
    </message>
    <message>
        <source>It is verified.</source>
        <translation>Das ist schon bestätigt.</translation>
    </message>
    <message>
        <source>There is no e-mail address.</source>
        <translation>Es gibt keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A machine has no password.</source>
        <translation>Eine Maschine hat kein Passwort.</translation>
    </message>
    <message>
        <source>It is required already.</source>
        <translation>Das ist schon verlangt.</translation>
    </message>
    <message>
        <source>Remove User</source>
        <translation>Benutzer entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Beware</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Keys are for machines.</source>
        <translation>Schlüssel sind für Maschinen.</translation>
    </message>
</context>
<context>
    <name>muniment::ViewNameDialog</name>
    <message>
        <source>Save View</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>A view of this name is there and will be replaced.</source>
        <translation>Eine Ansicht dieses Namens gibt es; sie wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>muniment::WaitingStrip</name>
    <message>
        <source>Cancelled: the list is not what was asked for.</source>
        <translation>Abgebrochen: Die Liste ist nicht, was gefragt war.</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>muniment::WayTree</name>
    <message>
        <source>Missing on the nearest way:</source>
        <translation>Was auf dem nächsten Weg fehlt:</translation>
    </message>
    <message>
        <source>There are more ways than these %1.</source>
        <translation>Es gibt mehr Wege als diese %1.</translation>
    </message>
    <message>
        <source>Has ended: </source>
        <translation>Beendet: </translation>
    </message>
    <message>
        <source>There are more grants than these %1.</source>
        <translation>Es gibt mehr Zuweisungen als diese %1.</translation>
    </message>
</context>
<context>
    <name>muniment::WorkspaceSettingsDialog</name>
    <message>
        <source>Workspace Settings</source>
        <translation>Einstellungen des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>&amp;Operator (optional)</source>
        <translation>&amp;Bediener (freiwillig)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Your name, as it stands beside each change you make; empty: the database user</source>
        <translation>Ihr Name, wie er neben jeder Ihrer Änderungen steht; leer: der Datenbankbenutzer</translation>
    </message>
    <message>
        <source>A region that is removed is not followed any more; what has been synced of it stays in the file. No password is stored.</source>
        <translation>Einer entfernten Region wird nicht mehr gefolgt; was von ihr abgeglichen wurde, bleibt in der Datei. Kein Passwort wird gespeichert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>The workspace is open for reading only, because another process writes its file or its rights forbid writing. Change the settings where it is open for writing.</source>
        <translation>Der Arbeitsbereich ist nur zum Lesen geöffnet, weil ein anderer Prozess seine Datei schreibt oder ihre Rechte das Schreiben verbieten. Ändern Sie die Einstellungen dort, wo er zum Schreiben geöffnet ist.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Add &amp;Region</source>
        <translation>&amp;Region hinzufügen</translation>
    </message>
    <message>
        <source>two rows name the same region</source>
        <translation>zwei Zeilen nennen dieselbe Region</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird übernommen …</translation>
    </message>
    <message>
        <source>Find &amp;words: keep an index of them (about 15 bytes an event)</source>
        <translation>&amp;Wörter finden: einen Index von ihnen führen (etwa 15 Byte je Ereignis)</translation>
    </message>
    <message>
        <source>It is made in the background; words are found once it is complete. Switched off, it goes at once, and filters cannot ask for words.</source>
        <translation>Er entsteht im Hintergrund; Wörter werden gefunden, sobald er vollständig ist. Ausgeschaltet verschwindet er sofort, und Filter können nicht nach Wörtern fragen.</translation>
    </message>
    <message>
        <source>Before a &amp;change is sent</source>
        <translation>Bevor eine &amp;Änderung gesendet wird</translation>
    </message>
    <message>
        <source>Before a change is sent</source>
        <translation>Bevor eine Änderung gesendet wird</translation>
    </message>
    <message>
        <source>Nothing: what is reversible is just done</source>
        <translation>Nichts: was umkehrbar ist, wird einfach getan</translation>
    </message>
    <message>
        <source>A preview of what reaches beyond one thing</source>
        <translation>Eine Vorschau dessen, was über eine Sache hinausreicht</translation>
    </message>
    <message>
        <source>A preview and a reason, always</source>
        <translation>Immer eine Vorschau und ein Grund</translation>
    </message>
</context>
<context>
    <name>muniment::WorkspaceStrip</name>
    <message>
        <source>Find anything  Ctrl+K</source>
        <translation>Alles finden  Strg+K</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Leave the past (Ctrl+Shift+T)</source>
        <translation>Die Vergangenheit verlassen (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>Show everything as it was at another moment (Ctrl+T)</source>
        <translation>Alles so zeigen, wie es zu einem anderen Zeitpunkt war (Strg+T)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>muniment::WorkspaceView</name>
    <message>
        <source>There is no earlier place.</source>
        <translation>Es gibt keinen früheren Ort.</translation>
    </message>
    <message>
        <source>There is no later place.</source>
        <translation>Es gibt keinen späteren Ort.</translation>
    </message>
    <message>
        <source>Syncing is paused. %1</source>
        <translation>Das Synchronisieren ruht. %1</translation>
    </message>
    <message>
        <source>Syncing goes on: the file can be written again.</source>
        <translation>Das Synchronisieren geht weiter: Die Datei kann wieder geschrieben werden.</translation>
    </message>
    <message>
        <source>This page has no list.</source>
        <translation>Diese Seite hat keine Liste.</translation>
    </message>
    <message>
        <source>An export is running: wait for it, or cancel it.</source>
        <translation>Ein Export läuft: Warten Sie auf ihn, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>This page has no list to export.</source>
        <translation>Diese Seite hat keine Liste, die exportiert werden könnte.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) sent and not answered yet.</source>
        <translation>
            <numerusform>%n gesendete Änderung ist noch nicht beantwortet.</numerusform>
            <numerusform>%n gesendete Änderungen sind noch nicht beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>You will not be told what came of it. What was written shows in the timeline after the next sync; what has not reached its region by now is not sent again.</source>
        <translation>Was daraus geworden ist, wird hier nicht mehr gesagt. Was geschrieben wurde, zeigt die Zeitleiste nach dem nächsten Abgleich; was seine Region bis jetzt nicht erreicht hat, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The export to %1 is running.</source>
        <translation>Der Export nach %1 läuft.</translation>
    </message>
    <message>
        <source>It is cancelled, and nothing is left of its file.</source>
        <translation>Er wird abgebrochen, und von seiner Datei bleibt nichts.</translation>
    </message>
    <message>
        <source>Rebuilding has failed. %1</source>
        <translation>Der Neuaufbau ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>This page has no details.</source>
        <translation>Diese Seite hat keine Details.</translation>
    </message>
    <message>
        <source>Staged changes are being sent.</source>
        <translation>Vorgemerkte Änderungen werden gesendet.</translation>
    </message>
    <message>
        <source>Those that have not been sent stay staged, and are there when the workspace is opened again.</source>
        <translation>Die nicht gesendeten bleiben vorgemerkt und sind da, wenn der Arbeitsbereich wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>There is no earlier event.</source>
        <translation>Es gibt kein früheres Ereignis.</translation>
    </message>
    <message>
        <source>There is no later event.</source>
        <translation>Es gibt kein späteres Ereignis.</translation>
    </message>
    <message>
        <source>The window shows now.</source>
        <translation>Das Fenster zeigt, was jetzt ist.</translation>
    </message>
    <message>
        <source>The past stands still.</source>
        <translation>Die Vergangenheit steht still.</translation>
    </message>
    <message>
        <source>What is open is evidence already: hand over the bundle as it is.</source>
        <translation>Geöffnet sind bereits Beweise: Das Paket kann so übergeben werden, wie es ist.</translation>
    </message>
</context>
<context>
    <name>muniment::ZoneDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Festlegen</translation>
    </message>
    <message>
        <source>Time &amp;zone, a city or an IANA id; empty for none</source>
        <translation>Zeit&amp;zone, eine Stadt oder ein IANA-Name; leer für keine</translation>
    </message>
    <message>
        <source>Time &amp;zone, a city or an IANA id</source>
        <translation>Zeit&amp;zone, eine Stadt oder ein IANA-Name</translation>
    </message>
    <message>
        <source>There it is %1 now.</source>
        <translation>Dort ist es jetzt %1.</translation>
    </message>
    <message>
        <source>Choose a zone.</source>
        <translation>Wählen Sie eine Zone.</translation>
    </message>
    <message>
        <source>This machine knows no zone of this name. Type a city, and choose from the list.</source>
        <translation>Dieser Rechner kennt keine Zone dieses Namens. Tippen Sie eine Stadt und wählen Sie aus der Liste.</translation>
    </message>
</context>
<context>
    <name>muniment::ZoneEdit</name>
    <message>
        <source>Time zones found</source>
        <translation>Gefundene Zeitzonen</translation>
    </message>
    <message>
        <source>Berlin or Europe/Berlin</source>
        <translation>Berlin oder Europe/Berlin</translation>
    </message>
</context>
<context>
    <name>muniment::ZoneMenu</name>
    <message>
        <source>Time &amp;Zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Local (%1)</source>
        <translation>&amp;Lokal (%1)</translation>
    </message>
    <message>
        <source>Each &amp;Organization&apos;s</source>
        <translation>Je &amp;Organisation</translation>
    </message>
    <message>
        <source>O&amp;ther…</source>
        <translation>A&amp;ndere …</translation>
    </message>
    <message>
        <source>Choose from all zones this machine knows</source>
        <translation>Aus allen Zonen wählen, die dieser Rechner kennt</translation>
    </message>
    <message>
        <source>Time Zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>All times of the window are shown in this zone.</source>
        <translation>Alle Zeiten des Fensters stehen in dieser Zone da.</translation>
    </message>
</context>
</TS>
