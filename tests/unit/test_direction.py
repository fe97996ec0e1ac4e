"""Banks in languages that are written from right to left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.render import html
from selfcheck.render.direction import is_rtl, isolated
from selfcheck.render.key import answer_key
from selfcheck.saved import needs
from tests.support.asked import asked


@pytest.mark.parametrize(
    "language",
    [
        *("ar", "ar-EG", "he", "fa", "fa-IR", "ur", "ur-PK", "yi", "ps", "sd", "ug", "dv", "ckb"),
        *(
            "aii",
            "hbo",
            "lki",
            "ota",
            "sdh",
            "syr",
            "nqo",
            "ku-Arab",
            "az-Arab-IR",
            "pa-Arab",
            "ff-Adlm",
            "uz-arab",
        ),
    ],
)
def test_from_right_to_left(language: str) -> None:
    assert is_rtl(language)


@pytest.mark.parametrize(
    "language",
    ["en", "de-CH", "es", "az", "ku", "ku-Latn", "he-Latn", "ar-Latn-EG", "zh-Hant"],
)
def test_from_left_to_right(language: str) -> None:
    assert not is_rtl(language)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("جدول 5 + 3 = 8.", ["5 + 3 = 8"]),
        ("الحرارة -18 °C، أو −5", ["-18 °C", "−5"]),
        ("أو 5 kg أو 10 % أو 3.5 m/s²", ["5 kg", "10 %", "3.5 m/s²"]),
        ("من 5\u20137 أيام", ["5\u20137"]),
        ("(3 × 4) و (5 كجم)", ["(3 × 4)"]),
        ("(5 + 3 شيء)", ["5 + 3"]),
        ("6.022 × 10²³", ["6.022 × 10²³"]),
        ("p &lt; 5 &lt; 7", ["5 &lt; 7"]),
        ("$5 - $3", ["$5 - $3"]),
        ("________ °C", ["°C"]),
        # A number alone needs nothing, nor does what an entity is made of.
        ("عام 2016 و 1,234", []),
        ("س = 5", []),
        ("&#39;&#1575;", []),
        ("DNA2 و B12", []),
    ],
)
def test_numbers_with_signs_and_units_are_set_apart(text: str, apart: list[str]) -> None:
    made = isolated(f"<p class='x' data-q='{{\"key\":\"5 > 3\"}}'>{text}</p>")
    assert re.findall(r"<bdi dir='ltr'>(.*?)</bdi>", made) == apart
    assert re.sub(r"</?bdi[^>]*>", "", made).endswith(f"'>{text}</p>")
    assert "5 > 3" in made


def test_formulas_and_code_read_from_left_to_right() -> None:
    made = isolated("<p><math><mn>5</mn></math> <code>-1 + 2</code></p><pre>1 - 2</pre>")
    wanted = "<math dir='ltr'><mn>5</mn></math> <code dir='ltr'>-1 + 2</code>"
    assert made == f"<p>{wanted}</p><pre dir='ltr'>1 - 2</pre>"


VARIANTS = """
prompt: "كم يساوي [[low]] + 1؟"
variants:
  - {low: -18, sum: -17, other: -19}
  - {low: -8, sum: -7, other: -9}
answer: sum
unit: °C
wrong: [{near: other, feedback: لا}]
"""


def test_a_quiz_and_its_key_have_a_direction(tmp_path: Path) -> None:
    made = asked(tmp_path, "numeric", VARIANTS, "ar")
    text = html(made, {})
    assert re.match(r"<div class='selfcheck' [^>]*lang='ar'[^>]* dir='rtl'>", text)
    assert "<span dir='auto' data-v='low'>" in text
    assert "<b dir='auto' class='sc-near' data-v='~0'>" in text
    found = needs(text)
    assert found is not None
    assert found.rtl
    assert answer_key(made).startswith("<ol class='sc-answer-key' dir='rtl'>")


def test_other_languages_have_no_new_attribute(tmp_path: Path) -> None:
    text = html(asked(tmp_path, "numeric", VARIANTS, "de"), {})
    assert "dir=" not in text
    assert "bdi" not in text
    found = needs(text)
    assert found is not None
    assert not found.rtl
    assert "dir=" not in answer_key(asked(tmp_path, "numeric", VARIANTS, "de"))
