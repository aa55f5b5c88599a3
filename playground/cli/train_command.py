"""``playground train WHAT``: train an experiment in the terminal, print what came of it, write it if asked."""

from __future__ import annotations

import click

from engine.assignment import settings
from playground.cli.sources import read_experiment

INTERRUPTED = 130


class TrainCommand(click.Command):
    """A command whose help ends with everything that ``--set`` takes."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One entry for each setting: its names, what it does, what is allowed in brackets."""
        with formatter.section("What --set takes (path=value)"):
            rows = [(", ".join(one.names), f"{one.help} [{one.allowed}]") for one in settings()]
            formatter.write_dl(rows, col_max=28)


@click.command("train", cls=TrainCommand, short_help="Train an experiment here, without the window.")
@click.argument("what", metavar="WHAT", required=False)
@click.option("--epochs", metavar="N", help="Train so many epochs instead of the experiment's own number.")
@click.option("--seed", metavar="N", help="Seed of weights, shuffling and dropout.")
@click.option("--set", "assignments", metavar="PATH=VALUE", multiple=True, help="Change a setting; may be repeated.")
@click.option(
    "--out", metavar="DIR", help="Write experiment.json, weights.npz, weights.safetensors and history.csv there."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
def train_command(
    what: str | None,
    epochs: str | None,
    seed: str | None,
    assignments: tuple[str, ...],
    out: str | None,
    as_json: bool,
) -> int:
    """Train WHAT: an experiment's file (.json), preset:NAME (see: playground presets) or a link to an experiment."""
    experiment = read_experiment(what, assignments, epochs, seed)
    from engine.label_warnings import label_warnings
    from engine.trainer import Trainer
    from playground.cli.output_folder import make_folder, write_results
    from playground.cli.result import result_of
    from playground.cli.training import train

    trainer = Trainer(experiment)
    for warning in label_warnings(experiment.augmentation, experiment.data, trainer.prepared.dataset):
        words = f"it keeps the class of {warning.kept:.0%} of the samples it moves"
        click.echo(f"playground: augmentation.{warning.name}={warning.amount:g}: {words}", err=True)
    folder = None if out is None else make_folder(out)
    outcome = train(trainer, experiment.epochs)
    if as_json or not outcome.interrupted:
        result = result_of(trainer, outcome)
        click.echo(result.to_json() if as_json else result.to_text())
    if outcome.message is not None:
        click.echo(f"playground: {outcome.message}", err=True)
    if folder is not None:
        write_results(folder, trainer)
    return INTERRUPTED if outcome.interrupted else 0
