"""A source checkout sets itself up: `.venv` with the pinned packages, entered by restarting there.

The first start makes it (and, on Linux, installs what the system lacks); every later one only looks at its stamp.
An installed wheel, or an active environment whose packages fit, is left alone.
While the environment is being made the file `.venv-unfinished` stands beside it: it is the lock of two starts
at once and, found later, the sign that a set-up was killed and its environment must be thrown away.
Standard library only, and the slow parts of it imported where they are used: this runs at every start.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

from playground.checkout import PYTHON, Checkout

OURS = "made by the set-up"


def enter_environment(module: str, extra: str = "") -> None:
    """Return if this process can import what the project needs; else set that up and restart `module` where it can.

    Raises SystemExit with one line that says what failed and what to do.
    """
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    if not checkout.is_source():
        return
    try:
        if is_served(checkout, extra):
            return
        if not checkout.is_ready(extra):
            set_up(checkout, extra)
    except KeyboardInterrupt:
        raise SystemExit("The set-up was stopped; the next start begins it anew") from None
    except OSError as error:
        raise SystemExit(f"The set-up failed: {error}") from None
    restart(checkout.python, module)


def is_served(checkout: Checkout, extra: str) -> bool:
    """Whether this very process has what it needs, after mending the checkout's own environment if it runs there."""
    ready = checkout.is_ready(extra)
    if checkout.is_running():
        if not ready:
            mend_running(checkout, extra)
        return True
    if ready and sys.prefix == sys.base_prefix:
        return False  # the usual start: ours is ready and no other environment is active
    from playground.requirements import packages_fit

    return packages_fit(checkout.project, extra)


def mend_running(checkout: Checkout, extra: str) -> None:
    """Bring `.venv` up to date from inside; one without a stamp was made by hand and is left alone if it fits."""
    from playground.requirements import packages_fit

    if checkout.unfinished.exists():
        raise SystemExit("The set-up of .venv was interrupted: start again with python3, outside .venv")
    if checkout.read_stamp() or not packages_fit(checkout.project, extra):
        with only_one(checkout):
            install_packages(checkout, extra)


def restart(python: Path, module: str) -> NoReturn:
    """Run `python -m module` with this process's arguments instead of this process."""
    command = [str(python), "-m", module, *sys.argv[1:]]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # Windows' exec returns to the shell at once, so there a child is waited for

    raise SystemExit(subprocess.call(command))


def set_up(checkout: Checkout, extra: str) -> None:
    """Make the environment and everything in it, from nothing or from whatever an earlier set-up left."""
    with only_one(checkout) as marker:
        if checkout.is_ready(extra):
            return  # another start has just done it
        install_system_packages()
        make_environment(checkout, marker)
        install_packages(checkout, extra)


@contextmanager
def only_one(checkout: Checkout) -> Iterator[TextIO]:
    """Hold the set-up's lock, the file `.venv-unfinished`, open for reading and writing.

    It goes away when the set-up ends, well or with an error, and stays when it is killed. It holds `OURS` while an
    environment that may be thrown away is being made.
    """
    try:
        with checkout.unfinished.open("a+", encoding="ascii") as marker:
            lock(marker)
            marker.seek(0)
            yield marker
    except SystemExit:
        checkout.unfinished.unlink(missing_ok=True)
        raise
    checkout.unfinished.unlink(missing_ok=True)


def lock(file: TextIO) -> None:
    """Wait for the sole right to this open file; the system takes it back when the process ends in whatever way."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:  # gives up after ten seconds, and a set-up takes longer
                return msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                continue
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX)


def install_system_packages() -> None:
    """Install python3-venv and Qt's libraries where a Linux system lacks them and lets us; else say what to type.

    Raises SystemExit when no virtual environment can be made; missing libraries only keep the window from opening.
    """
    from playground import system_libraries as system

    missing = system.missing_libraries()
    packages = [] if can_make_environment() else [f"python{PYTHON}-venv"]
    if missing:
        packages += system.package_names([*missing, system.CHINESE_FONT], "apt-get")
    if packages:
        system.install_debian_packages(packages)
    if not can_make_environment():
        advice = system.what_to_type(missing, f"python{PYTHON}-venv")
        raise SystemExit(f"This Python lacks venv or ensurepip and cannot make a virtual environment; {advice}")
    missing = system.missing_libraries()
    if missing:
        print("The window needs libraries that this system lacks; " + system.what_to_type(missing), flush=True)


def can_make_environment() -> bool:
    """Whether this Python has `venv` and the pip for a new environment; Debian keeps them in a package apart."""
    import importlib
    from importlib.util import find_spec

    importlib.invalidate_caches()
    return find_spec("venv") is not None and find_spec("ensurepip") is not None


def make_environment(checkout: Checkout, marker: TextIO) -> None:
    """Create `.venv`, throwing away one of ours that is half-made or of another Python; a healthy one is kept.

    Raises SystemExit when something else stands there: what somebody else made is not ours to throw away.
    """
    made = checkout.read_stamp()
    interrupted = marker.read() == OURS
    if checkout.environment.exists():
        if interrupted or (made and (made[1:2] != [PYTHON] or not checkout.python.exists())):
            import shutil

            shutil.rmtree(checkout.environment)
        elif has_pip(checkout.python):
            return
        else:
            raise SystemExit(f".venv cannot be used by Python {PYTHON}: move it away and start again")
    if not interrupted:
        marker.write(OURS)
        marker.flush()
    print(f"Setting up .venv for Python {PYTHON}: once, up to 700 MB, a few minutes ...", flush=True)
    call([sys.executable, "-m", "venv", str(checkout.environment)], checkout.root, "venv could not make .venv")


def has_pip(python: Path) -> bool:
    """Whether this interpreter runs, is of our version and has pip."""
    import subprocess

    question = f"import sys, pip; sys.exit('{PYTHON}' != '%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([str(python), "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def install_packages(checkout: Checkout, extra: str) -> None:
    """Install the project, editable, with its exact pins into the environment, then write the stamp.

    The build backend comes first and the build is not isolated, so that it too is pinned by the same file.
    """
    import tomllib

    extras = sorted({*checkout.read_stamp()[2:], *([extra] if extra else [])})
    backend = tomllib.loads(checkout.project.read_text(encoding="utf-8"))["build-system"]["requires"]
    install = [str(checkout.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    install += ["--constraint", str(checkout.constraints)]
    failed = "pip could not install the packages, and says why above (is there a network?)"
    call([*install, "--quiet", *backend], checkout.root, failed)
    target = f".[{','.join(extras)}]" if extras else "."
    call([*install, "--no-build-isolation", "--editable", target], checkout.root, failed)
    checkout.write_stamp(extras)


def call(command: list[str], directory: Path, failed: str) -> None:
    """Run a step of the set-up with its output shown; raises SystemExit with one line when it fails."""
    import subprocess

    environment = {**os.environ, "PIP_USER": "0"}  # a user-wide setting of "1" is refused inside an environment
    if subprocess.call(command, cwd=directory, env=environment, stdin=subprocess.DEVNULL) != 0:
        raise SystemExit(f"The set-up failed: {failed}")
