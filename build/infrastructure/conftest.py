import functools

import pytest
from environments import ENVIRONMENTS
from stack import TEMPLATE, Stack


@functools.cache
def stack_of(name):
    return Stack(TEMPLATE, name, ENVIRONMENTS[name])


@pytest.fixture(params=ENVIRONMENTS)
def stack(request):
    """The stack of each environment in turn."""
    return stack_of(request.param)


@pytest.fixture
def stacks():
    """A function that returns the stack of a named environment."""
    return stack_of
