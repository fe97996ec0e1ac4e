"""The rule `unlike-form`."""

import pytest

from selfcheck.lint.rules.unlike_form import RULE
from tests.support.linted import choice, problems

ASKED = "What do you do first?"


def test_a_sentence_among_fragments_is_told() -> None:
    (found,) = problems(RULE, choice(ASKED, "= Rinse it", "Cover the eye", "You call for help."))
    assert found.where == ("options", 2)
    assert "ends as a sentence" in found.message


def test_a_fragment_among_sentences_is_told() -> None:
    options = ("= You rinse it.", "You cover the eye.", "You call for help")
    (found,) = problems(RULE, choice(ASKED, *options))
    assert found.where == ("options", 2)
    assert "does not end as a sentence" in found.message


def test_a_small_letter_among_capitals_is_told() -> None:
    (found,) = problems(RULE, choice(ASKED, "= Rinse the eye", "cover the eye", "Call for help"))
    assert found.where == ("options", 1)
    assert "small letter" in found.message


@pytest.mark.parametrize(
    "options",
    [
        ("= You rinse it.", "You cover it.", "You wait a while."),
        ("= You rinse it.", "You cover it.", 'You say "wait a while."'),
        ("= Rinse it", "Cover it", "Wait"),
        # Names have capitals anywhere, and abbreviations full stops.
        ("= Paris", "a small town", "Rome"),
        ("= in Paris", "in St.", "in Rome"),
        ("= `print(1)`", "`Print 1.`", "write it down."),
        # What speaks of the others is another rule's.
        ("= Rinse the eye", "Cover the eye", "none of the above"),
    ],
)
def test_options_of_one_form_are_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice(ASKED, *options)) == []


def test_names_that_complete_a_stem_have_their_capitals() -> None:
    asked = choice("The first was a", "= German composer", "painter of horses", "Italian singer")
    assert problems(RULE, asked) == []


def test_in_german_nouns_have_capitals() -> None:
    asked = choice("Was hilft?", "= viel Wasser", "Ein Verband", "gar nichts tun")
    assert problems(RULE, asked, "de") == []


def test_of_an_unknown_language_nothing_is_said() -> None:
    assert problems(RULE, choice(ASKED, "= Rinse it", "cover the eye.", "Wait here"), "fi") == []
