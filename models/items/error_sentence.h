// Errors in words for people: what failed and at which stage, what it means, what to do about it.
#pragma once

#include "models/base/result.h"
#include "models/domain/reason.h"

#include <QString>

#include <string_view>

namespace muniment {

/// Plain text in the language of the application; the parts are whole sentences.
struct ErrorWords {
    QString happened; ///< what failed, where, at which stage
    QString advice;   ///< what it means and what to do; may be empty
    QString detail;   ///< technical words, for "copy details"; may be empty
};

/// Every code has words; facts that are absent from the context leave no hole in the sentence.
[[nodiscard]] ErrorWords errorWords(const Error& error);
/// happened and advice in one line.
[[nodiscard]] QString errorSentence(const Error& error);
/// While the outcome of a change is not known: that it is not, and what is being done. `why` as
/// Workspace::submit() tells it.
[[nodiscard]] QString notKnownYetSentence(std::string_view region, const Error& why);
/// Why a rule of the domain says no.
[[nodiscard]] QString reasonSentence(Reason reason);
/// A connection stage in words: "certificate check (TLS)".
[[nodiscard]] QString stageName(std::string_view stage);

} // namespace muniment
