"""Why a template cannot be filled in, or not wholly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.errors import UsageError
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.export.workbook.headers import Header


class TemplateUnreadable(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The template is no workbook that can be opened: .xls, a password, damage."""

    code = "template-unreadable"


class TemplateWithoutHeader(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No row of the template has names that are known."""

    code = "template-without-header"


def left_open(header: Header, first: int, last_of_header: int) -> Iterator[Problem]:
    """The columns that stay empty, and whether rows of the office's own stand before row ``first`` of the tasks."""
    for _, name in header.unknown:
        yield Problem("template-column-unknown", None, "info", (("column", name),))
    if first > last_of_header + 1:
        yield Problem("template-rows-kept", None, "warning", (("row", str(first)),))
