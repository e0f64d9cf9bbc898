"""Sentences know how to be said in another language, and every one of them is translated."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale
from babel.lists import format_list

from reportgen.messages import (
    CATALOGUES,
    Message,
    in_quotes,
    listing,
    msg,
    plural,
    preferred,
    said,
    tongue_of,
    wordings,
)
from tests import catalogues
from tests.catalogues import as_mo, as_po, catalogue, extracted, placeholders, po_path, problems

# ---- messages -----------------------------------------------------------------------------


def test_a_message_is_its_english_text() -> None:
    told = msg("{folder} is there already; name a new folder", folder="mine")
    assert told == "mine is there already; name a new folder"
    assert said(told, "en") == told


def test_a_message_is_said_in_chinese_with_its_values_and_the_messages_in_them() -> None:
    told = msg("{count}; nothing was written", count=plural("{count} error", "{count} errors", 2))
    assert told == "2 errors; nothing was written"
    assert said(told, "zh") == "2个错误；未写入任何文件"


@pytest.mark.parametrize(("count", "told"), [(1, "1 error"), (2, "2 errors"), (11, "11 errors")])
def test_a_count_has_the_form_that_english_wants(count: int, told: str) -> None:
    assert plural("{count} error", "{count} errors", count) == told
    assert said(plural("{count} error", "{count} errors", count), "zh") == f"{count}个错误"


def test_what_has_no_translation_is_said_in_english() -> None:
    assert said(msg("nobody {verb} this", verb="says"), "zh") == "nobody says this"
    assert said("plain", "zh") == "plain"
    assert said(msg(""), "zh") == ""
    assert said(msg("no errors"), "eo") == "no errors"  # a language without a catalogue


def test_words_that_are_known_in_each_language_need_no_catalogue() -> None:
    told = msg("{what}: {count}", what=wordings({"en": "growth", "zh": "增速"}), count=msg("no errors"))
    assert (told, said(told, "zh")) == ("growth: no errors", "增速：没有错误")


@pytest.mark.parametrize("count", range(1, 5))
def test_lists_are_joined_as_cldr_joins_them(count: int) -> None:
    items = [*"abcd"][:count]
    for tongue, locale in {"en": "en", **CATALOGUES}.items():
        assert said(listing(items), tongue) == format_list(items, "standard", locale)
        assert said(listing(items, "or"), tongue) == format_list(items, "or", locale)
    comma = Locale.parse("en").list_patterns["standard"]["middle"]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    assert comma == "{0}, {1}"
    assert listing(items, "unit") == ", ".join(items)
    assert said(listing(items, "unit"), "zh") == "、".join(items)


def test_words_that_someone_typed_stand_in_the_marks_of_each_language() -> None:
    told = msg("expected a figure, found {found}", found=in_quotes("ten\n"))
    assert told == "expected a figure, found 'ten\\n'"
    assert said(told, "zh") == "这里要写一个数字，实际是“ten\\n”"
    assert in_quotes("it's") == repr("it's")
    assert said(in_quotes("it's"), "zh") == "“it's”"


def test_what_an_error_says_can_be_said_in_every_language() -> None:
    error = ValueError(msg("no errors"))
    assert said(str(error), "zh") == "没有错误"


@pytest.mark.parametrize(
    "message",
    [
        msg("{count} KB", count=3),
        plural("{count} error", "{count} errors", 2),
        listing([msg("error"), msg("warning")], "or"),
        wordings({"en": "growth", "zh": "增速"}),
    ],
)
def test_a_message_that_was_kept_says_the_same(message: Message) -> None:
    kept = pickle.loads(pickle.dumps(message))
    assert (kept, said(kept, "zh")) == (message, said(message, "zh"))
    assert said(message, "zh") != message or message == "3 KB"


# ---- whose language -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "tongue"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "zh_SG.GB18030", "LC_MESSAGES": "en_US.UTF-8"}, "zh"),
        ({"REPORTGEN_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"REPORTGEN_LANGUAGE": "zh-Hans", "LANG": "en_US.UTF-8"}, "zh"),
        ({"REPORTGEN_LANGUAGE": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_variable_else_of_the_locale(environment: dict[str, str], tongue: str) -> None:
    assert preferred(environment) == tongue


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_no_variable_is_set_windows_and_macos_are_asked(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert preferred({}) == "zh"
    assert preferred({"LANG": "en_US.UTF-8"}) == "en"


@pytest.mark.parametrize(
    ("tag", "tongue"),
    [
        ("zh", "zh"),
        ("ZH_cn", "zh"),
        ("zh-Hans-CN", "zh"),
        ("en_GB.UTF-8", "en"),
        ("zhx", ""),
        ("C.UTF-8", ""),
    ],
)
def test_a_tag_names_a_language_by_its_first_part(tag: str, tongue: str) -> None:
    assert tongue_of(tag) == tongue


# ---- catalogues -----------------------------------------------------------------------------


def test_every_message_of_the_code_is_translated_and_compiled() -> None:
    assert list(problems()) == []


CODE = 'msg("one {thing}", thing=1)\nplural("{count} page", "{count} pages", 2)\n'


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two messages with a catalogue in which all is well."""
    folder = tmp_path / "package"
    for path in (po_path("zh_Hans", folder / "locale"), folder / "code.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "code.py").write_text(CODE, encoding="utf-8")
    write(folder, {"one {thing}": "一个{thing}", "{count} page": "{count}页"})
    assert list(problems(folder, folder / "locale")) == []
    return folder


def write(package: Path, translated: dict[str, str], change: Callable[[catalogues.Steady], None] | None = None) -> None:
    """The catalogues of a package, with these translations."""
    template = extracted(package)
    (package / "locale" / "reportgen.pot").write_bytes(as_po(template))
    told = catalogue("zh_Hans", package / "locale")
    told.update(template, no_fuzzy_matching=True)
    for message in told:
        if isinstance(message.id, str):
            message.string = translated.get(message.id, message.string)
        else:
            message.string = (translated.get(message.id[0], ""),)
    if change:
        change(told)
    path = po_path("zh_Hans", package / "locale")
    path.write_bytes(as_po(told))
    path.with_suffix(".mo").write_bytes(as_mo(told))


def faults(package: Path) -> str:
    return "\n".join(problems(package, package / "locale"))


def test_a_new_message_is_stale_and_missing(package: Path) -> None:
    (package / "code.py").write_text(CODE + 'msg("two")\n', encoding="utf-8")
    assert "reportgen.pot is not what the code says now" in faults(package)
    assert "zh_Hans: not translated: 'two'" in faults(package)


def test_a_message_that_went_is_told(package: Path) -> None:
    (package / "code.py").write_text(CODE.splitlines()[1], encoding="utf-8")
    assert "zh_Hans: the code no longer says this: 'one {thing}'" in faults(package)


def test_a_plural_without_its_form_is_missing(package: Path) -> None:
    write(package, {"{count} page": ""})
    assert "not translated: ('{count} page', '{count} pages')" in faults(package)


def test_a_guess_is_told(package: Path) -> None:
    def doubt(told: catalogues.Steady) -> None:
        message = told["one {thing}"]
        message.flags.add("fuzzy")

    write(package, {"{count} page": "{count}页"}, doubt)
    assert "zh_Hans: not sure (fuzzy): 'one {thing}'" in faults(package)


@pytest.mark.parametrize("translated", ["一个", "一个{things}", "{thing}一个{thing}", "一个{thing}%(other)s"])
def test_other_placeholders_are_told(translated: str, package: Path) -> None:
    write(package, {"one {thing}": translated, "{count} page": "{count}页"})
    assert "zh_Hans: other placeholders: 'one {thing}'" in faults(package)


def test_a_compiled_catalogue_that_is_old_is_told(package: Path) -> None:
    path = po_path("zh_Hans", package / "locale")
    path.write_bytes(path.read_bytes().replace("一个".encode(), "单个".encode()))
    assert faults(package) == "zh_Hans: the .mo is not what the .po compiles to"


def test_catalogues_hold_no_dates_and_no_line_numbers(package: Path) -> None:
    before = {path.name: path.read_bytes() for path in (package / "locale").rglob("reportgen.*")}
    (package / "code.py").write_text("\n\n" + CODE, encoding="utf-8")
    write(package, {"one {thing}": "一个{thing}", "{count} page": "{count}页"})
    assert {path.name: path.read_bytes() for path in (package / "locale").rglob("reportgen.*")} == before
    assert not any(b"Date" in data or b"Babel" in data for data in before.values())


def test_a_sign_for_percent_is_no_placeholder_unless_it_is_one() -> None:
    assert placeholders("5% of {what}, {{braces}}") == ["what"]
    assert placeholders("argument %(argument_name)s: %r") == ["%(argument_name)s", "%s"]
    assert placeholders("不能与参数%s同时使用") == ["%s"]
