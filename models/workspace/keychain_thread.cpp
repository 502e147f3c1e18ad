#include "models/workspace/keychain_thread.h"

#include <QCoreApplication>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <future>

namespace muniment {

namespace {

QString service() {
    return QStringLiteral("muniment");
}

std::string wordsFor(const QKeychain::Job& job) {
    if (job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented)
        return "no keychain service is running";
    return job.errorString().toStdString();
}

} // namespace

KeychainThread& KeychainThread::instance() {
    // Never destroyed: a job that hangs in the session bus would hang the exit of the program.
    static auto* const thread = new KeychainThread;
    return *thread;
}

KeychainThread::KeychainThread() {
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("keychain"));
    m_place = new QObject;
    m_place->moveToThread(m_thread);
    m_thread->start();
}

KeychainThread::Reply<std::optional<std::string>> KeychainThread::read(const std::string& key,
                                                                       std::chrono::milliseconds patience) {
    auto found = std::make_shared<std::optional<std::string>>();
    const auto make = [key]() -> QKeychain::Job* {
        auto* job = new QKeychain::ReadPasswordJob(service());
        job->setKey(QString::fromStdString(key));
        return job;
    };
    const auto outcome = [found](QKeychain::Job& job) -> Reply<void> {
        if (job.error() == QKeychain::EntryNotFound)
            return {};
        if (job.error() != QKeychain::NoError)
            return tl::unexpected(wordsFor(job));
        *found = static_cast<QKeychain::ReadPasswordJob&>(job).textData().toStdString();
        return {};
    };
    auto ended = run(make, outcome, patience);
    if (!ended)
        return tl::unexpected(ended.error());
    return std::move(*found);
}

KeychainThread::Reply<void> KeychainThread::write(const std::string& key, const std::string& value,
                                                  std::chrono::milliseconds patience) {
    const auto make = [key, value]() -> QKeychain::Job* {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setKey(QString::fromStdString(key));
        job->setTextData(QString::fromStdString(value));
        return job;
    };
    const auto outcome = [](QKeychain::Job& job) -> Reply<void> {
        if (job.error() != QKeychain::NoError)
            return tl::unexpected(wordsFor(job));
        return {};
    };
    return run(make, outcome, patience);
}

KeychainThread::Reply<void> KeychainThread::remove(const std::string& key, std::chrono::milliseconds patience) {
    const auto make = [key]() -> QKeychain::Job* {
        auto* job = new QKeychain::DeletePasswordJob(service());
        job->setKey(QString::fromStdString(key));
        return job;
    };
    const auto outcome = [](QKeychain::Job& job) -> Reply<void> {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return tl::unexpected(wordsFor(job));
        return {};
    };
    return run(make, outcome, patience);
}

KeychainThread::Reply<void> KeychainThread::run(const std::function<QKeychain::Job*()>& make,
                                                const std::function<Reply<void>(QKeychain::Job&)>& outcome,
                                                std::chrono::milliseconds patience) {
    if (!QCoreApplication::instance())
        return tl::unexpected(std::string("no application object"));
    auto promise = std::make_shared<std::promise<Reply<void>>>();
    auto answer = promise->get_future();
    const auto start = [promise, make, outcome] {
        QKeychain::Job* job = make(); // deletes itself when finished
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [promise, outcome](QKeychain::Job* ended) { promise->set_value(outcome(*ended)); });
        job->start();
    };
    QMetaObject::invokeMethod(m_place, start, Qt::QueuedConnection);
    if (answer.wait_for(patience) != std::future_status::ready)
        return tl::unexpected(std::string("the keychain did not answer in time"));
    return answer.get();
}

} // namespace muniment
