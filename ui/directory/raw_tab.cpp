#include "ui/directory/raw_tab.h"

#include "models/base/canonical_json.h"
#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace muniment {

RawTab::RawTab(QWidget* parent) : QWidget(parent), m_text(new QPlainTextEdit(this)), m_copy(makeButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    setKind(m_text, "bare");
    m_text->setReadOnly(true);
    m_text->setFont(monospaceFont());
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_json)); });
    retranslate();
}

void RawTab::tell(const std::string& json) {
    if (std::exchange(m_json, json) != json)
        m_text->setPlainText(plainLines(prettyJson(json)));
}

void RawTab::retranslate() {
    m_text->setAccessibleName(tr("Record as JSON"));
    setButtonText(m_copy, tr("&Copy JSON"));
}

} // namespace muniment
