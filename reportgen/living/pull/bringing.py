"""`pull`: what people changed in files that were built comes home into the content they were built from.

Words by a three-way merge (words_home.py), what is new and gone (structure_home.py), comments as notes, figures as
facts to change (figures_home.py). Files are written all together or not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from reportgen.decimals import exact
from reportgen.languages import LANGUAGES
from reportgen.ledger import Ledger
from reportgen.living.content_side import ContentSide, content_sides
from reportgen.living.pairing import paired
from reportgen.living.pull.edited import Edited, read_edited
from reportgen.living.pull.figures_home import bring_figures
from reportgen.living.pull.home import Home, Review
from reportgen.living.pull.pull_rules import STRUCTURE, WORDS
from reportgen.living.pull.structure_home import Structure
from reportgen.living.pull.tables_home import put_rows
from reportgen.living.pull.words_home import Disputed, Words
from reportgen.messages import Message, msg
from reportgen.outline import all_lines
from reportgen.output_files import put
from reportgen.problems import ChoiceError, ContentError, Place, Problem, in_order, stops
from reportgen.records import record
from reportgen.voice import Voice
from reportgen.word.marked_file import MarkedFile, read_marked
from reportgen.word.ooxml.package_reader import WordPackage, local, open_word
from reportgen.word.reviewed import Thread
from reportgen.word.tracked import settled

Tracked = Literal["all", "accepted"]
"""Which tracked changes count: all, the open ones as if they were accepted; or those that somebody has accepted."""

File = str | PathLike[str]
_OWN = "reportgen"
"""The author of comments that the product itself puts into copies of files."""

_PRODUCT_ROLES = ("body", "lead", "item", "box", "quote", "note", "footnote")
"""The roles of words that a paragraph of its own can be of: none of them tells a paragraph of the product's."""


