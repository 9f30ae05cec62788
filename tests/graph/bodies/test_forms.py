"""A body may be asked for under every form that the list gives it, at every level, with its home in front or not."""

from __future__ import annotations

import pytest

from extractor.graph.bodies.forms import Forms
from extractor.graph.bodies.name import LEVEL_WORDS
from extractor.rules.bodies.body import LEVEL, LEVELS, at_level
from extractor.rules.bodies.departments import Departments, load_departments


@pytest.fixture(scope="module")
def listed() -> Departments:
    return load_departments()


ASKED = [
    pytest.param("甲市", "市发展和改革委员会", {"市发改委", "甲市发改委", "甲市发展和改革委员会"}, id="市的部门"),
    pytest.param("甲省", "省教育厅", {"省教育厅", "甲省教育厅"}, id="省里是厅"),
    pytest.param("甲自治区", "自治区党委组织部", {"自治区党委组织部", "甲自治区党委组织部"}, id="自治区的党委"),
    pytest.param("甲市", "市没有这个局", {"甲市没有这个局"}, id="名录里没有"),
    pytest.param("甲大学", "无名室", {"甲大学无名室"}, id="没有层级"),
]


@pytest.mark.parametrize(("home", "name", "forms"), ASKED)
def test_a_body_is_found_under_its_forms(listed: Departments, home: str, name: str, forms: set[str]) -> None:
    assert forms <= set(Forms(listed).of(home, name))


def test_of_the_same_name_all_bodies_give_their_forms_and_no_other(listed: Departments) -> None:
    every: dict[str, set[str]] = {}
    for body in listed.bodies:
        for word in LEVEL_WORDS if body.of in LEVELS and LEVEL in body.name else ("",):
            said = [at_level(form, word, body.of) if word else form for form in (body.name, *body.forms)]
            every.setdefault(said[0], set()).update(said[1:])
    forms = Forms(listed)
    assert len(every) > 2000
    assert {name: set(forms.of("", name)) for name in every} == {
        name: found | {name} for name, found in every.items()
    }
