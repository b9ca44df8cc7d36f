"""A sandbox makes its own issuer and BankID unless it is given others; no other environment does."""

import yaml
from environments import makes_bankid, makes_issuer
from stack import ROOT
from test_functions import PATH_SECRET

OF_THE_ISSUER = {"UserPool", "UserPoolResourceServer", "UserPoolDomain", "UserPoolClient"}
OF_THE_SIMULATOR = {"SimulatorFunction", "SimulatorFunctionUrl", "SimulatorLog", "SimulatorRole", "OrdersTable"}


def named(stack, *beginnings):
    return {name for name in stack.resources if name.startswith(beginnings)}


def test_issuer_is_made_where_a_sandbox_is_given_none(stack):
    assert named(stack, "UserPool") == (OF_THE_ISSUER if makes_issuer(stack.name) else set())
    assert ("TokenCommand" in stack.outputs) is makes_issuer(stack.name)


def test_simulator_is_made_where_a_sandbox_is_given_no_bankid(stack):
    found = named(stack, "Simulator", "OrdersTable")
    assert found >= OF_THE_SIMULATOR if makes_bankid(stack.name) else found == set()
    assert ("SimulatorUrl" in stack.outputs) is makes_bankid(stack.name)


def test_simulators_output_is_where_the_functions_call_it(stack):
    if makes_bankid(stack.name):
        url = stack.outputs["SimulatorUrl"]["Value"]
        assert url == f"SimulatorFunctionUrl.FunctionUrl{PATH_SECRET}"
        for name in ("StartFunction", "FollowUpFunction"):
            assert stack.properties(name)["Environment"]["Variables"]["BANKID_URL"] == f"{url}/rp/v6.0"


def test_client_may_have_each_scope_of_the_contract_and_no_users_token(stack):
    if makes_issuer(stack.name):
        contract = yaml.safe_load((ROOT / "openapi.yaml").read_text())
        used = {
            scope
            for path in contract["paths"].values()
            for operation in path.values()
            if isinstance(operation, dict)
            for requirement in operation.get("security", [])
            for scope in requirement.get("token", [])
        }
        client = stack.properties("UserPoolClient")
        assert set(client["AllowedOAuthScopes"]) == used | {"signing/on-behalf"}
        assert client["AllowedOAuthFlows"] == ["client_credentials"]
        assert client["GenerateSecret"] is True
        server = stack.properties("UserPoolResourceServer")
        scopes = {f"{server['Identifier']}/{scope['ScopeName']}" for scope in server["Scopes"]}
        assert scopes == set(client["AllowedOAuthScopes"])


def test_domain_of_the_issuer_is_the_stacks_own_and_gives_no_secret_away(stack):
    if makes_issuer(stack.name):
        domain = stack.properties("UserPoolDomain")["Domain"]
        assert domain == "signing-123456789012-51af3dc0"
        assert PATH_SECRET not in domain


def test_no_output_holds_a_clients_secret(stack):
    for name, output in stack.outputs.items():
        assert "UserPoolClient.ClientSecret" not in str(output["Value"]).replace("--query UserPoolClient.ClientSecret", ""), name
        assert not str(output["Value"]).startswith("PersonKeySecret."), name
    if makes_issuer(stack.name):
        command = stack.outputs["TokenCommand"]["Value"]
        assert "describe-user-pool-client --region eu-north-1 --user-pool-id UserPool --client-id UserPoolClient" in command
        assert "https://UserPoolDomain.auth.eu-north-1.amazoncognito.com/oauth2/token" in command
