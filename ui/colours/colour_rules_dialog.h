// The rules that colour the timeline's rows, to be put in order and changed. Nothing is kept before Save.
#pragma once

#include "models/items/colour_rule_model.h"
#include "models/items/request_slot.h"
#include "models/items/timeline_queries.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class ColourRuleEditor;

/// Deletes itself when closed. In the list Insert adds, Ctrl+D duplicates, Alt+Up and Alt+Down move, Space switches and
/// Delete takes away.
class ColourRulesDialog : public QDialog {
    Q_OBJECT
public:
    /// What it asks the workspace.
    struct Questions {
        AskCompletions completions;
        AskObstacles obstacles;
    };

    /// `objection`: why the rules can only be looked at; empty: they can be changed.
    ColourRulesDialog(const std::vector<ColourRule>& rules, Questions questions, const QString& objection,
                      QWidget* parent);

    /// At the top, where it wins, ready to be changed; in a colour that no rule has where there is one.
    void addRule(ColourRule rule);
    void exportTo(const QString& path);
    void importFrom(const QString& path);
    /// The rules could not be kept.
    void showFailure(const QString& sentence);

    [[nodiscard]] ColourRuleModel* model() const { return m_model; }

    [[nodiscard]] QTableView* list() const { return m_list; }

    [[nodiscard]] ColourRuleEditor* editor() const { return m_editor; }

    [[nodiscard]] QPushButton* saveButton() const { return m_save; }

    [[nodiscard]] QPushButton* suggestionsButton() const { return m_suggest; }

    [[nodiscard]] QString errorText() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void rulesChosen(const std::vector<muniment::ColourRule>& rules);

private:
    [[nodiscard]] QBoxLayout* makeListButtons();
    [[nodiscard]] int row() const;
    [[nodiscard]] bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] std::string freeColour() const;
    void choose(int row);
    void takeChosen();
    /// Unless it has been asked about these filters already.
    void askForObstacles();
    void takeObstacles(Result<std::map<std::string, Error>> obstacles);
    void insertNew();
    void duplicate();
    void remove();
    void moveBy(int rows);
    void addSuggestions();
    void chooseExport();
    void chooseImport();
    void save();
    void say(const QString& error);
    void updateButtons();

    ColourRuleModel* m_model;
    QTableView* m_list;
    QLabel* m_none;
    ColourRuleEditor* m_editor;
    QPushButton* m_add;
    QPushButton* m_duplicate;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_suggest;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_save;
    QLabel* m_error;
    RequestSlot<std::vector<std::string>, std::map<std::string, Error>> m_obstacles;
    std::vector<std::string> m_asked; ///< filters, in the order of the rules
    bool m_isEditable;
};

} // namespace muniment
