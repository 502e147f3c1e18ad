#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

/// "(detail)" after a sentence that can stand alone.
QString because(const QString& sentence, const Error& error) {
    const QString detail = plainText(error.detail).trimmed();
    return detail.isEmpty() ? sentence : Words::tr("%1 (%2)").arg(sentence, detail);
}

QString server(const Error& error) {
    const QString endpoint = plainText(error.get("endpoint"));
    return endpoint.isEmpty() ? Words::tr("the server") : endpoint;
}

/// The connection was lost on the way: that nothing was written is the news, what the driver said a detail.
ErrorWords notWritten(const Error& error) {
    const QString where = error.get("region").empty() ? server(error) : isolated(plainText(error.get("region")));
    return {Words::tr("The change was not written: the connection to %1 was lost before it was committed.").arg(where),
            Words::tr("This is certain now; send it again when the region can be reached."),
            {}};
}

ErrorWords connecting(const Error& error) {
    const std::string stage = error.get("stage");
    switch (error.code) {
    case ErrorCode::Unreachable:
        if (error.get("written") == "no" && (stage == "session" || stage == "commit"))
            return notWritten(error);
        if (stage == "name")
            return {because(Words::tr("The host name of %1 is not known.").arg(server(error)), error),
                    Words::tr("Check the spelling of the host and the name service of this machine."),
                    {}};
        return {because(Words::tr("%1 cannot be reached.").arg(server(error)), error),
                Words::tr("Check host, port, network and firewall, and that the server runs. What has been synced can "
                          "be read meanwhile."),
                {}};
    case ErrorCode::TlsRejected:
        return {because(Words::tr("The certificate check (TLS) of %1 failed.").arg(server(error)), error),
                Words::tr("Give the right CA file as sslrootcert and the host name that the certificate names. Nothing "
                          "was sent."),
                {}};
    case ErrorCode::AuthenticationFailed:
        return {because(Words::tr("%1 did not accept the user or the password.").arg(server(error)), error),
                Words::tr("Check the user, the password or the client certificate."),
                {}};
    case ErrorCode::NotADatabase:
        return {because(Words::tr("What answers at %1 is not a PostgreSQL or CockroachDB server.").arg(server(error)),
                        error),
                Words::tr("Check the port: 5432 is usual for PostgreSQL, 26257 for CockroachDB."),
                {}};
    default: // DatabaseMissing
        return {because(Words::tr("The server has no such database."), error),
                Words::tr("Check the database name in the endpoint, or create the database."),
                {}};
    }
}

ErrorWords schema(const Error& error) {
    const QString found = plainText(error.get("found"));
    const QString known = plainText(error.get("known"));
    switch (error.code) {
    case ErrorCode::SchemaMissing:
        if (!error.get("table").empty())
            return {Words::tr("The server's schema is from before checkpoints and copies were kept there."),
                    Words::tr("Everything else works. Run \"muniment schema install\" to complete it."),
                    {}};
        return {Words::tr("The database holds no muniment schema yet."),
                Words::tr("Install it: File > New Workspace offers it, or run \"muniment schema install\"."),
                {}};
    case ErrorCode::SchemaTooNew:
        return {
            Words::tr("The server's schema has version %1; this program knows versions up to %2.").arg(found, known),
            Words::tr("Nothing was changed. Update this program."),
            {}};
    case ErrorCode::SchemaTooOld:
        return {Words::tr("The server's schema has version %1; this program needs %2.").arg(found, known),
                Words::tr("Run \"muniment schema install\" to bring it up to date."),
                {}};
    default: // RegionMissing
        return {Words::tr("The schema is there, but it does not have this region."),
                Words::tr("Check the region's name, or add it with \"muniment schema install --region\"."),
                {}};
    }
}

