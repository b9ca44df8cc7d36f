"""Permissions: each role has exactly its actions on exactly its resources."""

import re

from environments import makes_bankid
from policies import listed, role_of, statements

SETTLES = "FollowUpQueue.Arn sqs:SendMessage"

# The resource and the actions, besides those on the table, which test_policies.py evaluates.
GRANTS = {
    "StartRole": [SETTLES],
    "StartPhoneRole": [SETTLES],
    "CollectRole": [SETTLES],
    "CancelRole": [SETTLES],
    "RegisterProcessRole": ["PersonKeySecret secretsmanager:GetSecretValue"],
    "GetProcessRole": [],
    "WithdrawProcessRole": [SETTLES],
    "GetEvidenceRole": [],  # see expected()
    "FollowUpRole": [SETTLES, "FollowUpQueue.Arn sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage"],
    "SimulatorRole": [
        "SimulatorLog.Arn logs:CreateLogStream logs:PutLogEvents",
        "OrdersTable.Arn dynamodb:GetItem dynamodb:PutItem dynamodb:Scan dynamodb:UpdateItem",
    ],
    "OutcomesPipeRole": [
        "Table.StreamArn dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams",
        "Events.Arn events:PutEvents",
        "EventsDeadLetterQueue.Arn sqs:SendMessage",
    ],
    "AuditStreamRole": [
        "AuditBucket.Arn s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads",
        "AuditBucket.Arn/* s3:AbortMultipartUpload s3:PutObject",
        "AuditStreamLog.Arn logs:PutLogEvents",
    ],
    "AuditSubscriptionRole": ["AuditStream.Arn firehose:PutRecord firehose:PutRecordBatch"],
    "KeepActiveRole": [],  # see expected()
    "DeploymentRole": [],  # a policy of AWS: see MANAGED_BY_AWS
}

MANAGED_BY_AWS = {"DeploymentRole": "service-role/AWSCodeDeployRoleForLambda"}

TRUSTED = {
    "OutcomesPipeRole": "pipes.amazonaws.com",
    "AuditStreamRole": "firehose.amazonaws.com",
    "AuditSubscriptionRole": "logs.amazonaws.com",
    "KeepActiveRole": "scheduler.amazonaws.com",
    "DeploymentRole": "codedeploy.amazonaws.com",
}

# All wildcards: one line each, with the resource and the reason.
WILDCARDS = [
    ("SettleOrders|ReadEvidence|ReceiveFollowUps", r"arn:aws:secretsmanager:[^*?]+-\?{6}", "Secrets Manager appends six random characters to every ARN"),
    ("TableKey", r"kms:\*", "a key whose account may not administer it can never be changed again"),
    ("TableKey", r"\*", "a key's policy speaks of this key alone; its other statements are bound to table, queues and logs"),
    ("TableKey", r"kms:(ReEncrypt|GenerateDataKey)\*", "the services' documented sets of actions on their keys"),
    (r"\w+Role", r"\*", "X-Ray knows no resource for its two actions"),
    ("AuditStreamRole", r"AuditBucket.Arn/\*", "the objects of this bucket"),
    ("AuditBucketPolicy", r"\*|s3:\*|AuditBucket.Arn/\*", "it denies"),
    ("SimulatorFunctionUrlPublicPermissions", r"\*", "a sandbox's simulator is called by whoever knows its path"),
    ("SimulatorFunctionURLInvokeAllowPublicAccess", r"\*", "the same, as function URLs want it said twice"),
    (r"\w+CallPermission", r"arn:aws:execute-api:[^*]+:Api/\*/[A-Z]+/signing/[^?]+", "the stage, of which there is one; and an id in the path"),
]


VIA_SECRETS_MANAGER = {"StringEquals": {"kms:ViaService": "secretsmanager.eu-north-1.amazonaws.com"}}


def granted(stack, role):
    grants = set()
    for statement in statements(stack, role):
        assert statement["Effect"] == "Allow", f"{role} denies, which the table above does not know"
        for resource in set(listed(statement["Resource"])) - {"Table.Arn"}:
            grants.update((resource, action) for action in listed(statement["Action"]))
            condition = statement.get("Condition")
            assert condition == (VIA_SECRETS_MANAGER if statement["Action"] == "kms:Decrypt" else None), role
    return grants


