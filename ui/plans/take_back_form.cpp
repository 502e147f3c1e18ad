#include "ui/plans/take_back_form.h"

#include "models/items/event_sentence.h"
#include "models/items/plain_text.h"
#include "ui/forms/removal_form.h"
#include "ui/plans/previewed_form.h"
#include "ui/widgets/text_grid.h"

#include <QCoreApplication>

#include <array>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TakeBackForm)
};

/// What else names them, hangs on them and goes with them.
constexpr std::array<std::string_view, 5> kNamedThings{"org", "user", "team", "role", "resource"};

QString nameOf(const TakeBack& back) {
    const auto& event = back.row.event;
    const auto found = back.names.find({event.tenant, event.aggregate.id});
    return plainText(found == back.names.end() ? back.row.subjectName : found->second);
}

/// Whether it ends a whole thing, and not something that a thing has.
bool isRemovalOfThing(const TakeBack& back) {
    const auto type = aggregateTypeOf(back.request->command);
    return back.isRemoval && !std::holds_alternative<CredentialCommand>(back.request->command) &&
           std::ranges::find(kNamedThings, type) != kNamedThings.end() && !nameOf(back).isEmpty();
}

QString introOf(const TakeBack& back, const QString& when) {
    QStringList words;
    words << Words::tr("On %1: %2").arg(when, eventSentence(back.row));
    words << Words::tr("This does not remove the event: it sends a new command, whose events are written beside it.");
    if (back.isRemoval)
        words << Words::tr("It takes away what the event brought into being.");
    if (back.later > 0)
        words << Words::tr("%n event(s) of the same thing came since: look whether it still fits.", nullptr,
                           static_cast<int>(std::min<std::int64_t>(back.later, 1'000'000'000)));
    return words.join(QLatin1Char('\n'));
}

void addFacts(FormDialog& dialog, const TakeBack& back) {
    std::vector<std::vector<TextCell>> rows;
    for (const CommandDetail& detail : commandDetails(*back.request, back.names))
        rows.push_back({TextCell{detail.name, {}, Tone::Quiet, false, false}, TextCell{detail.value, {}}});
    if (rows.empty())
        return;
    auto* facts = new TextGrid(2, &dialog);
    facts->setRows(rows);
    dialog.addWidgetField(QStringLiteral("facts"), commandTitle(back.request->command), facts);
}

} // namespace

FormDialog* openTakeBack(CommandDesk& desk, const TakeBack& back, const QString& when, QWidget* parent) {
    const QString verb = takeBackVerb(back);
    const QString done = Words::tr("Taken back: %1").arg(verb);
    if (isRemovalOfThing(back))
        return openRemoval(desk, {verb, nameOf(back), *back.request, done, introOf(back, when)}, parent);
    PreviewedForm form{.title = verb,
                       .intro = introOf(back, when),
                       .verb = Words::tr("&Take Back"),
                       .wish = {},
                       .done = {},
                       .isReasonNeeded = true};
    form.prepare = [back](FormDialog& dialog) { addFacts(dialog, back); };
    form.wish = [request = *back.request](const FormDialog&) -> std::optional<PutTogether> {
        return [request](Snapshot&) -> Result<std::vector<CommandRequest>> { return std::vector{request}; };
    };
    form.done = [done](const FormDialog&) { return done; };
    return openPreviewedForm(desk, form, parent);
}

} // namespace muniment
