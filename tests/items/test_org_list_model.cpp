// Protects: lists load page by page in order, and a change of the workspace becomes exact steps, so that selections and
// scroll positions survive it.
#include "models/items/org_list_model.h"
#include "models/items/region_list_model.h"
#include "models/items/user_list_model.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;

namespace {

OrgRow org(const std::string& name, const std::string& id, std::int64_t sequence = 1) {
    OrgRow row;
    row.id = TenantId(id);
    row.name = name;
    row.region = RegionName("eu-west-1");
    row.lifecycle = OrgLifecycle::Active;
    row.sequence = sequence;
    return row;
}

/// Answers at once from a sorted vector.
struct CannedDirectory {
    explicit CannedDirectory(std::vector<OrgRow> sorted) : rows(std::move(sorted)) {}

    std::vector<OrgRow> rows;
    int asked = 0;

    AskOrganizations ask() {
        return [this](QObject*, const ListRequest<OrgQuery>& request,
                      const std::function<void(Result<ListPage<OrgRow>>)>& done) {
            ++asked;
            ListPage<OrgRow> page{static_cast<std::int64_t>(rows.size()), {}};
            for (const auto& row : rows) {
                const auto key = pageKeyOf(row);
                const bool isAfter =
                    !request.query.after ||
                    std::pair(key.name, key.id) > std::pair(request.query.after->name, request.query.after->id);
                if (isAfter && static_cast<int>(page.rows.size()) < request.query.limit)
                    page.rows.push_back(row);
            }
            m_later.push_back([done, page] { done(page); });
            return Workspace::Ticket();
        };
    }

    void answerAll() {
        while (!m_later.empty()) {
            const auto answer = m_later.front();
            m_later.erase(m_later.begin());
            answer();
        }
    }

private:
    std::vector<std::function<void()>> m_later;
};

QString printed(const OrgListModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, OrgListModel::Name).data().toString();
    return names.join(QLatin1Char(' '));
}

std::vector<OrgRow> many(int count) {
    std::vector<OrgRow> rows;
    for (int i = 0; i < count; ++i) {
        const auto name = QStringLiteral("org%1").arg(i, 6, 10, QLatin1Char('0')).toStdString();
        rows.push_back(org(name, "id" + name));
    }
    return rows;
}

} // namespace

class TestOrgListModel : public QObject {
    Q_OBJECT
private slots:

    void loadsPageByPage() {
        CannedDirectory directory(many(1200));
        OrgListModel model(directory.ask());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        directory.answerAll();
        QCOMPARE(model.total(), 1200);
        while (model.canFetchMore({})) {
            model.fetchMore({});
            directory.answerAll();
        }
        QCOMPARE(model.rowCount(), 1200);
        QCOMPARE(model.idAt(1199), QStringLiteral("idorg001199"));
    }

    void aChangeTouchesOnlyItsRow() {
        CannedDirectory directory({org("a", "1"), org("b", "2"), org("c", "3")});
        OrgListModel model(directory.ask());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        directory.answerAll();
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        directory.rows[1].lifecycle = OrgLifecycle::Inactive;
        model.refresh();
        directory.answerAll();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().toModelIndex().row(), 1);
        QCOMPARE(inserted.count() + reset.count(), 0);
    }

    void aSelectionStaysOnItsOrganization() {
        CannedDirectory directory({org("a", "1"), org("c", "3"), org("d", "4")});
        OrgListModel model(directory.ask());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        directory.answerAll();
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(1, 0), QItemSelectionModel::SelectCurrent);
        directory.rows = {org("0", "0"), org("b", "2"), org("c", "3"), org("e", "5")};
        model.refresh();
        directory.answerAll();
        QCOMPARE(printed(model), QStringLiteral("0 b c e"));
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("c"));
    }

    void aRenamedOrganizationMovesToItsPlace() {
        CannedDirectory directory({org("a", "1"), org("b", "2"), org("c", "3")});
        OrgListModel model(directory.ask());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        directory.answerAll();
        directory.rows = {org("b", "2"), org("c", "3"), org("z", "1", 2)};
        model.refresh();
        directory.answerAll();
        QCOMPARE(printed(model), QStringLiteral("b c z"));
        QCOMPARE(model.rowOfId(QStringLiteral("1")), 2);
    }

    void aRefreshKeepsWhatWasScrolledTo() {
        CannedDirectory directory(many(1200));
        OrgListModel model(directory.ask());
        model.setQuery({});
        directory.answerAll();
        model.fetchMore({});
        model.refresh(); // while the page is on its way
        directory.answerAll();
        QCOMPARE(model.rowCount(), kListLimit + kListPage);
    }

    void anotherQuestionDropsTheOldAnswer() {
        CannedDirectory directory(many(3));
        OrgListModel model(directory.ask());
        model.setQuery({});
        directory.rows = many(2);
        OrgQuery other;
        other.text = "x";
        model.setQuery(other);
        directory.answerAll();
        QCOMPARE(model.rowCount(), 2);
    }
};

MUNIMENT_TEST(org_list_model, TestOrgListModel);
#include "test_org_list_model.moc"
