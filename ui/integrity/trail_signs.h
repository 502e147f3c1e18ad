// How the standing of a trail looks: a sign beside its words, so that colour never tells it alone.
#pragma once

#include "models/items/integrity_words.h"
#include "ui/widgets/labels.h"

#include <QIcon>

namespace muniment {

[[nodiscard]] QIcon standingIcon(TrailStanding standing);
[[nodiscard]] Tone standingTone(TrailStanding standing);

} // namespace muniment
