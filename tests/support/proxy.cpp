#include "tests/support/proxy.h"

#include <QtGlobal>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace muniment::test {

namespace {

// How soon a wish from another thread is seen.
constexpr int kGlanceMs = 5;
constexpr std::chrono::seconds kLatency{2};

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr* generic(sockaddr_in& address) {
    return reinterpret_cast<sockaddr*>(&address);
}

bool sendAll(int socket, const char* bytes, ssize_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

} // namespace

Proxy::Proxy(int serverPort) : m_serverPort(serverPort) {
    listen(16);
    m_thread = std::thread([this] { run(); });
}

Proxy::~Proxy() {
    m_isEnding = true;
    m_thread.join();
    for (Pair& pair : m_pairs) {
        close(pair.client);
        close(pair.server);
    }
    for (int& socket : m_queued)
        close(socket);
    close(m_listener);
}

/// Anew, on the port that it had.
void Proxy::listen(int backlog) {
    close(m_listener);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int isReused = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &isReused, sizeof isReused);
    sockaddr_in address = loopback(m_port);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic(address), size) != 0 || ::listen(m_listener, backlog) != 0 ||
        ::getsockname(m_listener, generic(address), &size) != 0)
        qFatal("proxy: %s", std::strerror(errno));
    m_port = ntohs(address.sin_port);
}

void Proxy::cut(Cut how) {
    m_wantedCut = how;
    while (m_cut != how)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Proxy::onClientBytes(Decision decision) {
    const std::lock_guard lock(m_mutex);
    m_decision = std::move(decision);
}

void Proxy::close(int& socket) {
    if (socket >= 0)
        ::close(socket);
    socket = -1;
}

/// Linux answers no SYN while the queue of those who wait to be taken is full.
void Proxy::fillQueue() {
    constexpr int kMoreThanFit = 3;
    for (int i = 0; i < kMoreThanFit; ++i) {
        m_queued.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_in address = loopback(m_port);
        ::connect(m_queued.back(), generic(address), sizeof address);
    }
}

void Proxy::obey(Cut how) {
    for (int& socket : m_queued)
        close(socket);
    m_queued.clear();
    switch (how) {
    case Cut::Down:
        close(m_listener);
        for (Pair& pair : m_pairs) {
            close(pair.client);
            close(pair.server);
        }
        m_pairs.clear();
        break;
    case Cut::BlackHole:
        listen(0);
        fillQueue();
        [[fallthrough]];
    case Cut::HalfOpen:
        for (Pair& pair : m_pairs)
            pair.isHeld = true;
        break;
    case Cut::None:
        listen(16);
        break;
    case Cut::Latency:
    case Cut::Reset:
        break;
    }
    m_cut = how;
}

void Proxy::reset(Pair& pair) {
    const linger atOnce{1, 0};
    ::setsockopt(pair.client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close(pair.client);
    close(pair.server);
}

void Proxy::accept() {
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    pair.isHeld = m_cut == Cut::HalfOpen;
    pair.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(m_serverPort);
    if (::connect(pair.server, generic(address), sizeof address) != 0) {
        close(pair.client);
        close(pair.server);
        return;
    }
    m_pairs.push_back(pair);
}

bool Proxy::fromClient(Pair& pair) {
    std::array<char, 65536> bytes{};
    const ssize_t size = ::recv(pair.client, bytes.data(), bytes.size(), 0);
    if (size <= 0)
        return false;
    Decision decision;
    {
        const std::lock_guard lock(m_mutex);
        decision = m_decision;
    }
    switch (decision ? decision({bytes.data(), static_cast<std::size_t>(size)}) : Passage::Forward) {
    case Passage::Forward:
        return sendAll(pair.server, bytes.data(), size);
    case Passage::Hold:
        pair.isHeld = true;
        return true;
    case Passage::CutBefore:
        return false;
    case Passage::ForwardAndCut:
        [[maybe_unused]] const bool isSent = sendAll(pair.server, bytes.data(), size);
        close(pair.client);
        return true;
    }
    return false;
}

bool Proxy::fromServer(Pair& pair) {
    std::array<char, 65536> bytes{};
    ssize_t size = ::recv(pair.server, bytes.data(), bytes.size(), 0);
    if (size <= 0)
        return false;
    const Cut cut = m_cut;
    if (cut == Cut::Reset) {
        size = (size + 1) / 2;
        [[maybe_unused]] const bool isSent = pair.client < 0 || sendAll(pair.client, bytes.data(), size);
        reset(pair);
        return false;
    }
    const auto due = Clock::now() + (cut == Cut::Latency ? kLatency : Clock::duration::zero());
    pair.late.push_back({due, std::string(bytes.data(), static_cast<std::size_t>(size))});
    return deliver(pair);
}

/// In their order, also when the network has become faster since.
bool Proxy::deliver(Pair& pair) {
    for (const auto now = Clock::now(); !pair.late.empty() && pair.late.front().due <= now; pair.late.pop_front()) {
        const std::string& bytes = pair.late.front().bytes;
        if (pair.client >= 0 && !sendAll(pair.client, bytes.data(), static_cast<ssize_t>(bytes.size())))
            return false;
    }
    return true;
}

void Proxy::run() {
    while (!m_isEnding) {
        if (const Cut wanted = m_wantedCut; wanted != m_cut)
            obey(wanted);
        const bool takesNone = m_cut == Cut::BlackHole;
        // poll() ignores negative descriptors.
        std::vector<pollfd> sockets{{takesNone ? -1 : m_listener, POLLIN, 0}};
        for (const Pair& pair : m_pairs) {
            sockets.push_back({pair.isHeld ? -1 : pair.client, POLLIN, 0});
            sockets.push_back({pair.isHeld || m_areAnswersHeld ? -1 : pair.server, POLLIN, 0});
        }
        ::poll(sockets.data(), sockets.size(), kGlanceMs);
        const bool isCut = m_isCutWanted.exchange(false);
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            Pair& pair = m_pairs[i];
            const bool isAlive = !isCut && (sockets[1 + 2 * i].revents == 0 || fromClient(pair)) &&
                                 (sockets[2 + 2 * i].revents == 0 || fromServer(pair)) &&
                                 (pair.isHeld || deliver(pair));
            if (!isAlive) {
                close(pair.client);
                close(pair.server);
            }
        }
        std::erase_if(m_pairs, [](const Pair& pair) { return pair.server < 0; });
        if ((sockets[0].revents & POLLIN) != 0)
            accept();
    }
}

} // namespace muniment::test
