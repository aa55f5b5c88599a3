"""The wheel, built and installed apart from the checkout, carries all that the program opens and no tests."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run this Python with these arguments; its output, or a failure that shows it."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel; the build backend of this environment makes it, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory into which pip has installed the wheel; put before everything else it hides the checkout."""
    target = tmp_path_factory.mktemp("site")
    options = ("--no-deps", "--no-index", "--disable-pip-version-check", "--no-compile")
    run("-m", "pip", "install", "--quiet", *options, "--target", str(target), str(wheel), cwd=target)
    return target


def asset_names() -> list[str]:
    """Every file of assets/, as the program asks for it."""
    folder = ROOT / "assets"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_holds_the_packages_the_licence_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"engine", "playground"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if "test" in name or name.endswith((".pyc", "pyproject.toml"))]
    modules = {
        path.relative_to(ROOT).as_posix() for top in ("engine", "playground") for path in (ROOT / top).rglob("*.py")
    }
    assert modules <= set(names)
    assert {"engine/py.typed", "playground/py.typed"} <= set(names)


def test_its_metadata_carries_the_ranges_and_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    text = {
        name.rpartition("/")[2]: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name
    }
    assert "Requires-Python: >=3.11" in text["METADATA"]
    for version in ("6.11.0", "6.11.1", "6.12.0"):
        assert f"!={version}" in text["METADATA"]
    assert "playground = playground.__main__:main" in text["entry_points.txt"]


def test_every_asset_opens_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import sys, engine.assets, hashlib\n"
        "from pathlib import Path\n"
        "assert Path(engine.assets.__file__).is_relative_to(sys.argv[1]), engine.assets.__file__\n"
        "for name in sys.stdin.read().split('\\n'):\n"
        "    path = engine.assets.asset_path(*name.split('/'))\n"
        "    assert path.is_relative_to(sys.argv[1]), path\n"
        "    print(name, hashlib.sha256(path.read_bytes()).hexdigest())\n"
    )
    names = asset_names()
    assert len(names) > 10
    done = subprocess.run(
        [sys.executable, "-c", code, str(installed)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        input="\n".join(names),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    from hashlib import sha256

    expected = [f"{name} {sha256((ROOT / 'assets' / name).read_bytes()).hexdigest()}" for name in names]
    assert done.stdout.splitlines() == expected


def test_the_installed_program_starts_without_setting_anything_up(installed: Path, tmp_path: Path) -> None:
    output = run("-m", "playground", "presets", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "spiral" in output
    assert list(tmp_path.iterdir()) == []
    assert not (installed / ".venv").exists()
