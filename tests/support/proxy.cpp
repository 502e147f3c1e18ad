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

Proxy::Proxy(int serverPort) : m_serverPort(serverPort), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic(address), size) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, generic(address), &size) != 0)
        qFatal("proxy: %s", std::strerror(errno));
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

Proxy::~Proxy() {
    m_isEnding = true;
    m_thread.join();
    for (Pair& pair : m_pairs) {
        close(pair.client);
        close(pair.server);
    }
    close(m_listener);
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

void Proxy::accept() {
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
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
    const ssize_t size = ::recv(pair.server, bytes.data(), bytes.size(), 0);
    return size > 0 && (pair.client < 0 || sendAll(pair.client, bytes.data(), size));
}

void Proxy::run() {
    while (!m_isEnding) {
        std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
        for (const Pair& pair : m_pairs) {
            // poll() ignores negative descriptors.
            sockets.push_back({pair.isHeld ? -1 : pair.client, POLLIN, 0});
            sockets.push_back({pair.isHeld || m_areAnswersHeld ? -1 : pair.server, POLLIN, 0});
        }
        ::poll(sockets.data(), sockets.size(), kGlanceMs);
        const bool isCut = m_isCutWanted.exchange(false);
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            Pair& pair = m_pairs[i];
            const bool isAlive = !isCut && (sockets[1 + 2 * i].revents == 0 || fromClient(pair)) &&
                                 (sockets[2 + 2 * i].revents == 0 || fromServer(pair));
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
