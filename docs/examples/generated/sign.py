"""A signing by the generated Python client, from token to evidence: docs/integrate.md#a-generated-client.

pip install -r client/requirements.txt
PYTHONPATH=client API=http://127.0.0.1:8080 python3 sign.py
"""
import base64
import json
import os
import sys
import time
import urllib.parse
import urllib.request
import uuid

import openapi_client
from openapi_client import CollectRequest, ParticipantToRegister, Problem, RegisterProcessRequest, StartRequest

API = os.environ.get("API", "http://127.0.0.1:8080")
TOKEN_URL = os.environ.get("TOKEN_URL", f"{API}/oauth2/token")
CLIENT = os.environ.get("CLIENT", "demo")
SECRET = os.environ.get("SECRET", "demo")
SIGNER = os.environ.get("SIGNER", "188001019804")  # the sandbox's Signe signs by herself


def token():
    basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
    form = urllib.parse.urlencode({"grant_type": "client_credentials"}).encode()
    request = urllib.request.Request(TOKEN_URL, form, {"Authorization": f"Basic {basic}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["access_token"]


def sign(client):
    registered = openapi_client.ProcessesApi(client).register_process(
        RegisterProcessRequest(
            reference="loan 17",
            participants=[
                ParticipantToRegister(personal_number=SIGNER, user_visible_data="I borrow 100 kronor.")
            ],
        ),
        idempotency_key=str(uuid.uuid4()),
    )
    participant_id = registered.participants[0].id

    signing = openapi_client.SigningApi(client)
    state = signing.start(StartRequest(participant_id=participant_id), idempotency_key=str(uuid.uuid4()))
    while state.next_collect_ms:
        # Here a page draws state.qr_string at once, or takes the code away, and shows state.user_message.
        print(state.status, state.user_message.en, flush=True)
        time.sleep(state.next_collect_ms / 1000)
        state = signing.collect(CollectRequest(participant_id=participant_id))
    if state.status != "COMPLETE":
        sys.exit(state.user_message.en)

    answer = openapi_client.EvidenceApi(client).get_evidence_with_http_info(participant_id)
    evidence = answer.data
    if not evidence.verified or evidence.user.personal_number != SIGNER:
        sys.exit("the evidence is not verified, or names another person")
    with open("evidence.json", "wb") as file:  # as it was received, with members that this client does not know
        file.write(answer.raw_data)
    print(f"evidence.json: {evidence.user.name} signed at {evidence.signed_at.isoformat()}")


with openapi_client.ApiClient(openapi_client.Configuration(host=API, access_token=token())) as api_client:
    try:
        sign(api_client)
    except openapi_client.ApiException as refused:
        problem = isinstance(refused.data, Problem)  # else the API gateway answered, and the body has a message
        sys.exit(f"{refused.status} {refused.data.reason.code if problem else refused.body}")
