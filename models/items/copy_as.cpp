#include "models/items/copy_as.h"

#include "models/base/canonical_json.h"
#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

QString markdownCell(QString text) {
    return withoutIsolates(std::move(text))
        .replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('|'), QStringLiteral("\\|"))
        .replace(QLatin1Char('<'), QStringLiteral("&lt;"))
        .replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString cell(const QString& text, CopyForm form) {
    switch (form) {
    case CopyForm::Csv:
        return csvCell(text);
    case CopyForm::Markdown:
        return markdownCell(text);
    case CopyForm::Text:
        break;
    }
    return withoutIsolates(text).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

QString line(const QStringList& cells, CopyForm form) {
    QStringList out;
    for (const auto& text : cells)
        out << cell(text, form);
    if (form == CopyForm::Markdown)
        return QStringLiteral("| %1 |").arg(out.join(QStringLiteral(" | ")));
    return out.join(form == CopyForm::Csv ? QLatin1Char(',') : QLatin1Char('\t'));
}

class JsonLine {
public:
    void text(const char* key, const std::string& value) {
        begin(key);
        appendCanonicalString(m_out, value);
    }

    void text(const char* key, const std::optional<std::string>& value) {
        value ? text(key, *value) : raw(key, "null");
    }

    void raw(const char* key, const std::string& json) {
        begin(key);
        m_out += json;
    }

    [[nodiscard]] QString build() const { return QString::fromStdString(m_out + "}"); }

private:
    void begin(const char* key) {
        m_out += m_out.size() > 1 ? "," : "";
        appendCanonicalString(m_out, key);
        m_out += ":";
    }

    std::string m_out = "{";
};

} // namespace

QString csvCell(QString text) {
    text = withoutIsolates(std::move(text));
    const QString risky = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && risky.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool needsQuotes = text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) ||
                             text.contains(QLatin1Char(';')) || text.contains(QLatin1Char('\n')) ||
                             text.contains(QLatin1Char('\r'));
    if (!needsQuotes)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString copyText(const TextTable& table, CopyForm form) {
    QStringList lines;
    const bool hasHeader = form != CopyForm::Text || table.rows.size() > 1;
    if (hasHeader)
        lines << line(table.header, form);
    if (form == CopyForm::Markdown)
        lines << QStringLiteral("|%1").arg(QStringLiteral("---|").repeated(table.header.size()));
    for (const auto& row : table.rows)
        lines << line(row, form);
    return lines.join(form == CopyForm::Csv ? QStringLiteral("\r\n") : QStringLiteral("\n"));
}

QString eventJson(const TimelineRow& row) {
    const auto& event = row.event;
    JsonLine json;
    json.text("region", row.region.text());
    json.text("tenantId", event.tenant.text());
    json.raw("epoch", std::to_string(event.epoch));
    json.text("aggregateType", event.aggregate.type);
    json.text("aggregateId", event.aggregate.id.text());
    json.raw("sequence", std::to_string(event.sequence));
    json.text("eventId", event.eventId.text());
    json.text("type", event.type);
    json.raw("revision", std::to_string(event.revision));
    json.text("occurredAt", formatInstant(event.occurredAt));
    json.text("recordedAt", formatInstant(event.recordedAt));
    json.text("actorType", event.actor.type);
    json.text("actorId", event.actor.id.text());
    json.text("writer", event.writer);
    json.text("outcome", event.outcome);
    json.text("sourceIp", event.sourceIp);
    json.text("commandId", event.commandId ? std::optional(event.commandId->text()) : std::nullopt);
    const bool isObject = event.payload && readMembers(*event.payload).has_value();
    if (isObject)
        json.raw("payload", maskedPayload(event));
    else
        json.text("payload", event.payload ? std::optional(maskedPayload(event)) : std::nullopt);
    return json.build();
}

TextTable eventTable(const std::vector<TimelineRow>& rows) {
    TextTable table{{Words::tr("Time (UTC)"), Words::tr("Region"), Words::tr("Event"), Words::tr("What happened"),
                     Words::tr("Actor"), Words::tr("Organization"), Words::tr("Outcome"), Words::tr("Event id")},
                    {}};
    for (const auto& row : rows)
        table.rows.push_back({QString::fromStdString(formatInstant(row.loggedAt)), plainText(row.region.text()),
                              plainText(row.event.type), eventSentence(row), actorText(row), tenantText(row),
                              plainText(row.event.outcome), plainText(row.event.eventId.text())});
    return table;
}

} // namespace muniment
