#include "ui/integrity/taking_pane.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/exchange_words.h"
#include "models/items/plain_text.h"
#include "models/items/text_rows_model.h"
#include "ui/integrity/code_picture.h"
#include "ui/pages/cell_delegates.h"
#include "ui/start/background.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace muniment {

namespace {

constexpr qint64 kMostBytes = 8 * 1024 * 1024;

} // namespace

TakingPane::TakingPane(std::filesystem::path workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(std::move(workspace)),
      m_text(new QPlainTextEdit(this)),
      m_key(new QLineEdit(this)),
      m_open(makeButton(this)),
      m_verdict(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_table(new QTableView(this)),
      m_keep(makeButton(this, "main")),
      m_model(new TextRowsModel(static_cast<int>(TakenColumn::Count), {static_cast<int>(TakenColumn::Leaves)}, this)) {
    layOut();
    m_model->setTable(takenTable({}));
    m_text->setAccessibleName(tr("Checkpoints to take"));
    m_text->setPlaceholderText(tr("Paste lines that begin with muniment-checkpoint:, or a picture of their squares"));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_key->setPlaceholderText(tr("NAME+8 digits+letters, as its owner told you by another way"));
    setButtonText(m_open, tr("&Open File or Picture…"));
    setButtonText(m_keep, tr("&Keep What Is New"));
    connect(m_open, &QPushButton::clicked, this, &TakingPane::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { compare(Taking::CompareOnly); });
    connect(m_key, &QLineEdit::textChanged, this, [this] { compare(Taking::CompareOnly); });
    connect(m_keep, &QPushButton::clicked, this, [this] { compare(Taking::Keep); });
    compare(Taking::CompareOnly);
}

void TakingPane::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text, 2);
    auto* form = new QFormLayout;
    form->addRow(tr("&Key of a witness to believe"), m_key);
    layout->addLayout(form);
    m_verdict->setWordWrap(true);
    layout->addWidget(m_verdict);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setAccessibleName(tr("What each checkpoint is to this workspace"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    new TableColumns(m_table, "taking/columns", {{130, 1}, {110, 1}, {110, 1}, {80}, {160, 2}});
    m_table->setItemDelegateForColumn(static_cast<int>(TakenColumn::Leaves), new FiguresDelegate(m_table));
    layout->addWidget(m_table, 2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addStretch();
    row->addWidget(m_keep);
    layout->addLayout(row);
}

bool TakingPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        const QImage picture = QGuiApplication::clipboard()->image();
        if (!picture.isNull()) {
            takePicture(picture);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TakingPane::takePicture(const QImage& picture) {
    const QStringList lines = codesIn(picture);
    if (lines.isEmpty())
        return say(tr("No squares could be read in this picture."), true);
    m_text->appendPlainText(lines.join(QLatin1Char('\n')));
}

void TakingPane::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Take Checkpoints"), QString(),
                                   tr("Text or pictures (*.txt *.png *.jpg *.jpeg *.bmp);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TakingPane::openFile);
    dialog->open();
}

void TakingPane::openFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 could not be read: %2.").arg(isolated(plainText(path.toStdString())), file.errorString()),
                   true);
    if (file.size() > kMostBytes)
        return say(tr("%1 is too large for a file of checkpoints.").arg(isolated(plainText(path.toStdString()))), true);
    const QByteArray bytes = file.readAll();
    if (const QImage picture = QImage::fromData(bytes); !picture.isNull())
        return takePicture(picture);
    m_text->setPlainText(QString::fromUtf8(bytes));
}

void TakingPane::compare(Taking taking) {
    const std::string text = m_text->toPlainText().toStdString();
    const std::string typed = m_key->text().trimmed().toStdString();
    const int round = ++m_round;
    m_keep->setEnabled(false);
    if (text.find_first_not_of(" \n\t") == std::string::npos) {
        m_taken.reset();
        m_model->setTable(takenTable({}));
        return say(tr("What you paste is compared with what is kept, at once. Nothing is kept before you say so."),
                   false);
    }
    std::vector<VerifierKey> trusted;
    if (!typed.empty()) {
        const auto key = parseVerifierKey(typed);
        if (!key)
            return say(errorSentence(key.error().with("field", "--trust")), true);
        trusted.push_back(*key);
    }
    runInBackground<Result<TakenCheckpoints>>(
        this,
        [workspace = m_workspace, text, trusted, taking] {
            return takeCheckpoints(workspace, text, trusted, taking, systemClock().now());
        },
        [this, round, taking](Result<TakenCheckpoints> taken) {
            if (round == m_round)
                take(taking, std::move(taken));
        });
}

void TakingPane::take(Taking taking, Result<TakenCheckpoints> taken) {
    if (!taken) {
        m_taken.reset();
        m_model->setTable(takenTable({}));
        return say(errorSentence(taken.error()), true);
    }
    m_taken = std::move(*taken);
    m_model->setTable(takenTable(*m_taken));
    say(takenText(*m_taken), !m_taken->isSound());
    const bool hasNew = std::ranges::find(m_taken->compared, CheckpointVerdict::NotKept,
                                          &ComparedCheckpoint::verdict) != m_taken->compared.end();
    m_keep->setEnabled(taking == Taking::CompareOnly && hasNew);
    if (taking == Taking::Keep && m_taken->kept > 0)
        emit kept();
}

void TakingPane::say(const QString& words, bool isBad) {
    m_verdict->setText(words);
    setTone(m_verdict, isBad ? Tone::Bad : Tone::Normal);
}

QString TakingPane::verdict() const {
    return withoutIsolates(m_verdict->text());
}

} // namespace muniment
