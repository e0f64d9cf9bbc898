#!/usr/bin/env bash
# A translation that drops or misspells a brace placeholder compiles without a word.
#
# Package:   Babel 2.19.0 (pybabel extract, compile)
# Date:      2026-11-27
# Expected:  extract flags "{share} of {total}" python-brace-format, so compile holds the translation to it as
#            it holds python-format messages to theirs.
# Instead:   The flag is written and never looked at: a translation that loses {share}, or writes {tota1},
#            compiles with exit code 0. The same slip in %(name)s is an error.
# Matters:   In Chinese the order of placeholders often changes, so they are retyped, not copied. A lost
#            one prints a sentence without its figure; a misspelled one fails only when the message is needed.
# reportgen: Its messages use braces, so a test of its own should compare the fields of msgid and msgstr
#            (string.Formatter); the exit code of `pybabel compile` is no check.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'Babel==2.19.0'
cd "$here"

mkdir source
printf '%s\n' '_("{share} of {total}")' '_("%(share)s of %(total)s")' > source/words.py
venv/bin/pybabel --quiet extract --no-location --omit-header -o words.pot source
head='msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"
'
try() {  # what compile says of one flag, message and translation
    printf '%s\n#, %s\nmsgid "%s"\nmsgstr "%s"\n' "$head" "$1" "$2" "$3" > words.po
    local told status=0
    told=$(venv/bin/pybabel --quiet compile -l zh_Hans -i words.po -o words.mo 2>&1) || status=$?
    told=$(sed -n 's/^error: .*po:[0-9]*: //p' <<< "$told")
    echo "$2 -> $3: exits with $status${told:+, $told}"
}
seen=$(
    grep '^#,' words.pot
    try python-brace-format '{share} of {total}' '占{total}'
    try python-brace-format '{share} of {total}' '占{tota1}的{share}'
    try python-format '%(share)s of %(total)s' '占%(tota1)s的%(share)s'
)
recorded='#, python-brace-format
#, python-format
{share} of {total} -> 占{total}: exits with 0
{share} of {total} -> 占{tota1}的{share}: exits with 0
%(share)s of %(total)s -> 占%(tota1)s的%(share)s: exits with 1, unknown named placeholder '"'tota1'"
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
