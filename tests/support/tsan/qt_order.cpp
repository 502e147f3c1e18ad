// Tells ThreadSanitizer in which order Qt runs what one thread hands to another. Debian's Qt is not instrumented: that
// a posted call follows its posting is decided inside the library, so every value that travels in one would look like a
// race. The alternative, suppressing whatever an event loop calls, would hide the real ones.
//
// These definitions stand before the library's for everything that is linked into the program; the library's own calls
// of itself, as for a signal between threads, do not come by here.
#include <QObject>
#include <QRunnable>
#include <QThreadPool>

#include <cstdarg>
#include <cstring>
#include <dlfcn.h>
#include <functional>
#include <sanitizer/tsan_interface.h>
#include <sched.h>
#include <utility>

// ThreadSanitizer's, without a header.
extern "C" {
void AnnotateIgnoreReadsBegin(const char* file, int line);
void AnnotateIgnoreReadsEnd(const char* file, int line);
void AnnotateIgnoreWritesBegin(const char* file, int line);
void AnnotateIgnoreWritesEnd(const char* file, int line);
}

namespace {

/// While it lives, what this thread reads and writes is no race.
struct IgnoredAccesses {
    IgnoredAccesses() {
        AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
        AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    }

    IgnoredAccesses(const IgnoredAccesses&) = delete;
    IgnoredAccesses& operator=(const IgnoredAccesses&) = delete;

    ~IgnoredAccesses() {
        AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
        AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
    }
};

/// What the library has under this mangled name.
template <class Function>
Function libraryFunction(const char* name) {
    void* found = ::dlsym(RTLD_NEXT, name);
    if (!found)
        qFatal("Qt has no %s", name);
    return reinterpret_cast<Function>(found);
}

bool isLibraryCode(const void* place) {
    Dl_info facts{};
    return ::dladdr(place, &facts) != 0 && std::strstr(facts.dli_fname, "/libQt6") != nullptr;
}

/// A posted call that carries the order with it: posting comes before running, and running before destroying,
/// whichever thread destroys it.
class OrderedCall final : public QtPrivate::QSlotObjectBase {
public:
    explicit OrderedCall(QSlotObjectBase* call) : QSlotObjectBase(&OrderedCall::perform), m_call(call) {
        __tsan_release(this);
    }

private:
    static void perform(int what, QSlotObjectBase* base, QObject* receiver, void** arguments, bool* isEqual) {
        auto* self = static_cast<OrderedCall*>(base);
        __tsan_acquire(self);
        if (what == Call) {
            self->m_call->call(receiver, arguments);
            __tsan_release(self);
        } else if (what == Compare) {
            *isEqual = false;
        } else {
            self->m_call->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase* m_call;
};

/// Starting a task comes before running it, and running it before the pool is done.
class OrderedTask final : public QRunnable {
public:
    OrderedTask(QThreadPool* pool, std::function<void()> work) : m_pool(pool), m_work(std::move(work)) {
        __tsan_release(this);
    }

    void run() override {
        __tsan_acquire(this);
        m_work();
        m_work = nullptr;
        __tsan_release(m_pool);
    }

private:
    QThreadPool* m_pool;
    std::function<void()> m_work;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* result) {
    using Invoke = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto invoke = libraryFunction<Invoke>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto* call = new OrderedCall(slot);
    if (type != Qt::QueuedConnection)
        return invoke(object, call, type, result);
    // It moves the receiver's queue about, under a mutex of its own; nothing of ours runs in there.
    const IgnoredAccesses inTheLibrary;
    return invoke(object, call, type, result);
}

void QThreadPool::start(std::function<void()> work, int priority) {
    // Large pictures are painted on a pool of the library's, whose threads we could not follow.
    if (isLibraryCode(__builtin_return_address(0)))
        return work();
    start(new OrderedTask(this, std::move(work)), priority);
}

bool QThreadPool::waitForDone(int milliseconds) {
    using Wait = bool (*)(QThreadPool*, int);
    static const auto wait = libraryFunction<Wait>("_ZN11QThreadPool11waitForDoneEi");
    const bool isDone = wait(this, milliseconds);
    __tsan_acquire(this);
    return isDone;
}

/// QProcess starts a program from a child that shares our memory until it becomes that program. ThreadSanitizer takes
/// it for a fork, switches itself off in memory that is ours too, and from then on sees nothing of the thread that
/// started the program, and ends us at our next thread. So the C library is called past it.
extern "C" int clone(int (*body)(void*), void* stack, int flags, void* argument, ...) noexcept {
    va_list more;
    va_start(more, argument);
    auto* parentId = va_arg(more, pid_t*);
    void* storage = va_arg(more, void*);
    auto* childId = va_arg(more, pid_t*);
    va_end(more);
    using Clone = int (*)(int (*)(void*), void*, int, void*, ...);
    static const auto clone = reinterpret_cast<Clone>(::dlsym(::dlopen("libc.so.6", RTLD_LAZY), "clone"));
    return clone(body, stack, flags, argument, parentId, storage, childId);
}
