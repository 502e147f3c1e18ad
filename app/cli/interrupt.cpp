#include "app/cli/interrupt.h"

#include <array>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace muniment::cli {

static sigset_t watchedSignals() {
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGINT);
    sigaddset(&mask, SIGTERM);
    return mask;
}

Interrupt::Interrupt() {
    const auto mask = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    m_signals = ::signalfd(-1, &mask, SFD_CLOEXEC);
    m_end = ::eventfd(0, EFD_CLOEXEC);
    m_watcher = std::jthread([this] {
        std::array<pollfd, 2> watched{pollfd{m_signals, POLLIN, 0}, pollfd{m_end, POLLIN, 0}};
        while (::poll(watched.data(), watched.size(), -1) < 0) {
        }
        if ((watched[0].revents & POLLIN) == 0)
            return;
        signalfd_siginfo taken{};
        [[maybe_unused]] const auto size = ::read(m_signals, &taken, sizeof taken);
        // From here on the default action applies in this thread: a second Ctrl-C ends the program.
        const auto again = watchedSignals();
        pthread_sigmask(SIG_UNBLOCK, &again, nullptr);
        m_stop.request_stop();
        while (::poll(&watched[1], 1, -1) < 0) {
        }
    });
}

Interrupt::~Interrupt() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto size = ::write(m_end, &one, sizeof one);
    m_watcher.join();
    ::close(m_signals);
    ::close(m_end);
    const auto mask = watchedSignals();
    pthread_sigmask(SIG_UNBLOCK, &mask, nullptr);
}

} // namespace muniment::cli
