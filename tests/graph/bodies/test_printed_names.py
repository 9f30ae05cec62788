"""What a printed name means in a notice of a certain issuer: ``home|canonical`` and the rule."""

from __future__ import annotations

import pytest

from extractor.graph.bodies.naming import name_bodies
from extractor.rules.bodies.departments import Departments, load_departments
from tests.graph.bodies.files import bodies, document, file, short

COLLEGE, UNIVERSITY = "中共青屿师范学院委员会", "白鹭理工大学教务处"
PROVINCE, CITY, COUNTY = "澜江省人民政府办公厅", "云浦市人民政府办公室", "石桥县人民政府办公室"
BUREAU, STATE, HOSPITAL = "云浦市教育局", "国务院办公厅", "云浦市第二人民医院"
COMPANY, SCHOOL, NOBODY = "海岳港务集团有限公司", "石桥县实验小学", ""

ROWS = [
    # 高校
    (COLLEGE, "党委组织部", "青屿师范学院|党委组织部"),
    (COLLEGE, "组织部", "青屿师范学院|党委组织部"),
    (COLLEGE, "校党委组织部", "青屿师范学院|党委组织部"),
    (COLLEGE, "青屿师范学院党委组织部", "青屿师范学院|党委组织部"),
    (COLLEGE, "中共青屿师范学院委员会组织部", "青屿师范学院|党委组织部"),
    (COLLEGE, "中共青屿师范学院委员会", "青屿师范学院|党委"),
    (COLLEGE, "党委", "青屿师范学院|党委"),
    (COLLEGE, "学校党委", "青屿师范学院|党委"),
    (COLLEGE, "党委宣传部", "青屿师范学院|党委宣传部"),
    (COLLEGE, "党委宣传统战部", "青屿师范学院|党委宣传统战部"),
    (COLLEGE, "统战部", "青屿师范学院|党委统战部"),
    (COLLEGE, "党办", "青屿师范学院|党委办公室"),
    (COLLEGE, "党政办", "青屿师范学院|党政办公室"),
    (COLLEGE, "学工部", "青屿师范学院|党委学生工作部（学生处）"),
    (COLLEGE, "学生处", "青屿师范学院|党委学生工作部（学生处）"),
    (COLLEGE, "学生工作部（处）", "青屿师范学院|党委学生工作部（学生处）"),
    (COLLEGE, "学生工作部(处)", "青屿师范学院|党委学生工作部（学生处）"),
    (COLLEGE, "保卫处", "青屿师范学院|党委保卫部（保卫处）"),
    (COLLEGE, "纪委", "青屿师范学院|纪委"),
    (COLLEGE, "纪委办公室", "青屿师范学院|纪委办公室"),
    (COLLEGE, "校团委", "青屿师范学院|团委"),
    (COLLEGE, "共青团青屿师范学院委员会", "青屿师范学院|团委"),
    (COLLEGE, "校工会", "青屿师范学院|工会"),
    (COLLEGE, "科技处", "青屿师范学院|科学技术处"),
    (COLLEGE, "资产处", "青屿师范学院|国有资产管理处"),
    (COLLEGE, "马院", "青屿师范学院|马克思主义学院"),
    (COLLEGE, "马克思主义学院", "青屿师范学院|马克思主义学院"),
    (COLLEGE, "海洋学院", "青屿师范学院|海洋学院"),
    (COLLEGE, "计算机与人工智能学院", "青屿师范学院|计算机与人工智能学院"),
    (COLLEGE, "学校", "|青屿师范学院"),
    (COLLEGE, "我校", "|青屿师范学院"),
    (COLLEGE, "我校招生办公室", "青屿师范学院|招生办公室"),
    (COLLEGE, "青屿师范学院", "|青屿师范学院"),
    (COLLEGE, "各党总支", "青屿师范学院|各党总支"),
    (COLLEGE, "直属党支部", "青屿师范学院|直属党支部"),
    (COLLEGE, "学院", "青屿师范学院|学院"),
    (COLLEGE, "教育部", "国家|教育部"),
    (COLLEGE, "省委教育工委", "|省委教育工作委员会"),
    (COLLEGE, "市公安局", "|市公安局"),
    (COLLEGE, "白鹭理工大学科研处", "白鹭理工大学|科研处"),
    ("辽宁海岳学院党委", "省教育厅", "辽宁省|省教育厅"),
    ("辽宁海岳学院党委", "省委教育工委", "辽宁省|省委教育工作委员会"),
    (UNIVERSITY, "教务处", "白鹭理工大学|教务处"),
    (UNIVERSITY, "白鹭理工大学", "|白鹭理工大学"),
    (UNIVERSITY, "财务处", "白鹭理工大学|财务处"),
    (UNIVERSITY, "教学质量监控中心", "白鹭理工大学|教学质量监控中心"),
    (UNIVERSITY, "网络信息中心", "白鹭理工大学|信息中心"),
    (UNIVERSITY, "白鹭理工大学湿地研究所", "白鹭理工大学|湿地研究所"),
    (UNIVERSITY, "白鹭理工大学校长办公室", "白鹭理工大学|校长办公室"),
    (UNIVERSITY, "白鹭理工大学学生会", "白鹭理工大学|学生会"),
    (UNIVERSITY, "云浦市普通中小学校实验室", "云浦市|市普通中小学校实验室"),
    (UNIVERSITY, "（3）教务处", "白鹭理工大学|教务处"),
    (UNIVERSITY, "任课教师", "白鹭理工大学|任课教师"),
    # 市、县、省政府
    (CITY, "市发改委", "云浦市|市发展和改革委员会"),
    (CITY, "市发展改革委", "云浦市|市发展和改革委员会"),
    (CITY, "市发展和改革委员会", "云浦市|市发展和改革委员会"),
    (CITY, "云浦市发改委", "云浦市|市发展和改革委员会"),
    (CITY, "澜江省云浦市发展改革委", "云浦市|市发展和改革委员会"),
    (CITY, "市委组织部", "云浦市|市委组织部"),
    (CITY, "组织部", "云浦市|市委组织部"),
    (CITY, "中共云浦市委组织部", "云浦市|市委组织部"),
    (CITY, "中共云浦市委员会组织部", "云浦市|市委组织部"),
    (CITY, "市委", "云浦市|市委"),
    (CITY, "中共云浦市委员会", "云浦市|市委"),
    (CITY, "市政府", "云浦市|市人民政府"),
    (CITY, "市政府办", "云浦市|市人民政府办公室"),
    (CITY, "市人社局", "云浦市|市人力资源和社会保障局"),
    (CITY, "市人力资源社会保障局", "云浦市|市人力资源和社会保障局"),
    (CITY, "市住建局", "云浦市|市住房和城乡建设局"),
    (CITY, "市民政局", "云浦市|市民政局"),
    (CITY, "市市场监管局", "云浦市|市市场监督管理局"),
    (CITY, "市场监管局", "云浦市|市市场监督管理局"),
    (CITY, "市卫健委", "云浦市|市卫生健康委员会"),
    (CITY, "市文广旅局", "云浦市|市文化广电和旅游局"),
    (CITY, "市教育局职教科", "云浦市教育局|职教科"),
    (CITY, "市委网信办", "云浦市|市委网络安全和信息化委员会办公室"),
    (CITY, "市直机关工委", "云浦市|市直属机关工作委员会"),
    (CITY, "团市委", "云浦市|共青团市委"),
    (CITY, "共青团云浦市委", "云浦市|共青团市委"),
    (CITY, "市妇联", "云浦市|市妇女联合会"),
    (CITY, "政协云浦市委员会", "云浦市|政协市委员会"),
    (CITY, "市中级法院", "云浦市|市中级人民法院"),
    (CITY, "财政局", "云浦市|市财政局"),
    (CITY, "市湿地保护中心", "云浦市|市湿地保护中心"),
    (CITY, "省财政厅", "|省财政厅"),
    (CITY, "县财政局", "云浦市|县财政局"),
    (CITY, "石桥县财政局", "石桥县|县财政局"),
    (CITY, "石桥县", "|石桥县"),
    (CITY, "各县（区）人民政府", "云浦市|各县（区）人民政府"),
    (CITY, "市级部门", "云浦市|市级部门"),
    (CITY, "有关部门", "云浦市|有关部门"),
    (CITY, "云浦海关", "|云浦海关"),
    (CITY, "人民银行石桥县支行", "|人民银行石桥县支行"),
    (CITY, "水利部", "国家|水利部"),
    ("南京市人民政府", "省发展改革委", "江苏省|省发展和改革委员会"),
    ("上海市教育委员会", "市财政局", "上海市|市财政局"),
    ("上海市教育委员会", "市教委", "上海市|市教育委员会"),
    (COUNTY, "县发改局", "石桥县|县发展和改革局"),
    (COUNTY, "县委办公室", "石桥县|县委办公室"),
    (COUNTY, "县应急局", "石桥县|县应急管理局"),
    (COUNTY, "县纪委监委", "石桥县|县纪委监委"),
    (COUNTY, "县防汛办", "石桥县|县防汛抗旱指挥部办公室"),
    (COUNTY, "青溪镇人民政府", "石桥县|青溪镇人民政府"),
    (COUNTY, "市生态环境局石桥分局", "|市生态环境局石桥分局"),
    ("云浦市和平区教育局", "区财政局", "云浦市和平区|区财政局"),
    ("云浦市和平区教育局", "市财政局", "云浦市|市财政局"),
    ("云浦市和平区教育局", "云浦市和平区财政局", "云浦市和平区|区财政局"),
    ("石桥县青溪镇人民政府", "县财政局", "石桥县|县财政局"),
    ("石桥县青溪镇人民政府", "党政办公室", "石桥县青溪镇人民政府|党政办公室"),
    (COUNTY, "符合条件的协会", "石桥县|符合条件的协会"),
    (COUNTY, "县委县政府", "石桥县|县委县政府"),
    (COUNTY, "县城", "石桥县|县城"),
    (PROVINCE, "省工信厅", "澜江省|省工业和信息化厅"),
    (PROVINCE, "省委办公厅", "澜江省|省委办公厅"),
    (PROVINCE, "省政府办公厅", "澜江省|省人民政府办公厅"),
    (PROVINCE, "市财政局", "澜江省|市财政局"),
    (PROVINCE, "云浦市财政局", "云浦市|市财政局"),
    (PROVINCE, "各设区市财政局", "澜江省|各设区市财政局"),
    (PROVINCE, "设区市教育局", "澜江省|设区市教育局"),
    (PROVINCE, "省级有关部门", "澜江省|省级有关部门"),
    ("广西壮族自治区党委宣传部", "自治区财政厅", "广西壮族自治区|自治区财政厅"),
    # 厅局
    (BUREAU, "基教科", "云浦市教育局|基教科"),
    (BUREAU, "办公室", "云浦市教育局|办公室"),
    (BUREAU, "局办公室", "云浦市教育局|办公室"),
    (BUREAU, "云浦市教育局办公室", "云浦市教育局|办公室"),
    (BUREAU, "市财政局", "云浦市|市财政局"),
    (BUREAU, "我局", "云浦市|市教育局"),
    (BUREAU, "市直各学校", "云浦市|市直各学校"),
    (BUREAU, "学校", "云浦市|学校"),
    ("江苏银监局办公室", "省公安厅", "江苏省|省公安厅"),
    # 国家
    (STATE, "发展改革委", "国家|国家发展和改革委员会"),
    (STATE, "国家发改委", "国家|国家发展和改革委员会"),
    (STATE, "中组部", "国家|中央组织部"),
    (STATE, "人社部", "国家|人力资源和社会保障部"),
    (STATE, "中华人民共和国教育部", "国家|教育部"),
    (STATE, "教育部办公厅", "教育部|办公厅"),
    (STATE, "市场监管总局", "国家|国家市场监督管理总局"),
    (STATE, "中央网信办", "国家|中央网络安全和信息化委员会办公室"),
    (STATE, "省财政厅", "国家|省财政厅"),
    (STATE, "各省级人民政府", "国家|各省级人民政府"),
    (STATE, "退役军人事务部", "国家|退役军人事务部"),
    (STATE, "国家数据局", "国家|国家数据局"),
    (STATE, "中央社会工作部", "国家|中央社会工作部"),
    ("教育部办公厅", "综合改革处", "教育部|综合改革处"),
    # 医院、企业、中小学
    (HOSPITAL, "院感办", "云浦市第二人民医院|院感科"),
    (HOSPITAL, "医院", "|云浦市第二人民医院"),
    (HOSPITAL, "高压氧科", "云浦市第二人民医院|高压氧科"),
    (HOSPITAL, "市卫健委", "云浦市|市卫生健康委员会"),
    (COMPANY, "安环部", "海岳港务集团有限公司|安全环保部"),
    (COMPANY, "商务部", "海岳港务集团有限公司|商务部"),
    (COMPANY, "集团公司工会", "海岳港务集团有限公司|工会"),
    (COMPANY, "组织部", "海岳港务集团有限公司|党委组织部"),
    (SCHOOL, "政教处", "石桥县实验小学|德育处"),
    (SCHOOL, "县教育局", "石桥县|县教育局"),
    # 不知道是谁的公文
    (NOBODY, "组织部", "|组织部"),
    (NOBODY, "教务处", "|教务处"),
    (NOBODY, "市发改委", "|市发展和改革委员会"),
    (NOBODY, "云浦市发改委", "云浦市|市发展和改革委员会"),
    (NOBODY, "各学院", "|各学院"),
]


