r"""Walk through the tokens of an RTF: what is text, what is only said about it, and what is left out.

Groups inherit how their text looks and stands from the group around them. A group may be a destination:
``{\fonttbl …}``, ``{\footnote …}``; those that are not part of the text are passed over, unknown ones
(``{\*\…}``) too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractor.ingest.rtf.fonts import Fonts
from extractor.ingest.rtf.group import Group
from extractor.ingest.rtf.rows import RowDefinition
from extractor.ingest.rtf.story import Story
from extractor.ingest.rtf.words import BESIDE, COUNTED, ENDS, KNOWN_AFTER_STAR, PASSED_OVER, SIGNS

if TYPE_CHECKING:
    from extractor.ingest.docx.body import Block
    from extractor.ingest.rtf.tokens import Token

_WHOLE = 0x10000


@dataclass(slots=True)
class Reader:
    """Reads tokens into ``story`` and ``headers``, footers with them; ``left_out`` counts by code what is neither."""

    story: Story
    fonts: Fonts = field(default_factory=Fonts)
    left_out: Counter[str] = field(default_factory=Counter)
    groups: list[Group] = field(default_factory=lambda: [Group()])
    raw: bytearray = field(default_factory=bytearray)
    headers: list[Block] = field(default_factory=list)
    starred: bool = False
    owed: int = 0

    @property
    def here(self) -> Group:
        """The innermost group."""
        return self.groups[-1]

    def read(self, token: Token) -> None:
        """Take up one token."""
        if not token.word:
            self._bytes(token.data)
            return
        self._flush()
        starred, self.starred = self.starred, token.word == "*"
        if token.word == "{":
            self.groups.append(replace(self.here, outer=None, beside=False))
        elif token.word == "}":
            self._close()
        elif token.word != "*":
            self._word(token.word, token.number, unknown_ends=starred)

    def finish(self) -> None:
        """The end of the file; open groups are closed."""
        self._flush()
        while len(self.groups) > 1:
            self._close()

    def _bytes(self, data: bytes) -> None:
        """Text, less the characters that stand in for a Unicode character before them."""
        passed = min(self.owed, len(data))
        self.owed -= passed
        self.raw += data[passed:]

    def _flush(self) -> None:
        if self.raw:
            text = self.raw.decode(self.fonts.encoding(self.here.font), "replace")
            self.raw = bytearray()
            self._say(text)

    def _say(self, text: str) -> None:
        group = self.here
        if group.place == "fldinst":
            group.field.append(text)
        elif group.silent or group.place == "fonttbl":
            return
        elif group.hidden or group.deleted:
            self.left_out["changes-left-out" if group.deleted else "hidden-left-out"] += bool(text.strip())
        else:
            self.story.words.append(text)

    def _close(self) -> None:
        if len(self.groups) == 1:
            return
        closed = self.groups.pop()
        self.owed = 0
        if closed.outer is not None:
            kept = self.headers if closed.beside else closed.outer.boxes
            kept += self.story.finished()
            self.story = closed.outer

    def _word(self, word: str, number: int | None, *, unknown_ends: bool) -> None:
        if word == "u":
            self._say(chr((number or 0) % _WHOLE))
            self.owed = self.here.fallback
        elif word in SIGNS:
            self._say(self._sign(word))
        elif unknown_ends and word not in KNOWN_AFTER_STAR:
            self.here.silent = True
        elif not self._destination(word) and not self._look(word, number) and not self.here.silent:
            self._structure(word, number)

    def _sign(self, word: str) -> str:
        """The blank after an automatic number is none in Chinese: 一、总体要求."""
        if word == "tab" and self.here.place == "label":
            before = self.story.words[-1].rstrip()[-1:] if self.story.words else ""
            return "" if before in ("、", "）", "．") else " "
        return SIGNS[word]

    def _destination(self, word: str) -> bool:
        """Whether ``word`` says what its group is for."""
        group = self.here
        if word in PASSED_OVER:
            self.left_out[COUNTED.get(word, "")] += not group.silent
            group.silent = True
        elif word in ("listtext", "pntext"):
            group.place = "label"
        elif word in ("fonttbl", "fldinst"):
            group.place = word
        elif word == "field":
            group.field = []
        elif word == "fldrslt":
            group.place = ""
            group.silent = group.silent or "".join(group.field).split()[:1] == ["TOC"]
            self.left_out["contents-left-out"] += "".join(group.field).split()[:1] == ["TOC"]
        elif (word == "shptxt" or word in BESIDE) and not group.silent:
            group.beside = word in BESIDE
            group.outer, self.story = self.story, Story(self.story.name)
        else:
            return False
        return True

    def _look(self, word: str, number: int | None) -> bool:
        """Whether ``word`` says how text looks: its font, its fallbacks, hidden or deleted."""
        group = self.here
        if word == "f":
            group.font = number or 0
        elif word == "fcharset" and group.place == "fonttbl":
            self.fonts.charsets[group.font] = number or 0
        elif word == "ansicpg":
            self.fonts.set_codepage(number or 0)
        elif word == "uc":
            group.fallback = max(0, min(number if number is not None else 1, 8))
        elif word == "v":
            group.hidden = number != 0
        elif word == "deleted":
            group.deleted = number != 0
        elif word == "plain":
            group.hidden = group.deleted = False
        else:
            return False
        return True

    def _structure(self, word: str, number: int | None) -> None:
        """Ends of paragraphs, cells and rows, and what is said of them."""
        story = self.story
        if word in ENDS:
            story.end_paragraph(in_table=self.here.in_table)
        elif word == "cell":
            story.end_cell()
        elif word == "row":
            story.end_row()
        elif word == "pard":
            self.here.in_table = False
        elif word == "intbl":
            self.here.in_table = True
        elif word == "trowd":
            story.defined = RowDefinition()
        elif word == "trleft":
            story.defined.left = number or 0
        elif word == "cellx":
            story.defined.end_cell(number or 0)
        else:
            story.defined.merge(word)
