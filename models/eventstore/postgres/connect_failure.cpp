#include "models/eventstore/postgres/connect_failure.h"

#include "models/eventstore/postgres/server_words.h"
#include "models/eventstore/postgres/sqlstate.h"

#include <array>
#include <clocale>
#include <locale.h>
#include <regex>

namespace muniment::postgres {

namespace {

struct Symptom {
    std::string_view words;
    ErrorCode code;
    ConnectStage stage;
};

// The first that fits decides: several hosts leave several messages.
constexpr std::array kSymptoms{
    Symptom{"could not translate host name", ErrorCode::Unreachable, ConnectStage::Name},
    Symptom{"could not parse network address", ErrorCode::InvalidInput, ConnectStage::Name},
    Symptom{"received invalid response to SSL negotiation", ErrorCode::NotADatabase, ConnectStage::Tls},
    Symptom{"expected authentication request from server", ErrorCode::NotADatabase, ConnectStage::Auth},
    Symptom{"received unencrypted data after SSL response", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"unsupported frontend protocol", ErrorCode::NotADatabase, ConnectStage::Auth},
    Symptom{"server does not support SSL", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"certificate", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"private key file", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"SSL error", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"SSL SYSCALL error", ErrorCode::TlsRejected, ConnectStage::Tls},
    Symptom{"no pg_hba.conf entry", ErrorCode::AuthenticationFailed, ConnectStage::Auth},
    Symptom{"authentication", ErrorCode::AuthenticationFailed, ConnectStage::Auth},
    Symptom{"channel binding", ErrorCode::AuthenticationFailed, ConnectStage::Auth},
    Symptom{"Connection refused", ErrorCode::Unreachable, ConnectStage::Tcp},
    Symptom{"No such file or directory", ErrorCode::Unreachable, ConnectStage::Tcp},
};

ConnectStage stageOf(ErrorCode code, ConnectStage reached) {
    switch (code) {
    case ErrorCode::AuthenticationFailed:
        return ConnectStage::Auth;
    case ErrorCode::DatabaseMissing:
    case ErrorCode::PermissionDenied:
        return ConnectStage::Database;
    default:
        return reached;
    }
}

} // namespace

std::string_view connectStageName(ConnectStage stage) {
    switch (stage) {
    case ConnectStage::Name:
        return "name";
    case ConnectStage::Tcp:
        return "tcp";
    case ConnectStage::Tls:
        return "tls";
    case ConnectStage::Auth:
        return "auth";
    case ConnectStage::Database:
        return "database";
    }
    return "name";
}

Error explain(const FailedAttempt& attempt) {
    Error error{ErrorCode::Unreachable, oneLine(attempt.message), {}};
    ConnectStage stage = attempt.reached;
    static const std::regex state(":  ([0-9A-Z]{5}): ");
    std::smatch match;
    if (attempt.needsPassword) {
        error.code = ErrorCode::AuthenticationFailed;
        stage = ConnectStage::Auth;
        error.context["needsPassword"] = "true";
    } else if (std::regex_search(attempt.message, match, state)) {
        error.code = meaningOf(match[1].str());
        error.context["sqlstate"] = match[1].str();
        stage = stageOf(error.code, attempt.reached);
        // A server that lets nobody in just now is down to us, whatever its words.
        if (error.code == ErrorCode::ServerError)
            error.code = ErrorCode::Unreachable;
    } else {
        for (const Symptom& symptom : kSymptoms) {
            if (attempt.message.find(symptom.words) == std::string::npos)
                continue;
            error.code = symptom.code;
            stage = symptom.stage;
            break;
        }
    }
    error.context["stage"] = connectStageName(stage);
    return error;
}

EnglishMessages::EnglishMessages()
    : m_english(::newlocale(LC_ALL_MASK, "C", nullptr)),
      m_before(::uselocale(m_english)) {}

EnglishMessages::~EnglishMessages() {
    ::uselocale(m_before);
    ::freelocale(m_english);
}

} // namespace muniment::postgres
