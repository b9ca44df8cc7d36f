"""Rights in the table: each function may do what its calls need, however transactions are evaluated, and nothing else."""

from policies import READINGS, calls, is_allowed, role_of, spare

FUNCTIONS_WITHOUT_TABLE = {"SimulatorFunction"}


def functions(stack):
    return stack.of_type("AWS::Lambda::Function").keys() - FUNCTIONS_WITHOUT_TABLE


def test_call_of_every_function_is_known(stack):
    assert {call.function for call in calls()} == functions(stack)


def test_call_is_allowed_under_each_reading(stack):
    denied = [
        f"{call}: {reading}"
        for call in calls()
        for reading in READINGS
        if not is_allowed(stack, role_of(stack, call.function), call, reading)
    ]
    assert denied == []


def test_no_right_is_to_spare(stack):
    for function in functions(stack):
        of_function = [call for call in calls() if call.function == function]
        assert spare(stack, role_of(stack, function), of_function) == set(), function
