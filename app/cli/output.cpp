#include "app/cli/output.h"

#include "app/cli/text.h"

#include <cstdio>
#include <unistd.h>

namespace muniment::cli {

Output::~Output() {
    endProgress();
}

void Output::line(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

void Output::text(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void Output::object(const JsonObject& object) {
    line(object.build());
}

void Output::message(std::string_view text) {
    endProgress();
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

void Output::progress(std::string_view text) {
    static const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
    const auto now = std::chrono::steady_clock::now();
    const auto interval = std::chrono::milliseconds(isTerminal ? 100 : 2000);
    if (now - m_lastProgress < interval)
        return;
    m_lastProgress = now;
    if (isTerminal) {
        // Return, clear to the end of the line.
        std::fprintf(stderr, "\r\x1b[K%.*s", static_cast<int>(text.size()), text.data());
        m_isProgressOpen = true;
    } else {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
    }
    std::fflush(stderr);
}

void Output::endProgress() {
    if (m_isProgressOpen)
        std::fputc('\n', stderr);
    m_isProgressOpen = false;
}

void Output::error(const Error& error) {
    if (!error.context.contains("excerpt"))
        return message(sentence(error));
    message(error.detail);
    message("  " + error.get("excerpt"));
    message("  " + error.get("carets"));
}

bool Output::flush() {
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

Exit exitOf(const Error& error) {
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::TenantNotHere:
        return Exit::No;
    case ErrorCode::InvalidInput:
    case ErrorCode::Ambiguous:
    case ErrorCode::FileMissing:
    case ErrorCode::FileExists:
    case ErrorCode::NotAWorkspace:
    case ErrorCode::FileCorrupt:
    case ErrorCode::FileTooNew:
        return Exit::Usage;
    default:
        return Exit::Failed;
    }
}

} // namespace muniment::cli
