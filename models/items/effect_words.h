// What staged changes would do to access, in words.
#pragma once

#include "models/changes/access_effect.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace muniment {

/// One sentence for each thing a person must know before sending: "3 people would lose 5 rights.", "Acme AG would lose
/// its last administrator.", "2 people would break a rule of separation of duties." Empty: nobody's access changes.
[[nodiscard]] QStringList effectSentences(const AccessEffect& effect);

/// What it is on: "everything", "every document", or the resource's name, isolated.
[[nodiscard]] QString rightTargetText(const RightEffect& right);

/// A line of the whole story; those of a higher depth belong to the one before.
struct EffectLine {
    enum class Tone { Plain, Gained, Lost, Alarm };
    Tone tone = Tone::Plain;
    int depth = 0;
    QString text; ///< plain text

    bool operator==(const EffectLine&) const = default;
};

/// Alarms first, then each person with what they would gain and lose; organizations are named where there are several.
[[nodiscard]] std::vector<EffectLine> effectLines(const AccessEffect& effect);

/// Something that nobody should do without knowing.
[[nodiscard]] bool isAlarming(const AccessEffect& effect);

} // namespace muniment
