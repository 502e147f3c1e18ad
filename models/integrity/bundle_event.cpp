#include "models/integrity/bundle_event.h"

#include "models/base/canonical_json.h"
#include "models/base/hex.h"
#include "models/base/utf8.h"
#include "models/integrity/base64.h"

#include <charconv>
#include <map>
#include <optional>

namespace muniment {

namespace {

class LineWriter {
public:
    LineWriter& text(const char* name, std::string_view value) {
        const bool isText = validUtf8Length(value) == value.size();
        begin(name, isText ? "" : "Base64");
        appendCanonicalString(m_line, isText ? value : toBase64(value));
        return *this;
    }

    LineWriter& text(const char* name, const std::optional<std::string>& value) {
        return value ? text(name, std::string_view(*value)) : *this;
    }

    template <class Number>
    LineWriter& number(const char* name, Number value) {
        return text(name, std::string_view(std::to_string(value)));
    }

    LineWriter& id(const char* name, const std::optional<Uuid>& id) {
        return id ? text(name, std::string_view(id->text())) : *this;
    }

    /// For people: the text beside it says the same to the microsecond, of any year.
    LineWriter& time(const char* name, const char* microsName, Instant at) {
        const std::string shown = formatInstant(at);
        if (const auto back = parseInstant(shown); back && *back == at)
            text(name, std::string_view(shown));
        return number(microsName, at.micros);
    }

    [[nodiscard]] std::string line() && { return std::move(m_line) + "}\n"; }

private:
    void begin(const char* name, const char* suffix) {
        m_line += m_line.empty() ? "{\"" : ",\"";
        m_line.append(name).append(suffix).append("\":");
    }

    std::string m_line;
};

/// What parseBundleEvent() does not find here is seen when it prints the event again.
class LineReader {
public:
    explicit LineReader(const std::vector<PayloadMember>& members) {
        for (const PayloadMember& member : members)
            m_members.emplace(member.key, member.value);
    }

    [[nodiscard]] std::optional<std::string> optionalText(const std::string& name) const {
        if (const auto found = m_members.find(name); found != m_members.end())
            return std::string(found->second);
        if (const auto found = m_members.find(name + "Base64"); found != m_members.end())
            return fromBase64(found->second);
        return std::nullopt;
    }

    [[nodiscard]] std::string text(const char* name) const { return optionalText(name).value_or(std::string()); }

    template <class Number>
    [[nodiscard]] Number number(const char* name) const {
        const std::string digits = text(name);
        Number value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    [[nodiscard]] std::optional<Uuid> id(const char* name) const {
        const auto found = optionalText(name);
        const auto id = found ? parseUuid(*found) : Result<Uuid>(Uuid{});
        return found && id ? std::optional(*id) : std::nullopt;
    }

    [[nodiscard]] std::string bytes(const char* name) const { return fromHex(text(name)).value_or(std::string()); }

private:
    std::map<std::string, std::string, std::less<>> m_members;
};

tl::unexpected<Error> refused() {
    return failure(ErrorCode::InvalidInput, "a line that is no event", {{"field", "event"}});
}

} // namespace

std::string printBundleEvent(const BundleEvent& line) {
    const RecordedEvent& event = line.event;
    LineWriter out;
    out.number("tree", line.tree)
        .number("leaf", line.leaf)
        .text("region", std::string_view(line.region.text()))
        .text("tenant", std::string_view(event.tenant.text()))
        .number("epoch", event.epoch)
        .text("aggregateType", std::string_view(event.aggregate.type))
        .text("aggregate", std::string_view(event.aggregate.id.text()))
        .number("sequence", event.sequence)
        .id("event", event.eventId)
        .text("type", std::string_view(event.type))
        .number("revision", event.revision)
        .time("occurredAt", "occurredMicros", event.occurredAt)
        .time("recordedAt", "recordedMicros", event.recordedAt)
        .text("actorType", std::string_view(event.actor.type))
        .text("actor", std::string_view(event.actor.id.text()))
        .text("writer", std::string_view(event.writer))
        .text("outcome", std::string_view(event.outcome))
        .text("sourceIp", event.sourceIp)
        .id("command", event.commandId)
        .id("correlation", event.correlationId)
        .number("major", event.key.position.major)
        .number("minor", event.key.position.minor)
        .number("inTxOrder", event.key.inTxOrder);
    if (!event.sealed.empty())
        out.text("sealed", std::string_view(event.sealed));
    out.text("salt", std::string_view(toHex(event.salt)));
    out.text("payload", event.payload);
    return std::move(out).line();
}

Result<BundleEvent> parseBundleEvent(std::string_view line) {
    const auto members = readMembers(line);
    if (!members)
        return refused();
    const LineReader in(*members);
    BundleEvent read;
    RecordedEvent& event = read.event;
    read.tree = in.number<std::uint32_t>("tree");
    read.leaf = in.number<std::uint64_t>("leaf");
    read.region = RegionName(in.text("region"));
    event.tenant = TenantId(in.text("tenant"));
    event.epoch = in.number<std::int32_t>("epoch");
    event.aggregate = {in.text("aggregateType"), AggregateId(in.text("aggregate"))};
    event.sequence = in.number<std::int64_t>("sequence");
    event.eventId = in.id("event").value_or(Uuid{});
    event.type = in.text("type");
    event.revision = in.number<std::int16_t>("revision");
    event.occurredAt = {in.number<std::int64_t>("occurredMicros")};
    event.recordedAt = {in.number<std::int64_t>("recordedMicros")};
    event.actor = {in.text("actorType"), ActorId(in.text("actor"))};
    event.writer = in.text("writer");
    event.outcome = in.text("outcome");
    event.sourceIp = in.optionalText("sourceIp");
    event.commandId = in.id("command");
    event.correlationId = in.id("correlation");
    event.key = {{in.number<std::int64_t>("major"), in.number<std::int32_t>("minor")},
                 in.number<std::int64_t>("inTxOrder")};
    event.sealed = in.text("sealed");
    event.salt = in.bytes("salt");
    event.payload = in.optionalText("payload");
    std::string again = printBundleEvent(read);
    again.pop_back();
    if (again != line)
        return refused();
    return read;
}

} // namespace muniment
