"""What is kept, how it is encrypted, for how long, and what a deleted stack leaves behind."""

from environments import is_kept, makes_bankid

KEPT = {"Table", "TableKey", "FollowUpQueue", "FollowUpDeadLetterQueue", "PersonKeySecret", "AuditLog"}


def test_table_is_on_demand_and_its_items_end(stack):
    table = stack.properties("Table")
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}


def test_table_can_be_restored_and_not_deleted_outside_the_sandbox(stack):
    table = stack.properties("Table")
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is is_kept(stack.name)
    assert table["DeletionProtectionEnabled"] is is_kept(stack.name)


def test_table_is_under_the_key_of_the_stack_outside_the_sandbox(stack):
    own = {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": "TableKey.Arn"}
    assert stack.properties("Table").get("SSESpecification") == (own if is_kept(stack.name) else None)
    assert list(stack.of_type("AWS::KMS::Key")) == (["TableKey"] if is_kept(stack.name) else [])
    for key in stack.of_type("AWS::KMS::Key").values():
        assert key["EnableKeyRotation"] is True


def test_queue_is_encrypted_like_the_table(stack):
    for name in ("FollowUpQueue", "FollowUpDeadLetterQueue"):
        queue = stack.properties(name)
        assert queue.get("KmsMasterKeyId") == ("TableKey.Arn" if is_kept(stack.name) else None), name
        assert queue.get("SqsManagedSseEnabled") is (None if is_kept(stack.name) else True), name
    assert stack.properties("EventsDeadLetterQueue")["SqsManagedSseEnabled"] is True


def test_message_that_fails_is_kept_for_fourteen_days(stack):
    assert stack.properties("FollowUpQueue")["RedrivePolicy"] == {
        "deadLetterTargetArn": "FollowUpDeadLetterQueue.Arn",
        "maxReceiveCount": 1000,
    }
    for name in ("FollowUpDeadLetterQueue", "EventsDeadLetterQueue"):
        assert stack.properties(name)["MessageRetentionPeriod"] == 14 * 24 * 3600, name


def test_queue_takes_the_largest_completion(stack):
    for name in ("FollowUpQueue", "FollowUpDeadLetterQueue"):
        assert stack.properties(name)["MaximumMessageSize"] == 1024 * 1024, name


def test_batch_is_answered_message_by_message(stack):
    (mapping,) = stack.of_type("AWS::Lambda::EventSourceMapping").values()
    assert mapping["EventSourceArn"] == "FollowUpQueue.Arn"
    assert mapping.get("FunctionResponseTypes") == ["ReportBatchItemFailures"]


def test_deleted_stack_leaves_what_proves_a_signature_and_a_sandbox_leaves_nothing(stack):
    left = {
        name
        for name, resource in stack.resources.items()
        if "Retain" in (resource.get("DeletionPolicy"), resource.get("UpdateReplacePolicy"))
        and resource["Type"] != "AWS::Lambda::Version"  # deleted with its function
    }
    assert left == (KEPT if is_kept(stack.name) else set())
    for name in left:
        assert stack.resources[name]["DeletionPolicy"] == stack.resources[name]["UpdateReplacePolicy"], name


def test_log_group_keeps_its_lines_for_as_long_as_the_parameter_says(stack):
    groups = stack.of_type("AWS::Logs::LogGroup")
    functions = {function["LoggingConfig"]["LogGroup"] for function in stack.of_type("AWS::Lambda::Function").values()}
    assert groups.keys() == functions | {"AccessLog"}
    for name, group in groups.items():
        days = stack.parameters["AuditRetentionDays" if name == "AuditLog" else "LogRetentionDays"]
        assert group.get("RetentionInDays") == days, name


def test_audit_lines_are_kept_for_ten_years_where_nobody_says_otherwise(stack):
    assert stack.properties("AuditLog")["RetentionInDays"] == 3653


def test_simulator_has_a_table_of_its_own_that_ends_its_items(stack):
    tables = stack.of_type("AWS::DynamoDB::Table")
    assert tables.keys() == ({"Table", "OrdersTable"} if makes_bankid(stack.name) else {"Table"})
    for table in tables.values():
        assert [key["AttributeName"] for key in table["KeySchema"]] == ["pk", "sk"]
        assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}
