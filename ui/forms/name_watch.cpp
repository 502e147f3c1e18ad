#include "ui/forms/name_watch.h"

#include <QTimer>

namespace muniment {

namespace {

constexpr int kTypingMillis = 250;

/// Lives with its form.
class NameWatch : public QObject {
public:
    NameWatch(Workspace& workspace, FormDialog& form, WatchedName name)
        : QObject(&form),
          m_form(form),
          m_name(std::move(name)),
          m_slot(this, askLookAlike(workspace), [this](const NameQuestion& question, const auto& found) {
              if (question.name == m_form.value(m_name.key))
                  m_form.setMark(m_name.key, nameMarkText(question.name, found ? *found : std::nullopt));
          }) {
        m_typing.setSingleShot(true);
        m_typing.setInterval(kTypingMillis);
        connect(&m_typing, &QTimer::timeout, this, [this] { ask(); });
        connect(&form, &FormDialog::edited, &m_typing, qOverload<>(&QTimer::start));
    }

private:
    void ask() {
        const auto tenant = m_name.tenant();
        const auto name = m_form.value(m_name.key);
        if (!tenant || name.empty())
            m_form.setMark(m_name.key, nameMarkText(name, {}));
        else
            m_slot.request({*tenant, m_name.kind, name, m_name.except});
    }

    FormDialog& m_form;
    WatchedName m_name;
    QTimer m_typing;
    RequestSlot<NameQuestion, std::optional<std::string>> m_slot;
};

} // namespace

void watchName(Workspace& workspace, FormDialog& form, WatchedName name) {
    new NameWatch(workspace, form, std::move(name));
}

} // namespace muniment
