"""Reads each body of bodies.json by the generated client, and writes it to read.json."""
import json

import openapi_client

with open("bodies.json", encoding="utf-8") as file:
    bodies = json.load(file)
for body in bodies:
    model = getattr(openapi_client, body["schema"])
    body["body"] = json.loads(model.from_json(json.dumps(body["body"])).to_json())
with open("read.json", "w", encoding="utf-8") as file:
    json.dump(bodies, file)
