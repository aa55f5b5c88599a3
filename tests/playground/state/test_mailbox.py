"""The mailbox: commands in order, the newest experiment wins, a change of shape is never skipped, closing wakes all."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.experiment import Experiment
from engine.field import Effect
from engine.frozen import FrozenWeight
from playground.state.mailbox import Command, Mailbox, Message, Request, Setting, Submission
from playground.state.view import View


def submission(ticket: int, effect: Effect) -> Submission:
    return Submission(experiment=replace(Experiment(), seed=ticket), effect=effect, ticket=ticket)


def test_messages_come_in_order_and_once() -> None:
    mailbox = Mailbox()
    commands = [Command(action="play"), Command(action="step batch"), Command(action="pause")]
    assert mailbox.is_empty
    for command in commands:
        assert mailbox.put(command)
    assert not mailbox.is_empty
    assert mailbox.take() == commands
    assert mailbox.take() == []


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ("live", "live", "live"),
        ("none", "live", "live"),
        ("live", "none", "none"),
        ("restart", "live", "restart"),
        ("restart", "data", "restart"),
        ("live", "data", "data"),
        ("data", "data", "data"),
        ("data", "none", "data"),
        ("data", "live", "data"),
        ("data", "restart", "restart"),
        ("data", "shape", None),
        ("shape", "data", None),
        ("restart", "shape", "restart"),
        ("restart", "restart", "restart"),
        ("live", "restart", "restart"),
        ("shape", "restart", "restart"),
        ("shape", "live", None),
        ("live", "shape", None),
        ("shape", "shape", None),
    ],
)
def test_the_newest_experiment_wins(first: Effect, second: Effect, merged: Effect | None) -> None:
    mailbox = Mailbox()
    mailbox.put(submission(1, first))
    mailbox.put(submission(2, second))
    taken = mailbox.take()
    assert taken == ([submission(1, first), submission(2, second)] if merged is None else [submission(2, merged)])


def test_a_command_between_keeps_both() -> None:
    mailbox = Mailbox()
    messages: list[Message] = [submission(1, "live"), Command(action="step batch"), submission(2, "live")]
    for message in messages:
        mailbox.put(message)
    assert mailbox.take() == messages


def setting(unit: int, value: float) -> Setting:
    return Setting(weight=FrozenWeight(layer=1, unit=unit, value=value))


def test_of_one_weight_the_newest_value_wins() -> None:
    mailbox = Mailbox()
    for message in (setting(1, 0.1), setting(1, 0.2), setting(2, 0.3), setting(1, 0.4)):
        mailbox.put(message)
    assert mailbox.take() == [setting(1, 0.2), setting(2, 0.3), setting(1, 0.4)]


def test_the_newest_view_wins() -> None:
    mailbox = Mailbox()
    mailbox.put(View(columns=(0, 1)))
    mailbox.put(View(columns=(2, 1)))
    assert mailbox.take() == [View(columns=(2, 1))]


@given(st.lists(st.sampled_from(["none", "live", "shape", "data", "restart"]), min_size=1))
def test_a_restart_is_never_lost_and_the_last_experiment_comes_last(effects: list[Effect]) -> None:
    mailbox = Mailbox()
    for ticket, effect in enumerate(effects):
        mailbox.put(submission(ticket, effect))
    taken = [message for message in mailbox.take() if isinstance(message, Submission)]
    assert taken[-1].ticket == len(effects) - 1
    if "restart" in effects:
        assert taken[-1].effect == "restart"  # what followed is part of the new run's beginning
    else:
        assert [one.effect for one in taken].count("shape") == effects.count("shape")


def test_closing_wakes_who_waits_and_cancels_requests() -> None:
    mailbox = Mailbox()
    request = Request()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(mailbox.wait)
        mailbox.put(request)
        waiting.result(30)
        taken = mailbox.take()
        assert taken == [request]
        mailbox.put(request)
        mailbox.close()
        pool.submit(mailbox.wait).result(30)
    assert request.answer.cancelled()
    assert mailbox.is_closed
    assert not mailbox.put(Command(action="play"))
    assert mailbox.take() == []
    mailbox.close()
