"""Why a template cannot be filled in."""

from __future__ import annotations

from extractor.model.errors import UsageError


class TemplateUnreadable(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The template is no workbook that can be opened: .xls, a password, damage."""

    code = "template-unreadable"


class TemplateWithoutHeader(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No row of the template has names that are known."""

    code = "template-without-header"
