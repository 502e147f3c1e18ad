#include "models/items/proof_rows.h"

#include "models/base/hex.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/merkle/leaf_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Proof)
};

/// As the specification of the leaf calls them.
constexpr const char* kFieldNames[]{
    QT_TRANSLATE_NOOP("Proof", "domain"),          QT_TRANSLATE_NOOP("Proof", "tenant id"),
    QT_TRANSLATE_NOOP("Proof", "epoch"),           QT_TRANSLATE_NOOP("Proof", "aggregate type"),
    QT_TRANSLATE_NOOP("Proof", "aggregate id"),    QT_TRANSLATE_NOOP("Proof", "sequence"),
    QT_TRANSLATE_NOOP("Proof", "event id"),        QT_TRANSLATE_NOOP("Proof", "event type"),
    QT_TRANSLATE_NOOP("Proof", "revision"),        QT_TRANSLATE_NOOP("Proof", "occurred at"),
    QT_TRANSLATE_NOOP("Proof", "recorded at"),     QT_TRANSLATE_NOOP("Proof", "actor type"),
    QT_TRANSLATE_NOOP("Proof", "actor id"),        QT_TRANSLATE_NOOP("Proof", "writer"),
    QT_TRANSLATE_NOOP("Proof", "outcome"),         QT_TRANSLATE_NOOP("Proof", "source address"),
    QT_TRANSLATE_NOOP("Proof", "command id"),      QT_TRANSLATE_NOOP("Proof", "correlation id"),
    QT_TRANSLATE_NOOP("Proof", "payload"),         QT_TRANSLATE_NOOP("Proof", "position: major"),
    QT_TRANSLATE_NOOP("Proof", "position: minor"), QT_TRANSLATE_NOOP("Proof", "order in the transaction"),
};

class Rows {
public:
    void heading(const QString& text) { m_rows.push_back({ValueCell::words(text, CellTone::Heading)}); }

    void add(const QString& label, const char* field, const std::string& value, CellTone tone = CellTone::Normal) {
        ValueCell cell{.value = {.text = plainText(value), .field = field, .raw = RecordValue::ofText(value)},
                       .tone = tone};
        cell.isMonospace = true;
        m_rows.push_back({ValueCell::words(label), std::move(cell)});
    }

    void words(const QString& label, const QString& text, CellTone tone = CellTone::Normal) {
        m_rows.push_back({ValueCell::words(label), ValueCell::words(text, tone)});
    }

    void path(const TreePath& path) {
        words(Words::tr("Leaf"), Words::tr("%1 of %2, counted from 0")
                                     .arg(formatCount(static_cast<std::int64_t>(path.index)),
                                          formatCount(static_cast<std::int64_t>(path.head.size))));
        for (const ProofStep& step : path.steps)
            add(step.isLeft ? Words::tr("left") : Words::tr("right"), step.isLeft ? "left" : "right",
                toHex(bytesOf(step.hash)));
        add(Words::tr("Root it leads to"), "root", toHex(bytesOf(path.reached)),
            path.holds() ? CellTone::Good : CellTone::Bad);
        if (!path.holds())
            add(Words::tr("Root of the tree"), "treeRoot", toHex(bytesOf(path.head.root)));
    }

    [[nodiscard]] std::vector<ValueRow> take() { return std::move(m_rows); }

private:
    std::vector<ValueRow> m_rows;
};

QString fieldName(std::string_view name) {
    const auto known = std::ranges::find(kFieldNames, name, [](const char* one) { return std::string_view(one); });
    return known == std::end(kFieldNames) ? QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                          : QCoreApplication::translate("Proof", *known);
}

void addFields(Rows& rows, const EventProof& proof) {
    rows.heading(Words::tr("Fields as they are hashed"));
    for (const LeafField& field : leafFields(proof.leaf).value_or(std::vector<LeafField>())) {
        const QString label =
            field.form == LeafForm::Salted ? Words::tr("%1, salted").arg(fieldName(field.name)) : fieldName(field.name);
        if (field.value)
            rows.add(label, "leaf", *field.value);
        else
            rows.words(label, Words::tr("none"), CellTone::Quiet);
    }
    rows.add(Words::tr("All bytes"), "leafBytes", toHex(proof.leaf));
}

} // namespace

QString proofSentence(const EventProof& proof, const ClockZone& zone) {
    if (!proof.holds())
        return proof.seal ? Words::tr("This is not what was sealed: the event, or one that is hashed together with it, "
                                      "is not as it was. Verify to see which.")
                          : Words::tr("This is not what the tree took in: the event, or one that is hashed together "
                                      "with it, is not as it was. Verify to see which.");
    QString sentence;
    if (!proof.seal)
        sentence = Words::tr("Not sealed yet. The event stands in the file's own tree, and no kept checkpoint covers "
                             "it.");
    else
        sentence = (proof.seal->isOwn
                        ? Words::tr("Sealed here at %1, and still what was sealed: its hash leads to the signed root.")
                        : Words::tr("Sealed by a witness at %1, and still what was sealed: its hash leads to the "
                                    "signed root."))
                       .arg(formatTimeWithZone(proof.seal->sealedAt, zone));
    if (proof.isWithheld)
        sentence += QLatin1Char(' ') + Words::tr("Personal fields are not in this file: their hashes were taken as "
                                                 "they are.");
    return sentence;
}

std::vector<ValueRow> proofRows(const EventProof& proof, const ClockZone& zone) {
    Rows rows;
    rows.add(Words::tr("Leaf hash"), "leafHash", toHex(bytesOf(proof.leafHash)));
    rows.add(Words::tr("Tree"), "log", originOf(proof.log));
    rows.path(proof.path);
    if (proof.state) {
        rows.heading(Words::tr("The tree in its region's state"));
        rows.add(Words::tr("State"), "state", originOf(proof.state->state));
        rows.path(proof.state->path);
    }
    rows.heading(Words::tr("Checkpoint"));
    if (proof.seal) {
        rows.words(Words::tr("Kept as"),
                   Words::tr("number %1").arg(formatCount(static_cast<std::int64_t>(proof.seal->entry))));
        rows.words(Words::tr("Signed"), formatTimeWithZone(proof.seal->sealedAt, zone));
        rows.add(Words::tr("Signed root"), "signedRoot", toHex(bytesOf(proof.seal->head.root)),
                 proof.holds() ? CellTone::Good : CellTone::Bad);
    } else {
        rows.words(Words::tr("Kept as"), Words::tr("none yet"), CellTone::Quiet);
    }
    addFields(rows, proof);
    return rows.take();
}

} // namespace muniment
