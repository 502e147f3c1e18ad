#include "models/items/export_request.h"

#include "models/access/live_access.h"
#include "models/base/clock.h"
#include "models/items/masked_payload.h"
#include "models/reviews/review_evidence.h"
#include "models/timeline/export/event_export.h"

namespace muniment {

namespace {

void maskSecrets(TimelineRow& row) {
    if (row.event.payload)
        row.event.payload = maskedPayload(row.event);
}

struct Run {
    Snapshot& snapshot;
    const ExportRequest& request;
    const std::stop_token& stop;
    const ExportProgress& progress;
    ExportDescription description;

    Result<std::int64_t> operator()(const EventList& list) const {
        const auto matches = evaluate(snapshot, list.question);
        if (!matches)
            return tl::unexpected(matches.error());
        auto about = description;
        about.what = "events";
        about.filter = printFilter(list.question.filter);
        about.order = list.order == TimelineOrder::OldestFirst ? "oldest first" : "newest first";
        about.asOf = instantOf(list.question.asOf);
        about.hasMaskedSecrets = true;
        return exportEvents(snapshot,
                            {*matches, list.order, list.fields.empty() ? eventFields() : list.fields, &maskSecrets},
                            request.settings, std::move(about), stop, progress);
    }

    Result<std::int64_t> operator()(const ListQuery& query) const {
        return exportList(snapshot, query, request.settings, description, stop, progress);
    }

    Result<std::int64_t> operator()(const FindingList& list) const {
        if (const auto* query = std::get_if<UnusedGrantQuery>(&list.query))
            return write(readUnusedGrants(snapshot, *list.access, *query, stop), *query, "unused grants",
                         "newest first", unusedGrantFields());
        const auto& query = std::get<OddityQuery>(list.query);
        return write(readOddityList(snapshot, *list.access, query), query, "oddities", "by kind", oddityFields());
    }

    Result<std::int64_t> operator()(const RowList& list) const {
        auto about = description;
        about.what = list.what;
        about.question = list.question;
        about.order = list.order;
        about.asOf = instantOf(list.asOf);
        return write(std::move(about), list.columns, list.records);
    }

    Result<std::int64_t> operator()(const ReviewEvidenceList& list) const {
        const auto review = findReview(snapshot, list.review.text(), list.asOf, list.tenant);
        if (!review)
            return tl::unexpected(review.error());
        const auto evidence = list.access->ask(snapshot, [&](const AccessProjection& projection) {
            return readEvidence(snapshot, projection, *review, ItemsShown::All, list.asOf);
        });
        if (!evidence || !*evidence)
            return tl::unexpected(evidence ? evidence->error() : evidence.error());
        auto about = description;
        about.what = "review";
        about.question = review->name;
        about.order = "newest grant first";
        about.asOf = instantOf(list.asOf);
        if (request.settings.format == ExportFormat::JsonLines)
            return write(std::move(about), namesOf(evidenceFields()),
                         recordsOf(std::vector{**evidence}, evidenceFields()));
        return write(std::move(about), namesOf(decidedItemFields()),
                     recordsOf(decidedItems(**evidence), decidedItemFields()));
    }

private:
    /// A list that comes whole.
    template <class Row, class Query>
    Result<std::int64_t> write(Result<std::vector<Row>> rows, const Query& query, const char* what, const char* order,
                               const std::vector<RecordField<Row>>& fields) const {
        if (!rows)
            return tl::unexpected(rows.error());
        auto about = description;
        about.what = what;
        about.filter = query.tenant ? "tenant:" + query.tenant->text() : std::string();
        about.order = order;
        about.asOf = instantOf(query.asOf);
        return write(std::move(about), namesOf(fields), recordsOf(*rows, fields));
    }

    /// What is at hand.
    Result<std::int64_t> write(ExportDescription about, const std::vector<std::string>& columns,
                               std::vector<Record> records) const {
        about.records = std::ssize(records);
        auto regions = exportedRegions(snapshot);
        if (!regions)
            return tl::unexpected(regions.error());
        about.regions = std::move(*regions);
        const RecordSource source = [&] { return Result<std::vector<Record>>(std::exchange(records, {})); };
        return exportRecords(request.settings, about, columns, source, stop, progress);
    }
};

} // namespace

Result<std::int64_t> runExport(Snapshot& snapshot, const ExportRequest& request, const std::stop_token& stop,
                               const ExportProgress& progress) {
    ExportDescription description;
    description.source = request.source;
    description.madeAt = systemClock().now();
    return std::visit(Run{snapshot, request, stop, progress, std::move(description)}, request.list);
}

} // namespace muniment
