"""Who is linked to the organisation through which themes and departments, and who is not."""

import pandas as pd


def partner_links(partners: pd.DataFrame, partner_themes: pd.DataFrame) -> pd.DataFrame:
    """Return how each partner is linked: one row a partner, in the order of ``partners``.

    Needs ``partners.id`` and ``partner_themes.partner, theme, level, department``. A link is a row
    with a level above 0 or a department through which the contact runs. Columns: ``partner``,
    ``themes`` and ``departments`` (tuples without doubles, in the order of the rows; a department
    is read without blanks around it), ``alone`` (no link at all) and ``one_department`` (linked,
    and through one department only).

    >>> partners = pd.DataFrame({"id": ["housing", "care"]})
    >>> rows = pd.DataFrame({"partner": ["housing"] * 2, "theme": ["rent", "sale"],
    ...                      "level": [3.0, 0.0], "department": [" Living", ""]})
    >>> partner_links(partners, rows).values.tolist()
    [['housing', ('rent',), ('Living',), False, True], ['care', (), (), True, False]]
    """
    themes: dict[str, dict[str, None]] = {one: {} for one in partners["id"]}
    departments: dict[str, dict[str, None]] = {one: {} for one in partners["id"]}
    columns = [partner_themes[name].tolist() for name in ("partner", "theme", "level")]
    for partner, theme, level, named in zip(*columns, partner_themes["department"], strict=True):
        department = named.strip() if isinstance(named, str) else ""
        if partner in themes and (level > 0 or department):
            themes[partner][theme] = None
            if department:
                departments[partner][department] = None
    keys = list(themes)
    counts = [len(departments[key]) for key in keys]
    return pd.DataFrame(
        {
            "partner": keys,
            "themes": [tuple(themes[key]) for key in keys],
            "departments": [tuple(departments[key]) for key in keys],
            "alone": [not themes[key] for key in keys],
            "one_department": [count == 1 for count in counts],
        }
    )
