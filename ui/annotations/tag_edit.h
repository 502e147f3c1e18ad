// A line for tags, separated by commas, that completes the one at the cursor from those in use.
#pragma once

#include "models/replica/annotations.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QStringListModel;

namespace muniment {

class TagEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit TagEdit(QWidget* parent);

    void setTags(const std::vector<std::string>& tags);
    [[nodiscard]] std::vector<std::string> tags() const;
    /// Most frequent first.
    void setTagsInUse(const std::vector<TagCount>& tags);

    [[nodiscard]] QCompleter* completions() const { return m_completer; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// First and last place of the tag that the cursor is in, blanks around it left out.
    [[nodiscard]] std::pair<int, int> tagAtCursor() const;
    void complete();
    void take(const QString& tag);

    QStringListModel* m_known;
    QCompleter* m_completer;
};

} // namespace muniment
