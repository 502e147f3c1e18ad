#include "ui/pages/computed_list_page.h"

#include "ui/widgets/refresh_pause.h"
#include "ui/widgets/waiting_strip.h"

#include <QBoxLayout>

namespace muniment {

static constexpr int kPauseMillis = 1500;

ComputedListPage::ComputedListPage(const PageContext& context, const char* name, QWidget* parent)
    : DirectoryPage(context, name, parent),
      m_waiting(new WaitingStrip(this)),
      m_refresh(new RefreshPause(
          kPauseMillis,
          [this] {
              if (isActive())
                  m_list->refresh();
              else
                  m_isStale = true;
          },
          this)) {
    static_cast<QBoxLayout*>(layout())->insertWidget(1, m_waiting);
    connect(m_waiting, &WaitingStrip::askedAgain, this, [this] { applyFilters(); });
}

void ComputedListPage::follow(DirectoryListModel* model, std::function<void()> drop) {
    m_list = model;
    connect(model, &DirectoryListModel::loaded, m_waiting, &WaitingStrip::end);
    connect(model, &DirectoryListModel::failed, m_waiting, &WaitingStrip::end);
    connect(m_waiting, &WaitingStrip::cancelled, this, std::move(drop));
}

void ComputedListPage::setOrganization(const std::optional<EntityOption>& org) {
    if (std::exchange(m_org, org) != org)
        applyFilters();
}

void ComputedListPage::applyFilters() {
    m_isStale = !isActive();
    if (m_isStale)
        return;
    m_waiting->begin();
    ask();
}

void ComputedListPage::takeBatch(const AppliedBatch& batch) {
    details()->refresh();
    if (batch.events > 0 && isTouchedBy(batch))
        m_refresh->request();
}

void ComputedListPage::setActive(bool isActive) {
    DirectoryPage::setActive(isActive);
    if (isActive && m_isStale)
        applyFilters();
}

} // namespace muniment
