# docs/simulator.md: one signature at the simulator, with Python's standard library.
import base64, hashlib, hmac, http.client, json, ssl, time

directory, port = "simulator-certificates", 8443

def tls():
    return ssl.create_default_context(cafile=f"{directory}/tls-root.pem")  # the only root that is trusted

relying_party = tls()
relying_party.load_cert_chain(f"{directory}/client.pem", f"{directory}/client-key.pem")

def post(context, path, body):
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=context)
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    return json.loads(connection.getresponse().read())

def rp(call, **body):
    return post(relying_party, f"/rp/v6.0/{call}", body)

def phone(action, **body):
    return post(tls(), f"/sandbox/phone/{action}", body)

order = rp("sign", endUserIp="198.51.100.7", userVisibleData=base64.b64encode(b"I agree.").decode())
received_at = time.monotonic()

def qr():
    t = str(int(time.monotonic() - received_at))
    code = hmac.new(order["qrStartSecret"].encode(), t.encode(), hashlib.sha256).hexdigest()
    return f"bankid.{order['qrStartToken']}.{t}.{code}"

scanned = phone("scan", qr_string=qr(), personal_number="189007159909")
print(rp("collect", orderRef=order["orderRef"]))  # pending, userSign
phone("sign", order_ref=scanned["order_ref"])
complete = rp("collect", orderRef=order["orderRef"])
print(complete["status"], complete["completionData"]["user"], len(complete["completionData"]["signature"]))
