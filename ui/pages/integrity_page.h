// How far the trail of this file is proved: what is sealed, what kept checkpoints say, what the last verification
// found.
#pragma once

#include "models/items/integrity_job.h"
#include "models/items/integrity_queries.h"
#include "models/items/text_rows_model.h"
#include "models/items/trail_model.h"
#include "models/items/verification_certificate.h"
#include "ui/pages/page.h"

#include <QTimer>

class QStackedWidget;

namespace muniment {

class EmptyPlace;
class KeptSplitter;
class RefreshPause;
class SealDesk;
class TrailCard;

class IntegrityPage : public PageWidget {
    Q_OBJECT
public:
    IntegrityPage(const PageContext& context, QWidget* parent);

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool) override {}

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;

    /// nullptr until it has come.
    [[nodiscard]] const IntegrityPicture* picture() const { return m_picture.get(); }

    /// nullptr: nothing is verified now.
    [[nodiscard]] IntegrityJob* job() const { return m_job; }

    [[nodiscard]] TrailCard* card() const { return m_card; }

    [[nodiscard]] TrailModel* model() const { return m_model; }

    [[nodiscard]] QTableView* findings() const { return m_findingTable; }

    [[nodiscard]] SealDesk* sealing() const { return m_desk; }

    /// Writes the certificate of what is shown.
    void saveCertificate(const QString& path);

signals:
    /// picture() is another.
    void pictureChanged();
    /// A verification was begun: it is to be seen.
    void wanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectActions();
    void retranslate();
    void begin(const IntegrityOrder& order);
    void takePicture(Result<IntegrityPicture> picture);
    void takeFinished(const CheckedTrail& checked, const std::optional<Sealing>& sealing);
    void takeFailed(const Error& error);
    void endJob();
    void tell();
    void chooseFile();
    void openFinding(int row);
    void openTree(int row);
    void updateActions();
    [[nodiscard]] QTableView* focused() const;

    TrailCard* m_card;
    TrailModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_treeStack;
    EmptyPlace* m_noTrees;
    TextRowsModel* m_findingModel;
    QTableView* m_findingTable;
    QStackedWidget* m_findingStack;
    EmptyPlace* m_noFindings;
    KeptSplitter* m_splitter;
    SealDesk* m_desk;
    IntegrityJob* m_job = nullptr;
    RequestSlot<IntegrityRequest, IntegrityPicture> m_slot;
    RequestSlot<CertificateRequest, std::filesystem::path> m_certificate;
    RefreshPause* m_refresh;
    QTimer m_others; ///< other programs seal, too
    std::shared_ptr<const IntegrityPicture> m_picture;
    ClockZone m_zone;
    bool m_isActive = false;
};

} // namespace muniment
