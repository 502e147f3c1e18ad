// A TCP proxy inside the test's process that can be told to lose, hold or cut what passes: the network as a server's
// users know it.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace muniment::test {

enum class Passage {
    Forward,      ///< as a network should
    Hold,         ///< nothing moves, nothing is closed: a black hole
    CutBefore,    ///< both connections are closed, these bytes lost
    ForwardAndCut ///< these bytes arrive, then the client's connection is closed; the server is left to finish
};

/// Listens on a free loopback port from construction to destruction. Thread-safe.
class Proxy {
public:
    /// Asked for every chunk of bytes on the way to the server.
    using Decision = std::function<Passage(std::string_view bytes)>;

    explicit Proxy(int serverPort);
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;
    ~Proxy();

    [[nodiscard]] int port() const { return m_port; }

    void onClientBytes(Decision decision);

    /// Of what the server answers, from now on.
    void holdAnswers(bool isHeld) { m_areAnswersHeld = isHeld; }

    /// Closes every connection.
    void cutAll() { m_isCutWanted = true; }

private:
    struct Pair {
        int client = -1;
        int server = -1;
        bool isHeld = false;
    };

    void run();
    void accept();
    [[nodiscard]] bool fromClient(Pair& pair);
    [[nodiscard]] bool fromServer(Pair& pair);
    static void close(int& socket);

    int m_serverPort;
    int m_listener = -1;
    int m_port = 0;
    std::mutex m_mutex;
    Decision m_decision;
    std::atomic<bool> m_areAnswersHeld = false;
    std::atomic<bool> m_isCutWanted = false;
    std::atomic<bool> m_isEnding = false;
    std::vector<Pair> m_pairs;
    std::thread m_thread;
};

} // namespace muniment::test
