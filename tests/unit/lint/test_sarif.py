"""SARIF as code hosts want it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from selfcheck.finding import Finding, Place
from selfcheck.lint import registry
from selfcheck.lint.run import Said
from selfcheck.lint.sarif import MOST_RESULTS, sarif

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 1024}},
}
# What GitHub's page "SARIF support for code scanning" demands of a file, and what it recommends;
# SARIF 2.1.0 itself demands less.
GITHUB: dict[str, Any] = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "items": {"$ref": "#/$defs/rule"},
                                    },
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "maxItems": 5000,
                        "items": {"$ref": "#/$defs/result"},
                    },
                },
            },
        },
    },
    "$defs": {
        "rule": {
            "type": "object",
            "required": [
                "id",
                "name",
                "shortDescription",
                "fullDescription",
                "help",
                "defaultConfiguration",
                "properties",
            ],
            "properties": {
                "id": {"type": "string"},
                "name": {"type": "string", "maxLength": 255},
                "shortDescription": TEXT,
                "fullDescription": TEXT,
                "help": {**TEXT, "properties": {"text": {"type": "string", "minLength": 1}}},
                "defaultConfiguration": {
                    "type": "object",
                    "properties": {"level": {"enum": ["note", "warning", "error"]}},
                },
                "properties": {
                    "type": "object",
                    "properties": {"tags": {"type": "array", "maxItems": 20}},
                },
            },
        },
        "result": {
            "type": "object",
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["note", "warning", "error"]},
                "message": {**TEXT, "properties": {"text": {"type": "string", "minLength": 1}}},
                "locations": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation", "region"],
                                "properties": {
                                    "artifactLocation": {
                                        "type": "object",
                                        "required": ["uri"],
                                    },
                                    "region": {
                                        "type": "object",
                                        "required": ["startLine", "startColumn"],
                                        "properties": {
                                            "startLine": {"type": "integer", "minimum": 1},
                                            "startColumn": {"type": "integer", "minimum": 1},
                                        },
                                    },
                                },
                            }
                        },
                    },
                },
                "partialFingerprints": {
                    "type": "object",
                    "required": ["primaryLocationLineHash"],
                },
            },
        },
    },
}


def said(rule: str, line: int, message: str = "Mend it.", path: str = "content/a.yaml") -> Said:
    return Said(registry.BY_ID[rule], Finding(Path(path), Place(line, 3), message))


def made(*findings: Said) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(json.dumps(sarif(findings, registry.OWN, Path.cwd())))
    return log


def test_it_has_the_shape_that_is_demanded() -> None:
    log = made(*(said(rule.id, n) for n, rule in enumerate(registry.OWN, 1)))
    jsonschema.validate(log, GITHUB)
    assert len(log["runs"][0]["results"]) == len(registry.OWN)


def test_the_shape_is_looked_at() -> None:
    log = made(said("negated-stem", 7))
    del log["runs"][0]["results"][0]["locations"]
    with pytest.raises(jsonschema.ValidationError, match="locations"):
        jsonschema.validate(log, GITHUB)


def test_a_result_names_its_rule_by_id_and_by_index() -> None:
    (run,) = made(said("negated-stem", 7), said("missing-source", 9))["runs"]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]


def test_addresses_begin_in_the_folder_and_have_no_odd_signs() -> None:
    (run,) = made(said("negated-stem", 7, path="content/questions/Müller a.yaml"))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {
        "uri": "content/questions/M%C3%BCller%20a.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_what_lies_outside_has_its_whole_address(tmp_path: Path) -> None:
    (run,) = made(said("negated-stem", 7, path=str(tmp_path / "a.yaml")))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == (tmp_path / "a.yaml").as_uri()


def test_a_finding_is_known_again_when_its_line_has_moved() -> None:
    def marks(*findings: Said) -> list[str]:
        results = made(*findings)["runs"][0]["results"]
        return [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]

    assert marks(said("negated-stem", 7)) == marks(said("negated-stem", 8))
    assert marks(said("negated-stem", 7)) != marks(said("negated-stem", 7, "Another."))
    assert len(set(marks(said("negated-stem", 7), said("negated-stem", 9)))) == 2


def test_there_are_no_more_than_a_host_reads() -> None:
    many = [said("negated-stem", n) for n in range(1, MOST_RESULTS + 9)]
    assert len(made(*many)["runs"][0]["results"]) == MOST_RESULTS
