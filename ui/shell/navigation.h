// The pages at the left, with counts.
#pragma once

#include <QFrame>

#include <cstdint>
#include <vector>

class QLabel;
class QListView;
class QStandardItemModel;

namespace muniment {

enum class Page {
    Overview,
    Timeline,
    Organizations,
    Users,
    TeamsAndRoles,
    Resources,
    Access,
    Sessions,
    Plans,
    Reviews,
    Findings,
    Compromises,
    Changes,
    Intake,
    Regions,
    Integrity
};
constexpr int kPageCount = 16;

/// A saved view as the navigation shows it; plain text.
struct ViewEntry {
    QString name;
    QString words; ///< what its filter asks for
};

class Navigation : public QFrame {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent);
    void setCurrent(Page page);
    /// Negative: no count. `needsAttention` sets the count off.
    void setCount(Page page, std::int64_t count, bool needsAttention = false);

    /// Below the pages; none: nothing is shown.
    void setViews(const std::vector<ViewEntry>& views);

    [[nodiscard]] QListView* views() const { return m_views; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void pageChosen(muniment::Page page);
    void viewChosen(int view);
    void viewRemoved(int view);
    void viewMenuWanted(int view, const QPoint& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_viewsTitle;
    QListView* m_views;
    QStandardItemModel* m_viewModel;
};

} // namespace muniment
