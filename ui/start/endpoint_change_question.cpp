#include "ui/start/endpoint_change_question.h"

#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QRadioButton>

namespace muniment {

namespace {

/// The choice, and under it what it means.
void addChoice(QVBoxLayout* layout, QRadioButton* choice, const QString& meaning) {
    auto* words = makeLabel(choice->parentWidget(), TextSize::Normal, Tone::Quiet);
    words->setWordWrap(true);
    words->setText(meaning);
    words->setContentsMargins(3 * kGrid, 0, 0, 0);
    QString name = choice->text();
    choice->setAccessibleName(name.remove(QLatin1Char('&')));
    choice->setAccessibleDescription(meaning);
    layout->addWidget(choice);
    layout->addWidget(words);
}

} // namespace

EndpointChangeQuestion::EndpointChangeQuestion(const std::vector<EndpointChange>& changes, QWidget* parent)
    : QDialog(parent),
      m_same(new QRadioButton(tr("The &same database, reached in another way"), this)),
      m_replaced(new QRadioButton(tr("&Another database that has taken its place"), this)),
      m_change(makeButton(this, "main")) {
    setWindowTitle(tr("Change Endpoint"));
    setAccessibleName(windowTitle());
    setMinimumWidth(560);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(tr("Which database answers there?"));
    layout->addWidget(title);
    for (const auto& change : changes) {
        auto* name = makeLabel(this, TextSize::Normal, Tone::Normal, true);
        name->setText(plainText(change.region.text()));
        layout->addWidget(name);
        auto* endpoints = makeValueLabel(this);
        endpoints->setFont(monospaceFont());
        endpoints->setText(change.before == change.after
                               ? plainText(change.after)
                               : QStringLiteral("%1\n→ %2").arg(plainText(change.before), plainText(change.after)));
        layout->addWidget(endpoints);
    }
    layout->addSpacing(kGrid);
    addChoice(layout, m_same,
              tr("Its address changed. If another database answers, syncing of the region stops and says so."));
    addChoice(layout, m_replaced,
              tr("It was restored from a backup or moved to a new server, on purpose. It is accepted when it holds "
                 "everything this file has synced; otherwise syncing of the region stops and says so."));
    layout->addSpacing(kGrid);
    auto* kept = makeLabel(this, TextSize::Normal, Tone::Quiet);
    kept->setWordWrap(true);
    kept->setText(tr("What has been synced stays in the file either way."));
    layout->addWidget(kept);
    layout->addStretch();

    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(this);
    setButtonText(back, tr("Back"));
    setButtonText(m_change, tr("&Change Endpoint"));
    m_change->setEnabled(false);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_change);
    layout->addLayout(buttons);
    for (auto* choice : {m_same, m_replaced})
        connect(choice, &QRadioButton::toggled, this, [this] { m_change->setEnabled(true); });
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &QDialog::accept);
    back->setDefault(true);
}

bool EndpointChangeQuestion::isReplaced() const {
    return m_replaced->isChecked();
}

} // namespace muniment
