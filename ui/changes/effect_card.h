// What the staged changes would do to access: who gains, who loses, what would break. Hypothetical, and says so.
#pragma once

#include "models/items/effect_words.h"

#include <QFrame>

class QLabel;
class QTreeView;
class QStandardItemModel;

namespace muniment {

class EffectCard : public QFrame {
    Q_OBJECT
public:
    explicit EffectCard(QWidget* parent);

    /// Hides itself when nobody's access would change.
    void show(const AccessEffect& effect);
    void clear();
    void retranslate();
    /// Every line, indented.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    AccessEffect m_effect;
    QLabel* m_title;
    QTreeView* m_view;
    QStandardItemModel* m_model;
};

} // namespace muniment
