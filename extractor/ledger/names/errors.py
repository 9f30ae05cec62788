"""Why names that a person wrote name no single body."""

from __future__ import annotations

from extractor.model.errors import UsageError


class NoSuchBody(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No body of the ledger is called so."""

    code = "no-such-body"


class SeveralHomes(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Bodies of several organisations are called so."""

    code = "names-several-homes"


class NoCommonHome(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No organisation has bodies of all these names."""

    code = "names-no-common-home"
