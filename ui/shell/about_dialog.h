// Version, licence and libraries.
#pragma once

#include <QDialog>

namespace muniment {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace muniment
