"""What Qt and `venv` need from a Linux system beyond Python: which of it is missing, and how it is installed.

A library is missing when the dynamic loader cannot open it, whatever the package database says. Debian and its
relatives are served (their 64-bit-time packages answer to the plain names used here too); elsewhere the user is
told what to type.
Standard library only: this runs before anything is installed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from typing import NamedTuple


class Library(NamedTuple):
    """One shared library Qt is linked to, and the package that carries it, by package manager."""

    soname: str
    debian: str
    fedora: str
    arch: str


# What the shared objects of PySide6_Essentials are linked to, without what every system has (libstdc++, zlib) and
# without Wayland's libraries, which come with the sessions that use them.
QT_LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
# The program brings its Latin letters along; Chinese ones come from the system and are added when something else is.
CHINESE_FONT = Library("", "fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk")
INSTALLERS = {
    "apt-get": ("debian", ("apt-get", "install", "-y", "--no-install-recommends")),
    "dnf": ("fedora", ("dnf", "install", "-y")),
    "pacman": ("arch", ("pacman", "-S", "--needed")),
}


def can_load(soname: str) -> bool:
    """Whether the dynamic loader finds and opens the library of this name or path."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries() -> list[Library]:
    """Rows of QT_LIBRARIES that cannot be opened here; none outside Linux, where Qt's wheels bring everything."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in QT_LIBRARIES if not can_load(library.soname)]


def find_installer() -> str | None:
    """The package manager of this system, one of INSTALLERS, or None."""
    return next((name for name in INSTALLERS if shutil.which(name)), None)


def package_names(libraries: Iterable[Library], installer: str) -> list[str]:
    """The packages that carry the libraries, each once, as this package manager calls them."""
    family, _ = INSTALLERS[installer]
    return list(dict.fromkeys(str(getattr(library, family)) for library in libraries))


def what_to_type(libraries: Iterable[Library], *debian_packages: str) -> str:
    """One line for somebody who has to install these: the command, or the libraries' names where no command is known.

    `debian_packages` come along where apt-get installs; other systems have what is in them from the start.
    """
    libraries = list(libraries)
    installer = find_installer()
    if installer is None:
        return "install " + " ".join(library.soname for library in libraries)
    names = package_names(libraries, installer) + (list(debian_packages) if installer == "apt-get" else [])
    return "type: sudo " + " ".join([*INSTALLERS[installer][1], *names])


def permission_prefix() -> list[str] | None:
    """What to put before a command that needs root's rights: nothing for root, sudo if it asks nothing, else None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def install_debian_packages(packages: list[str]) -> bool:
    """Install by apt-get without a question, fetching the package lists first where the known ones do not do.

    Says what it installs before it does. Returns False, having changed nothing, without apt-get or the right to use it,
    and False, after showing what apt-get said, when that failed.
    """
    prefix = permission_prefix() if shutil.which("apt-get") else None
    if prefix is None:
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    print("Installing system packages with apt-get: " + " ".join(packages), flush=True)
    known = run_quietly([*install, "--simulate"]) is None
    problem = (None if known else run_quietly([*apt, "update"])) or run_quietly(install)
    if problem is not None:
        print(problem, flush=True)
    return problem is None


def run_quietly(command: list[str]) -> str | None:
    """Run a command without a terminal to ask on; None if it ended well, else everything it said."""
    run = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace"
    )
    return None if run.returncode == 0 else run.stdout
