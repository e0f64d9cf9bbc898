#!/usr/bin/env bash
# A message that comes back after an update has lost its translation, though the catalogue still holds it.
#
# Package:   Babel 2.19.0 (pybabel update)
# Date:      2026-11-27
# Expected:  Obsolete entries (#~) are kept so that a message which comes back gets its translation again, as
#            msgmerge of GNU gettext does.
# Instead:   The message comes back with an empty msgstr, not even fuzzy, and the catalogue holds its msgid twice:
#            once open, once as #~ with the right translation.
# Matters:   A branch that takes a message out and its revert cost the Chinese, and nothing says so but a count.
# reportgen: CI should want zh_Hans complete, so that this shows; and CONTRIBUTING.md should say that an update may
#            leave the old translation below as #~.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'Babel==2.19.0'
cd "$here"

head='msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: zh_Hans\n"
"Plural-Forms: nplurals=1; plural=0;\n"
'
printf '%s\nmsgid "Chart"\nmsgstr "图表"\n\nmsgid "The unit is missing."\nmsgstr "缺少单位。"\n' "$head" > words.po
printf '%s\nmsgid "Chart"\nmsgstr ""\n' "$head" > without.pot
printf '%s\nmsgid "Chart"\nmsgstr ""\n\nmsgid "The unit is missing."\nmsgstr ""\n' "$head" > with.pot
for template in without with; do
    venv/bin/pybabel --quiet update --omit-header -l zh_Hans -i "$template.pot" -o words.po
done
seen=$(grep -v '^$' words.po)
recorded='msgid "Chart"
msgstr "图表"
msgid "The unit is missing."
msgstr ""
#~ msgid "The unit is missing."
#~ msgstr "缺少单位。"'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
