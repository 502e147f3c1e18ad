#include "ui/forms/line_dialog.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

static constexpr int kWidth = 440;

LineDialog::LineDialog(const QString& title, const QString& label, const QString& verb, int toldLines, QWidget* parent)
    : QDialog(parent),
      m_line(new QLineEdit(this)),
      m_told(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_verb(makeButton(this, "main")),
      m_below(new QVBoxLayout) {
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    auto* name = makeLabel(this);
    name->setText(label);
    name->setBuddy(m_line);
    m_line->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(toldLines * m_told->fontMetrics().lineSpacing());
    m_told->setAlignment(Qt::AlignTop);
    setButtonText(m_verb, verb);
    m_verb->setDefault(true);
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("&Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(name);
    layout->addWidget(m_line);
    layout->addWidget(m_told);
    layout->addLayout(m_below);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::textChanged, this, [this] { read(); });
    connect(m_verb, &QPushButton::clicked, this, [this] { choose(); }); // Enter presses it, too
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void LineDialog::tell(const QString& text, bool isWrong) {
    setTone(m_told, isWrong ? Tone::Bad : Tone::Quiet);
    m_told->setText(text);
}

void LineDialog::setAnswerable(bool isAnswerable) {
    m_verb->setEnabled(isAnswerable);
}

void LineDialog::addBelow(QWidget* widget) {
    m_below->addWidget(widget);
}

QString LineDialog::toldText() const {
    return m_told->text();
}

} // namespace muniment
