"""Compares each resource that LocalStack created with the template, through its service's API."""

import base64
import collections
import hashlib
import json

from localstack import say
from sandbox import JARS
from stack import BUCKET, ROOT

# Properties that LocalStack drops when it makes the resource.
NOT_KEPT = {
    "AWS::Events::EventBus": ["Description"],
    "AWS::IAM::ManagedPolicy": ["Description"],
    "AWS::Lambda::Function": ["SnapStart"],
    "AWS::Lambda::Permission": ["FunctionUrlAuthType", "InvokedViaFunctionUrl", "SourceAccount"],
    "AWS::Logs::LogGroup": ["RetentionInDays"],
}


def compare(sandbox):
    """Checks that every property in the template has the same value in the service."""
    differences, kept, dropped = [], collections.Counter(), collections.Counter()
    for name, resource in sorted(sandbox.resources.items()):
        kind, wanted = resource["Type"], resource.get("Properties", {})
        describe = DESCRIBE.get(kind)
        if not describe:
            differences.append(f"{name}: build/smoke/resources.py cannot describe {kind}")
            continue
        found = describe(sandbox.aws, sandbox.physical[name], wanted)
        for key, value in wanted.items():
            if key in NOT_KEPT.get(kind, ()):
                dropped[f"{kind} {key}"] += 1
            elif difference := differs(value, found.get(key)):
                differences.append(f"{name}.{key}: {difference}")
            else:
                kept[kind] += 1
    for text, number in sorted(dropped.items()):
        print(f"        not compared, because LocalStack drops it: {number:2} {text}")
    if differences:
        raise SystemExit("LocalStack created resources that differ from the template:\n" + "\n".join(differences))
    say(f"{len(sandbox.resources)} resources are as in the template, {kept.total()} properties compared")


