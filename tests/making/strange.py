"""Texts that no one would write: notices thrown together from what notices are made of, and anything else."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "一、", "（一）", "1.", "（1）", "三、", "第二条", "①", "附件", "附件1", "附件：", "关于印发《",
    "》的通知", "方案", "各单位：", "市教育局", "党委组织部", "牵头，", "配合", "负责", "责任部门：",
    "完成时限：", "（责任单位：", "）", "（", "2024年", "6月底前", "13月", "2月30日", "每季度", "长期坚持",
    "印发之日起30日内", "17:00前", "要", "请", "报送", "召开", "会议", "。", "；", "，", "、",
    "云政办发〔2023〕18号", "二〇二四年三月一日", "2024年3月1日", "抄送：", "联系人：", "《", "〈", "⾰",
    "—", "𠮷", "a",
]  # fmt: skip
PIECES = st.sampled_from([*WORDS, "\n", "\n\n", "\t", " ", "\u3000", "\u200b", "\x01"])
TIMES = st.sampled_from(
    [
        "6月底前", "2024年3月1日至4月15日", "每季度末", "长期坚持", "印发之日起30日内", "2月30日前",
        "13月", "近期",
    ]
)  # fmt: skip
BODIES = st.lists(
    st.sampled_from(["市教育局", "党委组织部", "各县（区）人民政府", "各单位", "有关部门等", "《规定》"]),
    min_size=1,
    max_size=3,
).map("、".join)
LABELS = st.sampled_from(
    ["一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "（1）", "（2）", "第一条 ", "①", "五、", ""]
)
DIRECTIONS = st.sampled_from(
    [
        "要做好统计工作", "应于会后3日内报送总结", "须按规定执行", "负责落实", "牵头，市财政局配合",
        "召开会议", "了解情况",
    ]
)  # fmt: skip
FRAMES = st.sampled_from(
    [
        "云州市教育局文件", "云教发〔2024〕3号", "关于印发《工作方案》的通知", "各有关单位：",
        "云州市教育局", "2024年3月1日", "工作方案", "附件", "附件1", "附件：1.任务清单",
        "任务清单", "抄送：市政府。", "", "二〇二四年三月一日",
        "根据《规定》（云政发〔2022〕9号），制定本方案。", "序号\t任务\t责任单位\t完成时限", "联系人：周岚",
    ]
)  # fmt: skip
SENTENCES = st.builds("{}{}，{}完成。".format, BODIES, DIRECTIONS, TIMES)
BRACKETS = st.builds("（牵头单位：{}；完成时限：{}）".format, BODIES, TIMES)
ITEMS = st.builds("{}{}{}".format, LABELS, SENTENCES, st.one_of(st.just(""), BRACKETS))
MARKINGS = st.one_of(
    st.builds("责任部门：{}".format, BODIES), st.builds("完成时限：{}".format, TIMES), BRACKETS
)
LINES = st.one_of(ITEMS, ITEMS, MARKINGS, FRAMES, st.lists(PIECES, max_size=8).map("".join))
LOOSE = st.lists(LINES, min_size=3, max_size=25).map("\n".join)
NUMERALS = "一二三四五六七八九"


def numbered(head: list[str], chapters: list[list[str]], tail: list[str]) -> str:
    """A notice whose numbers run on as they should, whatever its lines say."""
    body = []
    for chapter, items in zip(NUMERALS, chapters, strict=False):
        body.append(f"{chapter}、工作任务")
        body += [f"（{item}）{words}" for item, words in zip(NUMERALS, items, strict=False)]
    return "\n".join((*head, *body, *tail))


FRAMED = st.lists(FRAMES, max_size=6)
NOTICES = st.builds(numbered, FRAMED, st.lists(st.lists(LINES, max_size=4), max_size=4), FRAMED)
TEXTS = st.one_of(NOTICES, LOOSE, st.lists(PIECES, max_size=60).map("".join), st.text(max_size=300))
