#include "models/integrity/bundle_page.h"

#include "models/base/disguises.h"
#include "models/base/hex.h"
#include "models/base/utf8.h"

#include <array>
#include <cstdio>

namespace muniment {

namespace {

void appendCharacter(std::string& out, char32_t c, std::string_view bytes) {
    switch (c) {
    case U'&':
        out += "&amp;";
        return;
    case U'<':
        out += "&lt;";
        return;
    case U'>':
        out += "&gt;";
        return;
    case U'"':
        out += "&quot;";
        return;
    case U'\'':
        out += "&#39;";
        return;
    default:
        break;
    }
    if (!isDisguise(c)) {
        out += bytes;
        return;
    }
    std::array<char, 16> escape{};
    (void)std::snprintf(escape.data(), escape.size(), "\\u{%04X}", static_cast<unsigned>(c));
    out += escape.data();
}

/// Of well-formed UTF-8.
char32_t takeCharacter(std::string_view& text, std::string_view& bytes) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        c = c << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    bytes = text.substr(0, length);
    text.remove_prefix(length);
    return c;
}

std::string cell(std::string_view words, std::string_view id) {
    std::string out = "<td>";
    if (!words.empty())
        out += htmlText(words) + "<br>";
    return out + "<code>" + htmlText(id) + "</code></td>";
}

std::string fact(std::string_view name, std::string_view value) {
    return "<dt>" + std::string(name) + "</dt><dd>" + htmlText(value) + "</dd>\n";
}

std::string_view wordsOf(BundleProof proof) {
    switch (proof) {
    case BundleProof::Kept:
        return "kept from before";
    case BundleProof::Now:
        return "sealed by the maker of this bundle, now";
    case BundleProof::State:
        return "kept from before, of the whole region";
    }
    return "";
}

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Evidence bundle</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1c1e21; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; } dt { color: #5c6370; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #d9dce1; }
code, pre { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: #f3f4f6; padding: .6rem .8rem; white-space: pre-wrap; }
.note { background: #fdf6e3; border-left: 4px solid #b58900; padding: .4rem .8rem; }
</style>
</head>
<body>
<h1>Evidence bundle</h1>
)";

constexpr std::string_view kChecking = R"(<h2>How to check it</h2>
<p>Unpack the whole file into an empty folder, and run there, with OpenSSL 3 and nothing of the makers of this bundle:</p>
<pre>sh verify.sh 'KEY'</pre>
<p>KEY is the maker's key as the maker told it to you by another way than this bundle: in person, by telephone, on
paper. Without it the script says which key has signed, and that only you can know whose key that is. The script is
short, so that you can read it first; whoever could alter this bundle could alter it, too. Take it from elsewhere if
you can: it comes with every copy of the program. What each file says, to the byte, stands in <code>bundle_v1.md</code>
and <code>leaf_v1.md</code>.</p>
)";

constexpr std::string_view kLimits = R"(<h2>What is proved, and what is not</h2>
<ul>
<li>Proved: every event here stood, as it is here, in the log of its organization, at the place that its leaf's number
says, when the checkpoint was signed that its proof leads to. Not one bit of an event can differ.</li>
<li>Proved: the maker's key has signed this selection as a whole. Nothing was altered, added or taken away since.</li>
<li>Not proved: that these are all events that fit the filter. The maker chose them. A gap in the numbers of an
organization's leaves shows where others stand, not what they say.</li>
<li>Not proved: that what an event says is true. The log keeps what was written to it, and when.</li>
<li>Times of checkpoints are those of their signers' clocks. A checkpoint that was signed with this bundle shows the log
as it was then, and nothing of what was before.</li>
<li>Where personal fields are withheld, hashes stand for actor, source address and payload: the event can be checked,
and the fields cannot be guessed. What the bundle still says of actor and payload of such an event is the maker's word.</li>
<li>verify.sh checks the leaves. That the lines of events.jsonl and the table below say what the leaves say, it takes from
the maker's signature; the program's own check makes every leaf anew from its line.</li>
</ul>
)";

