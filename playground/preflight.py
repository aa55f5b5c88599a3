"""Before Qt is asked for a window: would it come up? Qt answers that with an abort, this answers with a sentence.

Call `check_display()` before a QApplication is made, print what it returns and leave with status 1; None means go on.
The command line's other commands need none of this and must not call it. What only some platforms need is imported
for them: this runs before every window.
"""

import importlib
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

# These lose a reference to None with every call that returns nothing; a Python that counts such references aborts.
FAULTY_BINDINGS = {(6, 11, 0), (6, 11, 1), (6, 12, 0)}
COUNTS_NONE_BEFORE = (3, 12)
DISPLAY_PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}


def check_display(environment: Mapping[str, str] = os.environ) -> str | None:
    """One line that says why no window can be opened and what to do, or None when one can.

    `environment` holds QT_QPA_PLATFORM, DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR. Imports PySide6.QtWidgets.
    """
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6_Essentials is not installed; type: python -m pip install PySide6_Essentials"
    problem = check_libraries()
    if problem is None:
        from PySide6 import __version__  # the packages' own list would take three times as long to read

        problem = check_binding(__version__, sys.version_info[:2])
    if problem is None and sys.platform.startswith("linux"):
        problem = check_platforms(environment)
    return problem


def check_binding(version: str, python: tuple[int, ...]) -> str | None:
    """Refuse the versions of PySide6 that would abort the program on this Python after a second or two."""
    numbers = tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
    if numbers not in FAULTY_BINDINGS or python >= COUNTS_NONE_BEFORE:
        return None
    return (
        f"PySide6 {version} aborts on Python {'.'.join(map(str, python))}; "
        'type: python -m pip install "PySide6_Essentials==6.11.3"'
    )


def check_libraries() -> str | None:
    """Whether Qt's widgets can be imported; if not, the libraries that are missing and how to get them."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return explain_missing(str(error))
    return None


def check_platforms(environment: Mapping[str, str]) -> str | None:
    """Whether one of the platforms Qt would try here comes up; if not, the reason of the likeliest."""
    wanted = [name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if any(name not in DISPLAY_PLUGINS for name in wanted):
        return None  # offscreen, vnc, linuxfb and their like need no display
    names = wanted or [
        *(["xcb"] if environment.get("DISPLAY") else []),
        *(["wayland"] if environment.get("WAYLAND_DISPLAY") else []),
    ]
    if not names:
        return (
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): start it in a desktop session, or set "
            "QT_QPA_PLATFORM=offscreen; commands such as `playground train` need no display"
        )
    problems = [check_platform(name, environment) for name in names]
    return None if None in problems else problems[0]


def check_platform(name: str, environment: Mapping[str, str]) -> str | None:
    """Whether this platform's plugin loads and its server answers; `name` is one of DISPLAY_PLUGINS."""
    error = load_error(plugin_directory() / DISPLAY_PLUGINS[name])
    if error is not None:
        return explain_missing(error)
    variable, reached = (
        ("DISPLAY", x_server_answers(environment.get("DISPLAY", "")))
        if name == "xcb"
        else ("WAYLAND_DISPLAY", wayland_server_answers(environment))
    )
    if reached:
        return None
    return (
        f"The display {variable}={environment.get(variable, '')!r} does not answer: is it right, "
        "and may this user connect to it?"
    )


def explain_missing(error: str) -> str:
    """One line for a loader's message: what is missing here and what to type."""
    from playground import system_libraries

    missing = system_libraries.missing_libraries()
    if not missing:
        return f"Qt cannot be loaded ({error}); if a library of the system is named here, install it"
    return "Qt needs libraries that this system lacks; " + system_libraries.what_to_type(missing)


def plugin_directory() -> Path:
    """Where this PySide6 keeps its platform plugins."""
    import PySide6

    return Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms"


def load_error(library: Path) -> str | None:
    """The loader's message when a library cannot be opened. A missing file is none of ours: Qt may lie elsewhere."""
    if not library.exists():
        return None
    import ctypes

    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return str(error)
    return None


def x_server_answers(display: str) -> bool:
    """Whether the X server of this DISPLAY lets us connect, asked as Qt does through xcb."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # cannot be asked; the plugin, which needs the same library, has been loaded
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def wayland_server_answers(environment: Mapping[str, str]) -> bool:
    """Whether the socket of this WAYLAND_DISPLAY (a name in XDG_RUNTIME_DIR, or a path) takes a connection."""
    import socket

    path = Path(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY", "") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True
