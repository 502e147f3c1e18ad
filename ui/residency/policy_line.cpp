#include "ui/residency/policy_line.h"

#include "models/items/policy_words.h"
#include "models/replica/policy_notes.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>

namespace muniment {

namespace {

/// Whom a file holds changes seldom, and counting them takes a while where they are many.
constexpr int kBetweenCountsMillis = 30'000;

Result<QString> readLine(Snapshot& snapshot) {
    const auto policy = replicaPolicy(snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!policy->isLimited)
        return QString();
    const auto held = heldTenants(snapshot);
    if (!held)
        return tl::unexpected(held.error());
    return onDiskText(*policy, dataOnDisk(*policy, *held));
}

} // namespace

PolicyLine::PolicyLine(Workspace& workspace, QWidget* parent)
    : QFrame(parent),
      m_text(new ElidedLabel(this)),
      m_button(makeButton(this, "flat")),
      m_slot(
          this,
          [&workspace](QObject* context, const Nothing&, std::function<void(Result<QString>)> done) {
              return workspace.query<QString>(
                  context, [](Snapshot& snapshot, std::stop_token) { return readLine(snapshot); }, std::move(done));
          },
          [this](const Nothing&, const Result<QString>& line) {
              // What cannot be read just now leaves what was said before.
              if (line)
                  m_text->setWholeText(*line);
              setVisible(!m_text->wholeText().isEmpty());
          }) {
    setKind(this, "policyLine");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetweenCountsMillis);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_slot.request({}); });
    connect(&workspace, &Workspace::batchApplied, this, [this](const AppliedBatch& batch) {
        if (!m_soon.isActive() && batch.touches("organizations"))
            m_soon.start();
    });
    connect(m_button, &QPushButton::clicked, this, &PolicyLine::detailsWanted);
    retranslate();
    m_slot.request({});
}

QString PolicyLine::text() const {
    return m_text->wholeText();
}

void PolicyLine::retranslate() {
    setButtonText(m_button, tr("Show…"));
    m_button->setToolTip(tr("Whose data lie in this file, what may lie in it, and what was taken out"));
    setAccessibleName(tr("Data on this disk"));
    m_slot.request({});
}

void PolicyLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace muniment
