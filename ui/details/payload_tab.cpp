#include "ui/details/payload_tab.h"

#include "models/items/formats.h"
#include "ui/details/value_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace muniment {

namespace {

constexpr int kBytesHeight = 120;

/// A text of one line is laid out whole before any of it is painted.
constexpr qsizetype kShownBytes = 8 * 1024;

QString titleOf(const RecordedEvent& event, const EventValues& values) {
    const auto count = formatCount(static_cast<std::int64_t>(event.payload->size()));
    QString title = values.isMasked ? PayloadTab::tr("Bytes, secrets masked; %1 are stored").arg(count)
                                    : PayloadTab::tr("Exact bytes, as stored: %1").arg(count);
    if (values.bytes.size() <= kShownBytes)
        return title;
    return PayloadTab::tr("%1. Here are the first %2; Copy Bytes takes all").arg(title, formatCount(kShownBytes));
}

} // namespace

PayloadTab::PayloadTab(QWidget* parent)
    : QWidget(parent),
      m_lines(new ValueTable(new ValueTableModel(1, this), ValueTable::Choice::Rows, this)),
      m_none(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_title(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_bytes(new QPlainTextEdit(this)),
      m_copy(makeButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_lines, 1);
    layout->addWidget(m_none, 1, Qt::AlignTop);
    layout->addWidget(m_title);
    layout->addWidget(m_bytes);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    m_none->setContentsMargins(4, 0, 4, 0);
    m_title->setContentsMargins(4, 0, 4, 0);
    m_bytes->setReadOnly(true);
    m_bytes->setFont(monospaceFont());
    m_bytes->setTabChangesFocus(true);
    m_bytes->setWordWrapMode(QTextOption::WrapAnywhere);
    m_bytes->setMaximumHeight(kBytesHeight);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_exact); });
    retranslate();
}

void PayloadTab::retranslate() {
    m_lines->setAccessibleName(tr("Payload"));
    m_bytes->setAccessibleName(tr("Payload bytes"));
}

void PayloadTab::tell(const ShownEvent& event) {
    retranslate();
    const auto& recorded = event.row.event;
    setButtonText(m_copy, tr("Copy &Bytes"));
    const bool hasPayload = recorded.payload.has_value();
    const bool isLaidOut = hasPayload && event.values;
    m_none->setText(hasPayload ? tr("The payload is being laid out.") : tr("This event has no payload."));
    m_lines->values()->setRows(isLaidOut ? event.values->payload : std::vector<ValueRow>());
    m_lines->fitColumns();
    m_exact = isLaidOut ? event.values->bytes : QString();
    const auto bytes = m_exact.left(kShownBytes);
    if (m_bytes->toPlainText() != bytes)
        m_bytes->setPlainText(bytes);
    m_title->setText(isLaidOut ? titleOf(recorded, *event.values) : QString());
    m_none->setVisible(!isLaidOut);
    for (QWidget* part : {static_cast<QWidget*>(m_lines), static_cast<QWidget*>(m_title),
                          static_cast<QWidget*>(m_bytes), static_cast<QWidget*>(m_copy)})
        part->setVisible(isLaidOut);
}

} // namespace muniment
