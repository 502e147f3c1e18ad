// What a person writes beside the events of an open workspace: written by the writer's thread, told in the owner's.
#include "models/base/clock.h"
#include "models/base/machine_user.h"
#include "models/workspace/workspace_impl.h"

namespace muniment {

std::string Workspace::Impl::author() const {
    return m_operatorName.empty() ? userOfMachine() : m_operatorName;
}

void Workspace::Impl::annotate(const std::map<EventNumber, EventAnnotation>& annotations, QObject* context,
                               std::function<void(Result<void>)> done) {
    const Answer answer = answerTo(context, std::move(done));
    if (!m_engine)
        return answer(readOnly());
    std::vector<AnnotatedEvent> annotated;
    const Instant now = systemClock().now();
    for (const auto& [number, annotation] : annotations)
        annotated.push_back({number, annotation, author(), now});
    m_engine->postToWriter([this, answer, mailbox = m_mailbox, annotated](ReplicaWriter& writer) {
        const auto written = writer.setAnnotations(annotated);
        if (written)
            mailbox->post([this] { emit m_owner.annotationsChanged(); });
        answer(written);
    });
}

void Workspace::Impl::recordDisclosure(EventNumber number, const std::string& field, const std::string& reason,
                                       QObject* context, std::function<void(Result<void>)> done) {
    const Answer answer = answerTo(context, std::move(done));
    if (!m_engine)
        return answer(readOnly());
    const Disclosure disclosure{number, field, reason, author(), systemClock().now()};
    m_engine->postToWriter(
        [answer, disclosure](ReplicaWriter& writer) { answer(writer.recordDisclosure(disclosure)); });
}

} // namespace muniment
