#include "tests/statements/source_text.h"

#include <QFile>

namespace muniment::test {

std::string sourceText(const QString& path) {
    QFile file(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

std::string schemaScript() {
    QString tables = QString::fromStdString(sourceText(QStringLiteral("resources/schema/postgresql_v1_tables.sql")));
    QString script = QString::fromStdString(sourceText(QStringLiteral("resources/schema/postgresql_v1.sql")));
    tables.replace(QStringLiteral("${schema}"), QStringLiteral("muniment"));
    tables.replace(QStringLiteral("${partition_by}"), QStringLiteral("PARTITION BY LIST (region)"));
    script.replace(QStringLiteral("${tables}"), tables);
    script.replace(QStringLiteral("${offset}"), QStringLiteral("0"));
    return script.toStdString();
}

} // namespace muniment::test
