"""What is missing is found by the loader, said in one line, and installed only where that is allowed."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from playground import system_libraries as system
from playground.system_libraries import INSTALLERS, QT_LIBRARIES, Library

ONE = Library("libnothing.so.1", "libnothing1", "nothing-libs", "nothing")


class Shell:
    """Stands in for subprocess.run: keeps the commands, answers with the statuses it was given by words in them."""

    def __init__(self, **status: int) -> None:
        self.commands: list[list[str]] = []
        self.status = status

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        failed = [code for word, code in self.status.items() if f"--{word}" in command or word in command]
        return subprocess.CompletedProcess(command, failed[0] if failed else 0, stdout="what apt-get said")


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return monkeypatch


@pytest.mark.parametrize("library", QT_LIBRARIES, ids=lambda library: library.soname)
def test_every_row_is_a_library_and_its_packages(library: Library) -> None:
    assert re.fullmatch(r"lib[\w.-]+\.so\.\d+", library.soname)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]+", name) for name in library[1:])


def test_rows_are_different_libraries() -> None:
    assert len({library.soname for library in QT_LIBRARIES}) == len(QT_LIBRARIES)


def test_the_loader_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not system.can_load("libnothing.so.1")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system, "can_load", lambda soname: soname != "libEGL.so.1")
    assert [library.debian for library in system.missing_libraries()] == ["libegl1"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.missing_libraries() == []


@pytest.mark.parametrize("installer", INSTALLERS)
def test_what_to_type_is_one_line_with_each_package_once(installer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == installer else None)
    line = system.what_to_type(QT_LIBRARIES, "python3.11-venv")
    assert line.startswith(f"type: sudo {installer} ")
    words = line.split()
    assert "\n" not in line
    assert len(words) == len(set(words))
    assert ("python3.11-venv" in words) == (installer == "apt-get")


def test_where_no_installer_is_known_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert system.what_to_type([ONE]) == "install libnothing.so.1"


def test_root_installs_without_fetching_lists_that_will_do(
    debian: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell()
    debian.setattr(subprocess, "run", shell.run)
    assert system.install_debian_packages(["libnothing1"])
    assert ["update" in command for command in shell.commands] == [False, False]
    assert shell.commands[-1][-1] == "libnothing1"
    assert capsys.readouterr().out == "Installing system packages with apt-get: libnothing1\n"


def test_lists_are_fetched_when_the_known_ones_will_not_do(debian: pytest.MonkeyPatch) -> None:
    shell = Shell(simulate=100)
    debian.setattr(subprocess, "run", shell.run)
    assert system.install_debian_packages(["libnothing1"])
    assert ["update" in command for command in shell.commands] == [False, True, False]


@pytest.mark.parametrize("failing", [{"simulate": 100, "update": 100}, {"libnothing1": 100}])
def test_what_apt_said_is_shown_when_it_failed(
    failing: dict[str, int], debian: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.setattr(subprocess, "run", Shell(**failing).run)
    assert not system.install_debian_packages(["libnothing1"])
    assert "what apt-get said" in capsys.readouterr().out


@pytest.mark.parametrize(("sudo_status", "prefix"), [(0, ["sudo", "-n"]), (1, None)])
def test_sudo_is_used_where_it_asks_nothing(
    sudo_status: int, prefix: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", Shell(sudo=sudo_status).run)
    assert system.permission_prefix() == prefix


def test_without_the_right_nothing_is_run(debian: pytest.MonkeyPatch) -> None:
    shell = Shell()
    debian.setattr(os, "geteuid", lambda: 1000, raising=False)
    debian.setattr(subprocess, "run", shell.run)
    assert not system.install_debian_packages(["libnothing1"])
    assert shell.commands == []
