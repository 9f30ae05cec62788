"""The parts of a workbook packed again without the hour: the same contents give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:modified[^>]{0,100}>)[^<]{0,40}(</dcterms:modified>)")
_THEN = rb"\g<1>2000-01-01T00:00:00Z\g<2>"


def same_bytes(data: bytes) -> bytes:
    """``data``, a workbook, with a day of long ago in place of now."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as result:
        for name in parts.namelist():
            part = parts.read(name)
            content = _STAMP.sub(_THEN, part) if name == _CORE else part
            result.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
