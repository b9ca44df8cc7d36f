"""cfn-lint finds nothing in the template, nor in what SAM translates it to. No resource waits for itself."""

import graphlib
import json
import pathlib
import re
import subprocess
import sys

from stack import ROOT


def test_linter_finds_nothing(stacks, tmp_path):
    translated = []
    for name in ("sandbox", "production-own-domain"):  # Environment is the only parameter that SAM reads
        translated.append(tmp_path / f"{name}.json")
        translated[-1].write_text(json.dumps(stacks(name).translated))
    linter = pathlib.Path(sys.executable).with_name("cfn-lint")
    lint = subprocess.run(
        [linter, ROOT / "template.yaml", *translated], capture_output=True, text=True, check=False
    )
    assert (lint.returncode, lint.stdout, lint.stderr) == (0, "", "")


def test_resource_with_a_condition_has_a_policy_without_a_function(stack):
    """AWS::LanguageExtensions refuses any other (aws-cloudformation/cfn-language-discussion, issue 124)."""
    for name, resource in stack.source["Resources"].items():
        if "Condition" in resource:
            policies = [resource.get("DeletionPolicy", "Delete"), resource.get("UpdateReplacePolicy", "Delete")]
            assert all(isinstance(policy, str) for policy in policies), name


def named(part):
    """Yields the first word of each reference, which is a logical id, a parameter or a pseudo parameter."""
    if isinstance(part, list):
        for item in part:
            yield from named(item)
    elif isinstance(part, dict):
        for key, item in part.items():
            if key in ("Ref", "Fn::GetAtt", "DependsOn"):
                yield from [str(one).split(".")[0] for one in (item if isinstance(item, list) else [item])]
            elif key == "Fn::Sub":
                yield from re.findall(r"\$\{(\w+)", item if isinstance(item, str) else item[0])
            yield from named(item)


def test_resource_waits_for_no_resource_that_waits_for_it(stack):
    """The update policy counts too: alias, deployment group, alarm of the new version, version."""
    resources = stack.translated["Resources"]
    waits = {name: set(named(resource)) & resources.keys() for name, resource in resources.items()}
    try:
        graphlib.TopologicalSorter(waits).prepare()
    except graphlib.CycleError as circle:
        raise AssertionError(" -> ".join(circle.args[1])) from None
