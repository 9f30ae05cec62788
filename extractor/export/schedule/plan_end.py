"""When a plan is over: what 2024年工作要点 wants every quarter, it wants until the end of 2024."""

from __future__ import annotations

import datetime as dt

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

_SIGNS = str.maketrans("〇零O一二三四五六七八九", "000123456789")
_YEARS = own(r"(?<!\d)((?:19|20)\d\d)(?: ?年)?(?: ?[-~至到] ?((?:19|20)\d\d))? ?年(?! ?(?:版|修订|以来|起))")
_CHINESE_YEAR = own(r"[一二][〇零九O][〇零一二三四五六七八九O]{2}(?=年)")
_ERA = own(r"(?:“|\")?十([四五六])五(?:”|\")?(?:时期|期间|规划|计划)")
_ERAS = {"四": 2025, "五": 2030, "六": 2035}


def plan_end(title: str, issued: dt.date | None) -> dt.date | None:
    """The last day of the last year that ``title`` names for its plan; None when it names none.

    A plan of a year before its issue (the 2023年度考核 of January 2024) goes on, for nobody knows until when.
    """
    words = _CHINESE_YEAR.sub(lambda year: year[0].translate(_SIGNS), fold(title))
    years = [int(match[2] or match[1]) for match in _YEARS.finditer(words)]
    years += [_ERAS[match[1]] for match in _ERA.finditer(words)]
    if not years or (issued and max(years) < issued.year):
        return None
    return dt.date(max(years), 12, 31)
