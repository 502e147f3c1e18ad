#include "ui/forms/secret_dialog.h"

#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace muniment {

namespace {

constexpr int kWidth = 560;
constexpr int kMostHeight = 220;

QString textOf(const Secret& secret) {
    const auto bytes = secret.reveal();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

SecretDialog::SecretDialog(const QString& title, const QString& words, Secret secret, QWidget* parent)
    : QDialog(parent),
      m_secret(std::move(secret)),
      m_text(new QPlainTextEdit(this)),
      m_copy(makeButton(this)),
      m_close(makeButton(this, "main")) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowCloseButtonHint, false);
    setWindowTitle(title);
    setAccessibleName(title);
    setMinimumWidth(kWidth);
    auto* heading = makeLabel(this, TextSize::Title, Tone::Normal, true);
    heading->setText(title);
    auto* told = makeLabel(this);
    told->setText(words);
    told->setWordWrap(true);
    auto* warning = makeLabel(this, TextSize::Normal, Tone::Warning);
    warning->setText(tr("This is the only time it is shown. It is kept nowhere, not even here: whoever loses it needs "
                        "a new one."));
    warning->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFont(monospaceFont());
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setPlainText(textOf(m_secret));
    m_text->setAccessibleName(tr("Secret"));
    const int lines = std::max(2, m_text->blockCount());
    m_text->setFixedHeight(std::min(kMostHeight, (lines + 1) * m_text->fontMetrics().lineSpacing() + 2 * kGrid));
    setButtonText(m_copy, tr("&Copy"));
    setButtonText(m_close, tr("I &Have Kept It"));
    m_copy->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(heading);
    layout->addWidget(told);
    layout->addWidget(m_text);
    layout->addWidget(warning);
    layout->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(textOf(m_secret));
        setButtonText(m_copy, tr("&Copied"));
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_copy->setFocus();
}

} // namespace muniment
