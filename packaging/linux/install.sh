#!/bin/sh
# Makes the desktop know CJM Desktop: menu entry, file type of *.cjm, icon. For this user only.
#
#   sh packaging/linux/install.sh COMMAND     COMMAND starts the program, e.g. a path to cjm-desktop
#   sh packaging/linux/install.sh --remove
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/cjm-desktop.desktop
type=$data/mime/packages/cjm-desktop.xml
icon=$data/icons/hicolor/scalable/apps/cjm-desktop.svg

refresh() {
    if command -v update-mime-database >/dev/null; then
        update-mime-database "$data/mime"
    fi
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database "$data/applications"
    fi
}

case "${1:-}" in
    --remove)
        rm -f "$entry" "$type" "$icon"
        ;;
    "" | -*)
        echo "usage: sh packaging/linux/install.sh COMMAND | --remove" >&2
        exit 2
        ;;
    *)
        # A menu stands in no folder of ours: a path is written whole.
        if ! found=$(command -v -- "$1"); then
            echo "There is no program $1." >&2
            exit 2
        fi
        case $found in
            /*) ;;
            *) found=$PWD/$found ;;
        esac
        mkdir -p "${entry%/*}" "${type%/*}" "${icon%/*}"
        # A quoted path, with the two signs that sed and the entry would read as their own escaped.
        command=$(printf '%s' "$found" | sed 's/[\\&|]/\\&/g')
        sed -e "s|^Exec=.*|Exec=\"$command\" %F|" -e '/^TryExec=/d' \
            "$here/cjm-desktop.desktop" >"$entry"
        cp "$here/cjm-desktop.mime.xml" "$type"
        cp "$here/../../resources/icons/app.svg" "$icon"
        ;;
esac
mkdir -p "$data/mime/packages" "$data/applications"
refresh
