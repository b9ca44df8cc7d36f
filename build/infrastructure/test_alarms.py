"""The alarms watch existing metrics, cover every function and queue, and say what to do."""

import re

import pytest
from environments import has_canary, is_kept
from stack import ROOT

OPERATIONS = ROOT / "docs/operations.md"
SOURCES = ROOT / "functions/src/main/java"
PIPES = "AWS/EventBridge/Pipes"

# The alarms besides those of each function: metric, dimension, condition, and treatment of missing data.
ALARMS = {
    "FollowUpDeadLettersAlarm": (
        "ApproximateNumberOfMessagesVisible", "FollowUpDeadLetterQueue.QueueName", "> 0", "notBreaching"),
    "EventsDeadLettersAlarm": (
        "ApproximateNumberOfMessagesVisible", "EventsDeadLetterQueue.QueueName", "> 0", "notBreaching"),
    "SignaturesRejectedAlarm": ("SignaturesRejected", "signing", ">= 1", "notBreaching"),
    "StepsReportedAlarm": ("StepsReported", "signing", ">= 1", "notBreaching"),
    "SignaturesLostAlarm": ("SignaturesLost", "signing", ">= 1", "notBreaching"),
    "EvidenceChangedAlarm": ("EvidenceChanged", "signing", ">= 1", "notBreaching"),
    "OrdersMissingAlarm": ("OrdersMissing", "signing", ">= 1", "notBreaching"),
    "TimeStampsGivenUpAlarm": ("TimeStampsGivenUp", "signing", ">= 1", "notBreaching"),
    "InternalErrorsAlarm": ("InternalErrors", "signing", ">= 1", "notBreaching"),
    "ServiceUnavailableAlarm": ("ServiceUnavailable", "signing", ">= 5", "notBreaching"),
    "CertificateDaysToExpiryAlarm": ("CertificateDaysToExpiry", "signing", "< 30", "ignore"),
    "CertificateUnreadableAlarm": ("CertificateUnreadable", "signing", ">= 1", "notBreaching"),
    "BankIdErrorsAlarm": ("BankIdErrors", "signing", ">= 0.2", "notBreaching"),
    "BankIdRefusalsAlarm": ("BankIdRefusals", "signing", ">= 1", "notBreaching"),
    "ServerErrorsAlarm": ("5xx", "Api", ">= 5", "notBreaching"),
    "PipeFailsAlarm": ("ExecutionFailed", "OutcomesPipe", ">= 1", "notBreaching"),
}
OF_THE_KEPT = {"AuditLinesLateAlarm": ("DeliveryToS3.DataFreshness", "AuditStream", "> 3600", "notBreaching")}
OF_A_FUNCTION = {"Errors": ">= 1", "Duration": "> 10000", "Throttles": ">= 1"}
UNWATCHED = {"SimulatorFunction"}  # nobody is on call for a sandbox's simulator

COMPARED = {
    "GreaterThanThreshold": ">",
    "GreaterThanOrEqualToThreshold": ">=",
    "LessThanThreshold": "<",
}


def alarms(stack):
    return stack.of_type("AWS::CloudWatch::Alarm")


def of_one_metric(stack):
    return {name: alarm for name, alarm in alarms(stack).items() if "MetricName" in alarm}


def calculated(alarm):
    """The expression of an alarm on several metrics, and of each its namespace, name, dimensions, statistic and period."""
    (expression,) = [metric["Expression"] for metric in alarm["Metrics"] if metric.get("ReturnData", True)]
    return expression, {
        metric["Id"]: (
            metric["MetricStat"]["Metric"]["Namespace"],
            metric["MetricStat"]["Metric"]["MetricName"],
            {dimension["Name"]: dimension["Value"] for dimension in metric["MetricStat"]["Metric"]["Dimensions"]},
            metric["MetricStat"]["Stat"],
            metric["MetricStat"]["Period"],
        )
        for metric in alarm["Metrics"]
        if "MetricStat" in metric
    }


def rule(alarm):
    return f"{COMPARED[alarm['ComparisonOperator']]} {alarm['Threshold']}"


def expected_alarms(stack):
    expected = {**ALARMS, **(OF_THE_KEPT if is_kept(stack.name) else {})}
    for function in stack.of_type("AWS::Lambda::Function").keys() - UNWATCHED:
        for metric, when in OF_A_FUNCTION.items():
            name = function.removesuffix("Function") + metric + "Alarm"
            expected[name] = (metric, function, when, "notBreaching")
    return expected


def test_alarms_are_these_and_go_off_when_they_should(stack):
    found = {}
    for name, alarm in of_one_metric(stack).items():
        (dimension,) = alarm["Dimensions"]
        found[name] = (alarm["MetricName"], dimension["Value"], rule(alarm), alarm["TreatMissingData"])
    assert found == expected_alarms(stack)


