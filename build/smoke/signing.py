"""Signs with the deployed functions. Calls have the form of API Gateway's events; the simulator plays the phone."""

import base64
import json
import time
import urllib.parse
import urllib.request
import uuid

from localstack import say
from stack import ROOT

# Born from 1889 to 1891, with valid check digits.
AT_A_SCREEN, BY_PHONE, WITHDRAWN = "189007159909", "188907159902", "189103079852"


def can_run(calls):
    """Returns whether LocalStack can run functions. It tries the call that keeps a function active, which needs no other resource."""
    event = json.loads(calls.sandbox.source["Resources"]["GetProcessKeepActive"]["Properties"]["Target"]["Input"])
    try:
        answer, log = calls.invoke("GetProcessFunction", event)
        check(answer["statusCode"] == 403, "the call that keeps a function active is refused", answer, log)
        return True
    except calls.sandbox.aws.lambda_.exceptions.ServiceException as e:  # a failing function does not raise this
        say(f"LocalStack cannot run functions: {e}")
        return False


def sign(calls):
    calls.phone("roles")  # starts the simulator before BankID's time-outs count

    process, participant = calls.register(AT_A_SCREEN)
    started = calls.call("StartFunction", "start.json", 200, participant)
    order = calls.phone("phone/scan", qr_string=started["qr_string"])["order_ref"]
    pending = calls.call("CollectFunction", "collect.json", 200, participant)
    check(pending["status"] in ("INITIATED", "PENDING"), "an order is pending before its signature", pending)
    calls.phone("phone/sign", order_ref=order)
    until(lambda: calls.call("CollectFunction", "collect.json", 200, participant)["status"] == "COMPLETE", 30, "collect says COMPLETE")
    evidence = calls.call("GetEvidenceFunction", "get-evidence.json", 200, participant)
    check(evidence["verified"] and evidence["signature"], "the evidence is verified", evidence)
    say("Signed at a screen: register, start, scan, sign, collect, evidence")

    process, participant = calls.register(BY_PHONE)
    calls.call("StartPhoneFunction", "start-phone.json", 200, participant)
    order = calls.phone("phone/answer", personal_number=BY_PHONE)["order_ref"]
    calls.phone("phone/confirm-call", order_ref=order)
    calls.phone("phone/sign", order_ref=order)
    until(
        lambda: calls.call("GetProcessFunction", "get-process.json", 200, process)["status"] == "COMPLETE",
        120,
        "the follow-up settles an order that nobody collects",
    )
    calls.invoked.add("FollowUpFunction")
    say("Signed by phone: nobody collected it, and FollowUpFunction settled it on the queue's message")

    process, participant = calls.register(WITHDRAWN)
    calls.call("StartFunction", "start.json", 200, participant)
    calls.call("CancelFunction", "cancel.json", 204, participant)
    calls.call("WithdrawProcessFunction", "withdraw-process.json", 204, process)
    say("Started, cancelled, withdrawn")
    never = calls.sandbox.of_type("AWS::Lambda::Function").keys() - calls.invoked
    check(not never, "every function of the stack was invoked", f"Never invoked: {', '.join(sorted(never))}")
    say(f"Every function was invoked, {len(calls.invoked)} of them")


class Calls:
    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.invoked = set()  # logical ids
        self.simulator = urllib.parse.urlsplit(sandbox.outputs["SimulatorUrl"])

    def register(self, personal_number):
        """Returns the ids of a new process and of its only participant."""
        event = json.loads((ROOT / "events/register-process.json").read_text())
        body = json.loads(event["body"])
        body["participants"][0]["personal_number"] = personal_number
        process = self.call("RegisterProcessFunction", "register-process.json", 201, None, body)
        return process["id"], process["participants"][0]["id"]

    def call(self, function, event, status, subject, body=None):
        """Invokes a function with an event of events/ for a participant or a process. Returns the body of its answer."""
        event = json.loads((ROOT / "events" / event).read_text())
        if "idempotency-key" in event["headers"]:
            event["headers"]["idempotency-key"] = str(uuid.uuid4())
        if "pathParameters" in event:
            event["pathParameters"]["id"] = subject
        if "body" in event:
            event["body"] = json.dumps(body or json.loads(event["body"]) | {"participant_id": subject})
        answer, log = self.invoke(function, event)
        check(answer["statusCode"] == status, f"{function} answers {status}", answer, log)
        return json.loads(answer["body"]) if answer.get("body") else None

    def invoke(self, function, event):
        """Returns what a function returns, and the end of its log."""
        name = self.sandbox.physical[function] + ":live"
        answer = self.sandbox.aws.lambda_.invoke(FunctionName=name, Payload=json.dumps(event), LogType="Tail")
        payload = json.loads(answer["Payload"].read())
        log = base64.b64decode(answer.get("LogResult", "")).decode(errors="replace")
        check("FunctionError" not in answer, f"{function} returns without an error", payload, log)
        self.invoked.add(function)
        return payload, log

    def phone(self, path, **body):
        """Calls the simulator's control API by its function URL."""
        request = urllib.request.Request(
            f"{self.sandbox.aws.endpoint}{self.simulator.path}/sandbox/{path}",
            data=json.dumps(body).encode() if body else None,
            headers={"Host": self.simulator.netloc, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=240) as answer:
                self.invoked.add("SimulatorFunction")
                return json.load(answer)
        except urllib.error.HTTPError as e:
            raise SystemExit(f"The simulator answers {e.code} to {path}: {e.read().decode()}")


def check(holds, what, *seen):
    if not holds:
        raise SystemExit(f"This does not hold: {what}. Instead:\n" + "\n".join(str(item)[:4000] for item in seen))


def until(holds, seconds, what):
    deadline = time.monotonic() + seconds
    while not holds():
        check(time.monotonic() < deadline, f"{what}, within {seconds} s")
        time.sleep(1)