constexpr std::string_view kClaim = R"(<p class="note">This is what the maker says follows from the events below.
verify.sh checks the events and that the maker said so. That nothing was left out, and that the answer follows, the
program checks: <code>muniment bundle info</code>. The rule is in <code>bundle_v1.md</code>, under <code>access.json</code>.</p>
)";

} // namespace

std::string htmlText(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        std::string_view valid = text.substr(0, validUtf8Length(text));
        text.remove_prefix(valid.size());
        while (!valid.empty()) {
            std::string_view bytes;
            const char32_t c = takeCharacter(valid, bytes);
            appendCharacter(out, c, bytes);
        }
        if (!text.empty()) {
            out += "\\x" + toHex(text.substr(0, 1));
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string pageRow(const RecordedEvent& event, std::string_view organization, std::string_view actor) {
    const std::string type = htmlText(event.type) + (event.sealed.empty() ? "" : "<br>(personal fields withheld)");
    return "<tr><td>" + htmlText(formatInstant(event.recordedAt)) + "</td><td>" + type + "</td>" +
           cell(actor, event.actor.type + " " + event.actor.id.text()) + cell(organization, event.tenant.text()) +
           "<td>" + htmlText(event.outcome) + "</td></tr>\n";
}

std::string pageBegin(const BundleManifest& manifest, const std::vector<BundleTree>& trees, std::string_view makerKey,
                      const std::vector<std::string>& claim) {
    std::string out(kHead);
    for (const std::string& line : claim)
        out += "<p>" + htmlText(line) + "</p>\n";
    if (!claim.empty())
        out += kClaim;
    out += "<dl>\n" + fact("Events", std::to_string(manifest.events)) + fact("Chosen", manifest.filterWords) +
           fact("As a filter", manifest.filterText) + fact("Workspace", manifest.workspace) +
           fact("Made by", manifest.madeBy) + fact("Made at", formatInstant(manifest.madeAt)) +
           fact("With", manifest.tool) + fact("Maker's key", makerKey);
    for (const BundlePlace& place : manifest.asOf)
        out += fact("Log known up to", place.region.text() + " " + std::to_string(place.at.position.major) + "." +
                                           std::to_string(place.at.position.minor) + "." +
                                           std::to_string(place.at.inTxOrder));
    out += "</dl>\n";
    if (manifest.withheld > 0)
        out += "<p class=\"note\">Personal fields of " + std::to_string(manifest.withheld) +
               " of these events are withheld.</p>\n";
    if (manifest.sealedNow > 0)
        out += "<p class=\"note\">" + std::to_string(manifest.sealedNow) + " of " + std::to_string(manifest.trees) +
               " logs had no checkpoint that covers these events. They were sealed by the maker of this bundle, when"
               " it was made: that shows what the maker had then, and nothing older.</p>\n";
    out += kChecking;
    out += kLimits;
    out += "<h2>Logs</h2>\n<table><tr><th>Organization</th><th>Epoch</th><th>Region</th><th>Leaves</th>"
           "<th>Checkpoint</th></tr>\n";
    for (const BundleTree& tree : trees)
        if (const TenantLog* log = tree.log())
            out += "<tr><td><code>" + htmlText(log->tenant.text()) + "</code></td><td>" + std::to_string(log->epoch) +
                   "</td><td>" + htmlText(log->region.text()) + "</td><td>" + std::to_string(tree.head.size) +
                   "</td><td>" + std::string(wordsOf(tree.proof)) + "</td></tr>\n";
    out += "</table>\n<h2>Events</h2>\n";
    if (manifest.events > kMostPageRows)
        out += "<p class=\"note\">The table shows the first " + std::to_string(kMostPageRows) + " of " +
               std::to_string(manifest.events) + " events; <code>events.jsonl</code> has them all.</p>\n";
    out += "<p>By organization, then in the order of its log.</p>\n<table><tr><th>Time</th><th>Type</th><th>Actor</th>"
           "<th>Organization</th><th>Outcome</th></tr>\n";
    return out;
}

std::string pageEnd() {
    return "</table>\n</body>\n</html>\n";
}

} // namespace muniment
