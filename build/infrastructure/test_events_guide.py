"""docs/events.md: its examples match the real events, and the webhook's template passes the linter."""

import json
import pathlib
import re
import subprocess
import sys

from stack import ROOT
from test_events import EVENTS

GUIDE = (ROOT / "docs/events.md").read_text()
WEBHOOK = ROOT / "docs/examples/webhook.yaml"


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.S)


def test_example_has_the_members_of_its_event():
    members = {event["type"]: event.keys() for _, _, event in EVENTS if event}
    examples = [json.loads(block) for block in blocks("json")]
    assert {example["detail-type"]: example["detail"].keys() for example in examples} == members
    for example in examples:
        assert example["detail"]["type"] == example["detail-type"]
        assert example["source"] == "enterprise-signing"


def test_template_of_the_webhook_is_one_that_the_linter_takes():
    linter = pathlib.Path(sys.executable).with_name("cfn-lint")
    lint = subprocess.run([linter, WEBHOOK], capture_output=True, text=True, check=False)
    assert (lint.returncode, lint.stdout, lint.stderr) == (0, "", "")


def test_rule_of_the_webhook_names_the_partners_client():
    assert "detail: {client: [!Ref Client]}" in WEBHOOK.read_text()
