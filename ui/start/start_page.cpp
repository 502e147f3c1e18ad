#include "ui/start/start_page.h"

#include "models/items/plain_text.h"
#include "ui/actions/action_registry.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>

namespace muniment {

static constexpr const char* kRecentKey = "files/recent";
static constexpr int kRecentFiles = 8;

QStringList recentFiles() {
    auto files = QSettings().value(QLatin1String(kRecentKey)).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void rememberFile(const QString& file) {
    auto files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(QLatin1String(kRecentKey), files.mid(0, kRecentFiles));
}

StartPage::StartPage(ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      m_title(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_text(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_recentTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_new(makeButton(this, "main")),
      m_open(makeButton(this)),
      m_demo(makeButton(this)),
      m_recent(new QVBoxLayout) {
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    auto* column = new QWidget(this);
    column->setFixedWidth(560);
    outer->addWidget(column);
    outer->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(12);
    layout->addStretch(2);
    auto* picture = new QLabel(column);
    picture->setPixmap(QIcon(QStringLiteral(":/muniment/icons/muniment.svg")).pixmap(56, 56));
    picture->setTextFormat(Qt::PlainText);
    layout->addWidget(picture);
    m_text->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(kGrid);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_new, m_open, m_demo})
        buttons->addWidget(button);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addSpacing(2 * kGrid);
    layout->addWidget(m_recentTitle);
    m_recent->setSpacing(0);
    layout->addLayout(m_recent);
    layout->addStretch(3);
    connect(m_new, &QPushButton::clicked, actions.action(ActionId::NewWorkspace), &QAction::trigger);
    connect(m_open, &QPushButton::clicked, actions.action(ActionId::OpenWorkspace), &QAction::trigger);
    connect(m_demo, &QPushButton::clicked, actions.action(ActionId::OpenDemo), &QAction::trigger);
    retranslate();
}

void StartPage::retranslate() {
    setAccessibleName(tr("Start"));
    m_title->setText(tr("Everything that ever happened in your identity system"));
    m_text->setText(tr("A workspace keeps the history of your regions in one file, so that it can be read in "
                       "milliseconds, also without a network. Connect to your regions, open a file, or look around in "
                       "the demo first."));
    m_recentTitle->setText(tr("Recent workspaces"));
    setButtonText(m_new, tr("&Connect to Regions…"));
    setButtonText(m_open, tr("&Open a File…"));
    setButtonText(m_demo, tr("Look at the &Demo"));
}

void StartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StartPage::setRecent(const QStringList& files) {
    while (auto* item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        const std::unique_ptr<QLayoutItem> owned(item);
    }
    m_recentTitle->setVisible(!files.isEmpty());
    for (const auto& file : files) {
        auto* button = makeButton(this, "flat");
        // A file's name is data: an ampersand in it is no mnemonic.
        setButtonText(button,
                      plainText(QDir::toNativeSeparators(file)).replace(QLatin1Char('&'), QStringLiteral("&&")));
        m_recent->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, file] { emit fileChosen(file); });
    }
}

} // namespace muniment
