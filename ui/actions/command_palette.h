// One box for commands and everything that has a name. ">" commands only, "@" users only, "#" organizations only.
#pragma once

#include "models/items/entity_options.h"
#include "ui/actions/action_registry.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItem;
class QStandardItemModel;

namespace muniment {

class CommandPalette : public QDialog {
    Q_OBJECT
public:
    /// Without `ask` (no workspace is open) it finds commands only.
    /// Names are those of the moment; absent: now.
    CommandPalette(ActionRegistry& actions, std::optional<AskOptions> ask, const std::optional<Moment>& asOf,
                   QWidget* parent);

    [[nodiscard]] QLineEdit* box() const { return m_box; }

    [[nodiscard]] QListView* list() const { return m_list; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void entityChosen(const muniment::EntityRef& entity);

private:
    void find(const QString& text);
    void fit();
    void addCommands(const QString& text);
    void addEntry(const QString& text, const QString& note, std::function<void()> carryOut);
    void run(int row);

    ActionRegistry& m_actions;
    QLineEdit* m_box;
    QLabel* m_none;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::vector<std::function<void()>> m_entries;
    std::optional<RequestSlot<OptionsRequest, std::vector<EntityOption>>> m_entities;
    std::optional<Moment> m_asOf;
    QString m_asked;
};

/// How well `text` fits `pattern` by its letters in order; absent: not at all. Higher is better.
[[nodiscard]] std::optional<int> fuzzyScore(const QString& pattern, const QString& text);

} // namespace muniment
