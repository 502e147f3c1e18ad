// Appends and history rows the contract suite writes, and how it reads and prints what a store gives back.
#pragma once

#include "models/eventstore/event_store.h"

#include <QString>

#include <string>
#include <vector>

namespace muniment::test {

/// One sentence for a failed QVERIFY2; "no error" when there is none.
[[nodiscard]] std::string described(const Error& error);

template <class T>
[[nodiscard]] std::string described(const Result<T>& result) {
    return result ? std::string("no error") : described(result.error());
}

/// The name of the error's code; "none" for success. What failing calls are compared by.
template <class T>
[[nodiscard]] QString codeOf(const Result<T>& result) {
    return result ? QStringLiteral("none") : QString::fromStdString(std::string(errorCodeName(result.error().code)));
}

[[nodiscard]] Append newTenant(const RegionName& region, const std::string& tenant, const std::string& name);
[[nodiscard]] Append renamed(const RegionName& region, const std::string& tenant, std::int64_t expected,
                             const std::string& name);
[[nodiscard]] Append newUser(const RegionName& region, const std::string& tenant, const std::string& user);
/// One more event for an aggregate that exists.
[[nodiscard]] Append changed(const RegionName& region, const std::string& tenant, const std::string& user,
                             std::int64_t expected);
[[nodiscard]] ClaimChange take(const std::string& claim, const std::string& value);
[[nodiscard]] ClaimChange release(const std::string& claim, const std::string& value);

/// The same name, but one of the whole region.
[[nodiscard]] ClaimChange inRegion(ClaimChange change);
/// Events without payload, of these types.
[[nodiscard]] FollowingEvents following(const std::string& type, const std::string& id, std::int64_t expected,
                                        const std::vector<std::string>& eventTypes);

[[nodiscard]] HistoryClaim inHistory(const std::string& tenant, const std::string& owner, ClaimChange change);

/// Rows `from`, `from` + 1 … of one user's history, a second apart since 2024-01-01.
[[nodiscard]] std::vector<RecordedEvent> history(const std::string& tenant, const std::string& user, int from,
                                                 int count);
[[nodiscard]] TenantHome homeOf(const std::string& tenant, const std::string& state = "active");

/// The region's whole log in pages of `limit`, beginning beyond `after`. Fails the caller with the store's error.
[[nodiscard]] Result<std::vector<RecordedEvent>> readAll(EventStore& store, const RegionName& region, int limit = 8192,
                                                         std::optional<LogKey> after = {});

/// "user/ann 3 user.human.profile.changed" per event.
[[nodiscard]] QStringList printed(const std::vector<RecordedEvent>& events);

} // namespace muniment::test

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& checkedResult = (result);                                                                          \
        QVERIFY2(checkedResult.has_value(), muniment::test::described(checkedResult).c_str());                         \
    } while (false)
