"""The sandbox stack of template.yaml in LocalStack, without the resources that the free edition cannot create."""

import collections
import contextlib
import json
import re
import socket
import ssl
import urllib.parse

import botocore.exceptions
from localstack import ENVIRONMENT, FUNCTION_URLS, REGION, Missing, say
from stack import BUCKET, PSEUDO_PARAMETERS, ROOT, TEMPLATE, Stack

NAME = "enterprise-signing-smoke"
JARS = ["functions/target/functions.jar", "simulator-function/target/simulator-function.jar"]
TLS_ROOT = f"{NAME}/tls-root"

# The follow-up comes soon, so that the smoke does not wait long for it.
PARAMETERS = {"Environment": "sandbox", "FollowUpSeconds": "20,40"}

# Types that LocalStack's free edition cannot create. A resource that names one of them is left out too.
LEFT_OUT = re.compile("AWS::(ApiGatewayV2::.*|Cognito::.*|Pipes::Pipe|Scheduler::Schedule|CloudWatch::Dashboard)$")


def require_jars():
    for jar in JARS:
        if not (ROOT / jar).exists():
            raise Missing(f"There is no {jar}: ./mvnw package -DskipTests")


class Sandbox(Stack):
    """A stack whose references resolve to the resources that LocalStack created, once it is deployed."""

    def __init__(self, aws):
        self.aws = aws
        self.physical = {}
        super().__init__(TEMPLATE, "sandbox", PARAMETERS)
        self._leave_out()
        self._adapt()

    def _leave_out(self):
        everything, present = self.translated["Resources"], set(self.resources)
        gone = {name for name, resource in everything.items() if LEFT_OUT.match(resource["Type"])}
        while more := {name for name in everything.keys() - gone if gone & set(references(everything[name]))}:
            gone |= more
        count = collections.Counter(everything[name]["Type"] for name in gone & present)
        say(f"Left out, {count.total()} of {len(present)} resources:")
        for type_name, number in sorted(count.items()):
            print(f"        {number:2} {type_name}{'' if LEFT_OUT.match(type_name) else ' (names a left-out resource)'}")
        self.translated["Resources"] = {name: everything[name] for name in everything if name not in gone}
        outputs = self.translated["Outputs"]
        self.translated["Outputs"] = {name: outputs[name] for name in outputs if not gone & set(references(outputs[name]))}

    def _adapt(self):
        """Changes BankID's URL to https, because LocalStack's function URLs are http, and resolves what LocalStack cannot."""
        for resource in self.translated["Resources"].values():
            if resource["Type"] == "AWS::CloudWatch::Alarm":  # CloudFormation makes numbers of a mapping's texts
                for key in {"Threshold", "Period", "EvaluationPeriods"} & resource["Properties"].keys():
                    resource["Properties"][key] = number(self.resolve(resource["Properties"][key]))
            for policy in "DeletionPolicy", "UpdateReplacePolicy":
                if policy in resource:
                    resource[policy] = self.resolve(resource[policy])  # as AWS::LanguageExtensions does
            variables = resource["Properties"].get("Environment", {}).get("Variables", {})
            if "BANKID_URL" in variables:
                variables["BANKID_URL"] = {"Fn::Join": ["https:", {"Fn::Split": ["http:", variables["BANKID_URL"]]}]}
                variables["BANKID_TLS_ROOT"] = TLS_ROOT
                # LocalStack can create a stack that joins the list of a parameter, but cannot delete it.
                variables["FOLLOW_UP_SECONDS"] = self.resolve(variables["FOLLOW_UP_SECONDS"])

    @contextlib.contextmanager
    def deployed(self):
        """Deploys a fresh stack; deletes it at the end if LocalStack keeps running."""
        self._delete()
        try:
            self._deploy()
            yield
        finally:
            if not self.aws.ends:
                self._delete()

    def _deploy(self):
        aws = self.aws
        aws.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        for jar in JARS:
            aws.s3.upload_file(str(ROOT / jar), BUCKET, jar)
        aws.s3.put_object(Bucket=BUCKET, Key="template.json", Body=json.dumps(self.translated))
        aws.secretsmanager.create_secret(Name=TLS_ROOT, SecretString=tls_root(aws.endpoint))
        aws.cloudformation.create_stack(
            StackName=NAME,
            TemplateURL=f"http://localhost:4566/{BUCKET}/template.json",
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in PARAMETERS.items()],
            Capabilities=["CAPABILITY_IAM"],
        )
        try:
            aws.cloudformation.get_waiter("stack_create_complete").wait(
                StackName=NAME, WaiterConfig={"Delay": 1, "MaxAttempts": 600}
            )
        except botocore.exceptions.WaiterError as e:
            for event in aws.cloudformation.describe_stack_events(StackName=NAME)["StackEvents"]:
                if "FAILED" in event["ResourceStatus"]:
                    print(f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason')}")
            reason = aws.cloudformation.describe_stacks(StackName=NAME)["Stacks"][0].get("StackStatusReason", e)
            raise SystemExit(f"The stack was not created: {reason}")
        self._look()
        say(f"Deployed: {len(self.resources)} resources")

    def _look(self):
        """Reads the ids and outputs of the deployed stack."""
        aws = self.aws
        stack = aws.cloudformation.describe_stacks(StackName=NAME)["Stacks"][0]
        account = stack["StackId"].split(":")[4]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        self.physical = {**PSEUDO_PARAMETERS, "AWS::StackName": NAME, "AWS::StackId": stack["StackId"], "AWS::AccountId": account}
        for resource in aws.cloudformation.list_stack_resources(StackName=NAME)["StackResourceSummaries"]:
            self.physical[resource["LogicalResourceId"]] = resource["PhysicalResourceId"]
        self.resources = self._present(self.translated["Resources"])

    def _delete(self):
        """Deletes everything that this run or an earlier one created."""
        aws = self.aws
        aws.cloudformation.delete_stack(StackName=NAME)
        aws.cloudformation.get_waiter("stack_delete_complete").wait(StackName=NAME, WaiterConfig={"Delay": 1, "MaxAttempts": 300})
        with contextlib.suppress(aws.secretsmanager.exceptions.ResourceNotFoundException):
            aws.secretsmanager.delete_secret(SecretId=TLS_ROOT, ForceDeleteWithoutRecovery=True)
        with contextlib.suppress(aws.s3.exceptions.NoSuchBucket):
            for item in aws.s3.list_objects_v2(Bucket=BUCKET).get("Contents", []):
                aws.s3.delete_object(Bucket=BUCKET, Key=item["Key"])
            aws.s3.delete_bucket(Bucket=BUCKET)

    def _reference(self, name):
        if "." in name:  # in a Fn::Sub
            return self._getatt(name)
        return self.physical.get(name) or super()._reference(name)

    def _getatt(self, argument):
        text = super()._getatt(argument)
        name, attribute = text.split(".", 1)
        if name not in self.physical:
            return text
        physical, kind = self.physical[name], self.translated["Resources"][name]["Type"]
        account = self.physical["AWS::AccountId"]
        match attribute, kind.removeprefix("AWS::"):
            case "Arn", "DynamoDB::Table":
                return f"arn:aws:dynamodb:{REGION}:{account}:table/{physical}"
            case "StreamArn", "DynamoDB::Table":
                return self.aws.dynamodb.describe_table(TableName=physical)["Table"]["LatestStreamArn"]
            case "Arn", "SQS::Queue":
                return f"arn:aws:sqs:{REGION}:{account}:{physical.rsplit('/')[-1]}"
            case "Arn", "Logs::LogGroup":
                return f"arn:aws:logs:{REGION}:{account}:log-group:{physical}:*"
            case "Arn", "Lambda::Function":
                return f"arn:aws:lambda:{REGION}:{account}:function:{physical}"
            case "Arn", "IAM::Role":
                return f"arn:aws:iam::{account}:role/{physical}"
            case "Arn", "Events::EventBus":
                return f"arn:aws:events:{REGION}:{account}:event-bus/{physical}"
            case "QueueName", "SQS::Queue":
                return physical.rsplit("/")[-1]
            case "Version", "Lambda::Version":
                return physical.rsplit(":")[-1]
            case "FunctionUrl", "Lambda::Url":
                target = self.translated["Resources"][name]["Properties"]["TargetFunctionArn"]
                return self.aws.lambda_.get_function_url_config(FunctionName=self.resolve(target))["FunctionUrl"]
        raise SystemExit(f"build/smoke/sandbox.py does not know {attribute} of {kind}: add it there.")


def number(text):
    return float(text) if "." in str(text) else int(text)


def references(value):
    """Yields the logical ids that a part of a template names."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref":
                yield item
            elif key == "Fn::GetAtt":
                yield item.split(".")[0] if isinstance(item, str) else item[0]
            elif key == "Fn::Sub":
                yield from re.findall(r"\$\{(\w+)", item if isinstance(item, str) else item[0])
            elif key == "DependsOn":
                yield from [item] if isinstance(item, str) else item
            yield from references(item)


def tls_root(endpoint):
    """Returns the certificate that LocalStack presents, for the functions to trust."""
    address = urllib.parse.urlsplit(endpoint)
    host = f"function.{FUNCTION_URLS}"
    certificate = ssl.get_server_certificate((address.hostname, address.port or 443))
    try:
        with socket.create_connection((address.hostname, address.port or 443)) as plain:
            ssl.create_default_context(cadata=certificate).wrap_socket(plain, server_hostname=host).close()
    except ssl.SSLError as e:
        raise SystemExit(
            f"LocalStack's certificate does not name its function URLs ({e}). Write one with build/smoke-localstack"
            " --certificate FILE, and start LocalStack with it: " + " ".join(f"{key}={value}" for key, value in ENVIRONMENT.items())
        )
    return certificate
