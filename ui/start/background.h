// Runs work that may wait for the network or the disk off the GUI thread, and brings the result back.
#pragma once

#include "models/base/stray_threads.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace muniment {

/// `done` is called in the GUI thread unless `context` has died. Call in the GUI thread. Work that hangs does not keep
/// the window from closing; and since its thread is really joined, where a pool's is not, what OpenSSL keeps for the
/// thread is given back before the process ends.
template <class T>
void runInBackground(QObject* context, std::function<T()> work, std::function<void(T)> done) {
    static QObject* const home = new QObject; // in the GUI thread, and there for as long as any work may end
    auto guard = std::make_shared<QPointer<QObject>>(context);
    startStrayThread([guard, work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<T>(work());
        QMetaObject::invokeMethod(
            home,
            [guard, result, done] {
                if (*guard)
                    done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace muniment
