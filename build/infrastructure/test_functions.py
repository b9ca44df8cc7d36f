"""The functions: what runs, from which jar, with which settings."""

import json
import re
import zipfile

import pytest
from environments import ENVIRONMENTS, has_canary, is_kept, makes_bankid
from stack import ROOT, TEMPLATE, Stack

PATH_SECRET = "51af3dc0-da77-11e4-872e-1234567db123"  # the UUID in the stack's id; protects only a sandbox's simulator
SIMULATOR_CLASSES = "com/enterprisesigning/simulator/"


def functions(stack):
    return stack.of_type("AWS::Lambda::Function")


def jar(key):
    path = ROOT / key
    if not path.is_file():
        pytest.fail(f"{key} is not built. Run ./mvnw package")
    return zipfile.ZipFile(path)


def has_handler(function):
    with jar(function["Code"]["S3Key"]) as classes:
        return function["Handler"].replace(".", "/") + ".class" in classes.namelist()


def test_jar_has_the_handler_of_each_function_that_runs_from_it(stack):
    missing = [name for name, function in functions(stack).items() if not has_handler(function)]
    assert missing == []


def test_functions_jar_has_no_simulator():
    with jar("functions/target/functions.jar") as classes:
        assert [name for name in classes.namelist() if name.startswith(SIMULATOR_CLASSES)] == []


def test_simulator_alone_comes_from_another_jar(stack):
    for name, function in functions(stack).items():
        is_simulator = name == "SimulatorFunction"
        expected = "simulator-function/target/simulator-function.jar" if is_simulator else "functions/target/functions.jar"
        assert function["Code"]["S3Key"] == expected, name
        assert function["Handler"].startswith("com.enterprisesigning.simulator.") is is_simulator, name


@pytest.mark.parametrize("given, architecture", [({}, "arm64"), ({"Architecture": "x86_64"}, "x86_64")])
def test_function_runs_java_25_on_arm_unless_told_otherwise(given, architecture):
    for name, function in functions(Stack(TEMPLATE, "sandbox", {"Environment": "sandbox", **given})).items():
        assert function["Runtime"] == "java25", name
        assert function["Architectures"] == [architecture], name


def test_published_version_starts_from_a_snapshot_and_the_alias_is_called(stack):
    aliases = {alias["FunctionName"]: alias for alias in stack.of_type("AWS::Lambda::Alias").values()}
    assert aliases.keys() == functions(stack).keys()
    for name, alias in aliases.items():
        assert alias["Name"] == "live"
        assert functions(stack)[name]["SnapStart"] == {"ApplyOn": "PublishedVersions"}, name
    (mapping,) = stack.of_type("AWS::Lambda::EventSourceMapping").values()
    assert mapping["FunctionName"] == "FollowUpFunctionAliaslive"


def test_new_version_is_tried_on_a_tenth_and_taken_back_by_its_own_alarm_where_there_is_a_canary(stack):
    groups = stack.of_type("AWS::CodeDeploy::DeploymentGroup")
    canaries = functions(stack).keys() if has_canary(stack.name) else set()
    assert groups.keys() == {f"{name}DeploymentGroup" for name in canaries}
    for name in canaries:
        group = groups[f"{name}DeploymentGroup"]
        assert group["DeploymentConfigName"] == "CodeDeployDefault.LambdaCanary10Percent5Minutes"
        assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]
        alarms = [{"Name": name.replace("Function", "NewVersionAlarm")}]
        assert group.get("AlarmConfiguration") == {"Enabled": True, "Alarms": alarms}
        assert group["ServiceRoleArn"] == "DeploymentRole.Arn"


def test_version_is_published_for_every_property(stack):
    """A changed time-out alone makes another version."""
    changed = Stack(stack.text.replace("    Timeout: 20\n", "    Timeout: 19\n"), stack.name, ENVIRONMENTS[stack.name])
    versions = stack.of_type("AWS::Lambda::Version").keys()
    assert len(versions) == len(functions(stack)) and not versions & changed.of_type("AWS::Lambda::Version").keys()


