"""Events: one for each end of a signing, with ids and the outcome. Nothing else leaves the table."""

import json
import re

from jsonata import Jsonata
from stack import ROOT

ITEMS = ROOT / "shared/src/main/java/com/enterprisesigning/dynamodb/SigningItems.java"

# Every attribute of a started signing. Values in capitals must not leave the table.
SIGNING = {
    "participant": "b9052a54", "client": "loans", "process": "0b1c", "token": "a77e", "status": "INITIATED",
    "person_key": "PERSON KEY", "end_user_ip": "ADDRESS", "order_ref": "ORDER", "autostart_token": "AUTOSTART",
    "qr_start_token": "QR TOKEN", "qr_start_secret": "QR SECRET", "channel": "START",
}
IDS = {"client": "loans", "process_id": "0b1c", "participant_id": "b9052a54", "attempt": "a77e"}

# A change of status, and the event it causes.
EVENTS = [
    ("CREATED", "INITIATED", None),
    ("INITIATED", "PENDING", None),
    ("PENDING", "PENDING", None),
    ("PENDING", "COMPLETE", {"type": "SigningCompleted", "status": "COMPLETE", **IDS}),
    ("ENDING", "COMPLETE", {"type": "SigningCompleted", "status": "COMPLETE", **IDS}),
    ("FAILED", "COMPLETE", {"type": "SigningCompleted", "status": "COMPLETE", **IDS}),
    ("COMPLETE", "COMPLETE", None),
    ("PENDING", "FAILED", {"type": "SigningFailed", "status": "FAILED", **IDS}),
    ("ENDING", "FAILED", {"type": "SigningFailed", "status": "FAILED", **IDS}),
    ("FAILED", "FAILED", None),
    ("PENDING", "COLLECT_ERROR", {"type": "SigningFailed", "status": "COLLECT_ERROR", **IDS}),
    ("COLLECT_ERROR", "COLLECT_ERROR", None),
    ("INITIATED", "ENDING", {"type": "SigningConflicted", **IDS}),
    ("ENDING", "ENDING", None),
    ("FAILED", "INITIATED", None),
]


def image(attributes):
    return {name: {"S": value} for name, value in attributes.items()}


def change(before, after, sort_key="SIGNING", event="MODIFY"):
    return {
        "eventName": event,
        "dynamodb": {
            "Keys": {"pk": {"S": "PARTICIPANT#b9052a54"}, "sk": {"S": sort_key}},
            "OldImage": image({**SIGNING, "status": before}),
            "NewImage": image({**SIGNING, "status": after}),
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


def what_leaves_the_table(stack, record):
    def attribute(path):
        value = record
        for step in path[1].split("."):
            value = value[step]
        return value

    return json.loads(re.sub(r"<\$\.([\w.]+)>", attribute, pipe(stack)["EnrichmentParameters"]["InputTemplate"]))


def named(stack, batch):
    (state,) = stack.properties("NameOutcomes")["Definition"]["States"].values()
    expression = state["Output"].strip().removeprefix("{%").removesuffix("%}")
    # Step Functions provides its input as $states.input.
    evaluated = Jsonata(expression.replace("$states.input", "$input"))
    evaluated.assign("input", batch)
    return evaluated.evaluate(None)


def test_end_of_a_signing_makes_one_event_and_nothing_else_makes_any(stack):
    for before, after, event in EVENTS:
        record = change(before, after)
        assert passes(stack, record) == (0 if event is None else 1), f"{before} to {after}"
        if event:
            assert named(stack, [what_leaves_the_table(stack, record)]) == [event], f"{before} to {after}"


def test_batch_makes_as_many_events_as_it_has_ends(stack):
    batch = [what_leaves_the_table(stack, change("PENDING", status)) for status in ("COMPLETE", "FAILED", "ENDING")]
    assert [event["type"] for event in named(stack, batch)] == ["SigningCompleted", "SigningFailed", "SigningConflicted"]


def test_item_that_is_no_signing_makes_no_event(stack):
    for sort_key in ("DETAILS", "EVIDENCE", "EVIDENCE#0f0e", "GUARD", "PROCESS"):
        assert passes(stack, change("PENDING", "COMPLETE", sort_key)) == 0, sort_key


def test_signing_that_is_written_first_or_collected_by_ttl_makes_no_event(stack):
    assert passes(stack, change("CREATED", "COMPLETE", event="INSERT")) == 0
    assert passes(stack, change("CREATED", "COMPLETE", event="REMOVE")) == 0


def test_ids_and_outcome_alone_leave_the_table(stack):
    left = what_leaves_the_table(stack, change("PENDING", "COMPLETE"))
    assert left == {"status": "COMPLETE", **IDS}
    template = pipe(stack)["EnrichmentParameters"]["InputTemplate"]
    assert not re.search(r"<aws\.pipes|<\$\.dynamodb\.(NewImage|OldImage)>|<\$\.dynamodb>|<\$>", template)


def test_template_reads_attributes_that_the_store_writes(stack):
    source = ITEMS.read_text()
    read = re.findall(r"NewImage\.(\w+)\.S", pipe(stack)["EnrichmentParameters"]["InputTemplate"])
    assert {name for name in read if f'.set("{name}"' not in source} == set()


def test_stream_has_one_reader_of_the_two_that_it_bears(stack):
    readers = [pipe for pipe in stack.of_type("AWS::Pipes::Pipe").values() if pipe["Source"] == "Table.StreamArn"]
    mappings = stack.of_type("AWS::Lambda::EventSourceMapping").values()
    assert len(readers) + sum(mapping["EventSourceArn"] == "Table.StreamArn" for mapping in mappings) == 1
    assert stack.properties("Table")["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}


def test_event_goes_to_the_bus_of_the_stack_under_its_type(stack):
    properties = pipe(stack)
    assert (properties["Target"], properties["Enrichment"]) == ("Events.Arn", "NameOutcomes")
    assert properties["TargetParameters"] == {
        "EventBridgeEventBusParameters": {"Source": "enterprise-signing", "DetailType": "$.type"}
    }
    assert stack.properties("Events")["Name"] == "signing"


def test_naming_keeps_no_history(stack):
    machine = stack.properties("NameOutcomes")
    assert machine["StateMachineType"] == "EXPRESS"
    assert "LoggingConfiguration" not in machine and "LogConfiguration" not in pipe(stack)


def test_change_that_cannot_be_sent_is_not_lost(stack):
    source = pipe(stack)["SourceParameters"]["DynamoDBStreamParameters"]
    assert source.get("DeadLetterConfig") == {"Arn": "EventsDeadLetterQueue.Arn"}
    assert source["MaximumRetryAttempts"] == 10
    assert source["OnPartialBatchItemFailure"] == "AUTOMATIC_BISECT"
    assert source["BatchSize"] <= 10  # the limit of events:PutEvents