@record
class Pulled:
    """What a pull made of a content folder.

    `files` are those that it changed, as they are now or would be; `before` the same as they were. `problems` are what
    is left for a person: conflicts, figures, words that no author typed. `told` is what was done beside merging words.
    """

    files: Mapping[Path, bytes]
    before: Mapping[Path, bytes]
    merged: int
    told: tuple[Message | str, ...]
    problems: tuple[Problem, ...]
    disputed: tuple[Disputed, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all came home: no conflict and no changed figure is left."""
        return not stops(self.problems)

    @property
    def diff(self) -> str:
        """What changed in the files, as a unified diff."""
        return "".join(_diff(path, self.before[path], data) for path, data in self.files.items())


def pull(
    files: Sequence[File] | File,
    content: File,
    *,
    tracked: Tracked = "all",
    facts: bool = False,
    dry_run: bool = False,
    template: str | None = None,
) -> Pulled:
    """Bring what people changed in `files` into the content folder, and write it unless `dry_run`.

    ChoiceError where a file holds nothing by which it is known or is another briefing's; ContentError where the content
    cannot be built as it is, or a file is none of Word's; OSError where one cannot be read or written.
    """
    if tracked not in get_args(Tracked):
        raise ChoiceError(msg("tracked: 'all' or 'accepted'"))
    given = [files] if isinstance(files, str | PathLike) else list(files)
    with exact():
        pulled = _pulled([Path(file) for file in given], Path(content), tracked, template, write_facts=facts)
    if dry_run or not pulled.files:
        return pulled
    by_folder: defaultdict[Path, dict[str, bytes]] = defaultdict(dict)
    root = Path(content).resolve()
    for path, data in pulled.files.items():
        by_folder[root][path.resolve().relative_to(root).as_posix()] = data
    modes = {path: path.stat().st_mode for path in pulled.files}
    for folder, named in by_folder.items():
        put(folder, named)
    for path, mode in modes.items():
        path.chmod(mode)
    return pulled


def _pulled(
    files: Sequence[Path], folder: Path, tracked: Tracked, template: str | None, *, write_facts: bool
) -> Pulled:
    reviews = list(_reviews(files, folder, tracked, template))
    home = Home()
    structure, words = Structure(home), Words(home)
    structure.take_out(reviews)
    words.bring(reviews)
    notes = _notes(home, reviews)
    structure.put_in(reviews, notes)
    structure.move(reviews)
    put_rows(home, reviews)
    bring_figures(home, reviews, folder, write=write_facts)
    for review in reviews:
        home.problems += _not_pulled(review)
    changed = {each.path: each.written() for each in home.files.values() if each.changed}
    changed = {path: data for path, data in changed.items() if data != home.files[str(path)].data}
    before = {path: home.files[str(path)].data for path in changed}
    return Pulled(changed, before, words.merged, tuple(home.told), in_order(home.problems), tuple(words.disputed))


# ---- the files ------------------------------------------------------------------------------------


def _reviews(files: Sequence[Path], folder: Path, tracked: Tracked, template: str | None) -> Iterator[Review]:
    """Each file beside the content, as the edition that it is of tells it now."""
    opened = [(read_marked(settled(open_word(path), accept=tracked == "all"), str(path)), path) for path in files]
    carried = [(name, file, _ledgers(file, path)) for name, (file, path) in zip(_names(files), opened, strict=True)]
    sides = content_sides(folder, [ledger for _, _, ledgers in carried for ledger in ledgers], template)
    for name, file, ledgers in carried:
        for ledger in ledgers:
            side = sides(ledger)
            yield Review(_edited(name, file, ledger, side), side, paired(ledger, side.ledger))


def _edited(name: str, file: MarkedFile, ledger: Ledger, side: ContentSide) -> Edited:
    briefing = side.ready.briefing
    voice = Voice(briefing, ledger.languages)

    def bare(fact: str, language: str) -> str:
        known = briefing.facts.get(fact)
        return voice.write(known.quantity, language, form="bare") if known is not None else ""

    return read_edited(name, file, ledger, bare, _product_words(ledger, side))


def _ledgers(file: MarkedFile, path: Path) -> tuple[Ledger, ...]:
    """What a file keeps of itself; of copies that were joined, each once."""
    found = tuple({ledger.file: ledger for ledger in file.ledgers}.values())
    if not found:
        message = msg(
            "{file} does not tell what it was built from: it was built with --sealed, by another program, or what it "
            "carried was lost when it was saved",
            file=path,
        )
        raise ChoiceError(message)
    return found


def _names(files: Sequence[Path]) -> list[str]:
    """What the files are called: by their names, or by more where two have the same; and by who saved them last."""
    names = [path.name for path in files]
    shown = [path.name if names.count(path.name) == 1 else str(path) for path in files]
    authors = [_author(path) for path in files]
    return [f"{name} ({author})" if author else name for name, author in zip(shown, authors, strict=True)]


def _author(path: Path) -> str:
    """Who saved a file last; nobody where it tells nobody."""
    opened: WordPackage = open_word(path)
    if "docProps/core.xml" not in opened.sizes:
        return ""
    said = {local(each): (each.text or "").strip() for each in opened.part("docProps/core.xml")}
    author = said.get("lastModifiedBy", "")
    return "" if author == said.get("creator", "") else author


def _product_words(ledger: Ledger, side: ContentSide) -> frozenset[str]:
    """Words that the product composes into paragraphs which no line of a ledger is: contents, heads, imprints."""
    words = {line.text for line in (*ledger.lines, *side.ledger.lines) if line.role not in _PRODUCT_ROLES}
    for line in all_lines(side.document):
        inlines = getattr(line, "inlines", None) or getattr(line, "text", ())
        if not line.typed:
            words.add("".join(getattr(each, "text", "") for each in inlines))
    for each in ledger.languages:
        words |= set(LANGUAGES[each].words.values())
    for element in side.document.elements:
        words |= {text for _, text in getattr(element, "copies_label", ())}
        for name in ("signers_label", "attachments_label"):
            words |= {text for _, text in getattr(element, name, ())}
    words |= {"".join(getattr(each, "text", "") for each in line.inlines) for line in side.document.short_title}
    filed = (line for element in side.document.elements for line in all_lines(element) if _is_filing(element))
    words |= {"".join(getattr(each, "text", "") for each in getattr(line, "inlines", ())) for line in filed}
    words = {text.replace("\u00a0", " ") for text in words}
    return frozenset(part.strip() for text in words for part in text.split("\n") if len(part.strip()) > 1)


def _is_filing(element: object) -> bool:
    return type(element).__name__ in ("Letterhead", "Closing", "Imprint", "TitleBlock")


# ---- comments ----------------------------------------------------------------------------------------


def _notes(home: Home, reviews: Sequence[Review]) -> dict[tuple[str, int], list[str]]:
    """Put every comment as a note above the text that it is on; those on new paragraphs, by their paragraphs."""
    waiting: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for review in reviews:
        fresh = {paragraph.index for paragraph in review.edited.new}
        for thread in review.edited.threads:
            remarks = [remark for remark in thread.remarks if remark.author != _OWN and remark.text]
            if not remarks:
                continue
            text = "\n".join(_noted(review, thread, remarks))
            if thread.paragraph in fresh:
                waiting[review.name, thread.paragraph] += text.split("\n")
                continue
            spot = _spot_of(home, review, thread)
            if spot is None:
                message = msg(
                    "a comment of {author} stands at no typed text: '{text}'",
                    author=remarks[0].author,
                    text=remarks[0].text,
                )
                where = review.side.ready.briefing.about.id.place
                home.problems.append(WORDS.broken(where, message, msg("see to it in {file}", file=review.name)))
                continue
            home.file(spot[0]).note(spot[1], text)
            place = Place(spot[0], home.file(spot[0]).lines_of(spot[1])[0])
            home.told.append(msg("{place}: a note, from a comment of {author}", place=place, author=remarks[0].author))
    return waiting


def _noted(review: Review, thread: Thread, remarks: Sequence[object]) -> Iterator[str]:
    """A comment and its replies, a line each."""
    paragraph = review.edited.file.paragraphs[thread.paragraph].passage.text
    about = " ".join(paragraph[thread.start : thread.end].split())
    about = about if len(about) <= 60 else about[:59] + "…"
    for number, remark in enumerate(thread.remarks):
        if remark.author == _OWN or not remark.text:
            continue
        who = ", ".join(filter(None, (remark.author, remark.day)))
        said = " ".join(remark.text.split())
        shown = f" “{about}”" if about and not number else ""
        end = " (resolved)" if thread.resolved and not number else ""
        yield f"review: {'→ ' if number else ''}{who}{shown}: {said}{end}"


def _spot_of(home: Home, review: Review, thread: Thread) -> tuple[str, tuple[str | int, ...]] | None:
    """Where the text stands that a comment is on; else the one before it."""
    best: tuple[tuple[int, int], tuple[str, tuple[str | int, ...]]] | None = None
    for line, spot in home.spots(review):
        found = review.edited.lines.get(line.number)
        if found is None:
            continue
        start = (found.span.first, found.span.start)
        if start <= (thread.paragraph, thread.start) and (best is None or start > best[0]):
            best = (start, (spot.file, spot.path))
    return best[1] if best else None


# ---- what stays in the file ------------------------------------------------------------------------------


def _not_pulled(review: Review) -> Iterator[Problem]:
    """Words that no author typed, and what a person made of them."""
    where = review.side.ready.briefing.about.id.place
    for line, now in review.edited.others:
        told = review.now_of.get(line.number)
        if told is not None and told.text.split() == now.split():
            continue
        was = line.text or (told.text if told is not None else "")
        message = msg(
            "{file} says '{now}' where no author typed words (was '{was}')", file=review.name, now=now, was=was
        )
        hint = msg("change the label of the fact, the source or the title that it comes from")
        yield WORDS.broken(where, message, hint)
    for note in review.edited.notes:
        message = msg("{file} has a footnote that no content holds: '{text}'", file=review.name, text=note)
        yield STRUCTURE.broken(where, message, msg("write it into the text, or as the note of a fact"))
    for owner in sorted(review.edited.reshaped):
        message = msg("{file} has the table '{name}' in another shape", file=review.name, name=owner)
        yield STRUCTURE.broken(where, message, msg("merge cells and change columns in the content"))
    for line in review.edited.lines.values():
        for found in line.reworded:
            message = msg(
                "{file} says '{now}' where the fact '{fact}' prints '{was}'",
                file=review.name,
                now=found.text,
                fact=found.figure.fact,
                was=found.figure.text,
            )
            yield WORDS.broken(
                where, message, msg("word the fact otherwise, or print {{fact:bare}} between other words")
            )


def _diff(path: Path, before: bytes, after: bytes) -> str:
    old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (before, after))
    lines = unified_diff(old, new, str(path), str(path))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def problems_now(folder: Path, files: Sequence[Path], template: str | None = None) -> tuple[Problem, ...]:
    """What is wrong with the content after a pull, as the editions of the files are made of it."""
    found: list[Problem] = []
    ledgers = [ledger for path in files for ledger in read_marked(path).ledgers[:1]]
    sides = content_sides(folder, ledgers, template)
    for ledger in {ledger.layout: ledger for ledger in ledgers}.values():
        try:
            sides(ledger)
        except ContentError as error:
            found += error.problems
    return in_order(found)
