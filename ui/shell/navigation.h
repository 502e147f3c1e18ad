// The pages at the left, with counts.
#pragma once

#include <QFrame>

#include <cstdint>
#include <vector>

class QListView;
class QStandardItemModel;

namespace muniment {

enum class Page { Overview, Timeline, Organizations, Users, Regions };
constexpr int kPageCount = 5;

class Navigation : public QFrame {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent);
    void setCurrent(Page page);
    /// Negative: no count. `needsAttention` sets the count off.
    void setCount(Page page, std::int64_t count, bool needsAttention = false);

signals:
    void pageChosen(muniment::Page page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace muniment
