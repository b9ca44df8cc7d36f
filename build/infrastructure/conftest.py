import functools

import pytest
from environments import ENVIRONMENTS
from stack import TEMPLATE, Stack


@functools.cache
def stack_of(name):
    return Stack(TEMPLATE, name, ENVIRONMENTS[name])


@pytest.fixture(params=ENVIRONMENTS)
def stack(request):
    """Every environment's stack in turn."""
    return stack_of(request.param)


@pytest.fixture
def stacks():
    """The stack of a named environment."""
    return stack_of
