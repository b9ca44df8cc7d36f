"""Keeps LocalStack from pulling images that are already present, because no registry answers."""

from localstack.services.lambda_.hooks import prepare_docker_executor
from localstack.services.lambda_.invocation.docker_runtime_executor import PULLED_IMAGES, docker_platform, resolver


@prepare_docker_executor()
def take_the_image_that_is_here(function_version):
    function = function_version.config
    PULLED_IMAGES.add((resolver.get_image_for_runtime(function.runtime), docker_platform(function.architectures[0])))
