// The members of a command, each with the place of a record it is taken from, and what stands for it otherwise.
#pragma once

#include "models/intake/mapped_record.h"

#include <QScrollArea>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace muniment {

class MappingFields : public QScrollArea {
    Q_OBJECT
public:
    explicit MappingFields(QWidget* parent);

    /// Rows for the command's members; what was typed for members that both commands have stays.
    void setCommand(const std::string& command);
    /// The places that are offered.
    void setValues(const std::vector<PointedValue>& values);
    /// What `mapping` says of the members that are there.
    void fill(const IntakeMapping& mapping);
    /// Puts what is typed into `mapping`.
    void read(IntakeMapping& mapping) const;

    /// nullptr for a member that is not there.
    [[nodiscard]] QComboBox* pointer(const std::string& member) const;
    [[nodiscard]] QLineEdit* defaultOf(const std::string& member) const;

signals:
    void edited();

private:
    struct Row {
        QComboBox* pointer = nullptr;
        QLineEdit* otherwise = nullptr;
    };

    void addRow(const MappingField& field);
    void offer(QComboBox* box) const;

    QWidget* m_page = nullptr;
    QGridLayout* m_grid = nullptr;
    std::map<std::string, Row> m_rows;
    std::vector<PointedValue> m_values;
};

} // namespace muniment
