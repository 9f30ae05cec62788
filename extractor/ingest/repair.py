"""Mend one line of text: invisible characters, radicals, and blanks that only the layout put there."""

from __future__ import annotations

import re

from extractor.model.fold import fold_radicals
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own

HAN = "〇々\u3400-\u9fff\U00020000-\U0003ffff"
_WORD = "A-Za-z\uff21-\uff3a\uff41-\uff5a\\d"  # Latin letters and digits of either width
_BLANKS = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\n\x85\u2028\u2029"
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
)
_RADICALS = "\u2e80-\u2fdf\uf900-\ufaff\uff61\uff64"  # and the half-width 。、
_SUSPECT = own(f"[{_BLANKS}{_INVISIBLE}{_RADICALS}]")
_EDGES = "\t \u00a0\u1680\u202f\u205f\u3000\n\x85\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))
_GONE = own(f"[{_INVISIBLE}]")
_BLANK = own(f"[{_BLANKS}]")

_OPENERS = "（《〈“\u2018【\u3014「『﹝"
_CLOSERS = "）》〉”\u2019】\u3015」』﹞"
_STOPS = "，。、；：！？…"
# Every alternative is a place where the blank says nothing; tried at blanks only, long lines stay cheap. Patterns
# with the characters beyond the basic plane take long to compile, so these are not compiled here.
_LAYOUT = (
    " (?:"
    + "|".join((
        rf"(?=[{_CLOSERS}{_STOPS}{_OPENERS}\uff05])|(?<=[{_OPENERS}{_STOPS}] )",
        rf"(?<=[{_CLOSERS}] )(?<![章印]） )",
        rf"(?<=[{HAN}] )(?=[{_WORD}])|(?<=[{_WORD}%] )(?=[{HAN}])",
        r"(?<=\d )(?=[.:~\-/] ?\d)|(?<= [.:~\-/] )(?=\d)",
        rf"(?<=[{_WORD}][.)．] )(?=[{HAN}{_OPENERS}])",
        rf"(?<=[{HAN}{_CLOSERS}] )(?=[,;:()\[\]])|(?<=[(\[] )(?=[{HAN}\d])",
        rf"(?<=[)\]] )(?=[{HAN}])|(?<=[{HAN}][:;,] )",
        rf"(?<=[的和与及] )(?=[{HAN}])|(?<=[{HAN}] )(?=的)",
        r"(?<=\d[年月] )(?=[内底末初])|(?<=\d月 )(?=[上中下]旬)",
        r"(?<=[〇一二三四五六七八九]年 )(?=[一二十]{1,2}月)",
        r"(?<=[一二三四五六七八九十]月 )(?=[一二三四五六七八九十]{1,3}日)",
    ))
    + ")"
)
_PHONE_ABOVE, _PHONE_BELOW = own(r"\d[\d-]{6,30}$"), own(r"\d[\d-]{6,30}")
_ONE_HAN = f"[{HAN}]"
_SIGNED = rf"[{HAN}]{{3,30}}(?<![于至从自在到前截])$"
_DAY = own(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$")
# A digit stands in front, for the engine looks for nothing as fast as for one of a few signs.
_DIGITS = own(
    r"\d(?<!\d\d)(?:(?:(?<=1) ?9|(?<=2) ?0)(?: ?\d){2}(?= ?年)"
    r"|(?: \d(?!\d))+(?=(?: ?[年月日号])|(?<=\d \d \d)))"
)
_SPACED_HAN = rf"(?<![{HAN}])[{HAN}]++(?: ++[{HAN}]++)++"
_GAP = own(" +")
_ROUNDS = 20  # a line that still changes after so many was made to do so
_SINGLES = rf"(?<![{HAN}])[{HAN}](?: +[{HAN}](?![{HAN}]))+"


def clean_line(text: str) -> str:
    """One line as meant: ``国 务 院`` → ``国务院``, ``在 2025 年`` → ``在2025年``, ``附  件 1`` → ``附件1``.

    Kept is one blank between words of two or more characters (two signatures on one line), between Latin
    words, and beside telephone numbers. Cleaning a cleaned line changes nothing.
    """
    text = text.strip(_EDGES)
    if not _SUSPECT.search(text):
        return text
    line = _BLANK.sub(" ", _GONE.sub("", fold_radicals(text))).strip()
    # A wide gap between single characters parts two words, so these are joined before the gaps are forgotten.
    return _settled(plain_pattern(_SPACED_HAN).sub(_unspaced, line)) if " " in line else line


def _settled(line: str) -> str:
    """Apply the rules until nothing changes: a blank that goes may show that the next one says nothing."""
    layout, spaced = plain_pattern(_LAYOUT), plain_pattern(_SPACED_HAN)
    line = _GAP.sub(" ", line)
    for _ in range(_ROUNDS):
        shorter = spaced.sub(_unspaced, _DIGITS.sub(_joined, layout.sub(_kept, line))).strip()
        if shorter == line or " " not in shorter:
            return shorter
        line = shorter
    return line


def _kept(match: re.Match[str]) -> str:
    """Nothing; but a blank beside a telephone number, and between a signature and its date, stays."""
    line, start, end = match.string, match.start(), match.end()
    if plain_pattern(_ONE_HAN).match(line, start - 1) and _PHONE_BELOW.match(line, end):
        return " "
    if plain_pattern(_ONE_HAN).match(line, end) and _PHONE_ABOVE.search(line, max(0, start - 32), start):
        return " "
    return " " if _DAY.match(line, end) and plain_pattern(_SIGNED).fullmatch(line, 0, start) else ""


def _joined(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _unspaced(match: re.Match[str]) -> str:
    """Join what is spaced by letters: all of ``税务 总局 办 公厅``, of ``王小明 马 壮`` only the last two."""
    widths = [len(word) for word in match[0].split()]
    if len(widths) > 2 and max(widths) <= 2 and _has_lone_single(widths):  # noqa: PLR2004 - words of two letters
        return _joined(match)
    return plain_pattern(_SINGLES).sub(_spelled, match[0])


def _has_lone_single(widths: list[int]) -> bool:
    """Whether one character stands between longer words: so are stretched headings written, but no names."""
    padded = [0, *widths, 0]
    return any(
        here == 1 and 1 not in (before, after)
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
    )


def _spelled(match: re.Match[str]) -> str:
    """Single characters joined; the wider of two gaps parts words: ``张 三  李 四`` → ``张三 李四``."""
    gaps = [len(gap) for gap in re.findall(" +", match[0])]
    narrow = min(gaps)
    if max(gaps) == narrow:
        return _joined(match)
    return re.sub(" +", lambda gap: "" if len(gap[0]) == narrow else " ", match[0])
