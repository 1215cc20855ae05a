"""Scores the detector on the corpus, for people who work on it.

    python -m tests.corpus_score [--seed N] [--misses] [CATEGORY[/CASE]]...

Recall and precision count findings by place and rule, env the fallbacks that are called so, sets the pairs of
findings that are rightly together or apart, other the remaining differences (span, value, encoding, …).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable

import click

from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob
from tests.corpus_format import case_names, load
from tests.corpus_judge import Verdict, judge


@click.command()
@click.option("--seed", type=int, help="Repeat the run with this seed.")
@click.option("--misses", is_flag=True, help="List every difference.")
@click.argument("only", nargs=-1)
def main(seed: int | None, misses: bool, only: tuple[str, ...]) -> None:
    """Detect in every case and print totals per category."""
    seed = random.randrange(2**32) if seed is None else seed
    by_category: dict[str, list[Verdict]] = defaultdict(list)
    for name in case_names():
        if only and not name.startswith(only):
            continue
        case = load(name, seed)
        verdict = judge(case, detect(Blob(data=case.data, path=case.path)).findings)
        by_category[case.category].append(verdict)
        if misses:
            for problem in verdict.problems:
                click.echo(str(problem))
    click.echo(
        f"{'category':20}{'cases':>6}{'right':>6}{'found':>7}{'missed':>7}{'wrong':>6}{'env':>9}{'sets':>11}{'other':>6}"
    )
    for category, verdicts in by_category.items():
        click.echo(f"{category:20}" + _row(verdicts))
    click.echo(f"{'all':20}" + _row([verdict for verdicts in by_category.values() for verdict in verdicts]))
    click.echo(f"seed {seed}")


def _row(verdicts: list[Verdict]) -> str:
    found = sum(len(verdict.pairs) for verdict in verdicts)
    missed, wrong, bad_sets = (_total(verdicts, (kind,)) for kind in ("missed", "wrong", "sets"))
    other = _total(verdicts, ("span", "value", "not-env", "encoding", "severity", "cell"))
    wanted = sum(one.env not in ("no", "maybe") for verdict in verdicts for one, _ in verdict.pairs)
    pairs = sum(len(verdict.pairs) * (len(verdict.pairs) - 1) // 2 for verdict in verdicts)
    right = sum(not verdict.problems for verdict in verdicts)
    env = f"{wanted - _total(verdicts, ('env',))}/{wanted}"
    sets = f"{pairs - bad_sets}/{pairs}"
    return f"{len(verdicts):6}{right:6}{found:7}{missed:7}{wrong:6}{env:>9}{sets:>11}{other:6}" + _ratios(
        found, missed, wrong
    )


def _ratios(found: int, missed: int, wrong: int) -> str:
    recall = found / (found + missed) if found + missed else 1.0
    precision = found / (found + wrong) if found + wrong else 1.0
    return f"  recall {recall:.4f} precision {precision:.4f}"


def _total(verdicts: Iterable[Verdict], kinds: tuple[str, ...]) -> int:
    return sum(verdict.count(kind) for verdict in verdicts for kind in kinds)


if __name__ == "__main__":
    main()
