"""The control words of RTF by what they mean to a reader of its text."""

from __future__ import annotations

PASSED_OVER = frozenset(
    (
        "colortbl", "stylesheet", "info", "pict", "object", "nonshppict", "shprslt", "sp", "nesttableprops",
        "footnote",
        "ftnsep", "ftnsepc", "aftnsep", "pgdsctbl", "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend",
        "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "xmlnstbl",
        "latentstyles", "datastore",
    )
)  # fmt: skip
"""Destinations that are no part of the text."""

BESIDE = frozenset(f"{kind}{pages}" for kind in ("header", "footer") for pages in ("", "l", "r", "f"))
"""Destinations of what stands on every page beside the text."""

COUNTED = {"footnote": "notes-left-out", "annotation": "notes-left-out", "pict": "pictures", "object": "part-not-read"}
"""By which code those are counted that a reader may miss."""

KNOWN_AFTER_STAR = frozenset(("fldinst", "shpinst", "listtext", "pntext", "shptxt"))
r"""Destinations marked as ``\*`` that are read all the same."""

SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "\u2018", "rquote": "\u2019",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "~": "\u00a0", "_": "-", "\t": "\t",
    "emspace": "\u3000", "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""Words that stand for a character."""

ENDS = frozenset(("par", "sect", "page", "\n", "\r", "nestcell", "nestrow"))
"""Words that end a paragraph."""
