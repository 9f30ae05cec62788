"""HTML that is safe by construction: words are escaped on their way in, and only here."""

from __future__ import annotations

import html

from extractor.rules.pattern.own import own

_NO_CHARACTERS = own("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What HTML does not hold; each is shown as one replacement character, so that places stay where they are."""


class Html(str):
    """Markup; templates take it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template asks of markup."""
        return self


def words(text: str) -> str:
    """``text`` as it may stand in an element or, in quotes, in an attribute."""
    return html.escape(_NO_CHARACTERS.sub("\ufffd", text))


def element(tag: str, inside: str, **attributes: str | int | None) -> str:
    """An element around ``inside``, which is markup; attributes of None are left out, ``_`` in names is ``-``."""
    shown = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{words(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{shown}>{inside}</{tag}>"
