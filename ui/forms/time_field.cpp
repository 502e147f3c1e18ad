#include "ui/forms/time_field.h"

#include "models/base/clock.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimeField)
};

} // namespace

QString timeHint() {
    return Words::tr("2026-12-31, or +90d; a date means its midnight in UTC");
}

std::string timeFieldText(const std::optional<Instant>& time) {
    return time ? formatInstant(*time) : std::string();
}

std::optional<std::optional<Instant>> timeTyped(const FormDialog& form, const QString& key) {
    const auto text = form.value(key);
    if (text.empty())
        return std::optional<Instant>();
    const auto time = parseTimeExpression(text, systemClock().now());
    if (!time)
        return std::nullopt;
    return std::optional<std::optional<Instant>>(std::in_place, *time);
}

std::optional<std::optional<Instant>> timeIn(FormDialog& form, const QString& key) {
    const auto time = timeTyped(form, key);
    if (!time)
        form.showError(key, Words::tr("This is no time. Write a date (2026-12-31), a time (2026-12-31T18:00:00Z) or "
                                      "how far from now it is (+90d)."));
    return time;
}

} // namespace muniment
