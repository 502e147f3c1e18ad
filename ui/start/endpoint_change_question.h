// Asked before a region is reached in another way: is it the database that was followed, or another in its place?
#pragma once

#include "models/replica/replica.h"

#include <QDialog>

#include <optional>
#include <string>
#include <vector>

class QPushButton;
class QRadioButton;

namespace muniment {

/// A region whose endpoint is to change, or whose endpoint is answered by another database now.
struct EndpointChange {
    RegionName region;
    std::string before; ///< endpoints as they may be shown
    std::string after;
};

/// Accepted with an answer; it begins with neither, because only the person can know.
class EndpointChangeQuestion : public QDialog {
    Q_OBJECT
public:
    EndpointChangeQuestion(const std::vector<EndpointChange>& changes, QWidget* parent);

    /// True: another database has taken the place of the one that was followed.
    [[nodiscard]] bool isReplaced() const;

    [[nodiscard]] QRadioButton* sameChoice() const { return m_same; }

    [[nodiscard]] QRadioButton* replacedChoice() const { return m_replaced; }

    [[nodiscard]] QPushButton* changeButton() const { return m_change; }

private:
    QRadioButton* m_same;
    QRadioButton* m_replaced;
    QPushButton* m_change;
};

} // namespace muniment
