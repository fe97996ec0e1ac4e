"""The packages of the browser and their lock file."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tools.lite.lock import lock
from tools.lite.wheels import _named, _ported

MORE = ("altair", "pybtex", "selfcheck", "stemcourse")
NEEDS = {
    "stemcourse": "Requires-Dist: altair\nRequires-Dist: selfcheck[cite]>=0.1\n",
    "selfcheck": "Requires-Dist: nh3>=0.3\nRequires-Dist: rich\n",
}


def wheel(folder: Path, name: str, needs: str = "", tag: str = "py3-none-any") -> Path:
    path = folder / f"{name}-1.0-{tag}.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(f"{name}/__init__.py", "")
        made.writestr(f"{name}/fast.so", "")
        made.writestr(f"{name}-1.0.dist-info/METADATA", f"Name: {name}\n{needs}\ntext: no field")
        made.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return path


def locked(folder: Path, *wheels: Path) -> dict[str, dict[str, object]]:
    original = folder / "pyodide-lock.json"
    original.write_text('{"info": {"abi_version": "2026_0"}, "packages": {}}', encoding="utf-8")
    always = [wheel(folder, name, NEEDS.get(name, "")) for name in MORE]
    found: dict[str, dict[str, object]] = json.loads(lock(original, [*always, *wheels]))["packages"]
    return found


def test_each_package_names_what_it_needs_there(tmp_path: Path) -> None:
    needs = "Requires-Dist: pybtex>=1\nRequires-Dist: colorama; sys_platform == 'win32'\n"
    needs += (
        "Requires-Dist: pytest; extra == 'test'\nRequires-Dist: altair; python_version>'3.12'\n"
    )
    found = locked(tmp_path, wheel(tmp_path, "Some_thing", needs))["some-thing"]
    assert found["depends"] == ["altair", "pybtex"]
    assert found["imports"] == ["Some_thing"]


def test_what_draws_charts_comes_with_the_first(tmp_path: Path) -> None:
    found = locked(tmp_path)
    assert "altair" not in found["stemcourse"]["depends"]  # type: ignore[operator]
    assert "stemcourse.labs" in found["altair"]["imports"]  # type: ignore[operator]


def test_another_content_has_another_name(tmp_path: Path) -> None:
    names = set()
    for number, needs in enumerate(("", "", "Requires-Dist: rich\n")):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = _named(wheel(folder, "own", needs))
        assert path.is_file()
        names.add(path.name)
    assert len(names) == 2
    assert all(re.fullmatch(r"own-1\.0-0\w{8}-py3-none-any\.whl", name) for name in names)


def test_a_lexer_that_is_left_out_is_not_listed(tmp_path: Path) -> None:
    """Whoever asks for it, or lets Pygments guess, hears that there is none, and nothing breaks."""
    path = wheel(tmp_path, "pygments")
    listed = """LEXERS = {
    'RLexer': ('pygments.lexers.r', 'S', (), (), ()),
    'Python2Lexer': ('pygments.lexers.python', 'Python 2.x', (), (), ()),
}
"""
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("pygments/lexers/_mapping.py", listed)
        made.writestr("pygments/lexers/r.py", "")
        made.writestr("pygments/lexers/python.py", "")
    (tmp_path / "ported").mkdir()
    with zipfile.ZipFile(_ported(path, tmp_path / "ported")) as ported:
        assert "pygments/lexers/r.py" not in ported.namelist()
        left = ported.read("pygments/lexers/_mapping.py").decode()
    assert "Python2Lexer" in left
    assert "RLexer" not in left
    compile(left, "_mapping.py", "exec")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="needy needs gone, which no wheel brings; add it"):
        locked(tmp_path, wheel(tmp_path, "needy", "Requires-Dist: gone\n"))


def test_a_wheel_of_another_system_is_left_its_python(tmp_path: Path) -> None:
    source = wheel(tmp_path, "quick", tag="cp314-cp314-manylinux2014_x86_64")
    (tmp_path / "made").mkdir()
    made = _ported(source, tmp_path / "made")
    assert made.name == "quick-1.0-py3-none-any.whl"
    with zipfile.ZipFile(made) as content:
        assert content.namelist() == ["quick-1.0.dist-info/METADATA", "quick/__init__.py"]
    again = made.read_bytes()
    assert _ported(source, tmp_path / "made").read_bytes() == again
