"""All names under which a body may be asked for: the forms of the list, with and without its home in front."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import LEVEL_WORDS, label
from extractor.rules.body import LEVEL, LEVELS, at_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.departments import Departments


class Forms:
    """The forms of every listed body, by its canonical name."""

    def __init__(self, names: Departments) -> None:
        """Turn the list round."""
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for body in names.bodies:
            for word in LEVEL_WORDS if body.of in LEVELS and LEVEL in body.name else ("",):
                forms = (at_level(form, word, body.of) if word else form for form in body.forms)
                self._forms[at_level(body.name, word, body.of) if word else body.name].update(forms)

    def of(self, home: str, name: str) -> Iterator[str]:
        """The forms of the body that is called ``name`` in ``home``: 市发改委 and 甲市发改委 among them."""
        for form in sorted(self._forms.get(name, ())):
            yield form
            yield label(home, form)
        yield label(home, name)
