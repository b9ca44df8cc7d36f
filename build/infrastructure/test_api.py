"""The HTTP API has the contract's routes. Each leads to its function's alias and requires a token."""

import re

import yaml
from environments import makes_issuer
from stack import ROOT

CONTRACT = yaml.safe_load((ROOT / "openapi.yaml").read_text())
METHODS = {"get", "post", "put", "patch", "delete"}


def body(stack):
    return stack.properties("Api")["Body"]


def operations(document):
    return {
        (method, path): operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def test_routes_are_those_of_the_contract(stack):
    assert operations(body(stack)).keys() == operations(CONTRACT).keys()


def test_route_leads_to_the_alias_of_the_function_of_its_name(stack):
    for route, operation in operations(body(stack)).items():
        name = operations(CONTRACT)[route]["operationId"]
        alias = f"{name[0].upper()}{name[1:]}FunctionAliaslive"
        assert alias in stack.of_type("AWS::Lambda::Alias")
        integration = operation["x-amazon-apigateway-integration"]
        assert f"/functions/{alias}/invocations" in integration["uri"], route
        assert integration["payloadFormatVersion"] == "2.0"


def test_route_wants_a_token(stack):
    for route, operation in operations(body(stack)).items():
        assert operation["security"] == [{"Token": []}], route


def test_token_is_of_the_own_issuer_or_the_given_one(stack):
    authorizer = body(stack)["components"]["securitySchemes"]["Token"]["x-amazon-apigateway-authorizer"]
    own = {"issuer": "UserPool.ProviderURL", "audience": ["UserPoolClient"]}
    given = {"issuer": "https://issuer.example", "audience": ["enterprise-signing"]}
    assert authorizer["jwtConfiguration"] == (own if makes_issuer(stack.name) else given)
    assert authorizer["identitySource"] == "$request.header.Authorization"


def test_stage_throttles_and_writes_its_access_log(stack):
    stage = stack.properties("ApiApiGatewayDefaultStage")
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == 100
    assert stage["DefaultRouteSettings"]["ThrottlingBurstLimit"] == 200
    assert stage["AccessLogSettings"]["DestinationArn"] == "AccessLog.Arn"


def test_access_log_has_no_token_and_no_body(stack):
    variables = re.findall(r"\$context\.[\w.]+", stack.properties("ApiApiGatewayDefaultStage")["AccessLogSettings"]["Format"])
    assert set(variables) == {
        "$context.requestTime",
        "$context.requestId",
        "$context.routeKey",
        "$context.status",
        "$context.identity.sourceIp",
        "$context.authorizer.claims.client_id",
        "$context.responseLatency",
        "$context.integrationLatency",
        "$context.authorizer.error",
        "$context.integrationErrorMessage",
    }


def test_domain_of_its_own_is_the_only_way_in_and_asks_for_certificates(stack):
    has_domain = stack.parameters["DomainName"] != ""
    (server,) = body(stack)["servers"]
    assert server["x-amazon-apigateway-endpoint-configuration"]["disableExecuteApiEndpoint"] is has_domain
    domains = list(stack.of_type("AWS::ApiGatewayV2::DomainName").values())
    assert len(domains) == (1 if has_domain else 0)
    for domain in domains:
        assert domain["MutualTlsAuthentication"] == {"TruststoreUri": "s3://trust/roots.pem", "TruststoreVersion": "3"}
        (configuration,) = domain["DomainNameConfigurations"]
        assert configuration["SecurityPolicy"] == "TLS_1_2"
        assert configuration["OwnershipVerificationCertificateArn"] == stack.parameters["OwnershipVerificationCertificateArn"]
        assert stack.properties("DomainMapping")["ApiId"] == "Api"
    assert stack.outputs["BaseUrl"]["Value"] == ("https://signing.example.com" if has_domain else "Api.ApiEndpoint")
