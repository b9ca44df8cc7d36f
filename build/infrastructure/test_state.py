"""What is kept, how it is encrypted, for how long, and what a deleted stack leaves behind."""

from environments import is_kept, makes_bankid

KEPT = {
    "Table", "TableKey", "FollowUpQueue", "FollowUpDeadLetterQueue", "PersonKeySecret", "AuditBucket", "AuditBucketPolicy",
}

STREAM_ERRORS = {"AuditStreamLog"}  # deleted with the stream that writes it


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


def kept_by(stack, policy):
    return {
        name
        for name, resource in stack.resources.items()
        if resource.get(policy) == "Retain" and resource["Type"] != "AWS::Lambda::Version"  # deleted with its function
    }


def test_deleted_stack_leaves_what_proves_a_signature_and_a_sandbox_leaves_nothing(stack):
    logs = set(stack.of_type("AWS::Logs::LogGroup")) - STREAM_ERRORS if stack.parameters["Environment"] == "production" else set()
    left = KEPT | logs if is_kept(stack.name) else set()
    assert kept_by(stack, "DeletionPolicy") == left
    assert kept_by(stack, "UpdateReplacePolicy") == left


def test_log_group_keeps_its_lines_for_as_long_as_the_parameter_says(stack):
    groups = stack.of_type("AWS::Logs::LogGroup")
    functions = {function["LoggingConfig"]["LogGroup"] for function in stack.of_type("AWS::Lambda::Function").values()}
    assert groups.keys() == functions | {"AccessLog"} | (STREAM_ERRORS if is_kept(stack.name) else set())
    for name, group in groups.items():
        assert group.get("RetentionInDays") == stack.parameters["LogRetentionDays"], name
        assert group.get("KmsKeyId") == ("TableKey.Arn" if is_kept(stack.name) else None), name


def test_secret_is_under_the_given_key(stack):
    assert stack.properties("PersonKeySecret").get("KmsKeyId") == (stack.parameters["SecretsKeyArn"] or None)


def test_audit_lines_cannot_be_deleted_for_ten_years_where_nobody_says_otherwise(stack):
    buckets = stack.of_type("AWS::S3::Bucket")
    assert list(buckets) == (["AuditBucket"] if is_kept(stack.name) else [])
    for bucket in buckets.values():
        mode = "COMPLIANCE" if stack.parameters["Environment"] == "production" else "GOVERNANCE"
        assert bucket["ObjectLockEnabled"] is True
        assert bucket["ObjectLockConfiguration"] == {
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": {"Mode": mode, "Days": 3653}},
        }
        (rule,) = bucket["LifecycleConfiguration"]["Rules"]
        assert rule["ExpirationInDays"] == 3653
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        (denial,) = stack.properties("AuditBucketPolicy")["PolicyDocument"]["Statement"]
        assert (denial["Effect"], denial["Condition"]) == ("Deny", {"Bool": {"aws:SecureTransport": "false"}})
        stream = stack.properties("AuditStream")["ExtendedS3DestinationConfiguration"]
        assert stream["BucketARN"] == "AuditBucket.Arn"


def test_stream_of_audit_lines_says_why_it_could_not_deliver(stack):
    for stream in stack.of_type("AWS::KinesisFirehose::DeliveryStream").values():
        options = stream["ExtendedS3DestinationConfiguration"].get("CloudWatchLoggingOptions")
        assert options == {"Enabled": True, "LogGroupName": "AuditStreamLog", "LogStreamName": "AuditStreamErrors"}
        assert stack.properties("AuditStreamErrors")["LogGroupName"] == "AuditStreamLog"  # Firehose does not create it


def test_simulator_has_a_table_of_its_own_that_ends_its_items(stack):
    tables = stack.of_type("AWS::DynamoDB::Table")
    assert tables.keys() == ({"Table", "OrdersTable"} if makes_bankid(stack.name) else {"Table"})
    for table in tables.values():
        assert [key["AttributeName"] for key in table["KeySchema"]] == ["pk", "sk"]
        assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}
