// QtKeychain on a thread of its own: its jobs need an event loop, share one queue, and may block where there is no
// desktop session.
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

class QThread;

namespace QKeychain {
class Job;
}

namespace muniment {

/// One for the process; its thread is left behind at exit when a job hangs. Never the plain-text fallback. Errors are
/// technical words; a job that does not end within `patience` is an error too. Any thread but its own.
class KeychainThread {
public:
    template <class T>
    using Reply = tl::expected<T, std::string>;

    [[nodiscard]] static KeychainThread& instance();

    /// Absent: the keychain works and has no such entry.
    [[nodiscard]] Reply<std::optional<std::string>> read(const std::string& key, std::chrono::milliseconds patience);
    [[nodiscard]] Reply<void> write(const std::string& key, const std::string& value,
                                    std::chrono::milliseconds patience);
    /// Removing what is not there is success.
    [[nodiscard]] Reply<void> remove(const std::string& key, std::chrono::milliseconds patience);

private:
    KeychainThread();
    [[nodiscard]] Reply<void> run(const std::function<QKeychain::Job*()>& make,
                                  const std::function<Reply<void>(QKeychain::Job&)>& outcome,
                                  std::chrono::milliseconds patience);

    QThread* m_thread = nullptr;
    QObject* m_place = nullptr; ///< lives in that thread
};

} // namespace muniment
