#include "models/items/verification_certificate.h"

#include "models/base/hex.h"
#include "models/items/formats.h"
#include "models/items/integrity_words.h"
#include "models/items/plain_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace muniment {

namespace {

struct Certificate {
    Q_DECLARE_TR_FUNCTIONS(Certificate)
};

constexpr double kText = 9.5; ///< points
constexpr int kResolution = 300;
constexpr double kMarginMillimetres = 18;

QFont fontOf(double points, bool isBold = false, bool isFixed = false) {
    QFont font = isFixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(QStringLiteral("Inter"));
    font.setPointSizeF(points);
    font.setBold(isBold);
    return font;
}

/// Writes pieces one below the other; all text is plain.
class Paper {
public:
    explicit Paper(QTextDocument& document) : m_cursor(&document) { document.setDefaultFont(fontOf(kText)); }

    void heading(const QString& text, double points) {
        paragraph(text, fontOf(points, true), points > kText + 4 ? 0 : 12, 4);
    }

    void text(const QString& text) { paragraph(text, fontOf(kText), 0, 4); }

    void code(const QString& text) { paragraph(text, fontOf(kText - 1, false, true), 0, 4); }

    /// Under the header, which stands again on every page.
    void table(const QStringList& header, const std::vector<QStringList>& rows, const QSet<int>& fixed,
               const QVector<QTextLength>& widths) {
        m_cursor.movePosition(QTextCursor::End);
        QTextTableFormat form;
        form.setBorderCollapse(true);
        form.setBorder(0.5);
        form.setBorderBrush(QColor(0xbb, 0xbb, 0xbb));
        form.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        form.setCellPadding(3);
        form.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        form.setHeaderRowCount(header.isEmpty() ? 0 : 1);
        form.setColumnWidthConstraints(widths);
        const int headers = header.isEmpty() ? 0 : 1;
        const auto columns = static_cast<int>(header.isEmpty() ? rows.front().size() : header.size());
        auto* table = m_cursor.insertTable(static_cast<int>(rows.size()) + headers, columns, form);
        for (int column = 0; column < columns && headers > 0; ++column)
            fill(table->cellAt(0, column), header.at(column), fontOf(kText - 1, true));
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (int column = 0; column < columns; ++column)
                fill(table->cellAt(static_cast<int>(row) + headers, column), rows[row].value(column),
                     fontOf(kText - 1, header.isEmpty() && column == 0, fixed.contains(column)));
        m_cursor.movePosition(QTextCursor::End);
    }

private:
    void paragraph(const QString& text, const QFont& font, double above, double below) {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(below);
        QTextCharFormat form;
        form.setFont(font);
        m_cursor.movePosition(QTextCursor::End);
        if (!std::exchange(m_isBegun, true))
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block);
        m_cursor.insertText(text, form);
    }

    static void fill(const QTextTableCell& cell, const QString& text, const QFont& font) {
        QTextCharFormat form;
        form.setFont(font);
        cell.firstCursorPosition().insertText(text, form);
    }

    QTextCursor m_cursor;
    bool m_isBegun = false;
};

QVector<QTextLength> shares(std::initializer_list<double> percents) {
    QVector<QTextLength> widths;
    for (const double percent : percents)
        widths << QTextLength(QTextLength::PercentageLength, percent);
    return widths;
}

/// Long hexadecimal digits may be broken anywhere, and are whole.
QString breakable(const std::string& digits) {
    QString out;
    for (std::size_t i = 0; i < digits.size(); i += 16)
        out += (out.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromStdString(digits.substr(i, 16));
    return out;
}

std::vector<QStringList> regionRows(const IntegrityPicture& picture, const ClockZone& zone) {
    std::vector<QStringList> rows;
    const VerificationRecord& record = *picture.record;
    for (const VerifiedRegion& region : record.regions) {
        const auto range = std::ranges::find(picture.ranges, region.region, &EventRange::region);
        const bool isTimed = range != picture.ranges.end() && range->first && range->last;
        rows.push_back({plainText(region.region.text()), formatCount(range == picture.ranges.end() ? 0 : range->events),
                        isTimed ? formatTimeToMinuteWithZone(*range->first, zone) : QString(),
                        isTimed ? formatTimeToMinuteWithZone(*range->last, zone) : QString(),
                        formatCount(static_cast<std::int64_t>(region.head.size)),
                        breakable(toHex(bytesOf(region.head.root)))});
    }
    return rows;
}

std::vector<QStringList> keyRows(const KnownKeys& keys) {
    std::vector<QStringList> rows;
    for (const VerifierKey& key : keys.all) {
        const bool isOwn = std::ranges::find(keys.own, key) != keys.own.end();
        rows.push_back({isOwn ? Certificate::tr("this workspace") : Certificate::tr("a witness that is believed"),
                        plainText(printVerifierKey(key))});
    }
    return rows;
}

} // namespace

