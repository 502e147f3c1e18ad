# Reduces a server's log to what was sent: each application's name, and each statement of the program's own once, a line
# "application<TAB>statement" with \n, \t and \\ for what would break it. Statements of others are not kept: what the
# tests ask beside the program is no part of it.
function keep() {
    if (application == "")
        return
    line = application "\t" (application == "muniment" ? statement : "")
    if (!(line in seen)) {
        seen[line] = 1
        print line
    }
    application = ""
}
function escaped(text) {
    gsub(/\\/, "\\\\", text)
    gsub(/\t/, "\\t", text)
    return text
}
/^\t/ { # the log begins each further line of a message with one
    if (application != "")
        statement = statement "\\n" escaped(substr($0, 2))
    next
}
{
    keep()
    if (!match($0, /^[0-9-]+ [0-9:.]+ [A-Z]+ [^ ]* \[/))
        next
    rest = substr($0, RLENGTH + 1)
    end = index(rest, "] LOG:  ")
    if (end == 0)
        next
    message = substr(rest, end + 8)
    if (!match(message, /^(statement|execute [^:]*): /))
        next
    application = substr(rest, 1, end - 1)
    statement = escaped(substr(message, RLENGTH + 1))
}
END { keep() }
