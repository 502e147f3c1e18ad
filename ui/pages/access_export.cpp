// What the page of access exports: the list of its answer, with the question.
#include "models/items/access_records.h"
#include "models/items/access_sentence.h"
#include "models/items/plain_text.h"
#include "ui/pages/access_page.h"

namespace muniment {

static ExportOffer offerOf(RowList list, const QString& name) {
    const auto words = QString::fromStdString(list.question);
    return {std::move(list), name, words};
}

/// As it stands over the list, without what isolates its names.
static std::string questionText(const Sentence& sentence) {
    return withoutIsolates(sentenceText(sentence)).toStdString();
}

bool AccessPage::isExportable() const {
    return std::holds_alternative<WhoAnswer>(m_answer) || std::holds_alternative<RightsAnswer>(m_answer);
}

std::optional<ExportOffer> AccessPage::exportOffer() const {
    const ClockZone zone = m_zone.ofMany();
    const auto* who = std::get_if<WhoAnswer>(&m_answer);
    const auto* whoAsked = std::get_if<WhoRequest>(&m_request);
    if (who != nullptr && whoAsked != nullptr)
        return offerOf(holderRecords(*whoAsked, *who, questionText(whoSentence(*whoAsked, *who, zone))),
                       QStringLiteral("holders"));
    const auto* what = std::get_if<RightsAnswer>(&m_answer);
    const auto* whatAsked = std::get_if<RightsRequest>(&m_request);
    if (what != nullptr && whatAsked != nullptr)
        return offerOf(rightRecords(*whatAsked, *what, questionText(rightsSentence(*whatAsked, *what, zone))),
                       QStringLiteral("rights"));
    return std::nullopt;
}

} // namespace muniment
