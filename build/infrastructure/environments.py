"""The tested stacks: the parameters that each is deployed with, besides the defaults."""

ENVIRONMENTS = {
    "sandbox": {"Environment": "sandbox"},
    "sandbox-own-issuer": {"Environment": "sandbox", "Issuer": "https://issuer.example"},
    "sandbox-own-bankid": {"Environment": "sandbox", "BankIdUrl": "https://bankid.example/rp/v6.0"},
    "test": {
        "Environment": "test",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "test/client-certificate",
        "TimestampUrl": "http://tsa.example/tsr",
    },
    "production": {
        "Environment": "production",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "production/client-certificate",
        "AlarmTopicArn": "arn:aws:sns:eu-north-1:123456789012:alarms",
        "PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary",
        "SecretsKeyArn": "arn:aws:kms:eu-north-1:123456789012:key/0f0e",
        "Tracing": "Active",
    },
    "production-own-domain": {
        "Environment": "production",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "production/client-certificate",
        "DomainName": "signing.example.com",
        "CertificateArn": "arn:aws:acm:eu-north-1:123456789012:certificate/0f0e",
        "OwnershipVerificationCertificateArn": "arn:aws:acm:eu-north-1:123456789012:certificate/1a1b",
        "TruststoreUri": "s3://trust/roots.pem",
        "TruststoreVersion": "3",
        "Rollout": "AllAtOnce",
        "HostedZoneId": "Z0123456789",
    },
}


def makes_issuer(name):
    return name in ("sandbox", "sandbox-own-bankid")


def makes_bankid(name):
    return name in ("sandbox", "sandbox-own-issuer")


def is_kept(name):
    return not name.startswith("sandbox")


def has_canary(name):
    return is_kept(name) and ENVIRONMENTS[name].get("Rollout") != "AllAtOnce"
