"""Evaluates what the translated policies let each function do in the table.

AWS says that a transaction needs the rights of its underlying actions (DynamoDB Developer Guide, "Using IAM with DynamoDB
transactions"). It does not say how `dynamodb:LeadingKeys` is filled for them, so three readings are evaluated:

- item: for each item its action, with its key alone
- action: for each action, with the keys of the items that it applies to
- transaction: for each action, with the keys of all items

The calls are those that the functions make: TableCallsTest runs each function on all its paths, with a recorder between the
AWS SDK and DynamoDB Local, and leaves one JSON line for each kind of call. After a change of the code, record them again.

This program prints the transactions, and whether each reading allows them:

  python build/infrastructure/policies.py
"""

import dataclasses
import fnmatch
import json
import pathlib

CALLS = pathlib.Path(__file__).resolve().parents[2] / "local/target/table-calls.jsonl"
RECORD = "./mvnw test -pl local -am -Dtest=TableCallsTest -Dsurefire.failIfNoSpecifiedTests=false"
READINGS = ("item", "action", "transaction")
LEADING_KEYS = "dynamodb:LeadingKeys"


@dataclasses.dataclass(frozen=True)
class Call:
    function: str
    operation: str
    items: tuple  # of an action and a key, one for each item

    @staticmethod
    def read(line):
        call = json.loads(line)
        return Call(call["function"], call["operation"], tuple((item["action"], item["key"]) for item in call["items"]))

    @property
    def is_transaction(self):
        return self.operation.startswith("Transact")

    def requests(self, reading):
        """The actions that DynamoDB asks IAM for, each with the value of LeadingKeys."""
        if not self.is_transaction:
            return [(self.items[0][0], {key for _, key in self.items})]
        if reading == "item":
            return [(action, {key}) for action, key in self.items]
        every = {key for _, key in self.items}
        return [
            (action, every if reading == "transaction" else {key for other, key in self.items if other == action})
            for action in sorted({action for action, _ in self.items})
        ]


def calls():
    if not CALLS.exists():
        raise FileNotFoundError(f"{CALLS} is missing. Record the calls of the functions: {RECORD}")
    return [Call.read(line) for line in CALLS.read_text().splitlines()]


def listed(value):
    return value if isinstance(value, list) else [value]


def statements(stack, role):
    """All statements of a role: its own, and those of the stack's managed policies that it has."""
    properties = stack.properties(role)
    documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    for name, policy in stack.of_type("AWS::IAM::ManagedPolicy").items():
        if name in properties.get("ManagedPolicyArns", []) or role in policy.get("Roles", []):
            documents.append(policy["PolicyDocument"])
    return [statement for document in documents for statement in listed(document["Statement"])]


def rights(stack, role):
    """The statements about the table: the actions, the resources, and the patterns of keys."""
    for statement in statements(stack, role):
        actions = [action.removeprefix("dynamodb:") for action in listed(statement["Action"]) if action.startswith("dynamodb:")]
        if actions and any(resource.startswith("Table.Arn") for resource in listed(statement["Resource"])):
            condition = dict(statement.get("Condition", {}))
            keys = condition.pop("ForAllValues:StringLike", {LEADING_KEYS: ["*"]})
            assert statement["Effect"] == "Allow" and not condition and keys.keys() == {LEADING_KEYS}, (
                f"{role} has a condition or a denial that is not evaluated here: {statement}"
            )
            yield actions, listed(statement["Resource"]), listed(keys[LEADING_KEYS])


def matches(key, pattern):
    return fnmatch.fnmatchcase(key, pattern)


def is_allowed(stack, role, call, reading):
    return all(
        any(
            action in actions and "Table.Arn" in resources and all(any(matches(key, pattern) for pattern in patterns) for key in keys)
            for actions, resources, patterns in rights(stack, role)
        )
        for action, keys in call.requests(reading)
    )


def spare(stack, role, of_function):
    """The rights, each an action and a pattern of keys, that no call needs under any reading."""
    needed = {
        (action, key) for call in of_function for reading in READINGS for action, keys in call.requests(reading) for key in keys
    }
    return {
        (action, pattern)
        for actions, _, patterns in rights(stack, role)
        for action in actions
        for pattern in patterns
        if pattern == "*" or not any(action == other and matches(key, pattern) for other, key in needed)
    }


def role_of(stack, function):
    return stack.properties(function)["Role"].removesuffix(".Arn")


def main():
    from environments import ENVIRONMENTS
    from stack import TEMPLATE, Stack

    stack = Stack(TEMPLATE, "production", ENVIRONMENTS["production"])
    print("| function | items of a transaction |", " | ".join(READINGS), "|")
    print("|---|---|" + "---|" * len(READINGS))
    for call in filter(lambda call: call.is_transaction, calls()):
        items = ", ".join(f"{action} {key}" for action, key in call.items)
        allowed = ["allowed" if is_allowed(stack, role_of(stack, call.function), call, reading) else "DENIED" for reading in READINGS]
        print(f"| {call.function} | {items} |", " | ".join(allowed), "|")


if __name__ == "__main__":
    main()
