"""The words of one paragraph: runs, fields, breaks, signs; what was deleted or hidden stays out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.contents import is_contents_field
from extractor.ingest.docx.names import ALTERNATE, CHOICE, FALLBACK, MATH_TEXT, child, is_on, w
from extractor.ingest.docx.symbols import circled, symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.ingest.docx.package import Element
    from extractor.ingest.docx.reading import Reading

_TEXT, _RUN, _RUN_PROPERTIES, _BOX = w("t"), w("r"), w("rPr"), w("txbxContent")
_VANISH = w("vanish")
_TEXT_BELOW = f".//{_TEXT}"
_LEFT_OUT_CODES = {"del": "changes-left-out", "moveFrom": "changes-left-out"} | dict.fromkeys(
    ("footnoteReference", "endnoteReference"), "notes-left-out"
)
_SKIPPED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rubyPr", "delText",
        "delInstrText", "fldData", "softHyphen", "annotationRef", "footnoteRef", "endnoteRef",
        "commentReference", "pgNum",
    )
)  # fmt: skip


@dataclass(slots=True)
class Inline:
    r"""Walks through one paragraph and collects its words.

    ``pieces`` holds words and, as a number, the page that begins between two of them; in words, ``\n`` is a
    soft line break, ``\t`` a tab. ``boxes`` holds the text boxes anchored here, and if words came before.
    ``fields`` is the stack of open fields: the instruction while it is being read, None in the result.
    """

    reading: Reading
    pieces: list[str | int] = field(default_factory=list)
    boxes: list[tuple[bool, Element]] = field(default_factory=list)
    fields: list[list[str] | None] = field(default_factory=list)
    is_contents: bool = False
    muted: bool = False

    def walk(self, parent: Iterable[Element]) -> None:
        """Collect what stands below ``parent``."""
        for element in parent:
            tag = element.tag
            if tag == _TEXT:
                self.say(element.text or "")
            elif tag not in _SKIPPED:
                _HANDLERS.get(tag, Inline.walk)(self, element)

    def say(self, words: str) -> None:
        """Add words, unless they belong to a field's instruction or are hidden."""
        instruction = next((one for one in reversed(self.fields) if one is not None), None) if self.fields else None
        if instruction is not None:
            instruction.append(words)
        elif self.muted:
            self.reading.left_out["hidden-left-out"] += bool(words.strip())
        elif words:
            self.pieces.append(words)
            if self.reading.pages.fresh and words.strip():
                self.reading.pages.fresh = False

    def run(self, run: Element) -> None:
        """A run, which may be hidden by itself or by its character style."""
        before = self.muted
        if self.reading.hides:
            self.muted = self._hidden(child(run, _RUN_PROPERTIES), before=before)
        self.walk(run)
        self.muted = before

    def _hidden(self, properties: Element | None, *, before: bool) -> bool:
        own = is_on(properties, _VANISH)
        return own if own is not None else before or self.reading.is_hidden(properties)

    def words(self) -> str:
        """What was collected so far."""
        return "".join([piece for piece in self.pieces if isinstance(piece, str)])

    def alternate(self, element: Element) -> None:
        """The same content twice, read once."""
        self.walk(alternative(element))

    def break_(self, element: Element) -> None:
        """A soft line break; a page break also begins a new line."""
        self.say("\n")
        if element.get(w("type")) == "page" and not self.muted:
            self.reading.pages.turn()
            self.pieces.append(self.reading.pages.page)

    def rendered_break(self, _element: Element) -> None:
        """The end of a page, as Word last printed it."""
        self.reading.pages.turn_as_marked()
        self.pieces.append(self.reading.pages.page)

    def field_mark(self, element: Element) -> None:
        """A field's begin, separator or end; a field may stand inside another's instruction or result."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append([])
        elif self.fields and kind == "separate":
            self._note("".join(self.fields[-1] or ()))
            self.fields[-1] = None
        elif self.fields and kind == "end":
            self.say(circled("".join(self.fields.pop() or ())))

    def instruction(self, element: Element) -> None:
        """A piece of a field's instruction, which is never printed."""
        if self.fields and (open_ := self.fields[-1]) is not None:
            open_.append(element.text or "")

    def simple_field(self, element: Element) -> None:
        """A field in one element: its content is the result."""
        self._note(element.get(w("instr"), ""))
        self.walk(element)

    def _note(self, instruction: str) -> None:
        self.is_contents |= is_contents_field(instruction)

    def sign(self, element: Element) -> None:
        """A glyph of a symbol font."""
        code = element.get(w("char"), "")
        if re.fullmatch("[0-9A-Fa-f]{1,5}", code):
            self.say(symbol(int(code, 16), element.get(w("font"), "")))

    def left_out(self, element: Element) -> None:
        """Deleted or moved away, or the mark of a note: counted, not read."""
        self.reading.left_out[_LEFT_OUT_CODES[element.tag.rpartition("}")[2]]] += 1

    def picture(self, element: Element) -> None:
        """A drawing: its text boxes are read, the picture itself is not."""
        self.reading.pictures += 1
        self.walk(element)

    def box(self, element: Element) -> None:
        """A text box: its paragraphs stand before the paragraph it is anchored to, or after words of it."""
        if not self.muted:
            written = any(isinstance(piece, str) and not piece.isspace() for piece in self.pieces)
            self.boxes.append((written, element))


def _says(words: str) -> Callable[[Inline, Element], None]:
    return lambda inline, _element: inline.say(words)


_HANDLERS: dict[str, Callable[[Inline, Element], None]] = {
    _RUN: Inline.run,
    ALTERNATE: Inline.alternate,
    MATH_TEXT: lambda inline, element: inline.say(element.text or ""),
    _BOX: Inline.box,
    w("tab"): _says("\t"),
    w("ptab"): _says("\t"),
    w("cr"): _says("\n"),
    w("noBreakHyphen"): _says("-"),
    w("br"): Inline.break_,
    w("lastRenderedPageBreak"): Inline.rendered_break,
    w("fldChar"): Inline.field_mark,
    w("instrText"): Inline.instruction,
    w("fldSimple"): Inline.simple_field,
    w("sym"): Inline.sign,
    w("drawing"): Inline.picture,
    w("pict"): Inline.picture,
    w("object"): Inline.picture,
} | {w(name): Inline.left_out for name in _LEFT_OUT_CODES}


def alternative(alternate: Element) -> Iterable[Element]:
    """The same content for newer and older programs: the newer one if it has words, else the older."""
    branches = [branch for branch in alternate if branch.tag in {CHOICE, FALLBACK}]
    wordy = [branch for branch in branches if branch.find(_TEXT_BELOW) is not None]
    chosen = wordy or branches
    return chosen[0] if chosen else ()
