#include "tests/statements/exceptions.h"

#include "tests/statements/source_text.h"
#include "tests/statements/sql_tree.h"

namespace muniment::test {

std::map<std::string, RegionException> regionExceptions() {
    std::map<std::string, RegionException> exceptions;
    for (const std::string& entry : splitSql(sourceText(QStringLiteral("tests/statements/exceptions.sql")))) {
        std::string reason;
        QString statement;
        for (const QString& line : QString::fromStdString(entry).split(QLatin1Char('\n')))
            if (line.isEmpty()) // what stands before it belongs to the list as a whole
                reason.clear();
            else if (line.startsWith(QLatin1String("-- ")))
                reason += line.mid(3).toStdString() + " ";
            else
                statement += line + QLatin1Char('\n');
        const std::string text = statement.trimmed().toStdString();
        const std::string shape = shapeOf(text);
        if (reason.empty() || shape.empty())
            qFatal("exceptions.sql: no reason, or no statement: %s", entry.c_str());
        exceptions[shape] = {text, reason};
    }
    return exceptions;
}

} // namespace muniment::test
