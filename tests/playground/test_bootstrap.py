"""The set-up of a checkout: made once, entered ever after, repaired when killed, never at somebody's cost."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from playground import bootstrap, system_libraries
from playground.checkout import PYTHON, Checkout

ROOT = Path(__file__).resolve().parents[2]


class Tools:
    """Stands in for venv and pip: keeps what they were asked, leaves what they would leave, may fail or be killed."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.commands: list[list[str]] = []
        self.failing: BaseException | None = None

    def call(self, command: list[str], _directory: Path, _failed: str) -> None:
        self.commands.append(command)
        if "venv" in command:
            self.checkout.python.parent.mkdir(parents=True, exist_ok=True)
            self.checkout.python.write_text("")
        elif self.failing is not None:
            raise self.failing

    def steps(self) -> list[str]:
        """The last word of each command: the directory made, what was installed."""
        return [command[-1] for command in self.commands]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A fresh source tree, as if the bootstrap lay in it."""
    checkout = Checkout(tmp_path)
    checkout.constraints.parent.mkdir()
    checkout.project.write_text('[build-system]\nrequires = ["builder>=1"]\n[project]\ndependencies = ["never-made"]\n')
    checkout.constraints.write_text("builder==1.5\n")
    monkeypatch.setattr(bootstrap, "__file__", str(tmp_path / "playground" / "bootstrap.py"))
    monkeypatch.setattr(bootstrap, "has_pip", lambda python: python.exists())
    monkeypatch.setattr(bootstrap, "install_system_packages", lambda: None)
    return checkout


@pytest.fixture
def tools(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Tools:
    tools = Tools(checkout)
    monkeypatch.setattr(bootstrap, "call", tools.call)
    return tools


@pytest.fixture
def restarts(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str]]:
    """What the process was replaced by, instead of replacing it."""
    restarts: list[tuple[Path, str]] = []
    monkeypatch.setattr(bootstrap, "restart", lambda python, module: restarts.append((python, module)))
    return restarts


def enter_from_plain_python(monkeypatch: pytest.MonkeyPatch, extra: str = "") -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "prefix", sys.base_prefix)
        bootstrap.enter_environment("playground", extra)


def test_the_first_start_makes_everything_and_restarts_there(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_from_plain_python(monkeypatch)
    assert tools.steps() == [str(checkout.environment), "builder>=1", "."]
    assert all(str(checkout.constraints) in command for command in tools.commands[1:])
    assert restarts == [(checkout.python, "playground")]
    assert checkout.is_ready("")
    assert not checkout.unfinished.exists()


def test_a_later_start_only_restarts(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_from_plain_python(monkeypatch)
    tools.commands.clear()
    enter_from_plain_python(monkeypatch)
    assert tools.commands == []
    assert len(restarts) == 2


def test_an_extra_is_added_and_kept(checkout: Checkout, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap.set_up(checkout, "")
    bootstrap.set_up(checkout, "test")
    assert tools.steps()[3:] == ["builder>=1", ".[test]"]
    checkout.constraints.write_text("builder==1.6\n")
    bootstrap.set_up(checkout, "")
    assert tools.steps()[5:] == ["builder>=1", ".[test]"]


def test_an_installed_wheel_is_left_alone(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.project.unlink()
    enter_from_plain_python(monkeypatch)
    assert tools.commands == []
    assert restarts == []


def test_an_active_environment_that_fits_is_used(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]]
) -> None:
    checkout.project.write_text('[project]\ndependencies = ["pytest>=1"]\n')
    bootstrap.enter_environment("playground")
    assert tools.commands == []
    assert restarts == []


def test_an_active_environment_that_does_not_fit_is_left_for_ours(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]]
) -> None:
    bootstrap.enter_environment("playground")
    assert restarts == [(checkout.python, "playground")]


def test_its_own_environment_is_mended_from_inside_and_not_restarted(
    checkout: Checkout, tools: Tools, restarts: list[tuple[Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.set_up(checkout, "")
    tools.commands.clear()
    monkeypatch.setattr(sys, "prefix", str(checkout.environment))
    bootstrap.enter_environment("playground")
    assert tools.commands == []
    checkout.constraints.write_text("builder==1.6\n")
    bootstrap.enter_environment("playground")
    assert tools.steps() == ["builder>=1", "."]
    assert restarts == []


@pytest.mark.parametrize(("dependency", "steps"), [("pytest>=1", 0), ("never-made", 2)])
def test_an_environment_made_by_hand_is_mended_only_if_it_does_not_fit(
    dependency: str, steps: int, checkout: Checkout, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.project.write_text(f'[build-system]\nrequires = ["b"]\n[project]\ndependencies = ["{dependency}"]\n')
    checkout.python.parent.mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(checkout.environment))
    bootstrap.enter_environment("playground")
    assert len(tools.commands) == steps


def test_a_killed_set_up_is_begun_anew(checkout: Checkout, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    tools.failing = KeyboardInterrupt()
    with pytest.raises(SystemExit, match="begins it anew"):
        enter_from_plain_python(monkeypatch)
    assert checkout.unfinished.exists()
    (checkout.environment / "half-a-package").touch()
    monkeypatch.setattr(sys, "prefix", str(checkout.environment))
    with pytest.raises(SystemExit, match="interrupted"):
        bootstrap.enter_environment("playground")
    tools.failing = None
    bootstrap.set_up(checkout, "")
    assert not (checkout.environment / "half-a-package").exists()
    assert checkout.is_ready("")
    assert not checkout.unfinished.exists()


def test_a_failed_installation_is_one_line_and_is_gone_on_with(checkout: Checkout, tools: Tools) -> None:
    tools.failing = SystemExit("pip could not")
    with pytest.raises(SystemExit, match="pip could not"):
        bootstrap.set_up(checkout, "")
    assert not checkout.is_ready("")
    assert not checkout.unfinished.exists()
    tools.failing = None
    tools.commands.clear()
    bootstrap.set_up(checkout, "")
    assert tools.steps() == ["builder>=1", "."]


def test_the_environment_of_another_python_is_made_anew(checkout: Checkout, tools: Tools) -> None:
    bootstrap.set_up(checkout, "")
    checkout.stamp.write_text(checkout.stamp.read_text().replace(PYTHON, "3.99"))
    (checkout.environment / "package-of-3.99").touch()
    bootstrap.set_up(checkout, "")
    assert not (checkout.environment / "package-of-3.99").exists()


def test_somebody_elses_environment_is_used_and_survives_even_a_kill(checkout: Checkout, tools: Tools) -> None:
    checkout.python.parent.mkdir(parents=True)
    checkout.python.touch()
    theirs = checkout.environment / "their-package"
    theirs.touch()
    tools.failing = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        bootstrap.set_up(checkout, "")
    tools.failing = None
    bootstrap.set_up(checkout, "")
    assert theirs.exists()
    assert checkout.is_ready("")


def test_what_is_no_environment_is_not_thrown_away(checkout: Checkout, tools: Tools) -> None:
    checkout.environment.mkdir()
    with pytest.raises(SystemExit, match="move it away"):
        bootstrap.set_up(checkout, "")
    assert checkout.environment.exists()


def test_of_two_starts_at_once_one_works_and_one_waits(checkout: Checkout, tools: Tools) -> None:
    starts = [threading.Thread(target=bootstrap.set_up, args=(checkout, "")) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(tools.commands) == 3


def test_a_place_that_cannot_be_written_is_one_line(
    checkout: Checkout, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.unfinished.mkdir()
    with pytest.raises(SystemExit, match=r"^The set-up failed: .*\.venv-unfinished"):
        enter_from_plain_python(monkeypatch)


def test_a_step_that_fails_says_what_it_was(tmp_path: Path) -> None:
    bootstrap.call([sys.executable, "-c", ""], tmp_path, "unseen")
    with pytest.raises(SystemExit, match="The set-up failed: no luck"):
        bootstrap.call([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, "no luck")


def test_has_pip_asks_the_interpreter(tmp_path: Path) -> None:
    assert bootstrap.has_pip(Path(sys.executable))
    assert not bootstrap.has_pip(tmp_path / "python")


@pytest.mark.parametrize(
    ("can_make", "missing", "asked"),
    [
        ([True, True], [], None),
        ([False, True], [], [f"python{PYTHON}-venv"]),
        ([True, True], ["libgl1"], ["libgl1", "fonts-noto-cjk"]),
        ([False, True], ["libgl1"], [f"python{PYTHON}-venv", "libgl1", "fonts-noto-cjk"]),
    ],
)
def test_only_what_the_system_lacks_is_installed(
    can_make: list[bool], missing: list[str], asked: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[list[str]] = []
    answers = iter(can_make)
    libraries = [row for row in system_libraries.QT_LIBRARIES if row.debian in missing]
    monkeypatch.setattr(bootstrap, "can_make_environment", lambda: next(answers))
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda: [] if installed else libraries)
    monkeypatch.setattr(system_libraries, "install_debian_packages", installed.append)
    bootstrap.install_system_packages()
    assert installed == ([asked] if asked else [])


def test_without_the_right_to_install_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda: [system_libraries.QT_LIBRARIES[0]])
    monkeypatch.setattr(system_libraries, "install_debian_packages", lambda packages: False)
    monkeypatch.setattr(system_libraries, "find_installer", lambda: "apt-get")
    monkeypatch.setattr(bootstrap, "can_make_environment", lambda: True)
    bootstrap.install_system_packages()
    assert "type: sudo apt-get install -y --no-install-recommends libglib2.0-0\n" in capsys.readouterr().out
    monkeypatch.setattr(bootstrap, "can_make_environment", lambda: False)
    with pytest.raises(SystemExit, match=rf"type: sudo apt-get .* libglib2.0-0 python{PYTHON}-venv$"):
        bootstrap.install_system_packages()


def test_the_way_through_imports_nothing_slow() -> None:
    slow = {"subprocess", "tomllib", "importlib.metadata", "ctypes", "numpy", "PySide6"}
    code = f"import sys; import playground.__main__, playground.bootstrap; print(sorted({slow} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
