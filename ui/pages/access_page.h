// Who may do what, at any moment, and why.
#pragma once

#include "models/items/access_answer.h"
#include "ui/access/access_wish.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace muniment {

class AccessPane;
class EmptyPlace;
class QuestionBar;

/// The question is the page's place: Back goes to the one before. The last one of each workspace is remembered.
class AccessPage : public PageWidget {
    Q_OBJECT
public:
    AccessPage(const PageContext& context, QWidget* parent);

    /// Puts the question; one that lacks something waits for it in the field.
    void ask(const AccessWish& wish);

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

    /// An answer is about one organization.
    [[nodiscard]] std::optional<RegionName> onlyRegion() const override;
    void setActive(bool isActive) override;
    void focusList() override;
    void focusFilter() override;

    [[nodiscard]] QTableView* list() const override { return nullptr; }

    void showDetailsPane(bool) override {}

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    /// While the answer is a list.
    [[nodiscard]] bool isExportable() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] QString place() const override;
    void goToPlace(const QString& place) override;

    [[nodiscard]] QuestionBar* bar() const { return m_bar; }

    [[nodiscard]] AccessPane* pane() const { return m_pane; }

    /// An answer is shown, and it is to what was asked last.
    [[nodiscard]] bool isAnswered() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectActions();
    void retranslate();
    void put(const AccessWish& wish, bool isByPerson);
    /// Once the workspace has one's own changes, or after waiting for them.
    void request();
    void requestNow();
    void tellWaiting();
    void cancel();
    void updateActions();
    void showEvents();
    void say(const Error& error);
    template <class Request, class Answer>
    void take(const Request& request, const Result<Answer>& answer);

    QuestionBar* m_bar;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    AccessPane* m_pane;
    QWidget* m_waiting;
    QLabel* m_waitingText;
    QPushButton* m_cancel;
    QTimer m_waitingSoon; ///< most answers are there before anybody could read that they are awaited
    QTimer m_refreshSoon;
    std::optional<AccessWish> m_asked; ///< what the answer is to
    std::variant<std::monostate, AccessRequest, WhoRequest, RightsRequest> m_request;
    RequestSlot<AccessRequest, AccessAnswer> m_why;
    RequestSlot<WhoRequest, WhoAnswer> m_who;
    RequestSlot<RightsRequest, RightsAnswer> m_what;
    std::variant<std::monostate, AccessAnswer, WhoAnswer, RightsAnswer> m_answer;
    QString m_key; ///< of the workspace's last question
    ClockZone m_zone;
    std::optional<Moment> m_asOf;
    bool m_isActive = false;
    bool m_isStale = false;
    bool m_isWaiting = false;
    bool m_isAwaitingWrites = false; ///< a question waits for one's own changes
    std::uint64_t m_requestNumber = 0;
    bool m_wantsFocus = false; ///< the keyboard goes to the answer when it comes
};

} // namespace muniment
