// The window of a bulk change over an embedded store, driven by the keyboard.
#pragma once

#include "models/items/bulk_row_model.h"
#include "tests/ui/embedded_directory.h"

namespace muniment {

class BulkDialog;

} // namespace muniment

namespace muniment::test {

/// "Nordwind AG" with mia.chen and ola.berg, the team "Payroll" and the role "hr.editor"; it is the chosen
/// organization.
class BulkWindow {
public:
    static constexpr int kLong = 600'000; ///< milliseconds: everything is slow under sanitizers

    BulkWindow();

    [[nodiscard]] EmbeddedDirectory& directory() { return m_directory; }

    [[nodiscard]] std::filesystem::path folder() { return m_directory.fixture().folder(); }

    [[nodiscard]] WorkspaceView* view() const { return m_directory.view(); }

    /// nullptr while none is open.
    [[nodiscard]] BulkDialog* dialog() const;

    void open();
    /// Cancels what is being sent, and closes.
    void close();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// With Ctrl+V; waits until it is read.
    void paste(const QString& text);
    void drop(const std::string& path);
    /// Everything up to the first row on its way.
    void send(const QString& text);
    void awaitEnd();

    /// A file in the fixture's folder.
    [[nodiscard]] std::string file(const QString& name, const QByteArray& bytes);

    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QString remark(int row) const;
    /// A table of so many users, called `prefix`0 and so on.
    [[nodiscard]] static QString people(int count, const QString& prefix);

    /// In both looks.
    void picture(const QString& name);

private:
    EmbeddedDirectory m_directory;
    TenantId m_org;
};

} // namespace muniment::test
