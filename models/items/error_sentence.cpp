#include "models/items/error_sentence.h"

#include "models/items/error_words.h"
#include "models/items/plain_text.h"

namespace muniment {

ErrorWords errorWords(const Error& error) {
    ErrorWords words = wordsOf(error);
    words.detail = plainText(error.detail);
    const QString region = plainText(error.get("region"));
    // A sentence about a server says which one; most codes below the server have no region in their context.
    if (!region.isEmpty() && !words.happened.contains(region))
        words.happened = QStringLiteral("%1: %2").arg(region, words.happened);
    return words;
}

QString errorSentence(const Error& error) {
    const auto words = errorWords(error);
    return words.advice.isEmpty() ? words.happened : words.happened + QLatin1Char(' ') + words.advice;
}

} // namespace muniment
