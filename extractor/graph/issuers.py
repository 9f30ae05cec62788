"""Issuers as titles name them: 市政府 for 甲市人民政府, 省委教育工委 for 中共甲省委教育工作委员会."""

from __future__ import annotations

from extractor.rules.pattern.own import own

_SHORTER = (
    ("中国共产党", ""),
    ("中共", ""),
    ("发展和改革", "发改"),
    ("发展改革", "发改"),
    ("工作委员会", "工委"),
    ("委员会", "委"),
    ("人民政府", "政府"),
    ("办公厅", "办"),
    ("办公室", "办"),
)
_AND_OTHERS = own(r"等(?:\w{0,4}(?:部门|单位|机关|委局|厅局))?$")
_SEPARATORS = own(r"[、，；\s]+")


def plain_issuer(key: str) -> str:
    """The key of an issuer, or of issuers in a row, in its customary short form; 等部门 and separators dropped."""
    short = _AND_OTHERS.sub("", _SEPARATORS.sub("", key))
    for full, customary in _SHORTER:
        short = short.replace(full, customary)
    return short
