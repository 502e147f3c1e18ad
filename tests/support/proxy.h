// A TCP proxy inside the test's process that can be told to lose, hold or cut what passes: the network as a server's
// users know it.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
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

/// What has become of the way to a region.
enum class Cut {
    None,
    Down,      ///< every connection is closed, new ones are refused
    Latency,   ///< each answer arrives two seconds late
    BlackHole, ///< nothing arrives on either side any more, and what knocks is not even refused
    HalfOpen,  ///< connections are taken, and nobody speaks on them; old ones stay, their peer gone without a word
    Reset      ///< every connection is reset in the middle of an answer
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

    /// From now on, until it is told otherwise; in force when the call returns. What a cut left without a peer stays so
    /// when the cut ends: the connections that were open in a BlackHole or a HalfOpen never speak again.
    void cut(Cut how);

private:
    using Clock = std::chrono::steady_clock;

    struct Late {
        Clock::time_point due;
        std::string bytes;
    };

    struct Pair {
        int client = -1;
        int server = -1;
        bool isHeld = false;
        std::deque<Late> late = {}; ///< answers on their way
    };

    void run();
    void accept();
    void listen(int backlog);
    void obey(Cut how);
    void fillQueue();
    [[nodiscard]] bool fromClient(Pair& pair);
    [[nodiscard]] bool fromServer(Pair& pair);
    [[nodiscard]] static bool deliver(Pair& pair);
    static void close(int& socket);
    static void reset(Pair& pair);

    int m_serverPort;
    int m_listener = -1;
    int m_port = 0;
    std::mutex m_mutex;
    Decision m_decision;
    std::atomic<bool> m_areAnswersHeld = false;
    std::atomic<bool> m_isCutWanted = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<Cut> m_wantedCut = Cut::None;
    std::atomic<Cut> m_cut = Cut::None; ///< as the thread below has made it
    std::vector<Pair> m_pairs;
    std::vector<int> m_queued; ///< connections to ourselves that nobody takes
    std::thread m_thread;
};

} // namespace muniment::test
