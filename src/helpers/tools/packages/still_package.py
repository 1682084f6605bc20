"""The package maker on paper: what was chosen, how each party stands, and what was kept."""

from helpers.tools.controls.packages import PackageResults, PackageTable

Blocks = list[tuple[str, str]]


def still_package(table: PackageTable, results: PackageResults) -> Blocks:
    """Return pairs of a tag and its text."""
    about, more = table.about, results.about
    texts = about["texts"]
    blocks: Blocks = [("h3", about["title"]), ("h4", texts["choose"])]
    blocks += [("li", f"{one['label']}: {_chosen(one)}") for one in table.issues]
    if table.aside:
        blocks += [("h4", texts["aside"]), *(("li", one["label"]) for one in table.aside)]
    blocks.append(("h4", texts["parties"]))
    blocks += [("li", f"{one['name']}: {one['words']} ({one['more']})") for one in table.parties]
    blocks += [("h4", texts["whole"]), *(("p", line["text"]) for line in table.lines)]
    blocks.append(("p", table.count.get("text", "")))
    blocks.append(("h4", more["texts"]["pie"]))
    blocks += [("p", text) for text in results.pie.get("lines", [])]
    blocks += [("li", f"{one['name']}: {one['words']}") for one in results.pie.get("rows", [])]
    return [*blocks, *_kept(results)]


def _chosen(issue: dict[str, object]) -> str:
    offered = issue["options"]
    assert isinstance(offered, list)
    return next(str(one["label"]) for one in offered if one["id"] == issue["value"])


def _kept(results: PackageResults) -> Blocks:
    """Return the kept packages one below the other, each with what was chosen and its values."""
    kept = results.kept
    blocks: Blocks = [("h4", results.about["texts"]["side"]), ("p", kept["none"])]
    for at, column in enumerate(kept["columns"]):
        if not column["key"]:
            continue
        blocks.append(("h5", column["name"]))
        for group in kept["groups"]:
            said = [f"{row['head']}: {row['cells'][at]}" for row in group["rows"]]
            blocks.append(("p", f"{group['title']}. {'; '.join(said)}."))
    return blocks
