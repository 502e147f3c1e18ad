// Why a connection could not be made: which stage failed, and what that means.
#pragma once

#include "models/base/result.h"
#include "models/eventstore/postgres/connection_info.h"

#include <string>

namespace muniment::postgres {

/// How far an attempt came, as libpq's polling showed it.
enum class ConnectStage { Name, Tcp, Tls, Auth, Database };
[[nodiscard]] std::string_view connectStageName(ConnectStage stage);

struct FailedAttempt {
    ConnectStage reached = ConnectStage::Name;
    std::string message; ///< libpq's words, in English, with SQLSTATEs
    bool needsPassword = false;
};

[[nodiscard]] Error explain(const FailedAttempt& attempt);

/// libpq translates its messages by the thread's locale, and their words are all it tells about a failed attempt:
/// while the object lives, the thread speaks English to it.
class EnglishMessages {
public:
    EnglishMessages();
    EnglishMessages(const EnglishMessages&) = delete;
    EnglishMessages& operator=(const EnglishMessages&) = delete;
    ~EnglishMessages();

private:
    struct __locale_struct* m_english;
    struct __locale_struct* m_before;
};

} // namespace muniment::postgres
