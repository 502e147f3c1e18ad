#include "ui/actions/action_registry.h"
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_view.h"

#include <QClipboard>
#include <QGuiApplication>

namespace muniment {

void MainWindow::connectCopying() {
    const auto copies = [this](ActionId id, const std::function<QString(const PageWidget&)>& text) {
        connect(m_actions->action(id), &QAction::triggered, this,
                [this, text] { QGuiApplication::clipboard()->setText(text(m_view->current())); });
    };
    copies(ActionId::CopyCell, [](const PageWidget& page) { return page.chosenCell(); });
    copies(ActionId::CopyRowText, [](const PageWidget& page) { return copyText(page.chosenRow(), CopyForm::Text); });
    copies(ActionId::CopyRowCsv, [](const PageWidget& page) { return copyText(page.chosenRow(), CopyForm::Csv); });
    copies(ActionId::CopyRowJson, [](const PageWidget& page) { return page.chosenJson(); });
    copies(ActionId::CopyRowMarkdown,
           [](const PageWidget& page) { return copyText(page.chosenRow(), CopyForm::Markdown); });
}

} // namespace muniment
