"""Evaluates what the translated policies let each function do in the table.

AWS says that a transaction needs the rights of its underlying actions (DynamoDB Developer Guide, "Using IAM with DynamoDB
transactions"). It does not say how `dynamodb:LeadingKeys` is filled for them, so three readings are evaluated:

- item: for each item its action, with its key alone
- action: for each action, with the keys of the items that it applies to
- transaction: for each action, with the keys of all items

Calls are read from JSON lines, one call each, such as a recorder in front of the table writes them:

  {"function": "StartFunction", "action": "UpdateItem", "table": "Table", "index": null, "keys": ["PERSON#0f0e"],
   "transaction": false, "writes": []}

`table` is the logical id or any name of the signing table, and `index` the name of a secondary index or null. `keys` are the
partition keys. For a transaction, `action` is TransactWriteItems and `writes` has each item's action and key. `name` is
optional, and names the call in the table that this program prints:

  python build/infrastructure/policies.py [calls.jsonl]
"""

import dataclasses
import fnmatch
import json
import pathlib

CALLS = pathlib.Path(__file__).with_name("calls.jsonl")
READINGS = ("item", "action", "transaction")
LEADING_KEYS = "dynamodb:LeadingKeys"


@dataclasses.dataclass(frozen=True)
class Call:
    function: str
    name: str
    index: str | None
    is_transaction: bool
    actions: tuple  # of an action and a key, one for each item

    @staticmethod
    def read(line):
        call = json.loads(line)
        items = [(write["action"], write["key"]) for write in call["writes"]] or [(call["action"], key) for key in call["keys"]]
        return Call(call["function"], call.get("name", call["action"]), call["index"], call["transaction"], tuple(items))

    def requests(self, reading):
        """The actions that DynamoDB asks IAM for, each with the value of LeadingKeys."""
        if not self.is_transaction:
            return [(self.actions[0][0], {key for _, key in self.actions})]
        if reading == "item":
            return [(action, {key}) for action, key in self.actions]
        every = {key for _, key in self.actions}
        return [
            (action, every if reading == "transaction" else {key for other, key in self.actions if other == action})
            for action in sorted({action for action, _ in self.actions})
        ]


def calls(path=CALLS):
    return [Call.read(line) for line in path.read_text().splitlines() if line]


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
    resource = f"Table.Arn/index/{call.index}" if call.index else "Table.Arn"
    return all(
        any(
            action in actions and resource in resources and all(any(matches(key, pattern) for pattern in patterns) for key in keys)
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


def main(path=CALLS):
    from environments import ENVIRONMENTS
    from stack import TEMPLATE, Stack

    stack = Stack(TEMPLATE, "production", ENVIRONMENTS["production"])
    print("| function | transaction | its items |", " | ".join(READINGS), "|")
    print("|---|---|---|" + "---|" * len(READINGS))
    for call in filter(lambda call: call.is_transaction, calls(path)):
        items = ", ".join(f"{action} {key.split('#')[0]}" for action, key in call.actions)
        allowed = ["allowed" if is_allowed(stack, role_of(stack, call.function), call, reading) else "DENIED" for reading in READINGS]
        print(f"| {call.function} | {call.name} | {items} |", " | ".join(allowed), "|")


if __name__ == "__main__":
    import sys

    main(*map(pathlib.Path, sys.argv[1:]))