def test_alarm_watches_the_namespace_and_dimension_of_its_metric(stack):
    dimension = {
        "AWS/Lambda": "FunctionName", "AWS/SQS": "QueueName", "EnterpriseSigning": "Service", "AWS/ApiGateway": "ApiId",
        PIPES: "PipeName", "AWS/Firehose": "DeliveryStreamName",
    }
    namespace = {
        **dict.fromkeys(OF_A_FUNCTION, "AWS/Lambda"), "ApproximateNumberOfMessagesVisible": "AWS/SQS", "5xx": "AWS/ApiGateway",
        "ExecutionFailed": PIPES, "DeliveryToS3.DataFreshness": "AWS/Firehose",
    }
    for name, alarm in of_one_metric(stack).items():
        of = namespace.get(alarm["MetricName"], "EnterpriseSigning")
        assert alarm["Namespace"] == of, name
        assert alarm["Dimensions"][0]["Name"] == dimension[of], name


def test_alarm_on_a_count_sums_and_on_a_share_averages(stack):
    statistic = {
        "Errors": "Sum", "Throttles": "Sum", "SignaturesRejected": "Sum", "StepsReported": "Sum", "SignaturesLost": "Sum", "EvidenceChanged": "Sum",
        "OrdersMissing": "Sum", "TimeStampsGivenUp": "Sum",
        "InternalErrors": "Sum", "ServiceUnavailable": "Sum", "CertificateUnreadable": "Sum", "Duration": "p99", "BankIdErrors": "Average",
        "BankIdRefusals": "Sum",
        "CertificateDaysToExpiry": "Minimum",
        "ApproximateNumberOfMessagesVisible": "Maximum", "5xx": "Sum", "ExecutionFailed": "Sum",
        "DeliveryToS3.DataFreshness": "Maximum",
    }
    for name, alarm in of_one_metric(stack).items():
        found = alarm.get("Statistic", alarm.get("ExtendedStatistic"))
        assert found == statistic[alarm["MetricName"]], name


def test_deployment_is_watched_by_the_new_version_alone(stack):
    names = {name for name in alarms(stack) if name.endswith("NewVersionAlarm")}
    functions = stack.of_type("AWS::Lambda::Function").keys() - UNWATCHED if has_canary(stack.name) else set()
    assert names == {function.replace("Function", "NewVersionAlarm") for function in functions}
    for function in functions:
        alarm = alarms(stack)[function.replace("Function", "NewVersionAlarm")]
        (version,) = [name for name in stack.of_type("AWS::Lambda::Version") if name.startswith(f"{function}Version")]
        of_lambda = {"FunctionName": function, "Resource": f"{function}:live", "ExecutedVersion": f"{version}.Version"}
        own = {"Service": "signing", "Function": function, "Version": f"{version}.Version"}
        assert calculated(alarm) == (
            "SUM([errors, internal])",
            {
                "errors": ("AWS/Lambda", "Errors", of_lambda, "Sum", 60),
                "internal": ("EnterpriseSigning", "InternalErrors", own, "Sum", 60),
            },
        )
        assert (rule(alarm), alarm["DatapointsToAlarm"], alarm["EvaluationPeriods"]) == (">= 1", 2, 5)  # not by one bad minute
        assert alarm["TreatMissingData"] == "notBreaching"


def test_table_that_throttles_or_fails_is_seen(stack):
    throttles, errors = alarms(stack)["TableThrottlesAlarm"], alarms(stack)["TableErrorsAlarm"]
    of_the_table = ({"TableName": "Table"}, "Sum", 60)
    assert calculated(throttles) == (
        "SUM([reads, writes])",
        {
            "reads": ("AWS/DynamoDB", "ReadThrottleEvents", *of_the_table),
            "writes": ("AWS/DynamoDB", "WriteThrottleEvents", *of_the_table),
        },
    )
    assert calculated(errors)[0] == (
        "SELECT SUM(SystemErrors) FROM SCHEMA(\"AWS/DynamoDB\", Operation, TableName) WHERE TableName = 'Table'"
    )
    for alarm in (throttles, errors):
        assert (rule(alarm), alarm["DatapointsToAlarm"], alarm["EvaluationPeriods"]) == (">= 1", 2, 5)


def test_pipe_that_stops_is_seen(stack):
    alarm = alarms(stack)["PipeStopsAlarm"]
    assert calculated(alarm) == (
        "IF(stored > 0 AND SUM([sent, none]) == 0, 1, 0)",
        {
            "stored": ("EnterpriseSigning", "SignaturesStored", {"Service": "signing"}, "Sum", 900),
            "sent": (PIPES, "EventCount", {"PipeName": "OutcomesPipe"}, "Sum", 900),
        },
    )
    assert (rule(alarm), alarm["EvaluationPeriods"]) == (">= 1", 2)


