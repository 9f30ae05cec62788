"""The view of a notice read back as a browser reads it: its text without what the view says beside it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"br", "img", "input", "meta", "link"})


class Text(HTMLParser):
    """Collects words outside ``header`` elements; complains of elements that are not closed in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "header" not in self._open:
            self.words.append(data)

    def finished(self) -> str:
        """The words, once all is read."""
        self.close()
        assert self._open == []
        return "".join(self.words)


def text_of(page: str) -> str:
    """The words of the notice, blanks aside."""
    reader = Text()
    reader.feed(page)
    return "".join(reader.finished().split())


def tags_of(page: str) -> set[str]:
    """The elements that a browser finds."""
    reader = Text()
    reader.feed(page)
    return reader.tags
