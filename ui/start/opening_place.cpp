#include "ui/start/opening_place.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>

namespace muniment {

static constexpr int kPatienceMillis = 200;
static constexpr int kSteps = 1'000;

OpeningPlace::OpeningPlace(QWidget* parent)
    : QWidget(parent),
      m_column(new QWidget(this)),
      m_title(makeLabel(m_column, TextSize::Title, Tone::Normal, true)),
      m_text(makeLabel(m_column, TextSize::Normal, Tone::Quiet)),
      m_bar(new QProgressBar(m_column)),
      m_cancel(makeButton(m_column)) {
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    m_column->setFixedWidth(560);
    outer->addWidget(m_column);
    outer->addStretch();
    auto* layout = new QVBoxLayout(m_column);
    layout->setSpacing(12);
    layout->addStretch(2);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch(3);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMillis);
    connect(&m_patience, &QTimer::timeout, m_column, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPlace::cancelChosen);
    retranslate();
}

void OpeningPlace::show(What what, const QString& name) {
    m_what = what;
    m_name = name;
    m_policy = {};
    m_done = 0;
    // What is written anew takes its time in any case.
    m_column->setVisible(what == What::Policy);
    what == What::Policy ? m_patience.stop() : m_patience.start();
    retranslate();
}

void OpeningPlace::showFile(const QString& name) {
    show(What::File, name);
}

void OpeningPlace::showPolicyChange(const QString& name) {
    show(What::Policy, name);
}

void OpeningPlace::showBundle(const QString& name) {
    show(What::Bundle, name);
}

void OpeningPlace::showCourier(const QString& name) {
    show(What::Courier, name);
}

void OpeningPlace::setProgress(const PolicyProgress& progress) {
    m_policy = progress;
    retranslate();
}

void OpeningPlace::setProgress(double done) {
    m_done = done;
    retranslate();
}

void OpeningPlace::tellPolicy() {
    // A bar of 32 bits, whatever the log's length.
    const bool isKnown = m_policy.total > 0;
    m_bar->setRange(0, isKnown ? kSteps : 0);
    if (isKnown)
        m_bar->setValue(static_cast<int>(std::min(m_policy.done, m_policy.total) * kSteps / m_policy.total));
    m_title->setText(tr("Writing %1 anew…").arg(isolated(plainText(m_name))));
    const QString counts =
        isKnown ? tr("%1 of about %2 events.").arg(formatCount(m_policy.done), formatCount(m_policy.total)) : QString();
    const bool isFetching = m_policy.step == PolicyProgress::Step::Fetching;
    m_text->setText((isFetching ? tr("What may be held from now on is fetched.")
                                : tr("Only what may be held is taken over; the old file stays until this is done.")) +
                    QLatin1Char(' ') + counts);
}

void OpeningPlace::tellBundle() {
    const QString name = isolated(plainText(m_name));
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(m_done * kSteps));
    m_title->setText((m_what == What::Courier ? tr("Taking in %1…") : tr("Checking %1…")).arg(name));
    m_text->setText(m_what == What::Courier
                        ? tr("All of the bundle is checked before any of it is written: signatures, hashes, and "
                             "whether it goes on where the file ends.")
                        : tr("All of the bundle is checked before any of it is shown: signatures, hashes, and the "
                             "proof of each event."));
}

void OpeningPlace::retranslate() {
    setButtonText(m_cancel, tr("Cancel"));
    if (m_what == What::Policy) {
        tellPolicy();
    } else if (m_what == What::File) {
        m_bar->setRange(0, 0);
        m_title->setText(tr("Opening %1…").arg(isolated(plainText(m_name))));
        m_text->setText(
            tr("The file is checked, and brought up to date when an older version of the program wrote it."));
    } else {
        tellBundle();
    }
    m_bar->setAccessibleName(m_title->text());
}

void OpeningPlace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace muniment
