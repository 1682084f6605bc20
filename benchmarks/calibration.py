"""How well models of past votes do on later votes that they have not seen.

Run: ``.venv-test/bin/python benchmarks/calibration.py [record.csv ...] [--from 2025-01-01]``.
Without a file it takes the invented record that the course ships. Several files count as one
record; the forms that can be read are those of ``helpers.dossier.vote_record``. Windows expand:
learn from everything before a day, judge what comes next, move on; with ``--from`` nothing before
that day is judged, and with ``--windows 1`` nothing after it is learned.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.analysis.past_votes.calibration import LEARNERS, best_so_far, folds_by_day, out_of_time
from helpers.analysis.past_votes.decisions import PastVotes, blocks_of_days, votes_by_decision
from helpers.analysis.past_votes.factor_fit import fit_votes, resampled_intervals
from helpers.analysis.past_votes.scores import brier_score, mean_interval, reliability
from helpers.dossier.vote_record import read_vote_record

INVENTED = Path(__file__).parents[1] / "datasets" / "stemmingen-verzonnen" / "stemmingen.csv"
HALF_LIVES = (None, 180.0, 60.0)


def read(paths: list[Path]) -> PastVotes:
    """Return the files as one record."""
    record = pd.concat([read_vote_record(path) for path in paths], ignore_index=True)
    return votes_by_decision(record.drop_duplicates(["decision", "group"]))


def compare(past: PastVotes, fold: np.ndarray) -> None:
    """Print a line for each model, and the choice that could have been made each time."""
    print(
        f"{'model':14}{'half-life':>10}{'log-lik.':>10}{'more than apart':>18}"
        f"{'seats':>9}{'Brier':>8}{'time':>8}"
    )
    scores, window, days = {}, None, blocks_of_days(past.dates[fold >= 0])
    for half_life in HALF_LIVES:
        for name, learn in LEARNERS.items():
            start = time.process_time()
            found = out_of_time(past, learn, fold, half_life)
            took = time.process_time() - start
            votes = past.votes.loc[found.given_others.index]
            shown = "none" if half_life is None else f"{half_life:.0f} d"
            scores[f"{name}, {shown}"], window = found.log_likelihood, found.fold
            gain = found.log_likelihood - scores["independent, none"]
            low, high = mean_interval(gain, days, seed=1)
            print(
                f"{name:14}{shown:>10}{found.log_likelihood.mean():10.3f}"
                f"{low:10.2f} to {high:.2f}{found.seats.mean():9.3f}"
                f"{brier_score(found.given_others, votes):8.4f}{took:6.1f} s",
                flush=True,
            )
    first = "loadings, none"  # when nothing is known yet
    chosen = best_so_far(pd.DataFrame({first: scores[first], **scores}), window)
    print(f"chosen for each window by what went before: {chosen.mean():.3f}")


def main() -> None:
    """Print what the record holds, the models out of time, and how often chances came true."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("record", nargs="*", type=Path, default=[INVENTED])
    ask.add_argument("--from", dest="start", type=pd.Timestamp, default=None)
    ask.add_argument("--windows", type=int, default=8)
    told = ask.parse_args()
    past = read(told.record)
    fold = folds_by_day(past.dates, told.windows, start=told.start)
    late = past.dates[fold >= 0]
    print(
        f"{len(past.votes)} decisions of {past.votes.shape[1]} party groups on "
        f"{past.dates.nunique()} days; judged: {len(late)} from {late.iloc[0]:%Y-%m-%d} on, in "
        f"{fold.max() + 1} windows\n"
    )
    compare(past, fold)
    print(
        "\nlog-lik.: mean log of the chance of all votes on a decision, with how much more that is"
    )
    print("than when groups vote apart (90%, days drawn again); seats: the same of the number of")
    print("yes-seats; Brier: of each group's vote given the votes of all others\n")
    found = out_of_time(past, LEARNERS["loadings"], fold)
    votes = past.votes.loc[found.given_others.index]
    print("Chances given the others' votes (loadings), and how often they came true:")
    print(reliability(found.given_others, votes).round(3).to_string(index=False))
    start = time.process_time()
    fit_votes(past.votes)
    took = time.process_time() - start
    print(
        f"\nOne factor, all decisions ({took:.2f} s), with 90% intervals from drawing days again:"
    )
    ends = resampled_intervals(past.votes, blocks_of_days(past.dates), seed=1, resamples=100)
    print(ends.round(2).to_string())


if __name__ == "__main__":
    main()
