#include "ui/colours/colour_rules_dialog.h"

#include "models/items/error_sentence.h"
#include "ui/colours/colour_rule_editor.h"
#include "ui/filter/filter_edit.h"
#include "ui/look/row_tones.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/row_colour_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace muniment {

ColourRulesDialog::ColourRulesDialog(const std::vector<ColourRule>& rules, Questions questions,
                                     const QString& objection, QWidget* parent)
    : QDialog(parent),
      m_model(new ColourRuleModel(this)),
      m_list(new QTableView(this)),
      m_none(makeLabel(m_list->viewport(), TextSize::Normal, Tone::Quiet)),
      m_editor(new ColourRuleEditor(std::move(questions.completions), this)),
      m_add(makeButton(this)),
      m_duplicate(makeButton(this)),
      m_remove(makeButton(this)),
      m_up(makeButton(this)),
      m_down(makeButton(this)),
      m_suggest(makeButton(this)),
      m_import(makeButton(this)),
      m_export(makeButton(this)),
      m_save(makeButton(this, "main")),
      m_error(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_obstacles(this, std::move(questions.obstacles),
                  [this](const auto&, Result<std::map<std::string, Error>> found) { takeObstacles(std::move(found)); }),
      m_isEditable(objection.isEmpty()) {
    setWindowTitle(tr("Colour Rules"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 600);
    m_model->setRules(rules);
    m_model->setEditable(m_isEditable);
    m_list->setModel(m_model);
    dressTable(m_list);
    m_list->setItemDelegate(new RowColourDelegate(m_list));
    m_list->setAccessibleName(tr("Rules, the first that matches wins"));
    m_list->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_list->horizontalHeader()->setSectionResizeMode(ColourRuleModel::Filter, QHeaderView::Stretch);
    m_list->setColumnWidth(ColourRuleModel::Name, 240);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setText(m_isEditable ? tr("No row has a colour yet. Add a rule, or begin with the suggested ones.")
                                 : tr("No row has a colour yet."));
    m_error->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(windowTitle());
    layout->addWidget(title);
    auto* words = makeLabel(this, TextSize::Normal, Tone::Quiet);
    words->setWordWrap(true);
    words->setText(
        tr("The first rule from the top that matches an event colours its row. Its name is in the row's tool "
           "tip. The rules are kept in the workspace."));
    layout->addWidget(words);
    auto* card = makeCard(this, 1);
    card->layout()->addWidget(m_list);
    layout->addWidget(card, 1);
    layout->addLayout(makeListButtons());
    layout->addSpacing(4);
    layout->addWidget(m_editor);
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(this);
    setButtonText(cancel, m_isEditable ? tr("Cancel") : tr("Close"));
    setButtonText(m_save, tr("&Save"));
    m_save->setDefault(true);
    for (auto* button : {m_suggest, m_import, m_export})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    m_editor->setEditable(m_isEditable);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ColourRulesDialog::takeChosen);
    connect(m_editor, &ColourRuleEditor::changed, this, [this](const ColourRule& rule) {
        m_model->change(row(), rule);
        say({});
    });
    connect(m_editor, &ColourRuleEditor::leaving, this, [this] { m_list->setFocus(); });
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, changed, this, &ColourRulesDialog::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &ColourRulesDialog::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ColourRulesDialog::takeChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ColourRulesDialog::askForObstacles);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ColourRulesDialog::askForObstacles);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ColourRulesDialog::save);
    say(objection);
    choose(0);
    updateButtons();
    askForObstacles();
    m_list->setFocus();
}

QBoxLayout* ColourRulesDialog::makeListButtons() {
    auto* layout = new QHBoxLayout;
    const auto add = [&](QPushButton* button, const QString& text, const QString& tip, auto carryOut) {
        setButtonText(button, text);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, carryOut);
    };
    add(m_add, tr("&Add"), tr("A new rule below the chosen one (Insert)"), &ColourRulesDialog::insertNew);
    add(m_duplicate, tr("&Duplicate"), tr("The chosen rule once more (Ctrl+D)"), &ColourRulesDialog::duplicate);
    add(m_remove, tr("&Remove"), tr("Take the chosen rule away (Delete)"), &ColourRulesDialog::remove);
    add(m_up, tr("Move &Up"), tr("Let the chosen rule win over the one above it (Alt+Up)"), [this] { moveBy(-1); });
    add(m_down, tr("Move Do&wn"), tr("Let the one below win over the chosen rule (Alt+Down)"), [this] { moveBy(1); });
    add(m_suggest, tr("Su&ggested"), tr("Add rules for failures, locks, removals and other things that matter"),
        &ColourRulesDialog::addSuggestions);
    add(m_import, tr("&Import…"), tr("Add the rules of a text file"), &ColourRulesDialog::chooseImport);
    add(m_export, tr("&Export…"), tr("Write all rules to a text file, to be passed on"),
        &ColourRulesDialog::chooseExport);
    for (auto* button : {m_add, m_duplicate, m_remove})
        layout->addWidget(button);
    layout->addStretch();
    for (auto* button : {m_up, m_down})
        layout->addWidget(button);
    return layout;
}

