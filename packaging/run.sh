#!/bin/sh
# Sets CJM Desktop up on first use and opens the editor; --help says the rest.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv
python=$venv/bin/python

# say ENGLISH RUSSIAN: one sentence on standard error, in the language of the environment.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        ru*) printf '%s\n' "$2" >&2 ;;
        *) printf '%s\n' "$1" >&2 ;;
    esac
}

show_help() {
    say "Sets CJM Desktop up on first use and opens the editor.

    sh packaging/run.sh [FILE.cjm...]   opens maps; without a display it exports the poster
                                        of the sample map and says where it is
    sh packaging/run.sh test [ARG...]   runs the tests; arguments go to pytest
    sh packaging/run.sh setup           sets up for tests and does nothing else

Everything goes into .venv beside this folder. System packages are installed only as root or with
a password-less sudo; otherwise the line to run is printed, and the exit code is 3.
The same without a window, once it is set up: .venv/bin/cjm --help" \
        "Готовит CJM Desktop при первом запуске и открывает редактор.

    sh packaging/run.sh [ФАЙЛ.cjm...]   открывает карты; без экрана выгружает плакат
                                        карты-примера и говорит, где он
    sh packaging/run.sh test [АРГ...]   выполняет тесты; аргументы получает pytest
    sh packaging/run.sh setup           только готовит всё для тестов

Всё ставится в .venv рядом с этой папкой. Пакеты системы ставятся только от имени root или если
sudo не спрашивает пароль; иначе скрипт печатает нужную строку и завершается с кодом 3.
То же без окна, когда всё готово: .venv/bin/cjm --help" 2>&1
}

# apt ARG...: apt-get with the rights that may_install has found.
apt() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >&2
    else
        sudo -n DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >&2
    fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

# install_packages PACKAGE...: exits 3 with the line to run when it cannot.
install_packages() {
    if may_install; then
        say "Installing system packages: $*" "Ставлю пакеты системы: $*"
        # One broken source fails the update while the packages may still be had from the others.
        apt update || say "apt-get update failed; going on." "apt-get update не удался; продолжаю."
        if apt install -y --no-install-recommends "$@"; then
            return 0
        fi
    fi
    say "System packages are missing. Please run this and start again:" \
        "Не хватает пакетов системы. Выполните эту строку и запустите снова:"
    printf '    sudo apt-get update && sudo apt-get install -y %s\n' "$*" >&2
    exit 3
}

# good_python COMMAND: Python 3.11 or newer that can make a virtual environment.
good_python() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c '
import sys
sys.version_info >= (3, 11) or sys.exit(1)
import ensurepip, venv' 2>/dev/null
}

find_python() {
    for candidate in ${CJM_PYTHON:+"$CJM_PYTHON"} python3.13 python3.12 python3.11 python3; do
        if good_python "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    if [ -x "$python" ] && "$python" -c 'import pip' 2>/dev/null; then
        return 0
    fi
    if ! found=$(find_python); then
        install_packages python3 python3-venv
        found=$(find_python) || {
            say "CJM Desktop needs Python 3.11 or newer with the venv module; CJM_PYTHON names another one." \
                "CJM Desktop нужен Python 3.11 или новее с модулем venv; другой можно указать в CJM_PYTHON."
            exit 3
        }
    fi
    "$found" -m venv --clear "$venv"
}

# What the set-up depends on; a moved folder or another Python sets up again.
stamp_text() {
    printf '%s %s\n' "$root" "$("$python" -V 2>&1)"
    cksum <"$root/pyproject.toml"
    cksum <"$root/packaging/constraints.txt"
}

