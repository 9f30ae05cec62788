"""What a rule of each kind may say: the table is what the code reads and what the guide tells."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from extractor.extract.times.read import READERS
from extractor.messages import say
from extractor.model.errors import RuleError
from extractor.model.notice import Relation, Role
from extractor.rules.load import load
from extractor.rules.reading.vocabulary import KINDS
from tests.rules.folders import own, shipped

if TYPE_CHECKING:
    from extractor.messages import Language

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "patterns" / "README.md").read_text("utf-8")
EXTRACT = ROOT / "extractor" / "extract"
READ_IN = {
    "owners": tuple(f"owners/{name}.py" for name in ("lists", "clauses", "labels", "conventions", "prose")),
    "actors": ("owners/actors.py",),
    "references": ("references/read.py",),
}
OTHERWISE = {"references": {"before"}}
"""What is read where no other ``reads`` is asked for."""


def asked_for(pattern: str, *files: str) -> set[str]:
    """What ``pattern`` finds in the files of ``extract``, or in all of them."""
    paths = [EXTRACT / name for name in files] or list(EXTRACT.rglob("*.py"))
    return {word for path in paths for word in re.findall(pattern, path.read_text("utf-8"))}


def test_deadlines_are_read_in_the_ways_that_have_a_reader() -> None:
    assert set(KINDS["deadlines"].ways) == set(READERS)


@pytest.mark.parametrize("kind", READ_IN)
def test_the_other_kinds_are_read_in_the_ways_that_the_code_asks_for(kind: str) -> None:
    asked = asked_for(r'\.reads [=!]= "([a-z-]+)"', *READ_IN[kind])
    assert set(KINDS[kind].ways) == asked | OTHERWISE.get(kind, set())


@pytest.mark.parametrize("way", READERS)
def test_a_reader_asks_for_the_groups_that_its_rules_must_have(way: str) -> None:
    asked = set(re.findall(r'match\.group\("(\w+)"\)', inspect.getsource(READERS[way])))
    assert set(KINDS["deadlines"].ways[way].groups) <= asked


def test_the_fields_are_those_that_the_code_asks_for() -> None:
    asked = asked_for(r'\.fields(?:\[|\.get\()"([a-z]+)"') | asked_for(r'"([a-z]+)" in rule\.fields')
    days = asked_for(r'for field in \("(solar)", "lunar"\)') | asked_for(r'for field in \("solar", "(lunar)"\)')
    assert {field for kind in KINDS.values() for field in kind.fields} == asked | days


def test_roles_and_relations_are_those_of_the_model() -> None:
    assert {*KINDS["owners"].fields["role"], *KINDS["actors"].fields["role"]} == set(get_args(Role))
    assert KINDS["references"].fields["relation"] == get_args(Relation)


def test_the_guide_names_every_way_and_every_field() -> None:
    words = {word for kind in KINDS.values() for word in (*kind.ways, *kind.fields)}
    assert {word for word in words if not re.search(rf"^\| .*`{word}`.* \|", GUIDE, re.MULTILINE)} == set()


OWNER = """
[[rule]]
id = "owner.own"
means = "挂帅。"
regex = '''(?P<names>[^，。]{2,20})挂帅'''
reads = "verb"
role = "lead"
examples = [{ text = "（教务处挂帅）", found = "教务处" }, { text = "（科研处挂帅）", found = "科研处" }]
counterexamples = [{ text = "挂帅。", why = "没有单位" }]
"""
TIME = (
    OWNER.replace("owner.own", "deadline.own")
    .replace("names>", "when>")
    .replace('reads = "verb"\nrole = "lead"', 'reads = "by"')
)
ACTOR = OWNER.replace("owner.own", "actor.own").replace('"verb"\nrole = "lead"', '"names"\nrole = "actor"')
REFERENCE = OWNER.replace("owner.own", "ref.own").replace('"verb"\nrole = "lead"', '"after"\nrelation = "cites"')
WHOLE = {"owners": OWNER, "deadlines": TIME, "actors": ACTOR, "references": REFERENCE}
NONSENSE = [
    pytest.param("owners", 'reads = "verb"\n', "", "rule-missing-key reads", id="责任：没有读法"),
    pytest.param("owners", '"verb"', '"verbs"', "rule-unknown-reading verbs", id="责任：读法写错"),
    pytest.param("owners", '"verb"', '"by"', "rule-unknown-reading by", id="责任：别的种类的读法"),
    pytest.param("owners", 'role = "lead"\n', "", "rule-missing-key role", id="责任：没有角色"),
    pytest.param("owners", '"lead"', '"leader"', "rule-wrong-value role = 'leader'", id="责任：角色写错"),
    pytest.param("owners", '"lead"', '"actor"', "rule-wrong-value role = 'actor'", id="责任：别的种类的角色"),
    pytest.param("owners", "role =", "rol =", "rule-unknown-key rol (role?)", id="责任：字段写错"),
    pytest.param("owners", "role =", 'mode = "marked"\nrole =', "rule-unknown-key mode", id="责任：没有的字段"),
    pytest.param("owners", "(?P<names>", "(?:", "rule-missing-group (?P<names>", id="责任：没有编组"),
    pytest.param("deadlines", 'reads = "by"\n', "", "rule-missing-key reads", id="时限：没有读法"),
    pytest.param("deadlines", '"by"', '"until"', "rule-unknown-reading until", id="时限：读法写错"),
    pytest.param("deadlines", '"by"', '"by"\nmode = "mark"', "rule-wrong-value mode = 'mark'", id="时限：mode 写错"),
    pytest.param("deadlines", '"by"', '"by"\njoins = "no"', "rule-wrong-value joins = 'no'", id="时限：joins 写错"),
    pytest.param("deadlines", '"by"', '"by"\nmode = 1', "rule-wrong-type mode: '…'", id="时限：mode 不是文字"),
    pytest.param("deadlines", "(?P<when>", "(?P<on>", "rule-missing-group (?P<when>", id="时限：编组写错"),
    pytest.param("deadlines", '"by"', '"festival"', "rule-missing-key solar", id="时限：节日没有日子"),
    pytest.param("actors", 'role = "actor"\n', "", "rule-missing-key role", id="主语：没有角色"),
    pytest.param("actors", '"actor"', '"lead"', "rule-wrong-value role = 'lead'", id="主语：别的种类的角色"),
    pytest.param("actors", '"names"', '"name"', "rule-unknown-reading name", id="主语：读法写错"),
    pytest.param("references", 'relation = "cites"\n', "", "rule-missing-key relation", id="引用：没有关系"),
    pytest.param("references", '"cites"', '"cite"', "rule-wrong-value relation = 'cite'", id="引用：关系写错"),
    pytest.param("references", '"after"', '"behind"', "rule-unknown-reading behind", id="引用：读法写错"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "right", "wrong", "said"), NONSENSE)
@pytest.mark.parametrize("ours", [pytest.param(True, id="随程序"), pytest.param(False, id="自己的")])
def test_what_a_kind_does_not_know_is_told(  # noqa: PLR0913 - the columns of the table
    tmp_path: Path, kind: str, right: str, wrong: str, said: str, *, ours: bool
) -> None:
    assert right in WHOLE[kind]
    text = WHOLE[kind].replace(right, wrong)
    folder = own(tmp_path, text, f"{kind}.toml")
    with pytest.raises(RuleError) as caught:
        load(shipped=folder) if ours else load([folder], shipped=shipped(tmp_path))
    error = caught.value
    assert (f"{error.code} {error.details['reason']}", error.where.endswith(f"{kind}.toml:2")) == (said, True)
    assert error.details["rule"].endswith(".own")


@pytest.mark.parametrize("kind", WHOLE)
def test_the_same_rule_without_the_mistake_is_welcome(tmp_path: Path, kind: str) -> None:
    assert load([own(tmp_path, WHOLE[kind], f"{kind}.toml")]).entries[-1].own


SAID: list[tuple[Language, str, str]] = [
    ("zh", "owners.toml:2：owner.own 里 role = 'leader' 不是能写的值",
     "可写的值：lead、support、responsible、person。"),
    ("en", "owners.toml:2: in owner.own, role = 'leader' is none of the values that may stand there",
     "Write one of these: lead、support、responsible、person."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "advice"), SAID)
def test_the_advice_lists_what_may_be_written(tmp_path: Path, lang: Language, text: str, advice: str) -> None:
    with pytest.raises(RuleError) as caught:
        load(shipped=own(tmp_path, OWNER.replace('"lead"', '"leader"'), "owners.toml"))
    said = say(caught.value.code, caught.value.where, caught.value.details, lang)
    assert (said.text, said.advice) == (text, advice)
