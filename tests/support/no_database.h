// A server of another kind at the port where a database is expected.
#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace muniment::test {

/// Something that listens, and answers whatever comes with the same bytes, or with nothing.
class NoDatabase {
public:
    explicit NoDatabase(std::string answer)
        : m_answer(std::move(answer)),
          m_listener(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 4) != 0 ||
            ::getsockname(m_listener, generic, &size) != 0)
            qFatal("no loopback port");
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~NoDatabase() {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }

    int port = 0;

private:
    void serve() {
        for (int client = ::accept(m_listener, nullptr, nullptr); client >= 0;
             client = ::accept(m_listener, nullptr, nullptr)) {
            std::array<char, 1024> bytes{};
            // Until the client gives up; a silent port reads and says nothing.
            while (::recv(client, bytes.data(), bytes.size(), 0) > 0)
                if (!m_answer.empty())
                    ::send(client, m_answer.data(), m_answer.size(), MSG_NOSIGNAL);
            ::close(client);
        }
    }

    std::string m_answer;
    int m_listener;
    std::thread m_thread;
};

} // namespace muniment::test
