// The rules that colour the timeline's rows: from the workspace to the timeline, and by the dialog back again.
#pragma once

#include "ui/pages/page.h"

#include <QObject>

namespace muniment {

class ColourRulesDialog;
class TimelineModel;

/// Lives with the timeline's page. Rules that cannot be kept (a file open for reading) can be looked at.
class RowColours : public QObject {
    Q_OBJECT
public:
    RowColours(const PageContext& context, TimelineModel* timeline, QWidget* page);

    /// The dialog, opened.
    ColourRulesDialog* open();
    /// The dialog with a new rule for the cell's value; says so when the cell has none to go by.
    void colourLike(const QModelIndex& cell);

signals:
    void said(const muniment::Message& message);

private:
    void takeRules();
    void keep(const std::vector<ColourRule>& rules, ColourRulesDialog* dialog);

    PageContext m_context;
    TimelineModel* m_timeline;
    QWidget* m_page;
};

} // namespace muniment
