"""The table of rules: all of selfcheck's own, and those that plugins add."""

from __future__ import annotations

from selfcheck.lint.rule import Rule
from selfcheck.lint.rules import (
    absolute_terms,
    all_of_the_above,
    clang_association,
    complex_options,
    convergence,
    double_negative,
    duplicate_options,
    grammatical_cue,
    key_position,
    keys_often_longest,
    keys_often_shortest,
    longest_option_is_key,
    loose_tolerance,
    missing_explanation,
    missing_feedback,
    missing_level,
    missing_objective,
    missing_source,
    missing_unit,
    near_repeats,
    needs_context,
    negated_stem,
    none_of_the_above,
    objective_without_question,
    one_level,
    overlapping_options,
    shared_phrase,
    telling_words,
    thin_objective,
    true_false_in_disguise,
    unfocused_stem,
    unlike_form,
    unlike_length,
    unordered_numbers,
    worded_order,
)

# In the order in which an author meets them, by headings.
GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    (
        "The stem",
        (
            unfocused_stem.RULE,
            true_false_in_disguise.RULE,
            negated_stem.RULE,
            double_negative.RULE,
            needs_context.RULE,
        ),
    ),
    (
        "The options",
        (
            all_of_the_above.RULE,
            none_of_the_above.RULE,
            complex_options.RULE,
            duplicate_options.RULE,
            overlapping_options.RULE,
            unordered_numbers.RULE,
            unlike_form.RULE,
            unlike_length.RULE,
        ),
    ),
    (
        "What gives the right option away",
        (
            longest_option_is_key.RULE,
            absolute_terms.RULE,
            grammatical_cue.RULE,
            clang_association.RULE,
            convergence.RULE,
        ),
    ),
    (
        "Other types",
        (
            shared_phrase.RULE,
            worded_order.RULE,
            missing_unit.RULE,
            loose_tolerance.RULE,
        ),
    ),
    (
        "What is not there",
        (
            missing_feedback.RULE,
            missing_explanation.RULE,
            missing_objective.RULE,
            missing_source.RULE,
            missing_level.RULE,
        ),
    ),
    (
        "Banks",
        (
            near_repeats.RULE,
            telling_words.RULE,
            key_position.RULE,
            keys_often_longest.RULE,
            keys_often_shortest.RULE,
            objective_without_question.RULE,
            thin_objective.RULE,
            one_level.RULE,
        ),
    ),
)
OWN: tuple[Rule, ...] = tuple(rule for _, group in GROUPS for rule in group)
BY_ID: dict[str, Rule] = {rule.id: rule for rule in OWN}
