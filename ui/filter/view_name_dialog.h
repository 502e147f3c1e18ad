// Asks for the name of a view, and says when it is taken.
#pragma once

#include "ui/forms/line_dialog.h"

#include <QStringList>

namespace muniment {

class ViewNameDialog : public LineDialog {
    Q_OBJECT
public:
    /// `words` say what the view shows; `taken` are the names there are: saving under one replaces that view.
    ViewNameDialog(const QString& words, const QString& name, const QStringList& taken, QWidget* parent);

signals:
    void nameChosen(const QString& name);

protected:
    void read() override;
    void choose() override;

private:
    QStringList m_taken;
};

} // namespace muniment
