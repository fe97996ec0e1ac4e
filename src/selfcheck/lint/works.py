"""The works that the rules are taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selfcheck.lint.rule import Rule

WORKS = {
    "nbme": (
        "M. S. Billings, K. DeRuchie, K. Hussie, A. Kulesher, J. Merrell, A. Morales, "
        "M. A. Paniagua, J. Sherlock, K. A. Swygert, J. Tyson: NBME Item-Writing Guide. "
        "Constructing Written Test Questions for the Health Sciences. "
        "National Board of Medical Examiners, Philadelphia 2020"
    ),
    "haladyna": (
        "T. M. Haladyna, S. M. Downing, M. C. Rodriguez: A Review of Multiple-Choice Item-Writing "
        "Guidelines for Classroom Assessment. "
        "Applied Measurement in Education 15 (2002), 309 to 334. "
        "https://doi.org/10.1207/S15324818AME1503_5"
    ),
    "tarrant": (
        "M. Tarrant, A. Knierim, S. K. Hayes, J. Ware: The frequency of item writing flaws in "
        "multiple-choice questions used in high stakes nursing assessments. "
        "Nurse Education Today 26 (2006), 662 to 671. https://doi.org/10.1016/j.nedt.2006.07.006"
    ),
    "saquet": (
        "S. Moore, E. Costello, H. A. Nguyen, J. Stamper: An Automatic Question Usability "
        "Evaluation Toolkit (SAQUET). Artificial Intelligence in Education, 2024"
    ),
}


def cited(rule: Rule) -> list[str]:
    """Return the works that *rule* is taken from."""
    return [WORKS.get(work, work) for work in rule.works]
