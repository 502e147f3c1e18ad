// What a person put beside an event, in words.
#pragma once

#include "models/replica/annotations.h"

#include <QString>

namespace muniment {

/// "Bookmarked. Tags: case-17, incident. Note: asked Ann"; of a long note its beginning; empty where there is nothing.
[[nodiscard]] QString annotationWords(const EventAnnotation& annotation);
/// Tags as they are typed, separated by commas.
[[nodiscard]] QString tagsText(const std::vector<std::string>& tags);
/// Each once, as they are kept; parts without a letter are dropped.
[[nodiscard]] std::vector<std::string> tagsOfText(const QString& text);

} // namespace muniment
