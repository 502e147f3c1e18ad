#include "ui/filter/saved_views.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "models/items/view_file.h"
#include "ui/filter/view_name_dialog.h"
#include "ui/pages/timeline_page.h"
#include "ui/widgets/table_columns.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QTableView>

namespace muniment {

namespace {

constexpr qint64 kMostFileBytes = 256 * 1024;

TableColumns& columnsOf(const TimelinePage& page) {
    return *page.list()->findChild<TableColumns*>();
}

QString wordsOf(const std::string& filter) {
    const auto parsed = parseFilter(filter);
    return parsed.filter ? filterWords(*parsed.filter, systemClock().now(), ClockZone()) : QString();
}

} // namespace

SavedViews::SavedViews(const PageContext& context, Navigation* navigation, TimelinePage* timeline, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_navigation(navigation),
      m_timeline(timeline) {
    connect(&context.workspace, &Workspace::settingsChanged, this, &SavedViews::list);
    connect(navigation, &Navigation::viewChosen, this, &SavedViews::show);
    connect(navigation, &Navigation::viewRemoved, this, &SavedViews::remove);
    connect(navigation, &Navigation::viewMenuWanted, this, [this](int view, const QPoint& place) {
        auto* menu = makeMenu(view);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    connect(context.actions.action(ActionId::SaveView), &QAction::triggered, this, &SavedViews::save);
    connect(context.actions.action(ActionId::ImportView), &QAction::triggered, this, &SavedViews::chooseImport);
    list();
}

void SavedViews::list() {
    auto views = m_context.workspace.savedViews();
    if (views == m_views)
        return;
    m_views = std::move(views);
    std::vector<ViewEntry> entries;
    for (const auto& view : m_views)
        entries.push_back({plainText(view.name), wordsOf(view.filter)});
    m_navigation->setViews(entries);
}

QStringList SavedViews::names() const {
    QStringList names;
    for (const auto& view : m_views)
        names << QString::fromStdString(view.name);
    return names;
}

void SavedViews::show(int view) {
    const auto& chosen = m_views.at(static_cast<std::size_t>(view));
    const auto parsed = parseFilter(chosen.filter);
    if (!parsed.filter) {
        emit said({Message::Kind::Failed, filterErrorSentence(*parsed.error, chosen.filter), {}, {}});
        return;
    }
    emit timelineWanted();
    m_timeline->applyFilter(*parsed.filter);
    if (!chosen.columns.empty())
        columnsOf(*m_timeline).arrange(QString::fromStdString(chosen.columns).split(QLatin1Char(',')));
    m_timeline->focusList();
}

void SavedViews::save() {
    const auto filter = printFilter(m_timeline->model()->filter());
    const auto same = std::ranges::find(m_views, filter, &SavedView::filter);
    const auto name = same == m_views.end() ? QString() : QString::fromStdString(same->name);
    auto* dialog = new ViewNameDialog(wordsOf(filter), name, names(), m_timeline->window());
    connect(dialog, &ViewNameDialog::nameChosen, this, [this, filter](const QString& chosen) {
        put({chosen.toStdString(), filter, columnsOf(*m_timeline).arrangement().join(QLatin1Char(',')).toStdString()});
    });
    dialog->open();
}

void SavedViews::put(SavedView view) {
    auto views = m_views;
    const auto found = std::ranges::find(views, view.name, &SavedView::name);
    const Message done{Message::Kind::Done, tr("The view “%1” was saved.").arg(isolated(plainText(view.name))), {}, {}};
    if (found == views.end())
        views.push_back(std::move(view));
    else
        *found = std::move(view);
    keep(std::move(views), done);
}

void SavedViews::rename(int view) {
    const auto place = static_cast<std::size_t>(view);
    const auto old = m_views.at(place);
    auto taken = names();
    taken.removeAt(view);
    auto* dialog =
        new ViewNameDialog(wordsOf(old.filter), QString::fromStdString(old.name), taken, m_timeline->window());
    connect(dialog, &ViewNameDialog::nameChosen, this, [this, old](const QString& name) {
        auto views = m_views;
        std::erase_if(views, [&](const SavedView& each) { return each.name == name.toStdString() && each != old; });
        if (const auto found = std::ranges::find(views, old); found != views.end())
            found->name = name.toStdString();
        keep(std::move(views), {Message::Kind::Done, tr("The view was renamed."), {}, {}});
    });
    dialog->open();
}

void SavedViews::remove(int view) {
    auto views = m_views;
    const auto before = m_views;
    const auto name = isolated(plainText(views.at(static_cast<std::size_t>(view)).name));
    views.erase(views.begin() + view);
    keep(std::move(views),
         {Message::Kind::Done, tr("The view “%1” was removed.").arg(name), tr("Undo"), [this, before] {
              keep(before, {Message::Kind::Done, tr("The view is back."), {}, {}});
          }});
}

void SavedViews::keep(std::vector<SavedView> views, const Message& done) {
    WorkspaceChange change;
    change.views = std::move(views);
    m_context.workspace.change(std::move(change), this, [this, done](const Result<void>& kept) {
        if (kept)
            emit said(done);
        else
            emit said({Message::Kind::Failed, errorSentence(kept.error()), {}, {}});
    });
}

void SavedViews::chooseExport(int view) {
    const auto name = QString::fromStdString(m_views.at(static_cast<std::size_t>(view)).name);
    auto* dialog = new QFileDialog(m_timeline->window(), tr("Export View"), name + QStringLiteral(".view.txt"),
                                   tr("Views (*.view.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, view](const QString& path) { exportTo(view, path); });
    dialog->open();
}

void SavedViews::exportTo(int view, const QString& path) {
    const auto text = printViewFile(m_views.at(static_cast<std::size_t>(view)));
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit();
    emit said(isWritten ? Message{Message::Kind::Done, tr("The view was written to %1.").arg(plainText(path)), {}, {}}
                        : Message{Message::Kind::Failed,
                                  tr("%1 cannot be written: %2").arg(plainText(path), plainText(file.errorString())),
                                  {},
                                  {}});
}

void SavedViews::chooseImport() {
    auto* dialog =
        new QFileDialog(m_timeline->window(), tr("Import View"), QString(), tr("Views (*.view.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SavedViews::importFrom);
    dialog->open();
}

void SavedViews::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit said({Message::Kind::Failed,
                   tr("%1 cannot be read: %2").arg(plainText(path), plainText(file.errorString())),
                   {},
                   {}});
        return;
    }
    auto view = parseViewFile(file.read(kMostFileBytes).toStdString());
    if (view)
        return put(std::move(*view));
    emit said({Message::Kind::Failed, tr("%1 is not a saved view.").arg(plainText(path)), {}, {}});
}

QMenu* SavedViews::makeMenu(int view) {
    auto* menu = new QMenu(m_navigation);
    menu->setAccessibleName(tr("Saved view"));
    const bool isWritable = !m_context.workspace.isReadOnly();
    const auto add = [&](const QString& text, auto carryOut) {
        auto* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, carryOut);
        return action;
    };
    if (view >= 0) {
        add(tr("&Show"), [this, view] { show(view); });
        add(tr("&Rename…"), [this, view] { rename(view); })->setEnabled(isWritable);
        add(tr("&Export…"), [this, view] { chooseExport(view); });
        add(tr("Re&move"), [this, view] { remove(view); })->setEnabled(isWritable);
        menu->addSeparator();
    }
    menu->addAction(m_context.actions.action(ActionId::ImportView));
    return menu;
}

} // namespace muniment
