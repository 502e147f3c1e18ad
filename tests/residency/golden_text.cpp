#include "tests/residency/golden_text.h"

#include <QFile>
#include <QStringList>
#include <QtGlobal>

namespace muniment::test {

namespace {

QString pathOf(const QString& name) {
    return qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QStringLiteral("/tests/residency/golden/") + name;
}

QString read(const QString& name) {
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

AnswerTable::Cell cellOf(QString text) {
    if (text == QStringLiteral("\\N"))
        return std::nullopt;
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
        .replace(QStringLiteral("\\t"), QStringLiteral("\t"))
        .toStdString();
}

AnswerTable tableOf(const QStringList& lines) {
    std::vector<std::string> columns;
    std::vector<AnswerTable::Row> rows;
    for (const QString& line : lines) {
        AnswerTable::Row row;
        for (const QString& cell : line.split(QLatin1Char('|')))
            row.push_back(cellOf(cell));
        if (!columns.empty()) {
            rows.push_back(std::move(row));
            continue;
        }
        for (const auto& cell : row)
            columns.push_back(cell.value_or(std::string()));
    }
    return {std::move(columns), std::move(rows)};
}

} // namespace

QString goldenText(const QString& name, const QString& text) {
    if (!qEnvironmentVariableIsSet("MUNIMENT_WRITE_GOLDEN"))
        return read(name);
    QFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.write(text.toUtf8());
    return text;
}

std::map<std::string, AnswerTable> answersOf(const QString& family) {
    std::map<std::string, QStringList> sections;
    std::string name;
    for (const QString& line :
         read(QStringLiteral("answers_%1.txt").arg(family)).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QStringLiteral("== ")))
            name = line.mid(3).toStdString();
        else if (!line.startsWith(QLatin1Char('#')) || !name.empty())
            sections[name].append(line);
    }
    sections.erase(std::string());
    std::map<std::string, AnswerTable> answers;
    for (const auto& [section, lines] : sections)
        answers[section] = tableOf(lines);
    return answers;
}

} // namespace muniment::test
