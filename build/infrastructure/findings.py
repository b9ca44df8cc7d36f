"""Compares what checkov finds in the stack of each environment with findings.txt, where each finding has its reason.

  python build/infrastructure/findings.py CHECKOV    # its executable: checkov wants another boto3 than the tests
"""

import fnmatch
import json
import pathlib
import subprocess
import sys
import tempfile

from environments import ENVIRONMENTS
from stack import TEMPLATE, Stack

ACCEPTED = pathlib.Path(__file__).with_name("findings.txt")
SANDBOX = "sandbox"  # a reason that begins so does not hold elsewhere


def accepted():
    lines = [line for line in ACCEPTED.read_text().splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(None, 2)) for line in lines]


def found(checkov, name):
    """Yields the id of each check that failed, and its resource."""
    stack = Stack(TEMPLATE, name, ENVIRONMENTS[name])
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "template.json")
        path.write_text(json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": stack.resources}))
        run = subprocess.run(
            [checkov, "--framework", "cloudformation", "--file", path, "--output", "json", "--compact", "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
    report = json.loads(run.stdout)
    assert report["summary"]["passed"] > 100 and not report["summary"]["parsing_errors"], run.stdout
    for check in report["results"]["failed_checks"]:
        yield check["check_id"], check["resource"].split(".")[-1]


def covers(line, check, resource, name):
    identifier, pattern, reason = line
    holds_here = name.startswith(SANDBOX) or not reason.startswith(SANDBOX) or "where no" in reason
    return identifier == check and fnmatch.fnmatchcase(resource, pattern) and holds_here


def main(checkov):
    lines, used, new = accepted(), set(), []
    for name in ENVIRONMENTS:
        for check, resource in found(checkov, name):
            reasons = [line for line in lines if covers(line, check, resource, name)]
            used.update(reasons)
            if not reasons:
                new.append(f"{name}: {check} {resource}")
    idle = [" ".join(line) for line in lines if line not in used]
    if new or idle:
        sys.exit("\n".join(["New findings:", *sorted(new), "Found no longer:", *idle]))
    print(f"checkov finds nothing that {ACCEPTED.name} does not give a reason for, in {len(lines)} lines")


if __name__ == "__main__":
    main(sys.argv[1])
