"""What LibreOffice saves: the same document in the formats that an office suite writes."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FILTERS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "html": "html:HTML (StarWriter)",
    "pdf": "pdf:writer_pdf_Export",
    "ods": "ods:calc8",
    "xls": "xls:MS Excel 97",
}


def saved_as(ending: str, files: Sequence[Path], folder: Path, seconds: float = 300) -> None:
    """Save ``files`` in ``folder`` with the given ending; a profile of its own, so that nobody's is touched."""
    assert OFFICE, "LibreOffice is not installed"
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [OFFICE, home, "--headless", "--convert-to", FILTERS[ending], "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=seconds)
