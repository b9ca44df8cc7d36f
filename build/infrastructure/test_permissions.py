"""Permissions: each role has exactly its actions on exactly its resources."""

import re

from environments import makes_bankid

SETTLES = """
    Table.Arn PARTICIPANT#*  dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem
    Table.Arn PERSON#*       dynamodb:DeleteItem dynamodb:UpdateItem
    Table.Arn PROCESS#*      dynamodb:UpdateItem
    FollowUpQueue.Arn        sqs:SendMessage
"""

# The resource, the items' key if the resource is the table, and the actions.
GRANTS = {
    "StartRole": SETTLES + """
        StartLog.Arn             logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:BatchGetItem
        Table.Arn PERSON#*       dynamodb:GetItem
    """,
    "StartPhoneRole": SETTLES + """
        StartPhoneLog.Arn        logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:BatchGetItem
        Table.Arn PERSON#*       dynamodb:GetItem
    """,
    "CollectRole": SETTLES + """
        CollectLog.Arn           logs:CreateLogStream logs:PutLogEvents
    """,
    "CancelRole": SETTLES + """
        CancelLog.Arn            logs:CreateLogStream logs:PutLogEvents
        Table.Arn PERSON#*       dynamodb:GetItem
    """,
    "RegisterProcessRole": """
        RegisterProcessLog.Arn   logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:PutItem
        Table.Arn PROCESS#*      dynamodb:GetItem dynamodb:PutItem
        PersonKeySecret          secretsmanager:GetSecretValue
    """,
    "GetProcessRole": """
        GetProcessLog.Arn        logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:BatchGetItem
        Table.Arn PROCESS#*      dynamodb:GetItem
    """,
    "WithdrawProcessRole": SETTLES + """
        WithdrawProcessLog.Arn   logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:BatchGetItem
        Table.Arn PERSON#*       dynamodb:GetItem
        Table.Arn PROCESS#*      dynamodb:GetItem
    """,
    "GetEvidenceRole": """
        GetEvidenceLog.Arn       logs:CreateLogStream logs:PutLogEvents
        Table.Arn PARTICIPANT#*  dynamodb:GetItem dynamodb:Query
    """,
    "FollowUpRole": SETTLES + """
        FollowUpLog.Arn          logs:CreateLogStream logs:PutLogEvents
        FollowUpQueue.Arn        sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage
    """,
    "AuditLogRole": """
        AuditLog.Arn             logs:CreateLogStream logs:PutLogEvents
    """,
    "SimulatorRole": """
        SimulatorLog.Arn         logs:CreateLogStream logs:PutLogEvents
        OrdersTable.Arn          dynamodb:GetItem dynamodb:PutItem dynamodb:Scan dynamodb:UpdateItem
    """,
    "OutcomesPipeRole": """
        Table.StreamArn          dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator
        Table.StreamArn          dynamodb:ListStreams
        NameOutcomes             states:StartSyncExecution
        Events.Arn               events:PutEvents
        EventsDeadLetterQueue.Arn  sqs:SendMessage
    """,
    "NameOutcomesRole": "",
    "CodeDeployServiceRole": "",  # SAM makes it with an AWS managed policy: see MANAGED_BY_AWS
}

MANAGED_BY_AWS = {"CodeDeployServiceRole": "service-role/AWSCodeDeployRoleForLambda"}

TRUSTED = {
    "OutcomesPipeRole": "pipes.amazonaws.com",
    "NameOutcomesRole": "states.amazonaws.com",
    "CodeDeployServiceRole": "codedeploy.amazonaws.com",
}

