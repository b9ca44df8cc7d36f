"""The tested stacks: the parameters that each is deployed with, besides the defaults."""

ENVIRONMENTS = {
    "sandbox": {"Environment": "sandbox"},
    "sandbox-own-issuer": {"Environment": "sandbox", "Issuer": "https://issuer.example"},
    "sandbox-own-bankid": {"Environment": "sandbox", "BankIdUrl": "https://bankid.example/rp/v6.0"},
    "test": {
        "Environment": "test",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "test/client-certificate",
    },
    "production": {
        "Environment": "production",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "production/client-certificate",
        "AlarmTopicArn": "arn:aws:sns:eu-north-1:123456789012:alarms",
    },
    "production-own-domain": {
        "Environment": "production",
        "Issuer": "https://issuer.example",
        "BankIdClientCertificateSecret": "production/client-certificate",
        "DomainName": "signing.example.com",
        "CertificateArn": "arn:aws:acm:eu-north-1:123456789012:certificate/0f0e",
        "TruststoreUri": "s3://trust/roots.pem",
        "HostedZoneId": "Z0123456789",
    },
}


def makes_issuer(name):
    return name in ("sandbox", "sandbox-own-bankid")


def makes_bankid(name):
    return name in ("sandbox", "sandbox-own-issuer")


def is_kept(name):
    return not name.startswith("sandbox")
