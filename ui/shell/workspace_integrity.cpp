// What the window has to do with the trail's proof: the word about it in the status line, and the way to its page.
#include "models/items/integrity_words.h"
#include "ui/integrity/trail_signs.h"
#include "ui/pages/integrity_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

namespace muniment {

void WorkspaceView::connectIntegrity() {
    const auto show = [this] {
        goTo(Page::Integrity);
        m_integrity->focusList();
    };
    connect(m_status, &StatusLine::trailChosen, this, show);
    connect(m_integrity, &IntegrityPage::wanted, this, [this] { goTo(Page::Integrity); });
    connect(m_integrity, &IntegrityPage::pictureChanged, this, [this] {
        const auto* picture = m_integrity->picture();
        if (picture == nullptr)
            return;
        m_status->setTrail(standingWord(*picture), standingIcon(standingOf(*picture)), trailSentence(*picture, m_zone));
        const auto findings = picture->findings();
        m_navigation->setCount(Page::Integrity, findings > 0 ? findings : -1, findings > 0);
    });
}

} // namespace muniment