# All wildcards: one line each, with the resource and the reason.
WILDCARDS = [
    ("SettleOrders", r"arn:aws:secretsmanager:[^*?]+-\?{6}", "Secrets Manager appends six random characters to every ARN"),
    ("TableKey", r"kms:\*", "a key whose account may not administer it can never be changed again"),
    ("TableKey", r"\*", "in a key's policy this means the key itself; the second statement is limited to table and queues"),
    ("TableKey", r"kms:(ReEncrypt|GenerateDataKey)\*", "DynamoDB's and SQS's documented sets of actions on their keys"),
    ("SimulatorFunctionUrlPublicPermissions", r"\*", "anyone who knows its path may call a sandbox's simulator"),
    ("SimulatorFunctionURLInvokeAllowPublicAccess", r"\*", "the same, because function URLs need both permissions"),
    (r"\w+CallPermission", r"arn:aws:execute-api:[^*]+:Api/\*/[A-Z]+/signing/[^?]+", "the only stage, and an id in the path"),
]


def listed(value):
    return value if isinstance(value, list) else [value]


def statements(stack, role):
    properties = stack.properties(role)
    documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    for arn in properties.get("ManagedPolicyArns", []):
        if not arn.startswith("arn:"):
            documents.append(stack.properties(arn)["PolicyDocument"])
    return [statement for document in documents for statement in listed(document["Statement"])]


def granted(stack, role):
    grants = set()
    for statement in statements(stack, role):
        assert statement["Effect"] == "Allow", f"{role} has a Deny, but the table above lists only grants"
        condition = dict(statement.get("Condition", {}))
        keys = condition.pop("ForAllValues:StringLike", {}).get("dynamodb:LeadingKeys", [""])
        assert not condition, f"{role} has a condition that is not in the table above: {condition}"
        for resource in listed(statement["Resource"]):
            for action in listed(statement["Action"]):
                grants.update((resource, key, action) for key in listed(keys))
    return grants


def expected(stack, role):
    grants = set()
    for line in filter(str.strip, GRANTS[role].splitlines()):
        resource, *words = line.split()
        key = words.pop(0) if words[0].endswith("#*") else ""
        grants.update((resource, key, action) for action in words)
    if SETTLES in GRANTS[role]:
        grants.update((secret, "", "secretsmanager:GetSecretValue") for secret in bankid_secrets(stack))
    return grants


def bankid_secrets(stack):
    roots = [] if makes_bankid(stack.name) else ["BankIdTlsRootSecret", "BankIdSignatureRootSecret"]
    names = [stack.parameters[name] for name in [*roots, "BankIdClientCertificateSecret"]]
    return [f"arn:aws:secretsmanager:eu-north-1:123456789012:secret:{name}-??????" for name in names if name]


def test_role_may_do_exactly_what_its_function_does(stack):
    for role in stack.of_type("AWS::IAM::Role"):
        assert role in GRANTS, f"{role} is not in the table of grants"
        assert granted(stack, role) == expected(stack, role), role


def test_function_has_a_role_of_its_own(stack):
    roles = [function["Role"] for function in stack.of_type("AWS::Lambda::Function").values()]
    assert len(set(roles)) == len(roles), roles


def test_role_is_taken_by_its_service_alone(stack):
    for role, properties in stack.of_type("AWS::IAM::Role").items():
        (statement,) = properties["AssumeRolePolicyDocument"]["Statement"]
        assert listed(statement["Principal"]["Service"]) == [TRUSTED.get(role, "lambda.amazonaws.com")], role


def test_policy_of_aws_is_the_named_one(stack):
    for role, properties in stack.of_type("AWS::IAM::Role").items():
        arns = [arn for arn in properties.get("ManagedPolicyArns", []) if arn.startswith("arn:")]
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


def test_key_is_used_by_way_of_table_and_queues_alone(stack):
    for key in stack.of_type("AWS::KMS::Key").values():
        account, use = key["KeyPolicy"]["Statement"]
        assert account["Principal"] == {"AWS": "arn:aws:iam::123456789012:root"}
        assert use["Condition"]["StringEquals"] == {
            "kms:CallerAccount": "123456789012",
            "kms:ViaService": ["dynamodb.eu-north-1.amazonaws.com", "sqs.eu-north-1.amazonaws.com"],
        }
