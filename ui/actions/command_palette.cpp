#include "ui/actions/command_palette.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/elided_text.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr int kNoteRole = Qt::UserRole + 1;
constexpr int kFoundOfAKind = 6;
constexpr int kEntryHeight = 30;
constexpr int kMostRows = 12;

class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& t = tones();
        painter->save();
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(option.rect, t.selection);
        const QRect place = option.rect.adjusted(12, 0, -12, 0);
        const QString note = index.data(kNoteRole).toString();
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(t.quiet);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, note);
        const int noteWidth = painter->fontMetrics().horizontalAdvance(note) + 16;
        painter->setFont(textFont(TextSize::Normal));
        painter->setPen((option.state & QStyle::State_Selected) != 0 ? t.selectionText : t.text);
        painter->drawText(place.adjusted(0, 0, -noteWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          elidedText(index.data().toString(), painter->fontMetrics(), place.width() - noteWidth));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {400, kEntryHeight};
    }
};

/// What it is, and where.
QString noteOf(const EntityOption& option) {
    const auto& type = option.entity.aggregate.type;
    const QString kind = type == "org"    ? CommandPalette::tr("organization")
                         : type == "user" ? CommandPalette::tr("user")
                         : type == "team" ? CommandPalette::tr("team")
                         : type == "role" ? CommandPalette::tr("role")
                                          : CommandPalette::tr("resource");
    return QStringLiteral("%1 · %2").arg(kind, isolated(plainText(option.place)));
}

} // namespace

std::optional<int> fuzzyScore(const QString& pattern, const QString& text) {
    int score = 0;
    qsizetype at = 0;
    bool isRun = false;
    for (const auto wanted : pattern) {
        const auto found = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        const bool startsWord = found == 0 || !text.at(found - 1).isLetterOrNumber();
        score += startsWord ? 8 : 1;
        score += isRun && found == at ? 4 : 0;
        isRun = true;
        at = found + 1;
    }
    return score * 100 - static_cast<int>(text.size());
}

CommandPalette::CommandPalette(ActionRegistry& actions, std::optional<AskOptions> ask,
                               const std::optional<Moment>& asOf, QWidget* parent)
    : QDialog(parent, Qt::Popup),
      m_actions(actions),
      m_box(new QLineEdit(this)),
      m_none(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_asOf(asOf) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Find anything"));
    setFixedWidth(620);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->addWidget(m_box);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_none->setText(tr("Nothing found"));
    m_none->setContentsMargins(12, 4, 12, 4);
    m_box->setPlaceholderText(tr("Commands, and names of any kind — “>” commands, “#” organizations, “@” users only"));
    m_box->setAccessibleName(tr("Find anything"));
    m_box->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("Found"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(m_box, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    if (ask)
        m_entities.emplace(this, std::move(*ask), [this](const OptionsRequest& request, auto options) {
            if (!options || QString::fromStdString(request.text) != m_asked)
                return;
            for (const auto& option : *options)
                addEntry(option.words, noteOf(option), [this, entity = option.entity] { emit entityChosen(entity); });
        });
    find({});
    m_box->setFocus();
}

void CommandPalette::addEntry(const QString& text, const QString& note, std::function<void()> carryOut) {
    auto* item = new QStandardItem(text);
    item->setData(note, kNoteRole);
    item->setAccessibleText(QStringLiteral("%1, %2").arg(text, note));
    m_model->appendRow(item);
    m_entries.push_back(std::move(carryOut));
    if (m_model->rowCount() == 1)
        m_list->setCurrentIndex(m_model->index(0, 0));
    fit();
}

void CommandPalette::fit() {
    const int rows = m_model->rowCount();
    m_none->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::clamp(rows, 1, kMostRows) * kEntryHeight + 2);
}

void CommandPalette::addCommands(const QString& text) {
    std::vector<std::pair<int, const ActionDescription*>> found;
    for (const auto& description : actionDescriptions()) {
        const auto* action = m_actions.action(description.id);
        const QString name = QString(action->text()).remove(QLatin1Char('&'));
        const auto score = fuzzyScore(text, name);
        if (action->isEnabled() && score)
            found.emplace_back(text.isEmpty() ? 0 : *score, &description);
    }
    std::ranges::stable_sort(found, std::greater<>{}, [](const auto& entry) { return entry.first; });
    for (const auto& [score, description] : found) {
        auto* action = m_actions.action(description->id);
        const QString menu = ActionRegistry::menuTitle(description->menu).remove(QLatin1Char('&'));
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        addEntry(QString(action->text()).remove(QLatin1Char('&')),
                 key.isEmpty() ? menu : QStringLiteral("%1 · %2").arg(menu, key), [action] { action->trigger(); });
    }
}

void CommandPalette::find(const QString& text) {
    m_model->clear();
    m_entries.clear();
    const QChar prefix = text.isEmpty() ? QChar() : text.front();
    const bool isPrefixed = prefix == QLatin1Char('>') || prefix == QLatin1Char('@') || prefix == QLatin1Char('#');
    m_asked = (isPrefixed ? text.mid(1) : text).trimmed();
    if (!isPrefixed || prefix == QLatin1Char('>'))
        addCommands(m_asked);
    fit();
    if (m_asked.size() < 2)
        return;
    if (!m_entities || prefix == QLatin1Char('>'))
        return;
    OptionsRequest request{
        .kinds = {OptionKind::Organization, OptionKind::User, OptionKind::Team, OptionKind::Role, OptionKind::Resource},
        .tenant = {},
        .text = m_asked.toStdString(),
        .most = kFoundOfAKind,
        .asOf = m_asOf};
    if (isPrefixed)
        request.kinds = {prefix == QLatin1Char('#') ? OptionKind::Organization : OptionKind::User};
    m_entities->request(std::move(request));
}

void CommandPalette::run(int row) {
    if (row < 0 || row >= static_cast<int>(m_entries.size()))
        return;
    const auto carryOut = m_entries[static_cast<std::size_t>(row)];
    carryOut();
    close();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_box || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = m_list->currentIndex().row();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int next = std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model->rowCount() - 1));
        m_list->setCurrentIndex(m_model->index(next, 0));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        run(row);
        return true;
    }
    return false;
}

} // namespace muniment