def expected(stack, role):
    grants = {(resource, action) for resource, *actions in map(str.split, GRANTS[role]) for action in actions}
    if SETTLES in GRANTS[role]:
        grants.update((secret, "secretsmanager:GetSecretValue") for secret in bankid_secrets(stack))
    if role == "GetEvidenceRole" and not makes_bankid(stack.name):
        grants.add((arn_of_secret(stack.parameters["BankIdSignatureRootSecret"]), "secretsmanager:GetSecretValue"))
    if role == "FollowUpRole" and stack.parameters["TimestampUrl"]:
        grants.add((arn_of_secret(stack.parameters["TimestampRootSecret"]), "secretsmanager:GetSecretValue"))
    if role in roles_of_functions(stack):
        log = role.removesuffix("Role") + "Log.Arn"
        grants.update((log, action) for action in ("logs:CreateLogStream", "logs:PutLogEvents"))
        if stack.parameters["Tracing"] == "Active":
            grants.update(("*", action) for action in ("xray:PutTelemetryRecords", "xray:PutTraceSegments"))
        if key := stack.parameters["SecretsKeyArn"]:
            grants.add((key, "kms:Decrypt"))
    if role == "KeepActiveRole":
        grants.update((f"{function}Aliaslive", "lambda:InvokeFunction") for function in functions_with_rights(stack))
        if makes_bankid(stack.name):
            grants.add(("SimulatorFunctionAliaslive", "lambda:InvokeFunction"))
    return grants


def functions_with_rights(stack):
    return stack.of_type("AWS::Lambda::Function").keys() - {"SimulatorFunction"}


def roles_of_functions(stack):
    return {role_of(stack, function) for function in functions_with_rights(stack)}


def bankid_secrets(stack):
    roots = [] if makes_bankid(stack.name) else ["BankIdTlsRootSecret", "BankIdSignatureRootSecret"]
    names = [stack.parameters[name] for name in [*roots, "BankIdClientCertificateSecret"]]
    return [arn_of_secret(name) for name in names if name]


def arn_of_secret(name):
    return f"arn:aws:secretsmanager:eu-north-1:123456789012:secret:{name}-??????"


def test_role_may_do_exactly_what_its_function_does(stack):
    for role in stack.of_type("AWS::IAM::Role"):
        assert role in GRANTS, f"{role} is not in the table of grants"
        assert granted(stack, role) == expected(stack, role), role


def test_role_has_the_boundary_where_there_is_one(stack):
    boundary = stack.parameters["PermissionsBoundary"]
    for role, properties in stack.of_type("AWS::IAM::Role").items():
        assert properties.get("PermissionsBoundary") == (boundary or None), role


def test_function_waits_for_the_rights_of_its_role(stack):
    for function, resource in stack.resources.items():
        if resource["Type"] == "AWS::Lambda::Function" and function != "SimulatorFunction":
            rights = {
                name
                for name, policy in stack.of_type("AWS::IAM::ManagedPolicy").items()
                if role_of(stack, function) in policy["Roles"]
            }
            assert set(resource["DependsOn"]) == rights, function


def test_function_has_a_role_of_its_own(stack):
    roles = [function["Role"] for function in stack.of_type("AWS::Lambda::Function").values()]
    assert len(set(roles)) == len(roles), roles


def test_role_is_taken_by_its_service_alone(stack):
    for role, properties in stack.of_type("AWS::IAM::Role").items():
        (statement,) = listed(properties["AssumeRolePolicyDocument"]["Statement"])
        assert listed(statement["Principal"]["Service"]) == [TRUSTED.get(role, "lambda.amazonaws.com")], role


def test_policy_of_aws_is_the_named_one(stack):
    for role, properties in stack.of_type("AWS::IAM::Role").items():
        arns = properties.get("ManagedPolicyArns", [])
        assert arns == [f"arn:aws:iam::aws:policy/{MANAGED_BY_AWS[role]}" for _ in arns], role


def wildcards(stack):
    found = []
    for name, resource in stack.resources.items():
        properties = resource.get("Properties", {})
        grants = [properties] if resource["Type"] == "AWS::Lambda::Permission" else []
        for document in [properties.get("PolicyDocument"), properties.get("KeyPolicy")] + [
            policy["PolicyDocument"] for policy in properties.get("Policies", [])
        ]:
            grants += listed(document["Statement"]) if document else []
        for grant in grants:
            principal = grant.get("Principal", [])
            principal = list(principal.values()) if isinstance(principal, dict) else principal
            for member in (grant.get("Action"), grant.get("Resource"), grant.get("SourceArn"), principal):
                found += [(name, word) for word in listed(member) if word and re.search(r"[*?]", str(word))]
    return found


def test_wildcard_is_a_named_exception(stack):
    for name, word in wildcards(stack):
        assert any(
            re.fullmatch(where, name) and re.fullmatch(what, word) for where, what, _ in WILDCARDS
        ), f"{name}: {word}"


def test_key_is_used_by_way_of_table_queues_and_logs_alone(stack):
    for key in stack.of_type("AWS::KMS::Key").values():
        account, use, logs = key["KeyPolicy"]["Statement"]
        assert account["Principal"] == {"AWS": "arn:aws:iam::123456789012:root"}
        assert use["Condition"]["StringEquals"] == {
            "kms:CallerAccount": "123456789012",
            "kms:ViaService": ["dynamodb.eu-north-1.amazonaws.com", "sqs.eu-north-1.amazonaws.com"],
        }
        assert logs["Principal"] == {"Service": "logs.eu-north-1.amazonaws.com"}
        assert logs["Condition"] == {
            "ArnLike": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-north-1:123456789012:log-group:signing-*"}
        }
