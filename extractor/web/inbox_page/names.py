r"""Names of dropped files made safe: they stay below the folder, and every system can hold and show them.

``..\..\通知*.docx`` becomes ``通知_.docx``. What a name may hold is the least that Linux, macOS and Windows allow.
Source: Microsoft, Naming Files, Paths, and Namespaces; POSIX NAME_MAX.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from extractor.engine.incoming import wanted
from extractor.model.errors import UsageError
from extractor.rules.pattern.own import own

_FORBIDDEN = own(r'[<>:"|?*]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that nobody sees: controls, directions of writing, halves of pairs, line ends."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_LONGEST = 255  # bytes of one part
_DEEPEST = 16  # folders within each other
_LONGEST_PATH = 1000  # bytes of all parts


class UnfitName(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """There is nothing in the name that a file could be called by, or it belongs to no notice."""

    code = "unfit-name"


def safe(given: str) -> PurePosixPath:
    """The place below the folder for a file that a browser calls ``given``, folders with ``/`` between.

    Raises:
        UnfitName: nothing is left of the name, it is too deep or too long, or readings pass such files over.
    """
    parts = [part for part in given.replace("\\", "/").split("/") if part.strip(". ")]
    if not parts or not all(map(wanted, parts)):
        raise UnfitName(given)
    place = PurePosixPath(*map(_part, parts))
    too_long = len(str(place).encode()) > _LONGEST_PATH
    if len(place.parts) > _DEEPEST or too_long or not all(map(wanted, place.parts)):
        raise UnfitName(given)
    return place


def same(name: str) -> str:
    """A name as it is compared: some systems take 甲.TXT and 甲.txt, or two spellings of é, for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def numbered(place: PurePosixPath, number: int) -> PurePosixPath:
    """A name beside one that is taken: ``通知.docx`` → ``通知（2）.docx``."""
    return place.with_name(_short(place.stem, f"（{number}）{place.suffix}"))


def _part(given: str) -> str:
    seen = "".join(each for each in unicodedata.normalize("NFC", given) if unicodedata.category(each) not in _UNSEEN)
    plain = " ".join(_FORBIDDEN.sub("_", seen).split()).strip(". ")
    named = f"_{plain}" if _RESERVED.match(plain) else plain
    path = PurePosixPath(named or "_")
    return _short(path.stem, path.suffix)


def _short(stem: str, rest: str) -> str:
    """``stem`` cut, character by character, so that the whole name has its bytes."""
    room = max(_LONGEST - len(rest.encode()), 0)
    whole = stem.encode()[:room].decode(errors="ignore") + rest
    return whole.encode()[:_LONGEST].decode(errors="ignore").strip(". ") or "_"
