// The views that a person saved: keeps them in the workspace, lists them in the navigation, passes them on as files.
#pragma once

#include "ui/pages/page.h"
#include "ui/shell/navigation.h"

#include <QObject>

class QMenu;

namespace muniment {

class TimelinePage;

/// Lives with the workspace's view. What cannot be kept (a file open for reading) is said, and not shown either.
class SavedViews : public QObject {
    Q_OBJECT
public:
    SavedViews(const PageContext& context, Navigation* navigation, TimelinePage* timeline, QObject* parent);

    /// Asks for a name and keeps the timeline's present filter and columns under it.
    void save();
    void exportTo(int view, const QString& path);
    void importFrom(const QString& path);
    void remove(int view);
    /// What can be done with one: show, rename, move, export, remove; `view` −1: import only.
    [[nodiscard]] QMenu* makeMenu(int view);

signals:
    void said(const muniment::Message& message);
    void timelineWanted();

private:
    void list();
    void show(int view);
    void rename(int view);
    void chooseExport(int view);
    void chooseImport();
    void keep(std::vector<SavedView> views, const Message& done);
    void put(SavedView view);
    [[nodiscard]] QStringList names() const;

    PageContext m_context;
    Navigation* m_navigation;
    TimelinePage* m_timeline;
    std::vector<SavedView> m_views;
};

} // namespace muniment
