"""Events: one for each end of a signing, with ids and the outcome. Nothing else leaves the table."""

import json
import re

from stack import ROOT

ITEMS = ROOT / "shared/src/main/java/com/enterprisesigning/dynamodb/SigningItems.java"

# Every attribute of a started signing. Values in capitals must not leave the table.
SIGNING = {
    "participant": "b9052a54", "client": "loans", "process": "0b1c", "token": "a77e", "status": "INITIATED",
    "person_key": "PERSON KEY", "end_user_ip": "ADDRESS", "order_ref": "ORDER", "autostart_token": "AUTOSTART",
    "qr_start_token": "QR TOKEN", "qr_start_secret": "QR SECRET", "channel": "START",
}
IDS = {"client": "loans", "process_id": "0b1c", "participant_id": "b9052a54", "attempt": "a77e"}

# What the store writes with each status that ends an order. EndEventTest checks that it does.
ENDS = {
    "COMPLETE": {"event": "SigningCompleted", "event_status": "COMPLETE", "risk": "low"},
    "FAILED": {"event": "SigningFailed", "event_status": "FAILED", "risk": ""},
    "COLLECT_ERROR": {"event": "SigningFailed", "event_status": "COLLECT_ERROR", "risk": ""},
    "ENDING": {"event": "SigningConflicted", "event_status": "PENDING", "risk": ""},
}


def event(status):
    end = ENDS[status]
    return {"type": end["event"], **IDS, "status": end["event_status"], "risk": end["risk"]}


# A change of status, and the event it causes.
EVENTS = [
    ("CREATED", "INITIATED", None),
    ("INITIATED", "PENDING", None),
    ("PENDING", "PENDING", None),
    ("PENDING", "COMPLETE", event("COMPLETE")),
    ("ENDING", "COMPLETE", event("COMPLETE")),
    ("FAILED", "COMPLETE", event("COMPLETE")),
    ("COMPLETE", "COMPLETE", None),
    ("PENDING", "FAILED", event("FAILED")),
    ("ENDING", "FAILED", event("FAILED")),
    ("FAILED", "FAILED", None),
    ("PENDING", "COLLECT_ERROR", event("COLLECT_ERROR")),
    ("COLLECT_ERROR", "COLLECT_ERROR", None),
    ("INITIATED", "ENDING", event("ENDING")),
    ("ENDING", "ENDING", None),
    ("FAILED", "INITIATED", None),
]


def image(status):
    return {name: {"S": value} for name, value in {**SIGNING, "status": status, **ENDS.get(status, {})}.items()}


def change(before, after, sort_key="SIGNING", event="MODIFY"):
    return {
        "eventName": event,
        "dynamodb": {
            "Keys": {"pk": {"S": "PARTICIPANT#b9052a54"}, "sk": {"S": sort_key}},
            "OldImage": image(before),
            "NewImage": image(after),
        },
    }


def matches(pattern, value):
    """Whether a value matches an event pattern of exact values and anything-but."""
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(name in value and matches(part, value[name]) for name, part in pattern.items())
    return any(
        value not in alternative["anything-but"] if isinstance(alternative, dict) else value == alternative
        for alternative in pattern
    )


def pipe(stack):
    (properties,) = stack.of_type("AWS::Pipes::Pipe").values()
    return properties


def passes(stack, record):
    filters = pipe(stack)["SourceParameters"]["FilterCriteria"]["Filters"]
    return sum(matches(json.loads(one["Pattern"]), record) for one in filters)


def at(path, record):
    """The value at a path. A path that leads nowhere raises: AWS does not say what a pipe does then."""
    value = record
    for step in path.removeprefix("$.").split("."):
        value = value[step]
    return value


def target(stack):
    return pipe(stack)["TargetParameters"]


def detail(stack, record):
    filled = re.sub(r"<([^>]+)>", lambda placeholder: at(placeholder[1], record), target(stack)["InputTemplate"])
    return json.loads(filled)


def test_end_of_a_signing_makes_one_event_and_nothing_else_makes_any(stack):
    for before, after, event in EVENTS:
        record = change(before, after)
        assert passes(stack, record) == (0 if event is None else 1), f"{before} to {after}"
        if event:
            assert detail(stack, record) == event, f"{before} to {after}"


def test_event_has_the_type_that_the_end_of_the_signing_wrote(stack):
    bus = target(stack)["EventBridgeEventBusParameters"]
    for before, after, event in EVENTS:
        if event:
            assert at(bus["DetailType"], change(before, after)) == event["type"]
    assert bus["Source"] == "enterprise-signing"


def test_pipe_changes_after_every_function_that_ends_signings(stack):
    ends = {role.removesuffix("Role") + "FunctionAliaslive" for role in stack.properties("SettleOrders")["Roles"]}
    assert set(stack.resources["OutcomesPipe"].get("DependsOn", [])) == ends
    assert ends <= stack.of_type("AWS::Lambda::Alias").keys()


def test_item_that_is_no_signing_makes_no_event(stack):
    for sort_key in ("DETAILS", "EVIDENCE", "EVIDENCE#0f0e", "GUARD", "PROCESS"):
        assert passes(stack, change("PENDING", "COMPLETE", sort_key)) == 0, sort_key


def test_signing_that_is_written_first_or_collected_by_ttl_makes_no_event(stack):
    assert passes(stack, change("CREATED", "COMPLETE", event="INSERT")) == 0
    assert passes(stack, change("CREATED", "COMPLETE", event="REMOVE")) == 0


def test_ids_and_outcome_alone_leave_the_table(stack):
    assert detail(stack, change("PENDING", "COMPLETE")) == event("COMPLETE")
    template = target(stack)["InputTemplate"]
    assert not re.search(r"<aws\.pipes|<\$\.dynamodb\.(NewImage|OldImage)>|<\$\.dynamodb>|<\$>", template)
    assert "Enrichment" not in pipe(stack) and "LogConfiguration" not in pipe(stack)


def test_template_reads_attributes_that_the_store_writes(stack):
    source = ITEMS.read_text()
    read = re.findall(r"NewImage\.(\w+)\.S", json.dumps(target(stack)))
    assert {name for name in read if f'.set("{name}"' not in source} == set()


def test_stream_has_one_reader_of_the_two_that_it_bears(stack):
    readers = [pipe for pipe in stack.of_type("AWS::Pipes::Pipe").values() if pipe["Source"] == "Table.StreamArn"]
    mappings = stack.of_type("AWS::Lambda::EventSourceMapping").values()
    assert len(readers) + sum(mapping["EventSourceArn"] == "Table.StreamArn" for mapping in mappings) == 1
    assert stack.properties("Table")["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}


def test_event_goes_to_the_bus_of_the_stack(stack):
    assert pipe(stack)["Target"] == "Events.Arn"
    assert stack.properties("Events")["Name"] == "signing"


def test_change_that_cannot_be_sent_is_not_lost(stack):
    source = pipe(stack)["SourceParameters"]["DynamoDBStreamParameters"]
    assert source.get("DeadLetterConfig") == {"Arn": "EventsDeadLetterQueue.Arn"}
    assert source["MaximumRetryAttempts"] == 10
    assert source["OnPartialBatchItemFailure"] == "AUTOMATIC_BISECT"
    assert source["BatchSize"] <= 10  # the limit of events:PutEvents