def differs(wanted, found):
    """Returns the first expected value that is missing. The service may return more."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key, value in wanted.items():
            if difference := differs(value, found.get(key)):
                return f"{key}: {difference}"
        return None
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return next(filter(None, map(differs, ordered(wanted), ordered(found))), None)
    if isinstance(wanted, bool) or isinstance(found, bool):
        wanted, found = str(wanted).lower(), str(found).lower()
    return None if wanted == found or str(wanted) == str(found) or number(wanted) == number(found) else f"{wanted!r} is {found!r}"


def ordered(items):
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if all(isinstance(item, str) for item in items) else items


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def alarm(aws, name, _):
    return aws.cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]


def role(aws, name, _):
    attached = aws.iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    return aws.iam.get_role(RoleName=name)["Role"] | {
        "ManagedPolicyArns": [policy["PolicyArn"] for policy in attached],
        "Policies": [
            aws.iam.get_role_policy(RoleName=name, PolicyName=policy)
            for policy in aws.iam.list_role_policies(RoleName=name)["PolicyNames"]
        ],
    }


def managed_policy(aws, arn, _):
    policy = aws.iam.get_policy(PolicyArn=arn)["Policy"]
    version = aws.iam.get_policy_version(PolicyArn=arn, VersionId=policy["DefaultVersionId"])["PolicyVersion"]
    roles = aws.iam.list_entities_for_policy(PolicyArn=arn)["PolicyRoles"]
    return policy | {"PolicyDocument": version["Document"], "Roles": [role["RoleName"] for role in roles]}


def log_group(aws, name, _):
    groups = aws.logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    (_,) = [group for group in groups if group["logGroupName"] == name]
    return {}  # LocalStack does not keep the retention, its only property


def function(aws, name, _):
    function = aws.lambda_.get_function(FunctionName=name)
    configuration = function["Configuration"]
    jar = next((jar for jar in JARS if sha256(jar) == configuration["CodeSha256"]), None)
    tags = [{"Key": key, "Value": value} for key, value in function.get("Tags", {}).items()]
    return configuration | {"Code": {"S3Bucket": BUCKET, "S3Key": jar}, "Tags": tags}


def sha256(jar):
    return base64.b64encode(hashlib.sha256((ROOT / jar).read_bytes()).digest()).decode()


def version(aws, arn, _):
    return aws.lambda_.get_function_configuration(FunctionName=arn)


def alias(aws, arn, _):
    found = aws.lambda_.get_alias(FunctionName=arn.rsplit(":", 1)[0], Name=arn.rsplit(":", 1)[1])
    return found | {"FunctionName": arn.split(":")[6]}


def permission(aws, statement_id, wanted):
    policy = json.loads(aws.lambda_.get_policy(FunctionName=wanted["FunctionName"])["Policy"])
    (statement,) = [statement for statement in policy["Statement"] if statement["Sid"] == statement_id]
    principal = statement["Principal"]
    return statement | {
        "FunctionName": wanted["FunctionName"],
        "Principal": principal if isinstance(principal, str) else next(iter(principal.values())),
    }


def function_url(aws, _, wanted):
    found = aws.lambda_.get_function_url_config(FunctionName=wanted["TargetFunctionArn"])
    return found | {"TargetFunctionArn": found["FunctionArn"]}


def event_source(aws, uuid, _):
    found = aws.lambda_.get_event_source_mapping(UUID=uuid)
    return found | {"FunctionName": found["FunctionArn"]}


def queue(aws, url, _):
    found = aws.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return found | {"RedrivePolicy": json.loads(found.get("RedrivePolicy", "null"))}


def table(aws, name, _):
    found = aws.dynamodb.describe_table(TableName=name)["Table"]
    ttl = aws.dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    backups = aws.dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    recovery = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    return found | {
        "BillingMode": found.get("BillingModeSummary", {}).get("BillingMode"),
        "TimeToLiveSpecification": {"AttributeName": ttl.get("AttributeName"), "Enabled": ttl["TimeToLiveStatus"] == "ENABLED"},
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": recovery == "ENABLED"},
    }


def event_bus(aws, name, _):
    return aws.events.describe_event_bus(Name=name)


def secret(aws, arn, _):
    value = aws.secretsmanager.get_secret_value(SecretId=arn)["SecretString"]
    generated = {"PasswordLength": len(value), "ExcludePunctuation": value.isalnum()}
    return aws.secretsmanager.describe_secret(SecretId=arn) | {"GenerateSecretString": generated}


DESCRIBE = {
    "AWS::CloudWatch::Alarm": alarm,
    "AWS::DynamoDB::Table": table,
    "AWS::Events::EventBus": event_bus,
    "AWS::IAM::ManagedPolicy": managed_policy,
    "AWS::IAM::Role": role,
    "AWS::Lambda::Alias": alias,
    "AWS::Lambda::EventSourceMapping": event_source,
    "AWS::Lambda::Function": function,
    "AWS::Lambda::Permission": permission,
    "AWS::Lambda::Url": function_url,
    "AWS::Lambda::Version": version,
    "AWS::Logs::LogGroup": log_group,
    "AWS::SecretsManager::Secret": secret,
    "AWS::SQS::Queue": queue,
}


def use(sandbox):
    """Uses table, queue and secret as the functions do, if LocalStack cannot run functions."""
    aws, table, queue = sandbox.aws, sandbox.physical["Table"], sandbox.physical["FollowUpQueue"]
    item = {"pk": {"S": "PROCESS#smoke"}, "sk": {"S": "SMOKE"}}
    aws.dynamodb.put_item(TableName=table, Item=item, ConditionExpression="attribute_not_exists(pk)")
    try:
        aws.dynamodb.put_item(TableName=table, Item=item, ConditionExpression="attribute_not_exists(pk)")
        raise SystemExit("The table took the same item twice, despite the condition")
    except aws.dynamodb.exceptions.ConditionalCheckFailedException:
        pass
    if aws.dynamodb.get_item(TableName=table, Key=item, ConsistentRead=True).get("Item") != item:
        raise SystemExit("The table does not return the item that it took")
    aws.lambda_.update_event_source_mapping(UUID=sandbox.physical["FollowUpFunctionMessage"], Enabled=False)
    sent = aws.sqs.send_message(QueueUrl=queue, MessageBody="smoke")["MessageId"]
    for receive in "1", "2":
        received = aws.sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20, VisibilityTimeout=0, AttributeNames=["All"])
        (message,) = received.get("Messages") or [None]
        if not message or message["MessageId"] != sent or message["Attributes"]["ApproximateReceiveCount"] != receive:
            raise SystemExit(f"Receive {receive} from the queue did not return the sent message with that count: {message}")
    if len(aws.secretsmanager.get_secret_value(SecretId=sandbox.physical["PersonKeySecret"])["SecretString"]) != 64:
        raise SystemExit("The secret behind the person keys was not generated")
    say("Table, queue and secret were used as the functions use them")
