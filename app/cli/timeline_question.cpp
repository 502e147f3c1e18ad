#include "app/cli/timeline_question.h"

#include "app/cli/interrupt.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/directory/directory.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment::cli {

namespace {

// The place counts characters; a terminal gives wide ones two columns and marks none.
std::string caretsFor(const FilterErrorPlace& place) {
    const std::u32string characters = place.excerpt.toStdU32String();
    const auto widthOf = [&](qsizetype first, qsizetype count) {
        const auto from = std::min(static_cast<std::size_t>(first), characters.size());
        const auto part = characters.substr(from, static_cast<std::size_t>(count));
        return displayWidth(QString::fromStdU32String(part).toStdString());
    };
    const auto marked = place.carets.count(QLatin1Char('^'));
    const auto before = place.carets.size() - marked;
    return std::string(static_cast<std::size_t>(widthOf(0, before)), ' ') +
           std::string(static_cast<std::size_t>(std::max(widthOf(before, marked), 1)), '^');
}

Error unreadable(const std::string& text, const FilterError& error) {
    const auto place = filterErrorPlace(error, text);
    return Error{ErrorCode::InvalidInput,
                 withoutIsolates(filterErrorSentence(error, text)).toStdString(),
                 {{"field", "FILTER"}, {"excerpt", place.excerpt.toStdString()}, {"carets", caretsFor(place)}}};
}

Result<FilterNode> filterOf(const Invocation& invocation) {
    const std::string text = invocation.text("FILTER").value_or(std::string());
    auto parsed = parseFilter(text);
    if (parsed.error)
        return tl::unexpected(unreadable(text, *parsed.error));
    return std::move(*parsed.filter);
}

// An organization of the file, or an id that no organization has: events need not have one.
Result<std::string> tenantNamed(Snapshot& snapshot, const std::string& typed, std::optional<Moment> asOf) {
    const auto org = findOrganization(snapshot, typed, asOf);
    if (org)
        return org->id.text();
    if (org.error().code != ErrorCode::NotFound)
        return tl::unexpected(org.error());
    TimelineQuestion ofTenant;
    ofTenant.filter.kind = termOf(FilterField::Tenant, typed);
    ofTenant.asOf = asOf;
    const auto matches = evaluate(snapshot, ofTenant);
    if (!matches)
        return tl::unexpected(matches.error());
    if ((*matches)->count() == 0)
        return tl::unexpected(org.error());
    return typed;
}

/// As typed: a `*` in it stands for anything.
FilterTerm typeTerm(const std::string& type) {
    FilterTerm term = termOf(FilterField::Type, type);
    if (type.find('*') != std::string::npos)
        term.values = {FilterValue{type, false, true, {}}};
    return term;
}

} // namespace

Positional filterPositional() {
    return {"FILTER", "which events: 'type:user.* -outcome:success after:-30d \"Acme AG\"'; else all", true, true};
}

std::vector<Option> questionOptions() {
    return {asOfOption(),
            {"--region", "R", "of one region"},
            {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
            {"--type", "T", "of one type, or of all that begin so: user.human.*"}};
}

Result<TimelineQuestion> questionOf(const Invocation& invocation, Snapshot& snapshot) {
    auto filter = filterOf(invocation);
    if (!filter)
        return tl::unexpected(filter.error());
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    TimelineQuestion question{std::move(*filter), *asOf, systemClock().now()};
    const auto narrow = [&](FilterTerm term) {
        question.filter = joined(question.filter, JoinAs::And, std::move(term));
    };
    if (const auto region = invocation.text("--region")) {
        if (const auto known = regionNamed(snapshot, RegionName(*region)); !known)
            return tl::unexpected(known.error());
        narrow(termOf(FilterField::Region, *region));
    }
    if (const auto typed = invocation.text("--tenant")) {
        const auto tenant = tenantNamed(snapshot, *typed, *asOf);
        if (!tenant)
            return tl::unexpected(tenant.error());
        narrow(termOf(FilterField::Tenant, *tenant));
    }
    if (const auto type = invocation.text("--type"))
        narrow(typeTerm(*type));
    return question;
}

Result<Exit> askTimeline(const Invocation& invocation,
                         const std::function<Result<Exit>(const AskedTimeline&)>& answer) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const Interrupt interrupt;
    Snapshot& snapshot = *file->snapshot;
    const auto guard = snapshot.interruptOn(interrupt.token());
    const auto question = questionOf(invocation, snapshot);
    if (!question)
        return tl::unexpected(question.error());
    const auto matches = evaluate(snapshot, *question);
    if (!matches)
        return tl::unexpected(matches.error());
    return answer({snapshot, *question, *matches, interrupt.token()});
}

} // namespace muniment::cli
