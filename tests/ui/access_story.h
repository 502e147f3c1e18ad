// An organization whose access has a past: teams inside teams, a grant with a reason, a way that has ended, a document
// in a folder, somebody who is locked, and names that try what they can.
#pragma once

#include "tests/ui/embedded_directory.h"

namespace muniment::test {

class AccessStory {
public:
    /// Writes the history into the window's store, before the workspace is opened.
    explicit AccessStory(EmbeddedDirectory& window);

    /// Events of the story.
    [[nodiscard]] int events() const { return static_cast<int>(m_events.size()); }

    static inline const TenantId kOrg{"nordwind"};

private:
    void tell(const char* type, const char* id, const NewEvent& what, const char* at, const char* actor = "petra");
    void tell(const char* type, const char* id, NewEvent what, const char* at, const char* actor, const char* reason);
    void people();
    void things();
    void grants();

    std::vector<RecordedEvent> m_events;
    std::map<std::string, std::int64_t> m_sequences;
};

} // namespace muniment::test
