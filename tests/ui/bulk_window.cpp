#include "tests/ui/bulk_window.h"

#include "models/items/plain_text.h"
#include "ui/bulk/bulk_desk.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/bulk_step.h"
#include "ui/bulk/source_step.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

namespace muniment::test {

BulkWindow::BulkWindow() {
    m_org = m_directory.addOrg("Nordwind AG");
    std::ignore = m_directory.addOrg("Alpenbank");
    std::ignore = m_directory.addHuman(m_org, "Mia", "Chen");
    std::ignore = m_directory.addHuman(m_org, "Ola", "Berg");
    m_directory.tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
    m_directory.tell(m_org, RoleCommand(AddRole{"hr.editor", "HR editor", {}}));
    m_directory.open();
    [this] { QTRY_COMPARE(view()->users()->model()->total(), 2); }();
    m_directory.trigger(ActionId::GoOrganizations);
    view()->organizations()->choose(QString::fromStdString(m_org.text()));
    [this] { QTRY_VERIFY(view()->organizations()->chosenOrg()); }();
    m_directory.trigger(ActionId::GoUsers);
}

BulkDialog* BulkWindow::dialog() const {
    return view()->bulk()->dialog();
}

void BulkWindow::open() {
    m_directory.trigger(ActionId::BulkChange);
    QTRY_VERIFY(dialog()->isActiveWindow());
}

void BulkWindow::close() {
    if (dialog() == nullptr)
        return;
    dialog()->job().sending().cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->job().sending().isRunning(), kLong);
    dialog()->step()->stop();
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
}

void BulkWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTRY_VERIFY(dialog()->focusWidget() != nullptr);
    QTest::keyClick(dialog()->focusWidget(), key, modifiers);
}

void BulkWindow::paste(const QString& text) {
    QApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->nextButton()->isEnabled(), kLong);
}

void BulkWindow::drop(const std::string& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(path))});
    QDragEnterEvent entering(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog()->source(), &entering);
    QVERIFY(entering.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog()->source(), &event);
}

void BulkWindow::send(const QString& text) {
    open();
    paste(text);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->job().canSend(), kLong);
    press(Qt::Key_Return);
    QVERIFY(dialog()->job().sending().isRunning() || dialog()->job().sending().hasEnded());
}

void BulkWindow::awaitEnd() {
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->job().sending().hasEnded(), kLong);
}

std::string BulkWindow::file(const QString& name, const QByteArray& bytes) {
    const auto path = folder() / name.toStdString();
    QFile written(QString::fromStdString(path.string()));
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
        qFatal("cannot write %s", path.c_str());
    return path.string();
}

QString BulkWindow::cell(int row, int column) const {
    return dialog()->job().rows()->index(row, column).data().toString();
}

QString BulkWindow::remark(int row) const {
    return withoutIsolates(cell(row, BulkRowModel::Remark));
}

QString BulkWindow::people(int count, const QString& prefix) {
    QStringList lines{QStringLiteral("user name;first name;last name;e-mail")};
    for (int i = 0; i < count; ++i)
        lines << QStringLiteral("%1%2;Given%2;Family%2;%1%2@nordwind.example").arg(prefix).arg(i);
    return lines.join(QLatin1Char('\n'));
}

void BulkWindow::picture(const QString& name) {
    auto& fixture = m_directory.fixture();
    fixture.picture(name + QStringLiteral("-light"), dialog());
    fixture.look.setAppearance(Appearance::Dark);
    fixture.picture(name + QStringLiteral("-dark"), dialog());
    fixture.look.setAppearance(Appearance::Light);
}

} // namespace muniment::test
