"""Write the invented record of past votes that the course ships.

Run: ``.venv-test/bin/python benchmarks/invented_votes.py``. It draws the votes with the parameters
in ``fracties.csv`` beside the record; a test holds an estimate from the record to these.
"""

from pathlib import Path

import pandas as pd

from helpers.analysis.past_votes.decisions import simulated_record, votes_by_decision

FOLDER = Path(__file__).parents[1] / "datasets" / "stemmingen-verzonnen"
SEED = 31
MEETINGS, VOTES = 50, 24


def wide(record: pd.DataFrame) -> pd.DataFrame:
    """Return the record as one row a decision, with cells such as ``V7`` and ``T5``."""
    past = votes_by_decision(record)
    table = past.votes.replace({1.0: "V", 0.0: "T"}) + past.seats.astype(str)
    table.insert(0, "datum", past.dates.dt.strftime("%Y-%m-%d"))
    return table.rename_axis("besluit").reset_index()


def main() -> None:
    """Write the file."""
    groups = pd.read_csv(FOLDER / "fracties.csv")
    days = pd.date_range("2022-01-13", periods=MEETINGS, freq="28D")
    table = wide(simulated_record(groups, days, VOTES, SEED))
    table.to_csv(FOLDER / "stemmingen.csv", index=False, lineterminator="\n")
    print(f"{len(table)} decisions of {len(groups)} party groups written")


if __name__ == "__main__":
    main()