ErrorWords trust(const Error& error) {
    switch (error.code) {
    case ErrorCode::LogRewound:
        return {
            because(Words::tr("The region's log no longer holds what this workspace holds."), error),
            Words::tr("The server was restored, failed over or lost commits. Syncing of this region has stopped and "
                      "nothing was changed. Ask whoever runs it; then keep this file for the records and make a "
                      "new workspace."),
            {}};
    case ErrorCode::DatabaseReplaced:
        return {
            because(Words::tr("Another database answers at this endpoint than this workspace has followed."), error),
            Words::tr(
                "Check the endpoint. If the database was restored or moved on purpose, say so in File > Workspace "
                "Settings or with \"muniment workspace endpoint change\"; if it is another one, make a new "
                "workspace for it."),
            {}};
    case ErrorCode::PurgeDue:
        return {because(Words::tr("An organization has moved to where this workspace may keep less of it."), error),
                Words::tr("What is held of it is taken out of the file before syncing goes on: open the workspace for "
                          "writing, or run \"muniment sync --once\"."),
                {}};
    default: // NeedsRepair
        return {
            because(Words::tr("The database was restored or copied and refuses new events."), error),
            Words::tr(
                "Its operator must run \"muniment schema repair\" first; then accept it in File > Workspace Settings "
                "or with \"muniment workspace endpoint change\"."),
            {}};
    }
}

ErrorWords running(const Error& error) {
    switch (error.code) {
    case ErrorCode::PermissionDenied: {
        if (error.get("stage") == "keychain")
            return {because(Words::tr("There is no keychain to keep the password in."), error),
                    Words::tr("It is kept until the program ends, and asked again next time."),
                    {}};
        const QString privilege = plainText(error.get("privilege"));
        return {
            privilege.isEmpty() ? because(Words::tr("The database user may not do this."), error)
                                : Words::tr("The database user lacks the right: %1.").arg(privilege),
            Words::tr("Nothing was written. Its operator can grant muniment_auditor for reading, muniment_admin for "
                      "changes, muniment_mover for history in bulk."),
            {}};
    }
    case ErrorCode::RegionUnavailable:
        return {because(Words::tr("The server answers, but the region's data are not available."), error),
                Words::tr("What has been synced can be read; it tries again by itself."),
                {}};
    case ErrorCode::Timeout:
        return {because(Words::tr("The server did not answer in time."), error),
                Words::tr("It may be busy or the network slow; try again."),
                {}};
    case ErrorCode::Cancelled:
        return {Words::tr("Cancelled."), {}, {}};
    case ErrorCode::Busy:
        return {Words::tr("Other writers kept the server busy."), Words::tr("Nothing was written. Try again."), {}};
    case ErrorCode::OutcomeUnknown:
        return {
            Words::tr("The connection was lost while the change was being written; whether it was is not known yet."),
            Words::tr("Do not repeat it: the server is asked until it is certain."),
            {}};
    default: { // ServerError
        const QString state = plainText(error.get("sqlstate"));
        const QString detail = plainText(error.detail).trimmed();
        return {state.isEmpty() ? Words::tr("The server reported an error: %1.").arg(detail)
                                : Words::tr("The server reported an error: %1 (SQLSTATE %2).").arg(detail, state),
                Words::tr("Its log tells more."),
                {}};
    }
    }
}

} // namespace

QString stageName(std::string_view stage) {
    if (stage == "name")
        return Words::tr("Find the host");
    if (stage == "tcp")
        return Words::tr("Reach the server");
    if (stage == "tls")
        return Words::tr("Check the certificate (TLS)");
    if (stage == "auth")
        return Words::tr("Sign in");
    if (stage == "database")
        return Words::tr("Open the database");
    if (stage == "schema")
        return Words::tr("Find the schema");
    if (stage == "region")
        return Words::tr("Find the region");
    return plainText(stage);
}

ErrorWords serverWords(const Error& error) {
    switch (error.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::TlsRejected:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseMissing:
        return connecting(error);
    case ErrorCode::SchemaMissing:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::SchemaTooOld:
    case ErrorCode::RegionMissing:
        return schema(error);
    case ErrorCode::LogRewound:
    case ErrorCode::DatabaseReplaced:
    case ErrorCode::PurgeDue:
    case ErrorCode::NeedsRepair:
        return trust(error);
    default:
        return running(error);
    }
}

} // namespace muniment