std::unique_ptr<QTextDocument> certificateDocument(const IntegrityPicture& picture, const ClockZone& zone) {
    auto document = std::make_unique<QTextDocument>();
    const VerificationRecord& record = *picture.record;
    const QString name = QFileInfo(QString::fromStdString(picture.workspace)).fileName();
    Paper paper(*document);
    paper.heading(Certificate::tr("Certificate of verification"), 18);
    paper.heading(record.isSound() ? Certificate::tr("Nothing was found that is not as it was.")
                                   : Certificate::tr("Not everything is as it was: see the findings."),
                  12);
    paper.text(trailSentence(picture, zone));
    paper.table({},
                {{Certificate::tr("Workspace"), plainText(name)},
                 {Certificate::tr("Verified at"), formatTimeWithZone(record.at, zone)},
                 {Certificate::tr("By"), plainText(record.by)},
                 {Certificate::tr("With"), plainText(record.tool)},
                 {Certificate::tr("What was verified"), verificationSentence(record, zone)},
                 {Certificate::tr("Checkpoints kept"), keptSentence(*picture.kept, zone)},
                 {Certificate::tr("Events with withheld fields"), formatCount(record.verification.withheld)},
                 {Certificate::tr("Held by this file"),
                  picture.isLimited ? Certificate::tr("not everything: a policy says whose data it may hold")
                                    : Certificate::tr("everything that its regions had")}},
                {}, shares({26, 74}));
    paper.heading(Certificate::tr("Regions"), 12);
    paper.text(Certificate::tr("The root stands over the heads of all trees of the region, as they were when the "
                               "verification began. Events and times are of the file as it is now."));
    paper.table({Certificate::tr("Region"), Certificate::tr("Events"), Certificate::tr("From"), Certificate::tr("To"),
                 Certificate::tr("Trees"), Certificate::tr("Root (SHA-256)")},
                regionRows(picture, zone), {5}, shares({14, 10, 16, 16, 8, 36}));
    if (!record.isSound()) {
        paper.heading(Certificate::tr("Findings"), 12);
        const TextTable findings = findingTable(picture);
        paper.table(findings.header, findings.rows, {3, 4, 5, 6}, shares({16, 11, 14, 7, 13, 13, 13, 13}));
    }
    paper.heading(Certificate::tr("Keys"), 12);
    if (picture.kept->keys.all.empty())
        paper.text(Certificate::tr("No key is known: nobody has sealed this file or is believed."));
    else
        paper.table({Certificate::tr("Of"), Certificate::tr("Verifier key")}, keyRows(picture.kept->keys), {1},
                    shares({26, 74}));
    paper.heading(Certificate::tr("To check it again"), 12);
    paper.text(Certificate::tr("On a machine with Muniment, the file and what is kept beside it:"));
    paper.code(verifyCommand(picture.workspace));
    paper.text(
        Certificate::tr("It ends with 0 where nothing is found. This page itself proves nothing: the checkpoints "
                        "and the keys do."));
    return document;
}

Result<void> writeCertificate(const IntegrityPicture& picture, const ClockZone& zone,
                              const std::filesystem::path& path) {
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter pdf(&buffer);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
                           QPageLayout::Millimeter);
        pdf.setResolution(kResolution);
        pdf.setTitle(Certificate::tr("Certificate of verification"));
        pdf.setCreator(QString::fromStdString(picture.record->tool));
        const auto document = certificateDocument(picture, zone);
        document->setDocumentMargin(0);
        document->print(&pdf);
    }
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    return {};
}

AskCertificate askCertificate(Workspace& workspace) {
    return [&workspace](QObject* context, CertificateRequest request,
                        std::function<void(Result<std::filesystem::path>)> done) {
        return workspace.query<std::filesystem::path>(
            context,
            [request = std::move(request)](Snapshot&, const std::stop_token&) -> Result<std::filesystem::path> {
                const auto written = writeCertificate(*request.picture, request.zone, request.path);
                if (!written)
                    return tl::unexpected(written.error());
                return request.path;
            },
            std::move(done));
    };
}

} // namespace muniment
