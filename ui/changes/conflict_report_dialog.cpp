#include "ui/changes/conflict_report_dialog.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_grid.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QScrollArea>
#include <QStandardPaths>

namespace muniment {

namespace {

using Verdict = ReportedChange::Verdict;

constexpr int kWidth = 680;
constexpr int kHeight = 560;

Tone toneOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Fits:
        return Tone::Good;
    case Verdict::Overtaken:
        return Tone::Warning;
    case Verdict::Refused:
        return Tone::Bad;
    case Verdict::NotAnswered:
        break;
    }
    return Tone::Quiet;
}

TextCell cell(const QString& text, Tone tone = Tone::Normal, bool isBold = false) {
    return {text, {}, tone, false, isBold};
}

} // namespace

ConflictReportDialog::ConflictReportDialog(const ConflictReport& report, const QString& made, QWidget* parent)
    : QDialog(parent),
      m_report(report),
      m_text(reportText(report, made)),
      m_said(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_copy(makeButton(this)),
      m_save(makeButton(this)),
      m_close(makeButton(this)),
      m_send(makeButton(this, "main")) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Queued Changes"));
    setAccessibleName(windowTitle());
    resize(kWidth, kHeight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = makeLabel(this, TextSize::Title, Tone::Normal, true);
    heading->setText(windowTitle());
    layout->addWidget(heading);
    auto* summary = makeLabel(this);
    summary->setWordWrap(true);
    summary->setText(reportSummary(report));
    layout->addWidget(summary);
    auto* when = makeLabel(this, TextSize::Normal, Tone::Quiet);
    when->setText(tr("Asked %1. Nothing has been sent.").arg(made));
    layout->addWidget(when);

    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What has become of each"));
    auto* page = new QWidget(area);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, kGrid, 0, 0);
    column->setSpacing(kGrid);
    // What wants a decision comes first.
    for (const Verdict verdict : {Verdict::Overtaken, Verdict::Refused, Verdict::NotAnswered, Verdict::Fits})
        addSection(column, verdict);
    column->addStretch();
    area->setWidget(page);
    layout->addWidget(area, 1);
    layout->addWidget(m_said);
    m_said->hide();

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_send);
    layout->addLayout(buttons);
    const int fitting = report.count(Verdict::Fits);
    setButtonText(m_copy, tr("&Copy"));
    setButtonText(m_save, tr("S&ave…"));
    setButtonText(m_close, tr("Close"));
    setButtonText(m_send, tr("&Send %n That Fit(s)", nullptr, fitting));
    m_send->setEnabled(fitting > 0);
    m_send->setDefault(fitting > 0);
    for (auto* button : {m_copy, m_save})
        button->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text);
        setButtonText(m_copy, tr("&Copied"));
    });
    connect(m_save, &QPushButton::clicked, this, &ConflictReportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        std::set<Uuid> fits;
        for (const ReportedChange& change : m_report.changes)
            if (change.verdict == Verdict::Fits)
                fits.insert(change.id);
        accept();
        emit sendWanted(fits);
    });
}

void ConflictReportDialog::addSection(QVBoxLayout* column, Verdict verdict) {
    const int count = m_report.count(verdict);
    if (count == 0)
        return;
    auto* title = makeLabel(this, TextSize::Normal, toneOf(verdict), true);
    title->setText(tr("%1 (%2)", "what became of changes; how many").arg(verdictText(verdict)).arg(count));
    column->addWidget(title);
    for (const ReportedChange& change : m_report.changes) {
        if (change.verdict != verdict)
            continue;
        std::vector<std::vector<TextCell>> rows;
        const auto add = [&rows](const QString& name, const QString& value, Tone tone = Tone::Normal) {
            if (!value.isEmpty())
                rows.push_back({cell(name, Tone::Quiet), cell(value, tone)});
        };
        rows.push_back({cell(change.title, Tone::Normal, true), cell(change.of, Tone::Normal, true)});
        add(tr("Details"), change.details);
        add(tr("Organization"), change.organization);
        add(tr("Region"), change.movedFrom.isEmpty()
                              ? change.region
                              : tr("%1, where it has moved from %2").arg(change.region, change.movedFrom));
        add(tr("Queued"), change.queued);
        if (change.ways.empty())
            add(tr("Why not"), change.trouble, toneOf(verdict));
        for (const ThreeWayWords& way : change.ways) {
            add(tr("%1, you saw", "a field").arg(way.field), way.seen);
            add(tr("it is"), way.is, way.hasMoved ? Tone::Warning : Tone::Normal);
            add(tr("you want"), way.wanted);
        }
        auto* grid = new TextGrid(2, this);
        grid->setRows(rows);
        m_grids.push_back(grid);
        column->addWidget(grid);
        column->addWidget(makeLine(this));
    }
}

QString ConflictReportDialog::shownText() const {
    QStringList texts;
    for (const TextGrid* grid : m_grids)
        texts << grid->text();
    return texts.join(QLatin1Char('\n'));
}

bool ConflictReportDialog::saveTo(const QString& file) {
    QSaveFile out(file);
    const QByteArray bytes = m_text.toUtf8();
    const bool isSaved = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
    setTone(m_said, isSaved ? Tone::Quiet : Tone::Bad);
    m_said->setText(isSaved ? tr("Saved.") : tr("The report could not be saved: %1").arg(out.errorString()));
    m_said->show();
    return isSaved;
}

void ConflictReportDialog::chooseFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog =
        new QFileDialog(this, tr("Save the Report"), QDir(folder).filePath(QStringLiteral("queued-changes.txt")),
                        tr("Text (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ConflictReportDialog::saveTo);
    dialog->open();
}

} // namespace muniment
