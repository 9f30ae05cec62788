"""All names under which a body may be asked for: the forms of the list, with and without its home in front."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import LEVEL_WORDS, label
from extractor.rules.bodies.body import LEVEL, LEVELS, Body, at_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.rules.bodies.departments import Departments


class Forms:
    """The forms of every listed body, by its canonical name.

    A few of the thousands of bodies are asked for; the list is turned round for the levels of these only.
    """

    def __init__(self, names: Departments) -> None:
        """Nothing is turned round yet, but for the bodies without a level."""
        self._levelled = [body for body in names.bodies if _is_levelled(body)]
        self._plain = _turned((body.name, body) for body in names.bodies if not _is_levelled(body))
        self._at: dict[str, Mapping[str, Sequence[Body]]] = {}

    def of(self, home: str, name: str) -> Iterator[str]:
        """The forms of the body that is called ``name`` in ``home``: 市发改委 and 甲市发改委 among them."""
        for form in sorted(self._forms(name)):
            yield form
            yield label(home, form)
        yield label(home, name)

    def _forms(self, name: str) -> set[str]:
        forms = {form for body in self._plain.get(name, ()) for form in body.forms}
        for word in LEVEL_WORDS:
            found = self._bodies(word).get(name, ()) if word in name else ()
            forms.update(at_level(form, word, body.of) for body in found for form in body.forms)
        return forms

    def _bodies(self, word: str) -> Mapping[str, Sequence[Body]]:
        """The bodies at the level of ``word``, which stands in the name of every one of them."""
        if word not in self._at:
            self._at[word] = _turned((at_level(body.name, word, body.of), body) for body in self._levelled)
        return self._at[word]


def _is_levelled(body: Body) -> bool:
    return body.of in LEVELS and LEVEL in body.name


def _turned(named: Iterable[tuple[str, Body]]) -> Mapping[str, Sequence[Body]]:
    found = defaultdict[str, list[Body]](list)
    for name, body in named:
        found[name].append(body)
    return found
