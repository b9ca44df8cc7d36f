"""Uses a LocalStack that already runs, or starts one in a container."""

import contextlib
import functools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

import boto3
from botocore.config import Config

IMAGE = "localstack/localstack:4.14.0"
REGION = "eu-north-1"
FUNCTION_URLS = f"lambda-url.{REGION}.localhost.localstack.cloud"
CERTIFICATE = "/etc/localstack-certificate.pem"

# Settings that your own LocalStack needs too.
ENVIRONMENT = {
    "CUSTOM_SSL_CERT_PATH": CERTIFICATE,  # functions call the simulator over TLS, by its function URL
    "LAMBDA_IGNORE_ARCHITECTURE": "1",  # the functions are arm64; this machine may not be
    "LAMBDA_SYNCHRONOUS_CREATE": "1",  # saves a second for each function and each version
    "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "180",  # seconds for a function's first start, on a slow machine
}


started = time.monotonic()


def say(text):
    print(f"{time.monotonic() - started:4.0f} s  {text}", flush=True)


class Missing(Exception):
    """Something that this machine does not have."""


class Aws:
    def __init__(self, endpoint):
        self.endpoint = endpoint.rstrip("/")
        self.ends = "LOCALSTACK_ENDPOINT" not in os.environ  # the smoke removes a container that it started

    @functools.cache
    def __getattr__(self, service):
        """Returns the client of a service: `aws.sqs`."""
        return boto3.client(
            service.strip("_"),
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(read_timeout=240, retries={"total_max_attempts": 1}),
        )


@contextlib.contextmanager
def running():
    """Yields the clients of a LocalStack that answers."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended by SIGTERM"))  # so that everything is cleaned up
    for command in "docker", "openssl":
        if not shutil.which(command) and not os.environ.get("LOCALSTACK_ENDPOINT"):
            raise Missing(f"There is no {command}. Install it, or let LOCALSTACK_ENDPOINT name a LocalStack that already runs.")
    if endpoint := os.environ.get("LOCALSTACK_ENDPOINT"):
        yield answering(endpoint)
        return
    if docker("info", check=False, timeout=20).returncode:
        raise Missing("Docker does not answer: start it, or set DOCKER_HOST.")
    if docker("image", "inspect", IMAGE, check=False).returncode and docker("pull", IMAGE, check=False, timeout=900).returncode:
        raise Missing(f"There is no image {IMAGE}, and it cannot be pulled. build/containers builds one.")
    name = f"enterprise-signing-smoke-{os.getpid()}"
    try:
        yield answering(start(name), name)
    except BaseException:
        logs = docker("logs", "--tail", "50", name, check=False)
        print(logs.stdout + logs.stderr, file=sys.stderr)  # LocalStack logs to stderr
        raise
    finally:
        remove(name)


def start(name):
    """Starts a container and returns its endpoint."""
    socket = os.environ.get("DOCKER_HOST", "").removeprefix("unix://")
    if not socket.startswith("/"):
        socket = "/var/run/docker.sock"
    environment = [f"--env={key}={value}" for key, value in ENVIRONMENT.items()]
    docker("create", f"--name={name}", "--publish=127.0.0.1::4566", f"--volume={socket}:/var/run/docker.sock", *environment, IMAGE)
    with tempfile.TemporaryDirectory() as directory:
        certificate = pathlib.Path(directory, "certificate.pem")
        write_certificate(certificate)
        docker("cp", str(certificate), f"{name}:{CERTIFICATE}")
    docker("start", name)
    return "http://" + docker("port", name, "4566/tcp").stdout.split()[0]


def remove(name):
    """Removes a container, and the containers that LocalStack started for functions."""
    docker("rm", "--force", name, check=False)
    functions = docker("ps", "--all", "--quiet", f"--filter=name=^/{name}-lambda-", check=False).stdout.split()
    if functions:
        docker("rm", "--force", *functions, check=False, timeout=900)  # several seconds each


def answering(endpoint, container=None):
    deadline = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(f"{endpoint}/_localstack/health", timeout=5) as answer:
                say(f"LocalStack {json.load(answer)['version']} answers at {endpoint}")
                return Aws(endpoint)
        except OSError as e:
            if time.monotonic() > deadline:
                raise SystemExit(f"LocalStack does not answer at {endpoint}: {e}")
            if container and docker("inspect", "--format={{.State.Running}}", container).stdout.strip() != "true":
                raise SystemExit("LocalStack's container has exited")
            time.sleep(0.5)


def write_certificate(path):
    """Writes a key and a self-signed certificate for function URLs: LocalStack's CUSTOM_SSL_CERT_PATH, which functions trust."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
        + ["-subj", "/CN=LocalStack", "-addext", f"subjectAltName=DNS:*.{FUNCTION_URLS},DNS:localhost"]
        + ["-keyout", str(path) + ".key", "-out", str(path)],
        check=True,
        capture_output=True,
    )
    key = pathlib.Path(str(path) + ".key")
    pathlib.Path(path).write_text(key.read_text() + pathlib.Path(path).read_text())
    key.unlink()


def docker(*arguments, check=True, timeout=300):
    try:
        ended = subprocess.run(["docker", *arguments], capture_output=True, text=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        ended = subprocess.CompletedProcess(arguments, 124, "", f"no answer within {timeout} s")
    if check and ended.returncode:
        raise SystemExit(f"docker {arguments[0]} failed: {ended.stderr}")
    return ended
