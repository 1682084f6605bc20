"""How well the rules read lines that people labelled, and how quickly.

Run: ``.venv/bin/python benchmarks/questions.py FILE [--wrong]``. The file is CSV with the columns
``id``, ``text``, ``form``, ``function`` (``none`` for no form or function) and ``also`` (another
function that is right as well). Precision is over what is answered; recall and answered over what
is labelled. ``--wrong`` prints each line that is read otherwise, with the rules that spoke.
Functions count only where the label says that something is asked.
"""

import argparse
import csv
import time
from pathlib import Path

from helpers.analysis.questions.reading import read_utterance
from helpers.analysis.questions.rules import FORMS, FUNCTIONS

ASK = {"open", "closed", "softened_closed", "leading", "multiple"}
Pair = tuple[str, str, str]  # the label, what the rules say, another right label


def labelled(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(pair: Pair) -> bool:
    """Return whether what the rules say is one of the labels."""
    label, said, also = pair
    return said == label or (bool(also) and said == also)


def report(title: str, classes: tuple[str, ...], pairs: list[Pair]) -> None:
    """Print precision, recall and answers for each class and for all together."""
    print(f"\n{title:18}{'labelled':>9}{'precision':>11}{'recall':>8}{'answered':>10}")
    for one in classes:
        said = [pair for pair in pairs if pair[1] == one]
        known = [pair for pair in pairs if pair[0] == one]
        row(one, known, said)
    known = [pair for pair in pairs if pair[0] != "none"]
    row("together", known, [pair for pair in pairs if pair[1] != "none"])
    quiet = [pair for pair in pairs if pair[0] == "none"]
    kept = sum(pair[1] == "none" for pair in quiet)
    print(f"{'none':18}{len(quiet):9}  left unanswered {share(kept, len(quiet))}")


def row(name: str, known: list[Pair], said: list[Pair]) -> None:
    """Print one line of a table: what is labelled so, and what is read so."""
    answered = sum(pair[1] != "none" for pair in known)
    right, good = (sum(map(is_right, pairs)) for pairs in (said, known))
    print(
        f"{name:18}{len(known):9}{share(right, len(said)):>11}"
        f"{share(good, len(known)):>8}{share(answered, len(known)):>10}"
    )


def share(part: int, whole: int) -> str:
    """Return a percentage, or a dash when there is nothing to divide."""
    return f"{part / whole:.0%}" if whole else "-"


def milliseconds(texts: list[str], runs: int = 5) -> tuple[float, float]:
    """Return the mean and the longest processor time of a reading, each the least of several."""
    read_utterance("Hoe gaat dat?")
    best = [min(_seconds(text) for _ in range(runs)) * 1e3 for text in texts]
    return sum(best) / len(best), max(best)


def _seconds(text: str) -> float:
    start = time.process_time_ns()
    read_utterance(text)
    return (time.process_time_ns() - start) / 1e9


def main() -> None:
    """Print the tables, the time, and with ``--wrong`` each line that is read otherwise."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    rows = labelled(options.path)
    forms, functions = [], []
    for row in rows:
        reading = read_utterance(row["text"])
        form: Pair = (row["form"], reading.form or "none", "")
        function: Pair = (row["function"], reading.function or "none", row["also"])
        forms.append(form)
        if row["form"] in ASK:
            functions.append(function)
        if options.wrong:
            if not is_right(form):
                print(f"{row['id']} form {form[0]} read {form[1]}: {row['text']} {reading.rules}")
            if row["form"] in ASK and not is_right(function):
                print(
                    f"{row['id']} function {function[0]} read {function[1]}: "
                    f"{row['text']} {reading.rules}"
                )
    report("form", FORMS, forms)
    report("function", FUNCTIONS, functions)
    mean, longest = milliseconds([row["text"] for row in rows])
    print(f"\n{len(rows)} lines, {mean:.2f} ms a line, at most {longest:.2f} ms")


if __name__ == "__main__":
    main()
