"""cfn-lint finds nothing in the template, nor in what SAM translates it to."""

import json
import pathlib
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