@pytest.fixture(scope="module")
def listed() -> Departments:
    return load_departments()


@pytest.mark.parametrize(("issuer", "printed", "meant"), ROWS, ids=[f"{row[0]}：{row[1]}" for row in ROWS])
def test_a_printed_name_means_one_body(listed: Departments, issuer: str, printed: str, meant: str) -> None:
    (named,) = name_bodies([file(document([issuer] if issuer else [], [printed]))], listed)
    assert short(bodies(named)[printed]) == meant
    owner = named["documents"][0]["tasks"][0]["owners"][0]
    assert f"{owner['home']}|{owner['canonical']}" == meant


RULES = [
    (COLLEGE, "组织部", "党委部门", "党委", "body.short"),
    (COLLEGE, "青屿师范学院党委组织部", "党委部门", "党委", "body.full"),
    (COLLEGE, "教务处", "行政部门", "青屿师范学院", "body.short"),
    (COLLEGE, "海洋学院", "教学科研单位", "青屿师范学院", "body.printed"),
    (COLLEGE, "各党总支", "统称", "", "body.class"),
    (COLLEGE, "任课教师", "人员", "", "body.people"),
    (CITY, "市发改委", "政府部门", "市人民政府", "body.level"),
    (CITY, "市教育局职教科", "内设机构", "云浦市教育局", "body.office"),
    (CITY, "云浦市发改委", "政府部门", "市人民政府", "body.full"),
    (CITY, "市湿地保护中心", "事业单位", "", "body.level-unlisted"),
    (CITY, "石桥县湿地保护中心", "事业单位", "", "body.place-unlisted"),
    (CITY, "石桥县", "地方", "", "body.place"),
    (STATE, "教育部", "国务院部门", "国务院", "body.state"),
    (NOBODY, "教务处", "行政部门", "", "body.known"),
]


