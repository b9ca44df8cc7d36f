"""The alarms watch existing metrics, cover every function and queue, and say what to do."""

import re

import pytest
from stack import ROOT

OPERATIONS = ROOT / "docs/operations.md"
SOURCES = ROOT / "functions/src/main/java"

# The alarms besides those of each function: metric, dimension, condition, and treatment of missing data.
ALARMS = {
    "FollowUpDeadLettersAlarm": (
        "ApproximateNumberOfMessagesVisible", "FollowUpDeadLetterQueue.QueueName", "> 0", "notBreaching"),
    "EventsDeadLettersAlarm": (
        "ApproximateNumberOfMessagesVisible", "EventsDeadLetterQueue.QueueName", "> 0", "notBreaching"),
    "SignaturesRejectedAlarm": ("SignaturesRejected", "signing", ">= 1", "notBreaching"),
    "SignaturesLostAlarm": ("SignaturesLost", "signing", ">= 1", "notBreaching"),
    "OrdersMissingAlarm": ("OrdersMissing", "signing", ">= 1", "notBreaching"),
    "InternalErrorsAlarm": ("InternalErrors", "signing", ">= 1", "notBreaching"),
    "CertificateExpiryAlarm": ("CertificateDaysToExpiry", "signing", "< 30", "ignore"),
    "CertificateUnreadableAlarm": ("CertificateUnreadable", "signing", ">= 1", "notBreaching"),
    "BankIdErrorsAlarm": ("BankIdErrors", "signing", ">= 0.2", "notBreaching"),
}
OF_A_FUNCTION = {"Errors": ">= 1", "Duration": "> 10000", "Throttles": ">= 1"}
CALCULATED = {"PersonsBlockedAlarm", "FollowUpsLateAlarm"}  # computed from several metrics, or by a query
UNWATCHED = {"SimulatorFunction"}  # nobody is on call for a sandbox's simulator

OF_THE_FOLLOW_UPS = [{"Name": "QueueName", "Value": "FollowUpQueue.QueueName"}]

COMPARED = {
    "GreaterThanThreshold": ">",
    "GreaterThanOrEqualToThreshold": ">=",
    "LessThanThreshold": "<",
}


def alarms(stack):
    return stack.of_type("AWS::CloudWatch::Alarm")


def rule(alarm):
    return f"{COMPARED[alarm['ComparisonOperator']]} {alarm['Threshold']}"


def expected_alarms(stack):
    expected = dict(ALARMS)
    for function in stack.of_type("AWS::Lambda::Function").keys() - UNWATCHED:
        for metric, when in OF_A_FUNCTION.items():
            name = function.removesuffix("Function") + metric + "Alarm"
            expected[name] = (metric, function, when, "notBreaching")
    return expected


def test_alarms_are_these_and_go_off_when_they_should(stack):
    found = {}
    for name, alarm in alarms(stack).items():
        if name not in CALCULATED:
            (dimension,) = alarm["Dimensions"]
            found[name] = (alarm["MetricName"], dimension["Value"], rule(alarm), alarm["TreatMissingData"])
    assert found == expected_alarms(stack)


def test_alarm_watches_the_namespace_and_dimension_of_its_metric(stack):
    dimension = {"AWS/Lambda": "FunctionName", "AWS/SQS": "QueueName", "EnterpriseSigning": "Service"}
    for name, alarm in alarms(stack).items():
        if name not in CALCULATED:
            metric = alarm["MetricName"]
            of = {**dict.fromkeys(OF_A_FUNCTION, "AWS/Lambda")}.get(metric)
            of = of or ("AWS/SQS" if metric.startswith("Approximate") else "EnterpriseSigning")
            assert alarm["Namespace"] == of, name
            assert alarm["Dimensions"][0]["Name"] == dimension[of], name


def test_alarm_on_a_count_sums_and_on_a_share_averages(stack):
    statistic = {
        "Errors": "Sum", "Throttles": "Sum", "SignaturesRejected": "Sum", "SignaturesLost": "Sum", "OrdersMissing": "Sum",
        "InternalErrors": "Sum", "CertificateUnreadable": "Sum", "Duration": "p99", "BankIdErrors": "Average",
        "CertificateDaysToExpiry": "Minimum",
        "ApproximateNumberOfMessagesVisible": "Maximum",
    }
    for name, alarm in alarms(stack).items():
        if name not in CALCULATED:
            found = alarm.get("Statistic", alarm.get("ExtendedStatistic"))
            assert found == statistic[alarm["MetricName"]], name


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
    late, *measured = alarm["Metrics"]
    assert late["Expression"] == "IF((due > 0 AND FILL(done, 0) == 0) OR due > 1000, 1, 0)"
    assert {
        metric["Id"]: (
            metric["MetricStat"]["Metric"]["MetricName"],
            metric["MetricStat"]["Metric"]["Dimensions"],
            metric["MetricStat"]["Stat"],
            metric["MetricStat"]["Period"],
        )
        for metric in measured
    } == {
        "due": ("ApproximateNumberOfMessagesVisible", OF_THE_FOLLOW_UPS, "Minimum", 60),
        "done": ("NumberOfMessagesDeleted", OF_THE_FOLLOW_UPS, "Sum", 60),
    }
    assert (rule(alarm), alarm["EvaluationPeriods"], alarm["TreatMissingData"]) == (">= 1", 1, "notBreaching")


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
    in_alarms = {alarm["MetricName"] for alarm in alarms(stack).values() if alarm.get("Namespace") == "EnterpriseSigning"}
    return in_alarms | in_dashboard | {"PersonsBlocked"}


def test_metric_that_is_watched_is_one_that_the_code_writes(stack):
    written = {
        word for path in SOURCES.rglob("*.java") for word in re.findall(r'"(\w+)"', path.read_text())
    }
    api_gateways_own = {"Count", "4xx", "5xx"}
    watched = metrics_of_the_service(stack) - api_gateways_own
    assert (watched | {"EnterpriseSigning", "Service"}) - written == set()
