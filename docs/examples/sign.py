"""From token to evidence with Python 3.9 or later and no library; docs/integrate.md explains each step.

API=http://127.0.0.1:8080 python3 docs/examples/sign.py
"""
import contextlib
import base64
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

API = os.environ.get("API", "http://127.0.0.1:8080")
CLIENT = os.environ.get("CLIENT", "demo")
SECRET = os.environ.get("SECRET", "demo")
TOKEN_URL = os.environ.get("TOKEN_URL", f"{API}/oauth2/token")
SIGNER = os.environ.get("SIGNER", "188001019804")  # the sandbox's Signe signs by herself


class Refused(Exception):
    def __init__(self, status, code, message, retry_after):
        super().__init__(f"{status} {code}: {message}")
        self.status, self.code, self.retry_after = status, code, retry_after


class Token:
    """One for all calls, until half a minute before it expires."""

    value, until = "", 0.0

    def get(self):
        if time.time() > self.until:
            basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            form = urllib.parse.urlencode({"grant_type": "client_credentials"}).encode()
            request = urllib.request.Request(TOKEN_URL, form, {"Authorization": f"Basic {basic}"})
            with urllib.request.urlopen(request, timeout=10) as answer:
                token = json.load(answer)
            self.value, self.until = token["access_token"], time.time() + token["expires_in"] - 30
        return self.value


TOKEN = Token()


def once(method, path, body=None, key=None):
    request = urllib.request.Request(API + path, method=method)
    request.add_header("Authorization", f"Bearer {TOKEN.get()}")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    if key:
        request.add_header("Idempotency-Key", key)
    try:
        with urllib.request.urlopen(request, timeout=35) as answer:  # the API answers within 30 seconds
            text = answer.read()
            return json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        reason = problem.get("reason", {"code": "GATEWAY", "message": problem.get("message")})
        retry_after = int(error.headers.get("Retry-After", 1))
        raise Refused(error.code, reason["code"], reason["message"], retry_after) from None


def call(method, path, body=None, key=None):
    """Sends the same again, with the same key, where the answer was lost or the service says that it may help."""
    for attempt in (1, 2, 3):
        try:
            return once(method, path, body, key)
        except Refused as refused:
            again = refused.status in (401, 429, 500, 503) or refused.code == "REQUEST_IN_PROGRESS"
            if not again or attempt == (2 if refused.code == "RFA5_BANKID_UNAVAILABLE" else 3):
                raise
            if refused.status == 401:
                TOKEN.until = 0
            time.sleep(refused.retry_after * attempt)
        except OSError:  # no answer
            if attempt == 3:
                raise
            time.sleep(attempt)


def follow(participant):
    """Starts, and collects until an end state."""
    # A server with the scope signing/on-behalf also sends end_user_ip here.
    state = call("POST", "/signing/start", participant, str(uuid.uuid4()))
    try:
        while "next_collect_ms" in state:
            # Here a page draws state["qr_string"] at once, or takes the code away, and shows state["user_message"].
            print(state["status"], state.get("hint_code", ""), state["user_message"]["en"], flush=True)
            time.sleep(state["next_collect_ms"] / 1000)
            state = call("POST", "/signing/collect", participant)
        return state
    except KeyboardInterrupt:  # whoever leaves frees the person
        with contextlib.suppress(Refused, OSError):  # else the order ends by itself
            once("POST", "/signing/cancel", participant)
        raise


registered = call("POST", "/signing/processes", {
    "reference": "loan 17",
    "participants": [{"personal_number": SIGNER, "user_visible_data": "I borrow 100 kronor."}],
}, str(uuid.uuid4()))
participant_id = registered["participants"][0]["id"]
print("registered", participant_id, flush=True)

state = follow({"participant_id": participant_id})
print(state["status"], state.get("hint_code") or state.get("signed_at", ""))
if state["status"] != "COMPLETE":
    sys.exit(state["user_message"]["en"])

evidence = call("GET", f"/signing/participants/{participant_id}/evidence")
if not evidence["verified"] or evidence["user"]["personal_number"] != SIGNER:
    sys.exit("the evidence is not verified, or names another person")
with open("evidence.json", "w", encoding="utf-8") as file:  # keep it where you keep contracts
    json.dump(evidence, file, ensure_ascii=False)
print(f"evidence.json: {evidence['user']['name']} signed at {evidence['signed_at']}")
