#include "ui/reviews/review_forms.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/review_words.h"
#include "ui/forms/picker_field.h"
#include "ui/forms/time_field.h"

#include <QCoreApplication>
#include <QPointer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReviewForms)
};

const QString kName = QStringLiteral("name");
const QString kReviewer = QStringLiteral("reviewer");
const QString kDue = QStringLiteral("dueAt");
const QString kScope = QStringLiteral("scope");
const QString kExtent = QStringLiteral("extent");
const QString kDelta = QStringLiteral("delta");
const QString kReason = QStringLiteral("reason");
const QString kAll = QStringLiteral("all");

/// Else it says at the field why one is needed.
bool hasReason(FormDialog& form, Reason why) {
    form.clearErrors();
    const bool isThere = !form.value(kReason).empty();
    if (!isThere)
        form.showError(kReason, reasonSentence(why));
    return isThere;
}

QString nameOf(const ReviewRow& review) {
    return isolated(plainText(review.name));
}

QString grantText(const ReviewItem& item) {
    const auto shown = [](const std::string& name, const AggregateId& id) {
        return isolated(name.empty() ? shortId(id.text()) : plainText(name));
    };
    return Words::tr("%1 for %2", "a role for somebody")
        .arg(shown(item.grant.roleKey, item.grant.role), shown(item.grant.subjectName, item.grant.subject.id));
}

ReviewScope scopeOf(const EntityOption& option) {
    const auto& [type, id] = option.entity.aggregate;
    if (type == "team")
        return {ReviewScope::Kind::Team, id};
    return {type == "role" ? ReviewScope::Kind::Role : ReviewScope::Kind::Resource, id};
}

/// What a filled form of a new review wishes; absent: something is wrong, and was said at its field.
std::optional<ReviewWish> wishIn(FormDialog& form) {
    ReviewWish wish;
    wish.name = form.value(kName);
    wish.reviewer = form.value(kReviewer);
    const auto due = timeIn(form, kDue);
    if (!due)
        return std::nullopt;
    wish.dueAt = *due;
    if (!form.value(kScope).empty()) {
        const auto chosen = chosenIn(form, kScope);
        if (!chosen)
            return std::nullopt;
        wish.scope = scopeOf(*chosen);
    }
    wish.isFull = form.value(kExtent) == kAll.toStdString();
    return wish;
}

/// Counts what there is to decide on, then sends it.
void submitStart(CommandDesk& desk, FormDialog& form, const TenantField& tenant, const IdAdded& added) {
    form.clearErrors();
    auto order = tenant.order(form);
    auto wish = order ? wishIn(form) : std::nullopt;
    if (!wish)
        return;
    form.setWaiting(true);
    const QPointer<FormDialog> open(&form);
    ReviewWishRequest request{order->request.tenant, std::move(*wish)};
    askPreparedReview(desk.workspace())(
        &form, std::move(request),
        [&desk, open, added, order = std::move(*order)](Result<PreparedReview> prepared) mutable {
            if (!open)
                return;
            open->setWaiting(false);
            if (!prepared)
                return open->showFailure(prepared.error());
            order.done =
                Words::tr("%1: %n grant(s) are to be decided on.", nullptr, static_cast<int>(prepared->command.items))
                    .arg(isolated(plainText(prepared->command.name)));
            order.request.command = ReviewCommand(std::move(prepared->command));
            sendFromForm(desk, open, std::move(order), {.written = added, .staged = {}});
        });
}

} // namespace

FormDialog* openStartReview(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added) {
    const TenantField tenant(desk, in, parent);
    auto* scope = makePicker(desk, {OptionKind::Role, OptionKind::Team, OptionKind::Resource}, tenant.chosen(), parent);
    CommandForm form{Words::tr("Start an Access Review"),
                     Words::tr("The reviewer decides on every grant as it is now, whatever happens meanwhile."),
                     Words::tr("&Start"),
                     {},
                     {}};
    form.prepare = [tenant, scope](FormDialog& dialog) {
        tenant.addTo(dialog);
        QObject::connect(tenant.picker(), &EntityPicker::chosenChanged, scope,
                         [tenant, scope] { scope->setTenant(tenant.chosen()); });
        dialog.addField(textField(kName, Words::tr("&Name"), {}, Words::tr("Spring 2026")));
        dialog.addField(textField(kReviewer, Words::tr("Re&viewer"), {}, Words::tr("Who is to decide")));
        dialog.addField(textField(kDue, Words::tr("&Due (empty: no date)"), {}, timeHint()));
        dialog.addWidgetField(kScope, Words::tr("O&nly a role, team or resource (empty: all grants)"), scope);
        dialog.addField({kExtent,
                         Words::tr("&Which of them"),
                         kDelta,
                         {},
                         {{kDelta, Words::tr("What the last sign-off does not cover")},
                          {kAll, Words::tr("Everything, also what is signed off")}}});
    };
    form.submit = [&desk, tenant, added = std::move(added)](FormDialog& filled) {
        submitStart(desk, filled, tenant, added);
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openCloseReview(CommandDesk& desk, const ReviewRow& review, QWidget* parent) {
    const auto left = review.items - review.decided();
    const QString counted =
        Words::tr("%1 kept, %2 revoked, %3 not decided.")
            .arg(formatCount(review.kept), formatCount(review.revoked), formatCount(std::max<std::int64_t>(left, 0)));
    CommandForm form{Words::tr("Sign Off %1").arg(nameOf(review)),
                     counted + QLatin1Char(' ') +
                         Words::tr("Nothing in it can be decided any more; what changes from now on is counted."),
                     Words::tr("Si&gn Off"),
                     {},
                     {}};
    form.isReasonNeeded = left > 0;
    form.order = [&desk, review, left](FormDialog& filled) -> std::optional<Order> {
        if (left > 0 && !hasReason(filled, Reason::ItemsUndecided))
            return std::nullopt;
        Order order{requestFor(desk.workspace(), review), Words::tr("%1 is signed off.").arg(nameOf(review)), {}};
        order.request.command = ReviewCommand(CloseReview{});
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order reviewOrder(const Workspace& workspace, const ReviewRow& review, const ReviewItem& item,
                  ReviewDecision decision) {
    Order order{requestFor(workspace, review), {}, {}};
    order.request.ifSequence.reset(); // others may decide on other grants meanwhile
    order.request.command =
        ReviewCommand(DecideReviewItem{item.grant.id, decision, (item.now ? *item.now : item.grant).sequence});
    order.done =
        (decision == ReviewDecision::Keep ? Words::tr("Kept: %1.") : Words::tr("Revoked: %1.")).arg(grantText(item));
    return order;
}

FormDialog* openRevokeReviewed(CommandDesk& desk, const ReviewRow& review, const ReviewItem& item, QWidget* parent,
                               std::function<void()> done) {
    CommandForm form{Words::tr("Revoke a Grant"),
                     Words::tr("The grant of %1 is taken away with the decision.").arg(grantText(item)),
                     Words::tr("Re&voke"),
                     {},
                     {}};
    form.isReasonNeeded = true;
    form.order = [&desk, review, item](FormDialog& filled) -> std::optional<Order> {
        if (!hasReason(filled, Reason::ReasonMissing))
            return std::nullopt;
        return reviewOrder(desk.workspace(), review, item, ReviewDecision::Revoke);
    };
    form.added = [done](const CommandResult&) { done(); };
    return openCommandForm(desk, form, parent);
}

} // namespace muniment
