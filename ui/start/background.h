// Runs work that may wait for the network or the disk off the GUI thread, and brings the result back.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace muniment {

/// `done` is called in the GUI thread unless `context` has died. Call in the GUI thread.
template <class T>
void runInBackground(QObject* context, std::function<T()> work, std::function<void(T)> done) {
    auto guard = std::make_shared<QPointer<QObject>>(context);
    QThreadPool::globalInstance()->start([guard, work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<T>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, result, done] {
                if (*guard)
                    done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace muniment
