#include "models/eventstore/postgres/connection_info.h"

#include <QUrl>

#include <cstdlib>
#include <libpq-fe.h>
#include <memory>

namespace muniment::postgres {

namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

tl::unexpected<Error> invalidEndpoint(std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", "endpoint"}});
}

std::string encoded(const std::string& text) {
    return QUrl::toPercentEncoding(QString::fromStdString(text), "/").toStdString();
}

bool isSocketHost(const std::string& host) {
    return host.empty() || host[0] == '/' || host[0] == '@';
}

} // namespace

Result<ConnectionInfo> parseConnectionInfo(const std::string& text) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(text.c_str(), &message));
    // libpq's message quotes the text, and with it perhaps a password.
    PQfreemem(message);
    if (!options)
        return invalidEndpoint("neither a libpq URL nor a key=value text, or a parameter that libpq does not know");
    ConnectionInfo info;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr && option->val[0] != '\0')
            info[option->keyword] = option->val;
    if (info.contains("service"))
        return invalidEndpoint("a service file may say anything: write the parameters out");
    if (info.contains("sslpassword"))
        return invalidEndpoint("the password of a client key may not stand in an endpoint");
    if (!info.contains("dbname"))
        return invalidEndpoint("names no database");
    return info;
}

std::string value(const ConnectionInfo& info, const std::string& name) {
    const auto found = info.find(name);
    return found == info.end() ? std::string() : found->second;
}

bool isLocalSocket(const ConnectionInfo& info) {
    if (info.contains("hostaddr"))
        return false;
    std::string_view hosts = info.contains("host") ? std::string_view(info.at("host")) : std::string_view();
    for (;;) {
        const auto comma = hosts.find(',');
        if (!isSocketHost(std::string(hosts.substr(0, comma))))
            return false;
        if (comma == std::string_view::npos)
            return true;
        hosts.remove_prefix(comma + 1);
    }
}

std::string toUrl(const ConnectionInfo& info) {
    ConnectionInfo rest = info;
    const auto take = [&rest](const std::string& name) {
        const auto node = rest.extract(name);
        return node.empty() ? std::string() : node.mapped();
    };
    std::string url = "postgresql://";
    if (const std::string user = take("user"); !user.empty())
        url += encoded(user) + "@";
    const std::string host = value(info, "host");
    const std::string port = value(info, "port");
    // Lists of hosts, sockets and IPv6 addresses are clearer, and safer, as parameters.
    const bool isPlainHost = !isSocketHost(host) && host.find_first_of(",:/") == std::string::npos;
    if (isPlainHost && port.find(',') == std::string::npos) {
        url += encoded(take("host"));
        if (!take("port").empty())
            url += ":" + port;
    }
    url += "/" + encoded(take("dbname"));
    char separator = '?';
    for (const auto& [name, text] : rest) {
        url += separator + name + "=" + encoded(text);
        separator = '&';
    }
    return url;
}

std::string toDisplay(const ConnectionInfo& info) {
    std::string text;
    if (const std::string user = value(info, "user"); !user.empty())
        text += user + "@";
    const std::string host = value(info, "host");
    text += !host.empty() ? host : info.contains("hostaddr") ? info.at("hostaddr") : std::string("local socket");
    if (const std::string port = value(info, "port"); !port.empty())
        text += ":" + port;
    return text + "/" + value(info, "dbname");
}

void forgetHostileEnvironment() {
    // unsetenv only where something is set: normally this touches nothing that another thread might read.
    for (const char* name : {"PGHOST",
                             "PGHOSTADDR",
                             "PGPORT",
                             "PGDATABASE",
                             "PGUSER",
                             "PGOPTIONS",
                             "PGAPPNAME",
                             "PGSSLMODE",
                             "PGREQUIRESSL",
                             "PGSSLCOMPRESSION",
                             "PGSSLCERT",
                             "PGSSLKEY",
                             "PGSSLROOTCERT",
                             "PGSSLCRL",
                             "PGSSLCRLDIR",
                             "PGSSLSNI",
                             "PGREQUIREPEER",
                             "PGSSLMINPROTOCOLVERSION",
                             "PGSSLMAXPROTOCOLVERSION",
                             "PGGSSENCMODE",
                             "PGKRBSRVNAME",
                             "PGGSSLIB",
                             "PGGSSDELEGATION",
                             "PGCHANNELBINDING",
                             "PGREQUIREAUTH",
                             "PGSSLCERTMODE",
                             "PGSSLNEGOTIATION",
                             "PGTARGETSESSIONATTRS",
                             "PGLOADBALANCEHOSTS",
                             "PGCONNECT_TIMEOUT",
                             "PGCLIENTENCODING",
                             "PGSERVICE",
                             "PGSERVICEFILE",
                             "PGSYSCONFDIR",
                             "PGDATESTYLE",
                             "PGTZ",
                             "PGGEQO",
                             "PGLOCALEDIR",
                             "PGMINPROTOCOLVERSION",
                             "PGMAXPROTOCOLVERSION"})
        if (std::getenv(name) != nullptr)
            ::unsetenv(name);
}

} // namespace muniment::postgres
