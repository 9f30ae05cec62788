"""The words of one paragraph: its runs without what is deleted, hidden, an instruction or a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.ingest.doc.fields import Fields
    from extractor.ingest.doc.story import Run
    from extractor.ingest.doc.walk import Walk

_PLAIN = own("[^\x01-\x08\x0b-\x1f\uf000-\uf0ff]+")
_PICTURES = "\x01\x08"
_NOTE, _LINE, _PAGE, _COLUMN, _FIELD_END, _HYPHEN = "\x02", "\x0b", "\x0c", "\x0e", "\x15", "\x1e"
_SURROGATE = own("[\ud800-\udfff]")


@dataclass(slots=True)
class Words:
    r"""Collects the words of a paragraph.

    ``pieces`` holds words and, as a number, the page that begins between two of them; in words, ``\n`` is a
    soft line break, ``\t`` a tab. ``drawings`` holds their places, and if words came before each; ``dropped``
    the places of those that are deleted or hidden.
    """

    walk: Walk
    fields: Fields
    pieces: list[str | int] = field(default_factory=list)
    drawings: list[tuple[int, bool]] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    written: bool = False

    def add(self, run: Run) -> None:
        """The words of a run."""
        if run.look.deleted or run.look.hidden:
            self.dropped += (run.start + at for at, sign in enumerate(run.text) if sign in _PICTURES)
        if run.look.deleted:
            self.walk.left_out["changes-left-out"] += bool(run.text.strip())
            return
        for start, end in self.fields.printed(run.start, run.start + len(run.text)):
            self._printed(run, start, run.text[start - run.start : end - run.start])

    def _printed(self, run: Run, start: int, text: str) -> None:
        if run.look.symbol:
            font, code = run.look.symbol
            self.say(self.walk.sign(code, font) * len(text), run)
            return
        at = 0
        while at < len(text):
            plain = _PLAIN.match(text, at)
            if plain:
                self.say(plain[0], run)
                at = plain.end()
            else:
                self._sign(run, start + at, text[at])
                at += 1

    def _sign(self, run: Run, place: int, sign: str) -> None:
        """A character with a meaning of its own; what has none, such as a soft hyphen, is not printed."""
        if sign in {_LINE, _COLUMN}:
            self.say("\n", run)
        elif sign == _PAGE:
            self._turn(run)
        elif sign == _FIELD_END:
            self.say(self.fields.shown.get(place, ""), run)
        elif sign == _HYPHEN:
            self.say("-", run)
        elif sign in _PICTURES and not run.look.hidden:
            self.walk.pictures += 1
            self.drawings.append((place, self.written))
        elif sign == _NOTE:
            self.walk.left_out["notes-left-out"] += run.look.special
        elif sign >= " ":
            self.say(self.walk.sign(ord(sign), run.look.font), run)

    def _turn(self, run: Run) -> None:
        """A page break also begins a new line."""
        self.say("\n", run)
        if not run.look.hidden:
            self.walk.pages.turn()
            self.pieces.append(self.walk.pages.page)

    def say(self, words: str, run: Run) -> None:
        """Add words, unless they are hidden."""
        if run.look.hidden:
            self.walk.left_out["hidden-left-out"] += bool(words.strip())
        elif words:
            self.pieces.append(words)
            self.written |= bool(words.strip())
            self.walk.pages.fresh &= not words.strip()

    def words(self) -> str:
        """What was collected so far."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    def finished(self) -> list[str | int]:
        """The pieces, with characters outside the basic plane put together again."""
        return [_whole(piece) if isinstance(piece, str) else piece for piece in self.pieces]


def _whole(words: str) -> str:
    """Two UTF-16 units of one character joined; a half without its other half is no character."""
    if not _SURROGATE.search(words):
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
