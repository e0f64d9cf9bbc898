#!/usr/bin/env bash
# An untranslated plural counts as translated, hides the fallback catalogue and says "3 error".
#
# Package:   Babel 2.19.0 (pybabel compile, babel.messages.mofile), gettext of the standard library
# Date:      2026-11-27
# Expected:  An entry whose every msgstr is empty is left out of the .mo, as an untranslated message without a
#            plural is; `compile --statistics` counts it as open; ngettext asks the fallback catalogue, else
#            picks the English form by the number.
# Instead:   The statistics say 100%. The .mo holds the English *singular* as the one Chinese form, since Chinese
#            has one form and the place of form 0 is filled with the msgid. So every number gets "{n} error",
#            and a fallback catalogue that has the Chinese is never asked.
# Matters:   A gate on "100% translated" passes, and readers of Chinese see broken English that no reader of
#            English ever sees.
# reportgen: The test of its catalogues should read the .po and want every msgstr[n] filled, not count by the
#            statistics.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'Babel==2.19.0'
cd "$here"

cat > words.po <<'CODE'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: zh_Hans\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "{n} error"
msgid_plural "{n} errors"
msgstr[0] ""
CODE
sed 's/msgstr\[0\] ""/msgstr[0] "{n}处错误"/' words.po > fallback.po
sed 's/msgid_plural.*/msgstr ""/; /msgstr\[0\]/d' words.po > plain.po
for name in words plain fallback; do
    venv/bin/pybabel compile --statistics -l zh_Hans -i "$name.po" -o "$name.mo" 2>&1 |
        sed -n 's/ in .*//p' > "$name.said"
done
seen=$(
    echo "with a plural: $(grep of words.said)"
    echo "without one:   $(grep of plain.said)"
    venv/bin/python - <<'CODE'
from gettext import GNUTranslations

words, fallback = (GNUTranslations(open(name, "rb")) for name in ("words.mo", "fallback.mo"))
words.add_fallback(fallback)
for number in (1, 3):
    print(words.ngettext("{n} error", "{n} errors", number).format(n=number))
print("the fallback has:", fallback.ngettext("{n} error", "{n} errors", 3))
CODE
)
recorded='with a plural: 1 of 1 messages (100%) translated
without one:   0 of 1 messages (0%) translated
1 error
3 error
the fallback has: {n}处错误'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
