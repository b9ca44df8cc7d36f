"""The parameters that a stack requires: none in a sandbox; elsewhere the issuer and the RP certificate."""

import shlex
import tomllib

import pytest
from environments import ENVIRONMENTS
from stack import ROOT, TEMPLATE, Stack


def test_parameters_are_enough(stack):
    assert stack.refusals() == []


@pytest.mark.parametrize(
    "environment, missing, refusal",
    [
        ("test", "Issuer", "Only a sandbox creates its own token issuer; Issuer is required"),
        (
            "production",
            "BankIdClientCertificateSecret",
            "BankID accepts no call without an RP certificate; BankIdClientCertificateSecret is required",
        ),
        ("production-own-domain", "CertificateArn", "A domain needs a certificate; CertificateArn is required"),
        ("production-own-domain", "TruststoreUri", "The domain requires certificates of callers; TruststoreUri is required"),
    ],
)
def test_stack_that_is_not_told_enough_is_refused(environment, missing, refusal):
    given = {name: value for name, value in ENVIRONMENTS[environment].items() if name != missing}
    assert Stack(TEMPLATE, environment, given).refusals() == [refusal]


def test_sandbox_is_told_nothing_but_its_name():
    assert ENVIRONMENTS["sandbox"] == {"Environment": "sandbox"}


def test_parameter_is_asked_for_in_a_group(stack):
    groups = stack.source["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
    grouped = [name for group in groups for name in group["Parameters"]]
    assert sorted(grouped) == sorted(stack.source["Parameters"])


def test_parameter_has_a_default(stack):
    assert [name for name, definition in stack.source["Parameters"].items() if "Default" not in definition] == []


def test_samconfig_gives_parameters_that_there_are_to_the_environment_of_its_name(stack):
    config = tomllib.loads((ROOT / "samconfig.toml").read_text())
    assert config.keys() - {"version"} == {"default", "test", "production"}
    for section in ("default", "test", "production"):
        overrides = config[section]["deploy"]["parameters"]["parameter_overrides"]
        given = dict(override.split("=", 1) for override in shlex.split(overrides))
        assert given["Environment"] == section.replace("default", "sandbox")
        for name, value in given.items():
            allowed = stack.source["Parameters"][name].get("AllowedValues")
            assert allowed is None or value in map(str, allowed), f"{section}: {name}"


def test_samconfig_lets_sam_read_the_loops():
    config = tomllib.loads((ROOT / "samconfig.toml").read_text())
    for section in config.keys() - {"version"}:
        for command in config[section].keys() - {"global"}:
            assert config[section][command]["parameters"].get("language_extensions") is True, f"{section} {command}"
