#!/bin/sh
# Brings the window's translations up to date with its sources and compiles them.
#
#   sh packaging/build_translations.sh
#
# New texts appear in cjm_ru.ts without a translation: fill them in and run this again. The compiled
# files are kept beside them, so that a checkout and a wheel speak Russian without Qt's tools.
set -eu

cd "$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)"
bin=.venv/bin
folder=resources/translations
sources=$(find cjm_desktop/ui cjm_desktop/app.py -name '*.py' | LC_ALL=C sort)
mkdir -p "$folder"
# shellcheck disable=SC2086  # a list of names
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -source-language en \
    -target-language ru $sources -ts "$folder/cjm_ru.ts"
# English needs its plurals only: every other text is what stands in the sources.
# shellcheck disable=SC2086
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -source-language en \
    -target-language en -pluralonly $sources -ts "$folder/cjm_en.ts"
for language in ru en; do
    "$bin/pyside6-lrelease" -silent "$folder/cjm_$language.ts"
done
