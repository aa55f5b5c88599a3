"""Whether a window would come up: every way in which it would not is one line, and Qt never gets to abort."""

import importlib
import importlib.util
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from playground import preflight, system_libraries

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of Linux")


def x_answer(accepts: bool) -> bytes:
    """What an X server says to a client: a set-up with one screen, or a refusal with its reason."""
    if not accepts:
        return struct.pack("<BBHHH", 0, 4, 11, 0, 1) + b"no!!"
    screen = bytes(40)
    fixed = struct.pack("<IIIIHHBBBBBBBBI", 0, 0, 0xFFFF, 0, 0, 65535, 1, 0, 0, 0, 32, 32, 8, 255, 0)
    body = fixed + screen
    return struct.pack("<BBHHH", 1, 0, 11, 0, len(body) // 4) + body


@pytest.fixture
def x_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """A display that takes one client and answers as `request.param` says."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def serve() -> None:
            client, _ = server.accept()
            with client:
                client.recv(4096)
                client.sendall(x_answer(request.param))
                client.recv(4096)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"127.0.0.1:{port - 6000}"
        thread.join(timeout=10)
        assert not thread.is_alive()


@linux_only
@pytest.mark.parametrize("x_server", [True], indirect=True)
def test_an_x_server_that_lets_us_in(x_server: str) -> None:
    assert preflight.check_platforms({"DISPLAY": x_server}) is None


@linux_only
@pytest.mark.parametrize("x_server", [False], indirect=True)
def test_an_x_server_that_does_not(x_server: str) -> None:
    problem = preflight.check_platforms({"DISPLAY": x_server})
    assert problem is not None
    assert f"DISPLAY={x_server!r} does not answer" in problem


@linux_only
def test_a_wayland_server_is_enough_beside_a_dead_x_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "load_error", lambda library: None)
    with tempfile.TemporaryDirectory() as directory, socket.socket(socket.AF_UNIX) as server:
        server.bind(str(Path(directory, "wayland-7")))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": directory}
        assert preflight.check_platforms(environment) is None
        assert preflight.check_platforms({**environment, "DISPLAY": "127.0.0.1:-5999"}) is None
        problem = preflight.check_platforms({**environment, "QT_QPA_PLATFORM": "xcb"})
        assert problem is not None
        assert "DISPLAY=''" in problem


@linux_only
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ""}, "There is no display"),
        ({"DISPLAY": "no such display"}, "DISPLAY='no such display' does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/nowhere"}, "WAYLAND_DISPLAY='wayland-none'"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY='' does not answer"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "WAYLAND_DISPLAY='' does not answer"),
    ],
)
def test_no_display_is_one_line(environment: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "load_error", lambda library: None)
    problem = preflight.check_display(environment)
    assert problem is not None
    assert words in problem
    assert "\n" not in problem


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901", "xcb;offscreen"])
def test_platforms_without_a_display_need_none(platform: str) -> None:
    assert preflight.check_display({"QT_QPA_PLATFORM": platform}) is None


@linux_only
def test_a_plugin_that_does_not_load_names_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "libqxcb.so").write_text("no library")
    monkeypatch.setattr(preflight, "plugin_directory", lambda: tmp_path)
    monkeypatch.setattr(system_libraries, "can_load", lambda soname: soname != "libxcb-cursor.so.0")
    monkeypatch.setattr(system_libraries, "find_installer", lambda: "apt-get")
    problem = preflight.check_platforms({"DISPLAY": ":0"})
    assert problem == (
        "Qt needs libraries that this system lacks; "
        "type: sudo apt-get install -y --no-install-recommends libxcb-cursor0"
    )


def test_a_reason_of_another_kind_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing_libraries", list)
    monkeypatch.setattr(importlib, "import_module", raise_import_error)
    problem = preflight.check_display({"QT_QPA_PLATFORM": "offscreen"})
    assert problem is not None
    assert "libodd.so.3" in problem


def raise_import_error(name: str) -> None:
    raise ImportError(f"libodd.so.3 is missing, says {name}")


def test_without_pyside_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    problem = preflight.check_display({})
    assert problem is not None
    assert problem.startswith("PySide6_Essentials is not installed")


@pytest.mark.parametrize("python", [(3, 11), (3, 12), (3, 13)])
@pytest.mark.parametrize("version", [".".join(map(str, numbers)) for numbers in preflight.FAULTY_BINDINGS])
def test_a_pyside_that_would_abort_is_refused(version: str, python: tuple[int, int]) -> None:
    problem = preflight.check_binding(version, python)
    if python >= (3, 12):
        assert problem is None
    else:
        assert problem is not None
        assert f"PySide6 {version} aborts on Python 3.11" in problem


@pytest.mark.parametrize("version", ["6.10.3", "6.11.2", "6.11.3", "6.12.1"])
def test_other_versions_are_not(version: str) -> None:
    assert preflight.check_binding(version, (3, 11)) is None


def test_calls_that_return_nothing_leave_the_count_of_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < 1_000
