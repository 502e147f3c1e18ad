// Several pages in the place of one, with a switch above them: teams and roles.
#pragma once

#include "ui/pages/page.h"

#include <vector>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace muniment {

/// Is whatever page is shown in it. Back and Forward go through the switch.
class SwitchedPage : public PageWidget {
    Q_OBJECT
public:
    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return current()->isOfNowOnly(); }

    [[nodiscard]] std::optional<RegionName> onlyRegion() const override { return current()->onlyRegion(); }

    void setOutages(const std::vector<RegionOutage>& outages) override;
    void setActive(bool isActive) override;
    void focusList() override;
    [[nodiscard]] QTableView* list() const override;
    void focusFilter() override;
    void find() override;
    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QTabWidget* detailTabs() const override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] bool isExportable() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] QString place() const override;
    void goToPlace(const QString& place) override;

    [[nodiscard]] QTabBar* bar() const { return m_bar; }

    [[nodiscard]] bool shows(const PageWidget* page) const { return current() == page; }

protected:
    SwitchedPage(const PageContext& context, QWidget* parent);
    /// `key` names it as a place.
    void addPage(const char* key, PageWidget* page);
    void showPage(const PageWidget* page);
    /// At the right of the switch: what all pages are about.
    void addBesideBar(QWidget* widget);
    /// The words on the switch, in the order of the pages.
    void setTitles(const QStringList& titles);
    [[nodiscard]] PageWidget* current() const;

private:
    void take(int index);

    QTabBar* m_bar;
    QHBoxLayout* m_row;
    QStackedWidget* m_stack;
    std::vector<PageWidget*> m_pages;
    bool m_isActive = false;
    bool m_isGoing = false; ///< to a place that Back or Forward names
};

} // namespace muniment