def test_alias_is_called_all_the_time_by_an_event_that_does_nothing(stack):
    schedules = stack.of_type("AWS::Scheduler::Schedule").values()
    called = [schedule["Target"]["Arn"] for schedule in schedules]
    assert sorted(called) == sorted(stack.of_type("AWS::Lambda::Alias"))
    for schedule in schedules:
        assert schedule["ScheduleExpression"] == "rate(5 minutes)"
        event = json.loads(schedule["Target"]["Input"])
        assert event.get("Records", []) == [] and "authorizer" not in event["requestContext"]
        assert event.get("routeKey", "KEEP ACTIVE") == "KEEP ACTIVE"  # how the log tells it apart


def test_trace_is_sent_where_it_is_asked_for(stack):
    for name, function in functions(stack).items():
        mode = None if name == "SimulatorFunction" else {"Mode": stack.parameters["Tracing"]}
        assert function.get("TracingConfig") == mode, name


def shared_environment(stack):
    own = makes_bankid(stack.name)
    url = {
        "sandbox-own-bankid": "https://bankid.example/rp/v6.0",
        "test": "https://appapi2.test.bankid.com/rp/v6.0",
    }.get(stack.name, "https://appapi2.bankid.com/rp/v6.0")
    environment = {
        "ENFORCED_STEPS": "",
        "SETTINGS_REVISION": "1",
        "ENVIRONMENT": stack.parameters["Environment"],
        "POWERTOOLS_SERVICE_NAME": "signing",
        "TABLE_NAME": "Table",
        "BANKID_URL": f"SimulatorFunctionUrl.FunctionUrl{PATH_SECRET}/rp/v6.0" if own else url,
        "BANKID_TLS_ROOT": "classpath:com/enterprisesigning/sandbox/tls-root.pem" if own else "enterprise-signing/bankid-tls-root",
        "BANKID_SIGNATURE_ROOT": "classpath:com/enterprisesigning/sandbox/signature-root.pem"
        if own
        else "enterprise-signing/bankid-signature-root",
        "PERSON_KEY_SECRET": "PersonKeySecret",
        "SIGNING_WINDOW_SECONDS": 180,
        "CROSS_IP_BLOCK_SECONDS": 180,
        "PHONE_BLOCK_SECONDS": 60,
        "COLLECT_INTERVAL_MILLIS": 1800,
        "FOLLOW_UP_SECONDS": "95,185",
        "FOLLOW_UP_QUEUE_URL": "FollowUpQueue",
        "EVIDENCE_RETENTION_DAYS": 3650,
    }
    if url := stack.parameters["TimestampUrl"]:
        environment |= {"TIMESTAMP_URL": url, "TIMESTAMP_ROOT": "enterprise-signing/timestamp-root"}
    certificate = stack.parameters["BankIdClientCertificateSecret"]
    return {**environment, **({"BANKID_CLIENT_CERTIFICATE": certificate} if certificate else {})}


def test_environment_is_exactly_this_and_names_secrets_without_holding_one(stack):
    expected = {
        "SimulatorFunction": {"ORDERS_TABLE_NAME": "OrdersTable", "PATH_SECRET": PATH_SECRET},
    }
    for name, function in functions(stack).items():
        environment = function.get("Environment", {}).get("Variables", {})
        assert environment == expected.get(name, shared_environment(stack)), name


def test_no_flag_takes_the_full_jit_from_a_snapshot(stack):
    for name, function in functions(stack).items():
        assert not re.search("JAVA_TOOL_OPTIONS|TieredStopAtLevel", str(function)), name


def test_function_writes_to_a_log_group_of_its_own(stack):
    groups = [function["LoggingConfig"]["LogGroup"] for function in functions(stack).values()]
    assert len(set(groups)) == len(groups)
    assert set(groups) <= stack.of_type("AWS::Logs::LogGroup").keys()


def test_audit_lines_of_every_function_come_to_the_stream_outside_the_sandbox(stack):
    audited = {
        function["LoggingConfig"]["LogGroup"]
        for name, function in functions(stack).items()
        if is_kept(stack.name) and name != "SimulatorFunction"
    }
    subscriptions = list(stack.of_type("AWS::Logs::SubscriptionFilter").values())
    assert {subscription["LogGroupName"] for subscription in subscriptions} == audited
    for subscription in subscriptions:
        assert subscription["FilterPattern"] == '{ $.kind = "audit" }'
        assert subscription["DestinationArn"] == "AuditStream.Arn"
        assert subscription["RoleArn"] == "AuditSubscriptionRole.Arn"
