"""The one place that says which tables and columns the Parquet files have; ``docs/cluster.md`` shows this list."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind: TypeAlias = Literal["text", "texts", "number", "yes"]
"""``texts``: a list of strings; ``number``: whole; ``yes``: true or false."""
Row: TypeAlias = "Mapping[str, str | int | bool | list[str] | None]"
"""Column → value; a column that is left out is null."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and what that means, in Chinese for the documentation."""

    name: str
    kind: Kind
    means: str


def _columns(kind: Kind, /, **meanings: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind, means) for name, means in meanings.items())


_FILE = _columns("text", file="来源文件，输入文件夹之下的路径")
_DOCUMENT = (
    *_FILE,
    *_columns("text", document="公文编号，同 analysis.jsonl", document_key="公文的键：文件和次序，各表相同，可排序"),
)
_TASK = (*_DOCUMENT, *_columns("text", task="任务编号", task_key="任务的键，tasks、owners、times 相同，可排序"))
_POSITION = _columns("number", position="在所属文件、公文或任务里的次序，从 0 数起")
_SPAN = (
    *_columns("number", start="出处：在文件全文中从第几个字起，从 0 数起", stop="出处：到第几个字为止，不含"),
    *_columns("text", rule="依据的规则"),
)
_HELD = _columns("yes", held="这个版本算数；同一公文有几个文件时只有一个为 true")

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType({
    "files": (
        *_FILE,
        *_columns(
            "text", status="ok、partial、failed、skipped", reader="读它的程序：txt、docx、pdf……",
            sha256="内容的 SHA-256", digest="规则和程序的版本",
        ),
        *_columns("number", characters="全文字数", documents="公文数", tasks="任务数", problems="问题数"),
    ),
    "documents": (
        *_DOCUMENT, *_POSITION,
        *_columns(
            "text", node="关系图里的节点，几个版本合用一个", part="notice、enclosure、attachment",
            parent="所附着的公文", title="标题", type="文种", date="成文日期，2024-06-30", classification="密级",
        ),
        *_columns(
            "texts", issuers="发文机关", issued_by="发文机关；本身没有时取所附着公文的", numbers="发文字号",
            recipients="主送机关", cc="抄送", signatories="签发人", contacts="联系人", attachments="附件说明",
        ),
        *_columns("text", evidence="上列各项的出处和规则，JSON", outline="层次，JSON", text="公文的全文"),
        *_columns("number", start="从第几个字起", stop="到第几个字为止，不含", tasks="任务数", references="引用数"),
        *_columns("text", status="文件的 status"), *_HELD,
    ),
    "tasks": (
        *_TASK, *_POSITION,
        *_columns("text", kind="task、requirement、submission、meeting", title="任务事项", text="原文"),
        *_SPAN, *_columns("number", page="页码"), *_columns("texts", section="条款：层次编号"),
        *_columns(
            "text", basis="依据：marked、table、subject、inherited、assumed", due="截止日期，2024-06-30 或带时刻",
            deadline="时限的种类，没有时限时为空",
        ),
        *_columns("yes", ongoing="要长期坚持", recurring="要定期重复"),
        *_columns("texts", doubts="要人核对的原因"), *_HELD,
        *_columns("text", record="整条任务，同 analysis.jsonl，JSON"),
    ),
    "owners": (
        *_TASK, *_POSITION,
        *_columns(
            "text", name="印出的名称", role="lead、support、responsible、person、actor", canonical="规范名称",
            home="所属的地方或单位", body="关系图里的节点", text="原文",
        ),
        *_SPAN, *_columns("text", due="任务的截止日期"),
        *_columns("yes", again="这个单位在同一任务里前面已经出现"), *_HELD,
    ),
    "times": (
        *_TASK,
        *_columns("number", position="0 为任务的时限，其余为其他时间要求"),
        *_columns(
            "text", text="原文", kind="date、period、recurring、ongoing、relative、vague", first="起始日期",
            due="截止日期", every="周期", on="周期内的哪天", after="相对于何事", within="多久以内",
        ),
        *_columns("yes", ongoing="到期后要长期坚持"), *_columns("texts", assumptions="解读时的假定"), *_SPAN, *_HELD,
    ),
    "references": (
        *_DOCUMENT, *_POSITION, *_columns("text", title="所引公文的标题"), *_columns("texts", numbers="所引文号"),
        *_columns("text", relation="forwards、issues、based-on……", text="原文"), *_SPAN,
        *_columns("text", target="所引公文的编号；语料里没有时为空"), *_HELD,
    ),
    "problems": (
        *_FILE, *_POSITION,
        *_columns("text", code="代码", severity="error、warning、info", message="说明", advice="下一步", place="位置"),
        *_columns("number", page="页码", start="从第几个字起", stop="到第几个字为止，不含"),
    ),
    "bodies": (
        *_columns("text", body="关系图里的节点", canonical="规范名称", home="所属的地方或单位"),
        *_columns("texts", called="名录里的各种叫法"),
    ),
    "nodes": _columns(
        "text", node="节点编号：document:…、cited:…、body:…、person:…、task:…", kind="种类", label="名称",
        attributes="其他属性，JSON",
    ),
    "edges": (
        *_columns("text", subject="起点", relation="关系", object="终点", file="依据所在的文件", words="依据的原文"),
        *_SPAN, *_columns("text", there="另一处依据（重申的任务），JSON；没有时为空"),
    ),
})  # fmt: skip

BY_FILE = ("files", "documents", "tasks", "owners", "times", "references", "problems")
"""Tables whose rows belong to a file, and lie in its bucket."""
ACROSS = ("bodies", "nodes", "edges")
"""Tables whose rows belong to no file alone: their bucket goes by the first column."""

RECORDS = _columns(
    "text", file="来源文件", sha256="内容的 SHA-256", digest="规则和程序的版本", status="同 files",
    record="analysis.jsonl 的一行",
)  # fmt: skip
"""What a cluster keeps of every file between reading and linking, and from run to run."""
LISTED = _columns(
    "text", file="来源文件", path="文件的路径或网址", route="在压缩包、邮件里的位置，逐层的序号",
    opened="附件另读的邮件记 1",
)
"""What a cluster has to read."""
