"""`make notebooks`."""

from pathlib import Path

import nbformat

from selfcheck.notebooks import WIDGET_VIEW
from tools import notebooks


def saved(tmp_path: Path, *code: str) -> Path:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_code_cell(text, id=f"cell-{n}") for n, text in enumerate(code)
    ]
    path = tmp_path / "try.ipynb"
    nbformat.write(notebook, path)
    return path


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, "1 + 1")
    assert notebooks.run(path) == ("", True)
    once = path.read_bytes()
    assert notebooks.run(path) == ("", False)
    assert path.read_bytes() == once


def test_nothing_of_this_machine_is_saved(tmp_path: Path) -> None:
    path = saved(tmp_path, "import ipywidgets\nipywidgets.IntSlider()")
    notebooks.run(path)
    notebook = nbformat.read(path, as_version=4)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.language_info == {"name": "python"}
    assert notebook.cells[0].execution_count == 1
    assert notebook.metadata.kernelspec.name == "python3"
    assert WIDGET_VIEW not in notebook.cells[0].outputs[0].data


def test_of_an_output_s_metadata_the_id_of_the_course_alone_is_saved(tmp_path: Path) -> None:
    beside = {"text/html": {"selfcheck_course": "moon", "isolated": True}, "text/plain": {"a": 1}}
    path = saved(
        tmp_path,
        "from IPython.display import publish_display_data as show\n"
        f"show({{'text/html': '<b>a</b>', 'text/plain': 'a'}}, metadata={beside})",
    )
    assert notebooks.run(path) == ("", True)
    (output,) = nbformat.read(path, as_version=4).cells[0].outputs
    assert output.metadata == {"text/html": {"selfcheck_course": "moon"}}


def test_a_failing_notebook_is_left_as_it_was(tmp_path: Path) -> None:
    path = saved(tmp_path, "1", "1 / 0")
    before = path.read_bytes()
    trouble, changed = notebooks.run(path)
    assert "ZeroDivisionError" in trouble
    assert not changed
    assert path.read_bytes() == before


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    path = saved(tmp_path, "import warnings\nwarnings.warn('old')")
    trouble, _ = notebooks.run(path)
    assert "cell-0" in trouble
    assert "old" in trouble
