#include "tests/ui/window_fixture.h"

#include "models/commands/command.h"
#include "models/eventstore/schema.h"
#include "models/items/error_sentence.h"
#include "ui/actions/action_registry.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>

namespace muniment::test {

WindowFixture::WindowFixture() : look(*qApp), language(*qApp) {
    window = std::make_unique<MainWindow>(look, language);
    window->resize(1400, 860);
    window->show();
}

WindowFixture::~WindowFixture() {
    window.reset();
}

void WindowFixture::startRegions(int count, bool isTls) {
    servers.start(count, {.isTls = isTls, .isDurable = false});
    for (int i = 0; i < count; ++i) {
        SchemaRequest request;
        request.endpoint = servers.superuserEndpoint(i);
        request.regions = {servers.regionName(i)};
        const auto installed = installSchema(request);
        if (!installed)
            qFatal("schema: %s", qPrintable(errorSentence(installed.error())));
    }
}

void WindowFixture::openWorkspace() {
    std::vector<WorkspaceRegion> regions;
    for (int i = 0; i < servers.count(); ++i)
        regions.push_back({RegionName(servers.regionName(i)), servers.endpoint(i)});
    openWorkspace(file().toStdString(), regions);
}

void WindowFixture::openWorkspace(const std::filesystem::path& path, const std::vector<WorkspaceRegion>& regions) {
    ReplicaSettings settings;
    settings.operatorName = "petra";
    settings.regions = regions;
    {
        const auto created = Workspace::create(path, settings, {});
        if (!created)
            qFatal("workspace: %s", qPrintable(errorSentence(created.error())));
    }
    window->openFile(path);
    [this] { QTRY_VERIFY(window->view() != nullptr); }();
}

void WindowFixture::openFourTenants() {
    startRegions(2);
    int region = 0;
    for (const char* name : {"Nordwind AG", "Alpenbank", "Blue Harbor Ltd", "Lumen Health"})
        writeTenant(region++ % 2, name);
    openWorkspace();
    window->actions().action(ActionId::GoTimeline)->trigger();
    const auto* timeline = window->view()->timeline()->model();
    [timeline] { QTRY_VERIFY(timeline->window().total >= 24); }();
}

CommandResult WindowFixture::write(int region, CommandRequest request) {
    request.region = RegionName(servers.regionName(region));
    request.operatorName = "jonas";
    auto store = openEventStore(servers.endpoint(region), nullptr);
    if (!store)
        qFatal("store: %s", qPrintable(errorSentence(store.error())));
    const auto result = runCommand(**store, request, systemClock());
    if (!result)
        qFatal("command: %s", qPrintable(errorSentence(result.error())));
    return *result;
}

TenantId WindowFixture::writeTenant(int region, const std::string& name, bool isHostile) {
    CommandRequest org;
    org.command = OrgCommand(AddOrg{name, servers.regionName(region), {}});
    auto tenant = write(region, org).tenant;
    const auto addUser = [&](const std::string& userName, const std::string& first, const std::string& last) {
        CommandRequest user;
        user.tenant = tenant;
        user.command = UserCommand(AddHuman{userName, first, last, first + " " + last, userName + "@example.com", {}});
        return write(region, user).id;
    };
    addUser("mia.chen", "Mia", "Chen");
    addUser("ola.berg", "Ola", "Berg");
    const auto locked = addUser("jonas.weber", "Jonas", "Weber");
    CommandRequest lock;
    lock.tenant = tenant;
    lock.id = locked;
    lock.command = UserCommand(LockUser{});
    write(region, lock);
    if (isHostile)
        addUser("hostile", "<b>x</b>", "<img src=x onerror=alert(1)>");
    return tenant;
}

void WindowFixture::picture(const QString& name, QWidget* widget) const {
    const QDir folder(qEnvironmentVariable("MUNIMENT_BINARY_DIR", QDir::tempPath()));
    folder.mkpath(QStringLiteral("pictures"));
    QWidget* shown = widget == nullptr ? window.get() : widget;
    QTest::qWait(50); // paints what the last answer changed
    shown->grab().save(folder.filePath(QStringLiteral("pictures/%1.png").arg(name)));
}

void WindowFixture::trigger(ActionId id) const {
    QAction* action = window->actions().action(id);
    QTRY_VERIFY2(action->isEnabled(), qPrintable(action->text() + QStringLiteral(": ") + action->toolTip()));
    action->trigger();
}

FormDialog* WindowFixture::form() const {
    FormDialog* found = nullptr;
    [&] { QTRY_VERIFY((found = qobject_cast<FormDialog*>(QApplication::activeModalWidget())) != nullptr); }();
    if (found == nullptr)
        qFatal("no form is open");
    return found;
}

void WindowFixture::type(FormDialog* form, const QString& key, const QString& text) const {
    if (auto* line = qobject_cast<QLineEdit*>(form->editor(key)))
        line->setText(text);
    else if (auto* box = qobject_cast<QComboBox*>(form->editor(key))) {
        const int choice = std::max(box->findData(text), box->findText(text));
        box->setCurrentIndex(choice);
        if (choice < 0 && box->isEditable())
            box->setEditText(text);
    }
}

} // namespace muniment::test
