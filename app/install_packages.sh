# Sourced by app/run and tests/run. install_packages PURPOSE...: says what is missing and why, then installs it with apt.

missing_packages() { # PURPOSE...: one a line
    local list purpose name
    list="$(dirname "${BASH_SOURCE[0]}")/packages"
    while read -r purpose name; do
        [[ -z "$purpose" || "$purpose" == \#* ]] && continue
        [[ " $* " == *" $purpose "* ]] || continue
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$' || echo "$name"
    done < "$list"
}

install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    echo "Muniment needs these Debian packages to $INSTALL_REASON, and they are missing:" >&2
    printf '  %s\n' "${missing[*]}" >&2
    if ! command -v apt-get >/dev/null; then
        echo "This machine has no apt-get; install their equivalents and start again." >&2
        return 1
    fi
    local root=()
    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            echo "Installing needs root: start again as root, or install sudo first." >&2
            return 1
        fi
        root=(sudo)
    fi
    echo "Installing them now with apt-get${root[0]:+ (through sudo)}." >&2
    local log
    log=$(mktemp)
    if ! { "${root[@]}" apt-get update -qq &&
           "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
           > "$log" 2>&1 < /dev/null; then
        tail -n 20 "$log" >&2
        echo "apt-get could not install them; the lines above say why (all of it: $log)." >&2
        return 1
    fi
    rm -f "$log"
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]})); then # a virtual name: it would be installed again at every start
        echo "app/packages names what is no package of its own: ${missing[*]}" >&2
        return 1
    fi
}
