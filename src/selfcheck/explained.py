"""What each field of a bank is for, in a line: for editors that show the JSON Schema.

A field means the same wherever it stands; where it does not, it has the struct's name before it.
What is said beside a struct's own field, such as whether a text is Markdown, goes before.
"""

from __future__ import annotations

from typing import Any

FIELDS = {
    "Bank.id": "The file's name without .yaml.",
    "Bank.schema": "The version of this format.",
    "accent_sensitive": "Whether an accent counts: é is not e.",
    "answers": "Accepted forms; the first is shown as the right answer.",
    "WrongText.answers": "Forms of this wrong answer.",
    "answer": "The right number, with a decimal point; in a question with variants a column.",
    "case_sensitive": "Whether capitals count.",
    "categories": "Two or more groups, in the order in which learners see them.",
    "claims": "Names that a plugin of the course knows.",
    "correct": "Whether it is right; left out means false.",
    "distractors": "What may be chosen and is never right.",
    "figure": "The name of a file in content/figures, without .svg.",
    "gaps": "What belongs into each gap, by its name.",
    "hints": "Shown one at a time, when a learner asks.",
    "id": "Lower-case words with hyphens, stable for ever: learners' answers hang on it.",
    "items": "In the right order; learners see them shuffled.",
    "Category.items": "What belongs to this group; may be empty.",
    "language": "A tag such as en, de or es: of the texts, and of the words around them.",
    "left": "What stands beside the menu.",
    "level": "What is asked of the learner, in Bloom's terms.",
    "maximum": "A larger number is not graded; the learner is told.",
    "minimum": "A smaller number is not graded; the learner is told.",
    "near": "The wrong number, or in a question with variants a column.",
    "objective": "Which of the bank's objectives the question serves.",
    "objectives": "What a learner is to be able to do, by a name; each question serves one.",
    "options": "What may be chosen; learners see it shuffled, unless `shuffle` is false.",
    "pairs": "Left sides, each with the right side that belongs to it.",
    "parts": "Two or more questions about what the prompt tells.",
    "punctuation_sensitive": "true: all signs count; false: none; left out: those that matter.",
    "questions": "In the order in which they are asked.",
    "regions": "Places in the figure, of which one or more are right.",
    "reveal": "Whether a part shows only when the one before it is checked.",
    "right": "What belongs to the left side: an entry of the menu.",
    "shuffle": "false keeps the options in this order.",
    "sources": "Keys in content/evidence/references.bib.",
    "spelling": "How many letters may be wrong, missing, added or swapped: 0 to 3.",
    "tolerance": "How far off is still right: a number, or a share such as 10%.",
    "type": "What kind of question it is.",
    "units": "Further units that may be typed, and what one of each is in `unit`.",
    "variants": "Rows of values for the names in double brackets, or a function that makes them.",
    "wrong": "Well-known wrong answers, and what to say to each.",
}


def explain(definitions: dict[str, Any]) -> None:
    """Say in the *definitions* of a JSON Schema what a field is for, where nothing else does."""
    for struct, definition in definitions.items():
        for field, schema in definition.get("properties", {}).items():
            said = FIELDS.get(f"{struct}.{field}", FIELDS.get(field))
            if said and "description" not in schema:
                schema["description"] = said
