"""The times nest as docs/architecture.md#timing requires, in the code's constants and the template's numbers."""

import re

from stack import ROOT

GATEWAY_SECONDS = 30  # how long an HTTP API waits for a function
SHARED = ROOT / "shared/src/main/java/com/enterprisesigning"
UNIT = {"Millis": 0.001, "Seconds": 1, "Minutes": 60}


def seconds(path, name, index=0):
    """The duration at this index in the constant's definition."""
    source = (SHARED / path).read_text()
    constant = re.search(rf"\b{name}\s*=(.*?);", source, re.S)
    assert constant, f"{path} has no constant {name}"
    unit, number = re.findall(r"Duration\.of(Millis|Seconds|Minutes)\(([\d_]+)\)", constant[1])[index]
    return int(number.replace("_", "")) * UNIT[unit]


def timing(name):
    return seconds("signing/Timing.java", name)


DYNAMODB = seconds("aws/AwsClients.java", "DYNAMODB_TIMEOUT")
SQS = seconds("aws/AwsClients.java", "SQS_TIMEOUT")
BANKID_EXCHANGE = seconds("bankid/client/Timeouts.java", "PRODUCTION", 1)
BANKID_HAND_OUT = seconds("bankid/client/Timeouts.java", "PRODUCTION", 2)


def protocol_functions(stack):
    return {
        name: function
        for name, function in stack.of_type("AWS::Lambda::Function").items()
        if name != "SimulatorFunction"
    }


def test_function_ends_when_the_protocols_reckon(stack):
    for name, function in protocol_functions(stack).items():
        assert function["Timeout"] == timing("FUNCTION_TIMEOUT") <= 20, name


def test_bankid_table_and_queue_fit_in_a_function(stack):
    for name, function in protocol_functions(stack).items():
        assert BANKID_HAND_OUT + 2 * DYNAMODB + SQS <= timing("LEFT_TO_ASK") < function["Timeout"], name
        assert BANKID_EXCHANGE + DYNAMODB + SQS <= timing("LEFT_TO_CREATE") < function["Timeout"], name


def test_lease_outlives_the_start_that_took_it(stack):
    for name, function in protocol_functions(stack).items():
        assert function["Timeout"] + 5 < timing("LEASE"), name


def test_grace_outlives_the_call_that_may_hold_the_completion(stack):
    for name, function in protocol_functions(stack).items():
        assert function["Timeout"] < timing("MISSING_GRACE"), name


def test_queue_hides_a_message_for_longer_than_its_function_runs(stack):
    hidden = stack.properties("FollowUpQueue")["VisibilityTimeout"]
    assert stack.properties("FollowUpFunction")["Timeout"] < hidden


def test_gateway_waits_for_longer_than_a_function_runs(stack):
    for name, function in protocol_functions(stack).items():
        assert function["Timeout"] < GATEWAY_SECONDS, name


def test_simulator_answers_within_a_gateways_time(stack):
    for name, function in stack.of_type("AWS::Lambda::Function").items():
        if name == "SimulatorFunction":
            assert function["Timeout"] <= timing("FUNCTION_TIMEOUT")
