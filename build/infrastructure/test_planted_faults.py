"""The tests can fail: each fault planted in the template makes its test fail."""

import pytest
from environments import ENVIRONMENTS
from faults import FAULTS
from stack import TEMPLATE, Stack


def stack_with(fault):
    return Stack(fault.edit(TEMPLATE), fault.environment, ENVIRONMENTS[fault.environment])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_caught(fault):
    stack = stack_with(fault)
    with pytest.raises(AssertionError):
        fault.caught_by(stack)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_template_without_the_fault_passes(fault, stacks):
    fault.caught_by(stacks(fault.environment))
