#!/bin/sh
# Makes the machine ready to build charley. It asks nothing, and does nothing where nothing is missing.
#
#   Setup/setup.sh          what building and running needs
#   Setup/setup.sh test     that, and what the tests need
#
# Missing Debian packages are installed as root or through sudo. Without either, the one line to run
# is printed and the exit status is 1. The Swift toolchain itself is never installed.
set -eu

least=6.3

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "charley: $*"
    exit 1
}

# Word by word: what is not installed of the packages named.
missing_of() {
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p' || true)
    for package in "$@"; do
        printf '%s\n' "$installed" | grep -qxF "$package" || printf '%s ' "$package"
    done
}

# Whether a python3 that the tests can find has pexpect, from Debian or from elsewhere.
has_pexpect() {
    for python in ${PYTHONS:-python3 /usr/bin/python3}; do
        "$python" -c 'import pexpect' >/dev/null 2>&1 && return 0
    done
    return 1
}

is_debian_12() {
    [ -r "${OS_RELEASE:=/etc/os-release}" ] || return 1
    [ "$(. "$OS_RELEASE" && printf '%s %s' "${ID-}" "${VERSION_ID-}")" = "debian 12" ]
}

install_packages() {
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        say "charley needs packages that are not installed. Run this once as root, then try again:"
        say "    apt-get update && apt-get install -y --no-install-recommends $*"
        exit 1
    fi
    say "Installing $*"
    # env, because sudo does not hand the environment on.
    # shellcheck disable=SC2086
    {
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 </dev/null ||
            stop "apt-get update failed; see above."
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >&2 </dev/null ||
            stop "apt-get install failed; see above."
    }
}

need_swift() {
    found=$(command -v swift || true)
    [ -n "$found" ] || stop "no Swift toolchain on PATH. Swift $least or later is needed: https://www.swift.org/install/linux/"
}

# After the packages: on a bare system the toolchain cannot start without them.
need_recent_swift() {
    version=$(swift --version 2>/dev/null </dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    [ -n "$version" ] || stop "$found does not run: try 'swift --version'. Swift $least or later is needed: https://www.swift.org/install/linux/"
    older=$(printf '%s\n%s\n' "$version" "$least" | sort -V | head -n 1)
    [ "$older" = "$least" ] ||
        stop "$found is Swift $version. Swift $least or later is needed: https://www.swift.org/install/linux/"
}

need_swift
if command -v dpkg-query >/dev/null; then
    # The headers of GNU readline; git and certificates to fetch the dependencies.
    packages="libreadline-dev git ca-certificates"
    # On Debian 12, also what a toolchain from swift.org links with and cannot start without.
    if is_debian_12; then
        packages="$packages binutils libc6-dev libstdc++-12-dev libcurl4 libncurses6 libsqlite3-0 libxml2"
    fi
    # shellcheck disable=SC2086
    missing=$(missing_of $packages)
    if [ "${1-}" = test ] && ! has_pexpect; then
        missing="${missing}python3 python3-pexpect"
    fi
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
else
    say "charley: this is no Debian system, so its packages are not checked. GNU readline's headers are needed."
fi
need_recent_swift
