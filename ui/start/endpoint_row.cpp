#include "ui/start/endpoint_row.h"

#include "models/eventstore/endpoint.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/start/background.h"
#include "ui/start/password_prompt.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLineEdit>

namespace muniment {

EndpointRow::EndpointRow(PasswordPrompt& passwords, QWidget* parent)
    : QFrame(parent),
      m_passwords(passwords),
      m_region(new QLineEdit(this)),
      m_text(new QLineEdit(this)),
      m_stages(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_result(makeValueLabel(this)),
      m_test(makeButton(this)),
      m_install(makeButton(this, "main")),
      m_remove(makeButton(this, "flat")) {
    setKind(this, "card");
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(2 * kGrid, 12, 2 * kGrid, 12);
    layout->setHorizontalSpacing(kGrid);
    layout->setVerticalSpacing(4);
    auto* regionLabel = makeLabel(this, TextSize::Small, Tone::Quiet);
    regionLabel->setText(tr("Region"));
    regionLabel->setBuddy(m_region);
    auto* textLabel = makeLabel(this, TextSize::Small, Tone::Quiet);
    textLabel->setText(tr("Endpoint"));
    textLabel->setBuddy(m_text);
    layout->addWidget(regionLabel, 0, 0);
    layout->addWidget(textLabel, 0, 1);
    layout->addWidget(m_region, 1, 0);
    layout->addWidget(m_text, 1, 1);
    layout->addWidget(m_test, 1, 2);
    layout->addWidget(m_remove, 1, 3);
    layout->addWidget(m_stages, 2, 0, 1, 4);
    layout->addWidget(m_result, 3, 0, 1, 2);
    layout->addWidget(m_install, 3, 2, 1, 2, Qt::AlignRight | Qt::AlignTop);
    layout->setColumnMinimumWidth(0, 140);
    layout->setColumnStretch(1, 1);

    m_region->setPlaceholderText(QStringLiteral("eu-west-1"));
    m_region->setAccessibleName(tr("Region"));
    m_text->setPlaceholderText(QStringLiteral("postgresql://user@host:5432/database"));
    m_text->setAccessibleName(tr("Endpoint"));
    m_text->setFont(monospaceFont());
    m_text->setToolTip(tr("A libpq URL or key=value text. A password in it is never stored in the file."));
    setButtonText(m_test, tr("&Test"));
    setButtonText(m_install, tr("&Install Schema"));
    setButtonText(m_remove, tr("Remove"));
    connect(m_region, &QLineEdit::textChanged, this, &EndpointRow::forgetResult);
    connect(m_text, &QLineEdit::textChanged, this, &EndpointRow::forgetResult);
    connect(m_test, &QPushButton::clicked, this, &EndpointRow::test);
    connect(m_install, &QPushButton::clicked, this, &EndpointRow::install);
    connect(m_remove, &QPushButton::clicked, this, &EndpointRow::removeChosen);
    forgetResult();
}

RegionName EndpointRow::region() const {
    return RegionName(m_region->text().trimmed().toStdString());
}

QString EndpointRow::resultText() const {
    return m_result->text();
}

void EndpointRow::forgetResult() {
    m_isReachable = false;
    m_install->hide();
    m_stages->hide();
    m_result->hide();
    m_result->clear();
    emit changed();
}

Result<void> EndpointRow::read() {
    Error error;
    if (region().isEmpty()) {
        error = {ErrorCode::InvalidInput, tr("a region needs a name").toStdString(), {{"field", "region"}}};
    } else if (const auto parsed = parseEndpoint(m_text->text().trimmed().toStdString())) {
        m_endpoint = parsed->text;
        if (parsed->password)
            m_passwords.typed().hold(parsed->text, *parsed->password);
        return {};
    } else {
        error = parsed.error();
    }
    showFailure(error);
    return tl::unexpected(error);
}

void EndpointRow::showFailure(const Error& error) {
    setTone(m_result, Tone::Bad);
    m_result->setText(errorSentence(error));
    m_result->show();
}

void EndpointRow::setStored(const RegionName& region, const std::string& endpoint) {
    m_region->setText(plainText(region.text()));
    m_region->setReadOnly(true);
    m_region->setToolTip(tr("The history in the file belongs to this name. For another region add a row."));
    m_text->setText(plainText(endpoint));
    m_text->setCursorPosition(0); // the host tells more than the path of a certificate
    m_endpoint = endpoint;
}

void EndpointRow::setReadOnly() {
    m_region->setReadOnly(true);
    m_text->setReadOnly(true);
    m_remove->setEnabled(false);
}

void EndpointRow::setRunning(const QString& words) {
    m_test->setEnabled(false);
    m_install->setEnabled(false);
    setTone(m_result, Tone::Quiet);
    m_result->setText(words);
    m_result->show();
}

void EndpointRow::test() {
    forgetResult();
    if (!read())
        return;
    setRunning(tr("Trying…"));
    runInBackground<EndpointTrial>(
        this,
        [name = region(), endpoint = m_endpoint, secrets = m_passwords.secrets()] {
            return tryEndpoint(name, endpoint, secrets);
        },
        [this](const EndpointTrial& trial) { takeTrial(trial); });
}

void EndpointRow::install() {
    if (!read())
        return;
    setRunning(tr("Installing the schema…"));
    runInBackground<EndpointTrial>(
        this,
        [name = region(), endpoint = m_endpoint, secrets = m_passwords.secrets()] {
            return installAndTry(name, endpoint, secrets);
        },
        [this](const EndpointTrial& trial) { takeTrial(trial); });
}

void EndpointRow::takeTrial(const EndpointTrial& trial) {
    m_test->setEnabled(true);
    m_install->setEnabled(true);
    const std::string failedAt = trial.error ? trial.error->get("stage") : std::string();
    QStringList stages;
    bool isBeyond = false;
    for (const auto& stage : connectionStages()) {
        const bool isHere = stage == failedAt;
        stages << QStringLiteral("%1 %2")
                      .arg(isHere     ? QStringLiteral("✕")
                           : isBeyond ? QStringLiteral("·")
                                      : QStringLiteral("✓"),
                           stageName(stage))
                      .replace(QLatin1Char(' '), QChar(QChar::Nbsp)); // a stage is not broken
        isBeyond = isBeyond || isHere;
    }
    m_stages->setText(stages.join(QStringLiteral("   ")));
    m_stages->setWordWrap(true);
    m_stages->setVisible(!trial.error || !failedAt.empty());
    m_isReachable = trial.identity.has_value();
    if (trial.identity) {
        setTone(m_result, Tone::Good);
        m_result->setText(tr("✓ Ready: %1, signed in as %2.")
                              .arg(plainText(trial.identity->version), plainText(trial.identity->databaseUser)));
    } else {
        showFailure(*trial.error);
    }
    m_result->show();
    m_install->setVisible(trial.error && isMendedByInstall(*trial.error));
    emit changed();
}

} // namespace muniment
