// Tells ThreadSanitizer in which order Qt runs what one thread hands to another. Debian's Qt is not instrumented: that
// a posted call follows its posting is decided inside the library, so every value that travels in one would look like a
// race. The alternative, suppressing whatever an event loop calls, would hide the real ones.
//
// These definitions stand before the library's for everything that is linked into the program; the library's own calls
// of itself, as for a signal between threads, do not come by here.
#include <QObject>
#include <QThreadPool>

#include <cstdarg>
#include <dlfcn.h>
#include <memory>
#include <sanitizer/tsan_interface.h>
#include <sched.h>

namespace {

/// What the library has under this mangled name.
template <class Function>
Function libraryFunction(const char* name) {
    void* found = ::dlsym(RTLD_NEXT, name);
    if (!found)
        qFatal("Qt has no %s", name);
    return reinterpret_cast<Function>(found);
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

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* result) {
    using Invoke = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto invoke = libraryFunction<Invoke>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return invoke(object, new OrderedCall(slot), type, result);
}

void QThreadPool::start(std::function<void()> work, int priority) {
    using Start = void (*)(QThreadPool*, std::function<void()>, int);
    static const auto start = libraryFunction<Start>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    const auto handover = std::make_shared<char>();
    __tsan_release(handover.get());
    start(
        this,
        [this, handover, work = std::move(work)]() mutable {
            __tsan_acquire(handover.get());
            work();
            work = nullptr;
            __tsan_release(this);
        },
        priority);
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
