#!/usr/bin/env bash
# A catalogue in the folder zh_Hans, the name CLDR gives, is found for no Chinese system locale; one in zh is
# found for Taiwan too.
#
# Package:   Babel 2.19.0 (negotiate_locale, Translations.load), gettext of the standard library
# Date:      2026-11-27
# Expected:  Babel knows that zh_CN is zh_Hans_CN (Locale.parse says so) and uses it: of the catalogues zh_Hans
#            and en a user of zh_CN gets zh_Hans, and one of zh_TW is not given simplified Chinese silently.
# Instead:   negotiate_locale compares the whole name, then the language alone. zh_CN, zh_SG and even zh_Hans_CN
#            get neither zh_Hans nor en, so the program falls back; a catalogue named zh goes to zh_TW as well.
#            gettext cuts at the first underscore: zh_Hans_CN is looked for as zh_Hans_CN and zh, never zh_Hans.
# Matters:   The usual Chinese locale is zh_CN.UTF-8. The program that is fully translated speaks English.
# reportgen: Where it chooses the language of its messages it should map the locale itself (Locale.parse, then
#            the script: Hans means zh_Hans) and hand gettext the name of the folder; what a reader of zh_Hant is
#            given should be a choice written down, not an accident of names.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'Babel==2.19.0'
cd "$here"

for folder in zh_Hans zh; do
    mkdir -p "$folder-only/$folder/LC_MESSAGES"
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Chart"\nmsgstr "图表"\n' > words.po
    venv/bin/pybabel --quiet compile -l "$folder" -i words.po -o "$folder-only/$folder/LC_MESSAGES/messages.mo"
done
seen=$(venv/bin/python - <<'CODE'
import gettext
from babel import Locale, negotiate_locale
from babel.support import Translations

for locale in ("zh_CN", "zh_Hans_CN", "zh_SG", "zh_TW"):
    known = Locale.parse(locale)
    print(f"{locale} is {known.language}_{known.script}:", end=" ")
    for folder in ("zh_Hans", "zh"):
        chosen = negotiate_locale([locale], [folder, "en"])
        found = gettext.find("messages", f"{folder}-only", [locale]) is not None
        said = Translations.load(f"{folder}-only", [locale]).gettext("Chart")
        print(f"of {folder} and en {chosen}, gettext {'finds' if found else 'misses'} it, said {said};", end=" ")
    print()
CODE
)
seen=$(sed 's/ *$//' <<< "$seen")
recorded='zh_CN is zh_Hans: of zh_Hans and en None, gettext misses it, said Chart; of zh and en zh, gettext finds it, said 图表;
zh_Hans_CN is zh_Hans: of zh_Hans and en None, gettext misses it, said Chart; of zh and en zh, gettext finds it, said 图表;
zh_SG is zh_Hans: of zh_Hans and en None, gettext misses it, said Chart; of zh and en zh, gettext finds it, said 图表;
zh_TW is zh_Hant: of zh_Hans and en None, gettext misses it, said Chart; of zh and en zh, gettext finds it, said 图表;'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