int ColourRulesDialog::row() const {
    return m_list->currentIndex().row();
}

void ColourRulesDialog::choose(int row) {
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)), 0));
    takeChosen();
}

void ColourRulesDialog::takeChosen() {
    const int chosen = row();
    if (chosen < 0)
        m_editor->setRule({});
    else
        m_editor->setRule(m_model->rules()[static_cast<std::size_t>(chosen)], m_model->obstacle(chosen));
    updateButtons();
}

void ColourRulesDialog::askForObstacles() {
    std::vector<std::string> filters;
    for (const auto& rule : m_model->rules())
        filters.push_back(rule.filter);
    if (filters == m_asked)
        return;
    m_asked = filters;
    m_obstacles.request(std::move(filters));
}

void ColourRulesDialog::takeObstacles(Result<std::map<std::string, Error>> obstacles) {
    if (obstacles)
        m_model->setObstacles(std::move(*obstacles));
    else
        say(errorSentence(obstacles.error()));
}

void ColourRulesDialog::updateButtons() {
    const int chosen = row();
    for (auto* button : {m_duplicate, m_remove})
        button->setEnabled(m_isEditable && chosen >= 0);
    m_up->setEnabled(m_isEditable && chosen > 0);
    m_down->setEnabled(m_isEditable && chosen >= 0 && chosen < m_model->rowCount() - 1);
    for (auto* button : {m_add, m_suggest, m_import, m_save})
        button->setEnabled(m_isEditable);
    m_export->setEnabled(m_model->rowCount() > 0);
    m_none->setVisible(m_model->rowCount() == 0);
}

std::string ColourRulesDialog::freeColour() const {
    for (const auto& tone : rowTones())
        if (std::ranges::find(m_model->rules(), tone.name, &ColourRule::colour) == m_model->rules().end())
            return tone.name;
    return rowTones().front().name;
}

void ColourRulesDialog::addRule(ColourRule rule) {
    if (!m_isEditable)
        return;
    if (rule.colour.empty())
        rule.colour = freeColour();
    m_model->insert(0, std::move(rule));
    choose(0);
    m_editor->nameField()->setFocus();
    m_editor->nameField()->selectAll();
}

void ColourRulesDialog::insertNew() {
    const int place = row() + 1;
    m_model->insert(place, {{}, {}, freeColour(), true});
    choose(place);
    m_editor->nameField()->setFocus();
    m_editor->nameField()->selectAll();
}

void ColourRulesDialog::duplicate() {
    const int chosen = row();
    if (chosen < 0)
        return;
    m_model->insert(chosen + 1, m_model->rules()[static_cast<std::size_t>(chosen)]);
    choose(chosen + 1);
}

void ColourRulesDialog::remove() {
    const int chosen = row();
    if (chosen < 0)
        return;
    m_model->remove(chosen);
    choose(chosen);
}

void ColourRulesDialog::moveBy(int rows) {
    m_model->move(row(), row() + rows);
}

void ColourRulesDialog::addSuggestions() {
    const bool wasEmpty = m_model->rowCount() == 0;
    for (auto& rule : suggestedColourRules())
        if (std::ranges::find(m_model->rules(), rule.filter, &ColourRule::filter) == m_model->rules().end())
            m_model->insert(m_model->rowCount(), std::move(rule));
    if (wasEmpty)
        choose(0);
}

void ColourRulesDialog::save() {
    if (const auto faulty = m_model->faultyRow()) {
        choose(*faulty);
        m_editor->filterField()->setFocus();
        return say(tr("The rule’s filter cannot be used. Mend it, or switch the rule off."));
    }
    m_save->setEnabled(false);
    emit rulesChosen(m_model->rules());
}

void ColourRulesDialog::showFailure(const QString& sentence) {
    m_save->setEnabled(true);
    say(sentence);
}

void ColourRulesDialog::say(const QString& error) {
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

QString ColourRulesDialog::errorText() const {
    return m_error->text();
}

bool ColourRulesDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        m_none->setGeometry(m_list->viewport()->rect().adjusted(2 * kGrid, 0, -2 * kGrid, 0));
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return takeKey(key->key(), key->modifiers());
    }
    return QDialog::eventFilter(watched, event);
}

bool ColourRulesDialog::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    const auto press = [](QPushButton* button) {
        button->click();
        return true;
    };
    if (modifiers == Qt::AltModifier && key == Qt::Key_Up)
        return press(m_up);
    if (modifiers == Qt::AltModifier && key == Qt::Key_Down)
        return press(m_down);
    if (modifiers == Qt::ControlModifier && key == Qt::Key_D)
        return press(m_duplicate);
    if (key == Qt::Key_Insert)
        return press(m_add);
    if (key == Qt::Key_Delete)
        return press(m_remove);
    if (key == Qt::Key_Space && row() >= 0) {
        const auto box = m_model->index(row(), ColourRuleModel::Name);
        const bool isOn = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_model->setData(box, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    return false;
}

} // namespace muniment
