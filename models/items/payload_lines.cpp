#include "models/items/payload_lines.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/timeline/export/event_fields.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PayloadLines)
};

using Kind = PayloadMember::Kind;

QString quoted(const std::string& text) {
    std::string out;
    appendCanonicalString(out, text);
    return plainText(out);
}

class Lines {
public:
    Lines(const RecordedEvent& event, const ShownSecrets& shown) : m_type(event.type), m_shown(shown) {}

    /// `key` with its colon, or nothing; `path` leads to the value.
    void add(const PayloadMember& member, const QString& key, const std::string& path, int depth, bool isLast) {
        const auto value = valueOf(member, path);
        const auto end = isLast ? QString() : QStringLiteral(",");
        if (member.kind != Kind::Object && member.kind != Kind::Array)
            return line(depth, key + scalar(member) + end, value);
        const bool isObject = member.kind == Kind::Object;
        const auto open = isObject ? QStringLiteral("{") : QStringLiteral("[");
        const auto close = isObject ? QStringLiteral("}") : QStringLiteral("]");
        const auto inner = isObject ? readMembers(member.value) : readElements(member.value);
        if (!inner || inner->empty() || depth >= kMaxPayloadDepth)
            return line(depth, key + (inner && inner->empty() ? open + close : plainText(member.value)) + end, value);
        line(depth, key + open, value);
        addInner(*inner, isObject, path, depth + 1);
        line(depth, close + end, value);
    }

    std::vector<ValueRow> take() { return std::move(m_lines); }

private:
    void addInner(const std::vector<PayloadMember>& inner, bool isObject, const std::string& path, int depth) {
        std::size_t told = 0;
        for (const auto& member : inner) {
            if (told == kMostElements || m_lines.size() >= kMostLines)
                break;
            ++told;
            if (depth == 1)
                m_member = member.key;
            const auto name = path.empty() || !isObject ? path + member.key : path + "." + member.key;
            add(member, isObject ? quoted(member.key) + QStringLiteral(": ") : QString(), name, depth,
                &member == &inner.back());
        }
        if (told < inner.size())
            line(depth, Words::tr("… %n more", nullptr, static_cast<int>(inner.size() - told)), {});
    }

    [[nodiscard]] static QString scalar(const PayloadMember& member) {
        return member.kind == Kind::Text ? quoted(member.value)
                                         : plainText(member.value.empty() ? "null" : member.value);
    }

    [[nodiscard]] ShownValue valueOf(const PayloadMember& member, const std::string& path) const {
        const bool isContainer = member.kind == Kind::Object || member.kind == Kind::Array;
        ShownValue value{.whole = isContainer ? QString() : plainLines(member.value),
                         .field = path.empty() ? "payload" : "payload." + path,
                         .raw = valueOfMember(member)};
        if (EventCatalogue::instance().isSecretPath(m_type, path)) {
            value.secret = m_member;
            return value;
        }
        value.term = conditionOnPayload(path, value.raw);
        value.path = path;
        return value;
    }

    void line(int depth, const QString& text, ShownValue value) {
        const bool isMasked = !value.secret.empty() && !m_shown.contains(value.secret);
        value.text = QString(2 * depth, QLatin1Char(' ')) + text;
        m_lines.push_back({ValueCell{
            .value = std::move(value), .tone = isMasked ? CellTone::Secret : CellTone::Normal, .isMonospace = true}});
    }

    const std::string& m_type;
    const ShownSecrets& m_shown;
    std::string m_member; ///< of the top level, that is being told
    std::vector<ValueRow> m_lines;
};

std::vector<ValueRow> plainLinesOf(const std::string& bytes, const std::string& secret) {
    std::vector<ValueRow> rows;
    for (const auto& text : plainLines(bytes).split(QLatin1Char('\n'))) {
        if (rows.size() == kMostLines)
            break;
        rows.push_back(
            {ValueCell{.value = {.text = text, .field = "payload", .raw = RecordValue::ofText(bytes), .secret = secret},
                       .tone = secret.empty() ? CellTone::Normal : CellTone::Secret,
                       .isMonospace = true}});
    }
    return rows;
}

} // namespace

std::vector<ValueRow> payloadLines(const RecordedEvent& event, const ShownSecrets& shown) {
    if (!event.payload)
        return {};
    const auto bytes = maskedPayload(event, shown);
    if (!readMembers(bytes)) {
        const auto secrets = secretsOf(event);
        return plainLinesOf(bytes, secrets.empty() ? std::string() : secrets.front());
    }
    Lines lines(event, shown);
    lines.add({.key = {}, .kind = Kind::Object, .value = bytes}, {}, {}, 0, true);
    return lines.take();
}

ShownValue payloadValue(const RecordedEvent& event, const ShownSecrets& shown) {
    if (!event.payload)
        return {};
    const auto bytes = maskedPayload(event, shown);
    return {.text = plainText(bytes),
            .field = "payload",
            .raw = readMembers(bytes) ? RecordValue::ofJson(bytes) : RecordValue::ofText(bytes)};
}

} // namespace muniment
