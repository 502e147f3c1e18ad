// Protects: every sentence of models and window is in the German catalogue and finished, placeholders included, and
// English has its plurals. lupdate writes into a copy; a source string that is missing in the kept file shows there.
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>
#include <vector>

namespace {

struct Entry {
    QString context;
    QString source;
    QString comment;
    QStringList translations;
    bool isFinished = true;

    [[nodiscard]] QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

Entry readEntry(QXmlStreamReader& xml, const QString& context) {
    Entry entry;
    entry.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            entry.isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            const auto all = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            entry.translations = all.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

std::vector<Entry> readCatalogue(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    std::vector<Entry> entries;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("message"))
                entries.push_back(readEntry(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return entries;
}

std::multiset<QString> slotsOf(const QString& text) {
    static const QRegularExpression slot(QStringLiteral("%\\d|%n|\\{\\w+\\}"));
    std::multiset<QString> found;
    for (auto matches = slot.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:

    void everySourceStringIsTranslated_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("German") << QStringLiteral("muniment_de.ts");
        QTest::newRow("English plurals") << QStringLiteral("muniment_en.ts");
    }

    void everySourceStringIsTranslated() {
        QFETCH(QString, name);
        const QString root = qEnvironmentVariable("MUNIMENT_SOURCE_DIR");
        const QString kept = root + QStringLiteral("/translations/") + name;
        QTemporaryDir folder;
        for (const auto* language : {"de", "en"}) {
            const auto file = QStringLiteral("muniment_%1.ts").arg(QLatin1String(language));
            QVERIFY(QFile::copy(root + QStringLiteral("/translations/") + file, folder.filePath(file)));
            QVERIFY(QFile::setPermissions(folder.filePath(file), QFile::ReadOwner | QFile::WriteOwner));
        }
        QProcess update;
        update.start(root + QStringLiteral("/translations/update"),
                     {root, QStringLiteral("/usr/lib/qt6/bin/lupdate"), folder.path()});
        QVERIFY(update.waitForFinished(120'000));
        QCOMPARE(update.exitCode(), 0);

        std::set<QString> finished;
        for (const auto& entry : readCatalogue(kept)) {
            if (entry.isFinished)
                finished.insert(entry.key());
        }
        const auto wanted = readCatalogue(folder.filePath(name));
        QVERIFY(!wanted.empty());
        QStringList missing;
        for (const auto& entry : wanted) {
            if (!finished.contains(entry.key()))
                missing << entry.key();
        }
        QCOMPARE(missing.join(QLatin1Char('\n')), QString());
    }

    void everySlotIsFilledInGermanToo() {
        QStringList wrong;
        for (const auto& entry : readCatalogue(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") +
                                               QStringLiteral("/translations/muniment_de.ts"))) {
            for (const auto& translation : entry.translations) {
                if (slotsOf(translation) != slotsOf(entry.source))
                    wrong << QStringLiteral("%1 -> %2").arg(entry.source, translation);
            }
        }
        QCOMPARE(wrong.join(QLatin1Char('\n')), QString());
    }
};

MUNIMENT_TEST(translations, TestTranslations);
#include "test_translations.moc"
