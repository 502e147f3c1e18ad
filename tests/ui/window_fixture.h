// The real window over real regions, driven as a person would.
#pragma once

#include "models/workspace/workspace.h"
#include "tests/support/patience.h"
#include "tests/support/regions.h"
#include "ui/forms/form_dialog.h"
#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QTemporaryDir>

#include <memory>

namespace muniment {

enum class ActionId;

} // namespace muniment

namespace muniment::test {

class WindowFixture {
public:
    WindowFixture();
    ~WindowFixture();

    /// Servers with schema, over TLS unless said otherwise.
    void startRegions(int count, bool isTls = true);
    /// A workspace over all regions, opened in the window.
    void openWorkspace();
    /// Over these regions, in a file of its own.
    void openWorkspace(const std::filesystem::path& path, const std::vector<WorkspaceRegion>& regions);

    /// Two regions with two organizations each, opened on the timeline with all their events: "Nordwind AG" and "Blue
    /// Harbor Ltd" in the first, "Alpenbank" and "Lumen Health" in the second.
    void openFourTenants();

    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("acme-group.muniment")); }

    /// A command straight to a region, as another program would send it.
    CommandResult write(int region, CommandRequest request);
    /// An organization with a few people, one of them locked; hostile names when asked.
    TenantId writeTenant(int region, const std::string& name, bool isHostile = false);

    /// As a person would: waits until the action may be chosen.
    void trigger(ActionId id) const;
    /// Saves what the window shows as pictures/<name>.png.
    void picture(const QString& name, QWidget* widget = nullptr) const;
    /// The dialog that is open now; waits for it.
    FormDialog* form() const;
    void type(FormDialog* form, const QString& key, const QString& text) const;

    RegionalServers servers;
    Look look;
    Language language;
    std::unique_ptr<MainWindow> window;

private:
    QTemporaryDir m_folder;
};

/// Everything wrong with a widget tree for people who do not see it or whose data is hostile; one line each.
[[nodiscard]] QStringList findings(const QWidget* root);

} // namespace muniment::test
