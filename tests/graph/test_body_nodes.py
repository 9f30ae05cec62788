"""A body is one node of the graph however notices print its name; bodies of two organisations are two."""

from __future__ import annotations

from extractor.graph.build import build, link
from extractor.rules.bodies.departments import load_departments
from tests.graph.bodies.files import document, file

LISTED = load_departments()
RECORDS = [
    file(document(["云浦市人民政府"], ["市发改委"], ["市发展改革委", "教育部"], recipients=["各县（区）人民政府"])),
    file(document(["石桥县人民政府"], ["云浦市发展和改革委员会", "教务处"], key="d2"), name="乙.txt"),
    file(document(["白鹭理工大学"], ["教务处", "党委组织部"], ["组织部"], key="d3"), name="丙.txt"),
]
GRAPH = build(link(RECORDS, LISTED))
BODIES = {node.id: node for node in GRAPH.nodes if node.kind == "body"}


def test_every_body_is_one_node_with_its_home_in_the_id_and_the_label() -> None:
    assert {key: node.label for key, node in BODIES.items()} == {
        "body:云浦市/市人民政府": "云浦市人民政府",
        "body:云浦市/市发展和改革委员会": "云浦市发展和改革委员会",
        "body:云浦市/各县（区）人民政府": "云浦市各县（区）人民政府",
        "body:国家/教育部": "教育部",
        "body:白鹭理工大学": "白鹭理工大学",
        "body:白鹭理工大学/党委组织部": "白鹭理工大学党委组织部",
        "body:白鹭理工大学/教务处": "白鹭理工大学教务处",
        "body:石桥县/县人民政府": "石桥县人民政府",
        "body:石桥县/教务处": "石桥县教务处",
    }


def test_a_body_knows_its_home_its_kind_and_all_printed_forms() -> None:
    assert dict(BODIES["body:云浦市/市发展和改革委员会"].attributes) == {
        "home": "云浦市",
        "body_kind": "政府部门",
        "names": "云浦市发展和改革委员会、市发展改革委、市发改委",
    }


def test_edges_lead_to_the_one_node() -> None:
    ends = {(edge.subject, edge.relation) for edge in GRAPH.edges if edge.subject.startswith("body:白鹭")}
    assert ends == {
        ("body:白鹭理工大学", "issued"),
        ("body:白鹭理工大学/教务处", "responsible-for"),
        ("body:白鹭理工大学/党委组织部", "responsible-for"),
    }


def test_a_record_that_nobody_named_has_its_bodies_as_printed() -> None:
    nodes = build(RECORDS).nodes
    assert {node.id for node in nodes if "发" in node.label} == {
        "body:市发改委", "body:市发展改革委", "body:云浦市发展和改革委员会",
    }  # fmt: skip