# set_up NAME REQUIREMENT: the stamp is written only after everything has succeeded.
set_up() {
    make_venv
    # The tests' set-up holds all that running needs.
    for stamp in "$venv/cjm-stamp-test" "$venv/cjm-stamp-$1"; do
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(stamp_text)" ]; then
            return 0
        fi
    done
    rm -f "$stamp"
    say "Setting up in $venv: once, for about a minute" \
        "Готовлю окружение в $venv: один раз, около минуты"
    "$python" -m pip install -q --disable-pip-version-check \
        -c "$root/packaging/constraints.txt" -e "$root$2" >&2
    stamp_text >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

# preflight [ARG...]: asks which system libraries Qt lacks here and installs them.
preflight() {
    packages=$("$python" -m cjm_desktop.preflight --packages "$@")
    if [ -n "$packages" ]; then
        # shellcheck disable=SC2086  # a list of names
        install_packages $packages
    fi
}

# export_sample: always to the same place, so that nothing piles up.
export_sample() {
    folder=${XDG_CACHE_HOME:-${HOME:-$venv}/.cache}/cjm-desktop/sample
    mkdir -p "$folder"
    "$venv/bin/cjm" new "$folder/sample.cjm" --template sample-b2b --force
    "$venv/bin/cjm" export "$folder/sample.cjm" "$folder/sample.pdf" --paper A0
    say "The sample map is $folder/sample.cjm, its poster $folder/sample.pdf" \
        "Пример карты: $folder/sample.cjm, её плакат: $folder/sample.pdf"
}

open_editor() {
    set_up run ""
    preflight
    status=0
    "$python" -m cjm_desktop.preflight || status=$?
    case $status in
        0) exec "$venv/bin/cjm-desktop" "$@" ;;
        4) export_sample ;;
        *) exit "$status" ;;
    esac
}

# screen_for_tests: some tests drive the real program on a screen of their own (Xvfb, xdotool).
# Where they cannot be had those tests are skipped and say so.
screen_for_tests() {
    # No display is asked for, so that only the libraries of X11 can be found missing.
    wanted=$(env -u WAYLAND_DISPLAY DISPLAY=none "$python" -m cjm_desktop.preflight --packages)
    command -v Xvfb >/dev/null 2>&1 || wanted="$wanted xvfb"
    command -v xdotool >/dev/null 2>&1 || wanted="$wanted xdotool"
    if [ -n "$wanted" ] && may_install; then
        # shellcheck disable=SC2086  # a list of names
        (install_packages $wanted) || true
    fi
}

set_up_tests() {
    set_up test "[test]"
    preflight --no-window
    screen_for_tests
}

# memory_for_tests: temporary files lie in memory where there is room for them, because the suite
# waits as long for the disk as it computes. What is promised about real disks is tried by
# tests/torture, whose long forms are run elsewhere.
memory_for_tests() {
    free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 {print $4}')
    [ "${free:-0}" -ge 4000000 ] && TMPDIR=$(mktemp -d /dev/shm/cjm-XXXXXX) || return 0
    # A test looks at its files as somebody else who may not change them.
    chmod 755 "$TMPDIR"
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
    trap 'exit 1' HUP INT TERM
}

# run_tests [ARG...]: everything without arguments; what measures time comes last and by itself.
run_tests() {
    if [ $# -gt 0 ]; then
        exec "$python" -m pytest "$@"
    fi
    # Many tests start the program anew: it is compiled once for all of them.
    unset PYTHONDONTWRITEBYTECODE
    "$python" -m compileall -q cjm_desktop
    # What waits for somebody to answer ends with a picture of where, not with the patience of CI.
    (
        memory_for_tests
        "$python" -m pytest --numprocesses auto --dist worksteal --ignore tests/benchmarks \
            -o faulthandler_timeout=100 -o faulthandler_exit_on_timeout=true
    )
    exec "$python" -m pytest tests/benchmarks
}

case "${1:-}" in
    test)
        shift
        set_up_tests
        cd "$root"
        run_tests "$@"
        ;;
    -h | --help)
        show_help
        ;;
    setup)
        set_up_tests
        ;;
    *)
        open_editor "$@"
        ;;
esac