@pytest.mark.parametrize("row", RULES, ids=[f"{row[0]}：{row[1]}" for row in RULES])
def test_kind_parent_and_rule_are_told(listed: Departments, row: tuple[str, ...]) -> None:
    issuer, printed, *told = row
    (named,) = name_bodies([file(document([issuer] if issuer else [], [printed]))], listed)
    body = bodies(named)[printed]
    assert [body["kind"], body["parent"], body["rule"]] == told


HOSTILE = [
    "", " ", "市", "市市市", "中共", "共青团", "（）", "各", "〇", "\x00", "省" * 5000, "A" * 60, "财政局\n",
    "𠮷市局", "市委" * 400, "1）",
]  # fmt: skip


@pytest.mark.parametrize("printed", HOSTILE, ids=[repr(name[:4]) for name in HOSTILE])
@pytest.mark.parametrize("issuer", [COLLEGE, CITY, NOBODY], ids=["高校", "市", "不详"])
def test_a_strange_name_is_named_somehow(listed: Departments, issuer: str, printed: str) -> None:
    (named,) = name_bodies([file(document([issuer, printed], [printed, "财务处"], title=printed))], listed)
    assert set(bodies(named)) == {issuer, printed, "财务处"}


def test_a_person_is_not_touched(listed: Departments) -> None:
    record = file(document([COLLEGE], ["组织部"]))
    owners = record["documents"][0]["tasks"][0]["owners"]
    owners[0] = {**owners[0], "name": "组织部长", "role": "person", "canonical": "组织部长"}
    (named,) = name_bodies([record], listed)
    person = named["documents"][0]["tasks"][0]["owners"][0]
    assert (person["canonical"], person["home"], list(bodies(named))) == ("组织部长", "", [COLLEGE])


def test_records_given_stay_as_they_are(listed: Departments) -> None:
    record = file(document([COLLEGE], ["组织部"]))
    (named,) = name_bodies([record], listed)
    assert "bodies" not in record["documents"][0]
    assert record["documents"][0]["tasks"][0]["owners"][0]["canonical"] == "组织部"
    assert name_bodies([named], listed) == (named,)