def test_audit_lines_that_are_skipped_are_seen(stack):
    """CloudWatch Logs counts them by the name of the subscription, which is the same for all functions of the stack."""
    assert ("AuditLinesSkippedAlarm" in alarms(stack)) is is_kept(stack.name)
    names = {subscription.get("FilterName") for subscription in stack.of_type("AWS::Logs::SubscriptionFilter").values()}
    if is_kept(stack.name):
        alarm = alarms(stack)["AuditLinesSkippedAlarm"]
        (query,) = alarm["Metrics"]
        assert query["Expression"] == (
            'SELECT SUM(DeliveryErrors) FROM SCHEMA("AWS/Logs", DestinationType, FilterName, LogGroupName) '
            "WHERE FilterName = 'signing'"
        )
        assert names == {"signing"}
        assert (query["Period"], rule(alarm), alarm["TreatMissingData"]) == (300, ">= 1", "notBreaching")


def test_client_that_blocks_most_persons_is_watched(stack):
    alarm = alarms(stack)["PersonsBlockedAlarm"]
    (query,) = alarm["Metrics"]
    assert query["Expression"] == (
        "SELECT SUM(PersonsBlocked) FROM SCHEMA(EnterpriseSigning, Client, Service) "
        "WHERE Service = 'signing' GROUP BY Client ORDER BY SUM() DESC LIMIT 1"
    )
    assert (query["Period"], rule(alarm), alarm["TreatMissingData"]) == (300, ">= 20", "notBreaching")


def test_follow_ups_that_are_due_and_not_done_are_seen(stack):
    alarm = alarms(stack)["FollowUpsLateAlarm"]
    of_the_queue = {"QueueName": "FollowUpQueue.QueueName"}
    assert calculated(alarm) == (
        "IF((due > 0 AND FILL(done, 0) == 0) OR due > 1000, 1, 0)",
        {
            "due": ("AWS/SQS", "ApproximateNumberOfMessagesVisible", of_the_queue, "Minimum", 60),
            "done": ("AWS/SQS", "NumberOfMessagesDeleted", of_the_queue, "Sum", 60),
        },
    )
    assert (rule(alarm), alarm["EvaluationPeriods"], alarm["TreatMissingData"]) == (">= 1", 1, "notBreaching")


def test_authority_that_stamps_little_for_an_hour_is_seen(stack):
    alarm = alarms(stack)["TimeStampsRefusedAlarm"]
    of_the_service = ({"Service": "signing"}, "Sum", 900)
    assert calculated(alarm) == (
        "IF(refused >= SUM([stored, none]), 1, 0)",
        {
            "refused": ("EnterpriseSigning", "TimeStampsRefused", *of_the_service),
            "stored": ("EnterpriseSigning", "TimeStampsStored", *of_the_service),
        },
    )
    assert (rule(alarm), alarm["EvaluationPeriods"], alarm["TreatMissingData"]) == (">= 1", 4, "notBreaching")


def test_alarm_tells_the_topic_where_there_is_one(stack):
    topic = stack.parameters["AlarmTopicArn"]
    for name, alarm in alarms(stack).items():
        assert alarm.get("AlarmActions") == ([topic] if topic else None), name


def test_alarm_says_what_it_means_and_where_it_is_told_what_to_do(stack):
    for name, alarm in alarms(stack).items():
        assert re.fullmatch(r"[A-Z].+\. docs/operations\.md, [A-Z][\w -]+", alarm["AlarmDescription"]), name


def test_heading_that_an_alarm_names_stands_in_the_operations_guide(stack):
    if not OPERATIONS.is_file():
        pytest.skip("docs/operations.md is not written yet")
    headings = set(re.findall(r"^#+ (.+)$", OPERATIONS.read_text(), re.M))
    for name, alarm in alarms(stack).items():
        assert alarm["AlarmDescription"].rsplit(", ", 1)[1] in headings, name


def metrics_of_the_service(stack):
    body = stack.properties("Dashboard")["DashboardBody"]
    in_dashboard = set(re.findall(r'MetricName=\\"(\w+)\\"', body))
    in_dashboard |= set(re.findall(r'\["(?:EnterpriseSigning|\.)", "([A-Z]\w+)", (?:"Service"|"\.")', body))
    in_alarms = {alarm["MetricName"] for alarm in of_one_metric(stack).values() if alarm["Namespace"] == "EnterpriseSigning"}
    return in_alarms | in_dashboard | {"PersonsBlocked", "SignaturesStored", "InternalErrors"}


def test_metric_that_is_watched_is_one_that_the_code_writes(stack):
    written = {
        word for path in SOURCES.rglob("*.java") for word in re.findall(r'"(\w+)"', path.read_text())
    }
    api_gateways_own = {"Count", "4xx", "5xx"}
    watched = metrics_of_the_service(stack) - api_gateways_own
    assert (watched | {"EnterpriseSigning", "Service"}) - written == set()
