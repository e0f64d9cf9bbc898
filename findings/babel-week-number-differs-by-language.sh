#!/usr/bin/env bash
# One day falls in one week in the Chinese edition and in another in the English one.
#
# Package:   Babel 2.19.0 (CLDR week data behind format_date and format_skeleton)
# Date:      2026-11-27
# Expected:  The number of a week is a figure, not a way of writing it: 2027-01-01 is in week 53 of 2026 by
#            ISO 8601, which Chinese practice follows, whatever the language is.
# Instead:   The numbering follows the locale's territory. zh_Hans_CN begins weeks on Monday and makes the week of
#            1 January week 1; en_GB wants four days for week 1; en_US begins on Sunday. zh_Hans_CN and en_US
#            disagree on every Sunday; through the whole of 2027 zh_Hans_CN is a week ahead of en_GB and of ISO.
#            A language without a territory is silently something else again: en is as zh_Hans_CN, not as en_US.
# Matters:   第46周 and "week 45" in two editions of one weekly report, each right by its own calendar.
# reportgen: It writes no weeks today. If it does, they come from date.isocalendar(), once, before any language is
#            chosen; CLDR may word a week but never count it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'Babel==2.19.0'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
from datetime import date, timedelta
from babel.dates import format_date, format_skeleton

LOCALES = ("zh_Hans_CN", "en", "en_GB", "en_US")
week = lambda day, locale: format_date(day, "YYYY-'W'ww", locale=locale)
iso = lambda day: "{0}-W{1:02}".format(*day.isocalendar())
for day in (date(2026, 11, 1), date(2027, 1, 1), date(2027, 11, 10)):
    print(day, "ISO", iso(day), *(f"{locale} {week(day, locale)}" for locale in LOCALES))
print(format_skeleton("yw", date(2027, 11, 10), locale="zh_Hans_CN"), "/",
      format_skeleton("yw", date(2027, 11, 10), locale="en_GB"))
for year in (2026, 2027):
    days = [date(year, 1, 1) + timedelta(n) for n in range(365)]
    told = {name: [week(day, name) for day in days] for name in LOCALES} | {"ISO": [iso(day) for day in days]}
    for other in ("en_GB", "en_US", "ISO"):
        print(year, "zh_Hans_CN and", other, "differ on", sum(map(str.__ne__, told["zh_Hans_CN"], told[other])), "days")
CODE
)
recorded='2026-11-01 ISO 2026-W44 zh_Hans_CN 2026-W44 en 2026-W44 en_GB 2026-W44 en_US 2026-W45
2027-01-01 ISO 2026-W53 zh_Hans_CN 2027-W01 en 2027-W01 en_GB 2026-W53 en_US 2027-W01
2027-11-10 ISO 2027-W45 zh_Hans_CN 2027-W46 en 2027-W46 en_GB 2027-W45 en_US 2027-W46
2027年第46周 / week 45 of 2027
2026 zh_Hans_CN and en_GB differ on 4 days
2026 zh_Hans_CN and en_US differ on 52 days
2026 zh_Hans_CN and ISO differ on 4 days
2027 zh_Hans_CN and en_GB differ on 365 days
2027 zh_Hans_CN and en_US differ on 52 days
2027 zh_Hans_CN and ISO differ on 365 days'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
