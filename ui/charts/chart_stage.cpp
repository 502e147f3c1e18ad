#include "ui/charts/chart_stage.h"

#include "ui/charts/chart.h"
#include "ui/charts/text_table_model.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace muniment {

ChartStage::ChartStage(Chart* chart, QWidget* parent)
    : QStackedWidget(parent),
      m_chart(chart),
      m_table(new QTableView(this)),
      m_model(new TextTableModel(this)) {
    addWidget(chart->widget());
    m_table->setModel(m_model);
    dressTable(m_table);
    addWidget(m_table);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& row) { m_chart->activate(row.row()); });
    retranslate();
}

void ChartStage::setTitle(const QString& title) {
    m_title = title;
    retranslate();
}

void ChartStage::retranslate() {
    m_chart->widget()->setAccessibleName(m_title);
    m_table->setAccessibleName(tr("%1 as a table").arg(m_title));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    if (m_button != nullptr) {
        m_button->setAccessibleName(tr("Menu of %1").arg(m_title));
        m_button->setToolTip(tr("Show as a table, copy the picture or the data"));
    }
    refresh();
}

void ChartStage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

void ChartStage::refresh() {
    if (isTableShown()) {
        m_model->setTable(m_chart->table());
        auto* header = m_table->horizontalHeader();
        for (int column = 0; column < m_model->columnCount(); ++column)
            header->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
}

void ChartStage::showTable(bool isShown) {
    const bool hadFocus = currentWidget()->hasFocus();
    setCurrentWidget(isShown ? m_table : m_chart->widget());
    refresh();
    if (hadFocus)
        currentWidget()->setFocus();
}

bool ChartStage::isTableShown() const {
    return currentWidget() == m_table;
}

QPixmap ChartStage::picture() const {
    // Above its surface: the chart itself has no background.
    QWidget* shown = m_chart->widget();
    QPixmap picture(shown->size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(palette().color(QPalette::Base));
    shown->render(&picture);
    return picture;
}

void ChartStage::copyPicture() const {
    QGuiApplication::clipboard()->setPixmap(picture());
}

void ChartStage::copyData(CopyForm form) const {
    QGuiApplication::clipboard()->setText(copyText(m_chart->table(), form));
}

QMenu* ChartStage::makeMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(m_title);
    auto* table = menu->addAction(tr("Show as &Table"));
    table->setCheckable(true);
    table->setChecked(isTableShown());
    connect(table, &QAction::toggled, this, &ChartStage::showTable);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("edit-copy")), tr("Copy &Picture"), this, &ChartStage::copyPicture);
    menu->addAction(tr("Copy Data as Te&xt"), this, [this] { copyData(CopyForm::Text); });
    menu->addAction(tr("Copy Data as &CSV"), this, [this] { copyData(CopyForm::Csv); });
    menu->addAction(tr("Copy Data as &Markdown"), this, [this] { copyData(CopyForm::Markdown); });
    return menu;
}

QPushButton* ChartStage::makeMenuButton(QWidget* parent) {
    m_button = makeButton(parent, "flat");
    m_button->setText(QStringLiteral("⋯"));
    connect(m_button, &QPushButton::clicked, this,
            [this] { makeMenu()->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    retranslate();
    return m_button;
}

void ChartStage::contextMenuEvent(QContextMenuEvent* event) {
    makeMenu()->popup(event->globalPos());
    event->accept();
}

} // namespace muniment
