"""Faults planted in template.yaml. Each must make its test fail in its environment.

A fault replaces one text in the template with another. If the text occurs more than once, the first occurrence at or after
the line that begins with `after` is replaced.
"""

import dataclasses

import test_alarms
import test_api
import test_events
import test_functions
import test_lint
import test_parameters
import test_permissions
import test_policies
import test_sandbox
import test_state
import test_times


@dataclasses.dataclass(frozen=True)
class Fault:
    name: str
    caught_by: object
    old: str
    new: str
    after: str = ""
    environment: str = "production"

    def edit(self, template):
        start = template.index("\n" + self.after) if self.after else 0
        assert template.count(self.old, start) >= 1, f"{self.name}: the template no longer has the text to replace"
        assert self.after or template.count(self.old) == 1, f"{self.name}: the text to replace is not unique: set after"
        return template[:start] + template[start:].replace(self.old, self.new, 1)


FAULTS = [
    # permissions
    Fault("a wildcard action", test_permissions.test_wildcard_is_a_named_exception,
          "Action: dynamodb:PutItem", "Action: 'dynamodb:*'", "  RegisterProcesses:"),
    Fault("a wildcard resource", test_permissions.test_wildcard_is_a_named_exception,
          "Resource: !GetAtt FollowUpQueue.Arn", "Resource: '*'", "  ReceiveFollowUps:"),
    Fault("one action more", test_policies.test_no_right_is_to_spare,
          "[dynamodb:GetItem, dynamodb:Query]", "[dynamodb:GetItem, dynamodb:Query, dynamodb:Scan]", "  ReadEvidence:"),
    Fault("one key more", test_policies.test_no_right_is_to_spare,
          "['PERSON#*']", "['PERSON#*', 'PROCESS#*']", "  ReadGuards:"),
    Fault("keys left out of a statement", test_policies.test_no_right_is_to_spare,
          "             Condition: {'ForAllValues:StringLike': {dynamodb:LeadingKeys: ['PARTICIPANT#*']}}}\n", "            }\n", "  ReadEvidence:"),
    Fault("an action whose keys are split over two statements", test_policies.test_call_is_allowed_under_each_reading,
          "             Condition: {'ForAllValues:StringLike': {dynamodb:LeadingKeys: ['PARTICIPANT#*', 'PERSON#*', 'PROCESS#*']}}}\n",
          "             Condition: {'ForAllValues:StringLike': {dynamodb:LeadingKeys: ['PARTICIPANT#*']}}}\n"
          "          - {Effect: Allow, Action: dynamodb:UpdateItem, Resource: !GetAtt Table.Arn,\n"
          "             Condition: {'ForAllValues:StringLike': {dynamodb:LeadingKeys: ['PERSON#*', 'PROCESS#*']}}}\n"),
    Fault("a put without the key that another action of its transaction touches", test_policies.test_call_is_allowed_under_each_reading,
          "['PARTICIPANT#*', 'PROCESS#*']", "['PARTICIPANT#*']", "  SettleOrders:"),
    Fault("rights that a function lacks", test_policies.test_call_is_allowed_under_each_reading,
          ", !Ref CancelRole, !Ref WithdrawProcessRole]", ", !Ref WithdrawProcessRole]", "  ReadGuards:"),
    Fault("secrets in reach of a function that reads none", test_permissions.test_role_may_do_exactly_what_its_function_does,
          "!Ref CollectRole, ", "!Ref CollectRole, !Ref GetProcessRole, ", "  SettleOrders:"),
    Fault("a function that starts before its rights", test_permissions.test_function_waits_for_the_rights_of_its_role,
          "DependsOn: [SettleOrders, ReadGuards]", "DependsOn: [SettleOrders]"),
    Fault("a role for two functions", test_permissions.test_function_has_a_role_of_its_own,
          "Role: !GetAtt GetProcessRole.Arn", "Role: !GetAtt StartRole.Arn"),
    Fault("a policy of AWS's", test_permissions.test_role_may_do_exactly_what_its_function_does,
          "Role: !GetAtt GetProcessRole.Arn", "Policies: [AmazonDynamoDBReadOnlyAccess]"),
    Fault("a role that anybody's service takes", test_permissions.test_role_is_taken_by_its_service_alone,
          "Principal: {Service: lambda.amazonaws.com}", "Principal: {Service: ec2.amazonaws.com}", "  Fn::ForEach::Functions:"),
    Fault("a role without the boundary", test_permissions.test_role_has_the_boundary_where_there_is_one,
          "      PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundary, !Ref AWS::NoValue]\n", "", "  OutcomesPipeRole:"),
    Fault("CodeDeploy's role without the boundary", test_permissions.test_role_has_the_boundary_where_there_is_one,
          "      Role: !If [HasCanary, !GetAtt DeploymentRole.Arn, !Ref AWS::NoValue]\n", ""),
    Fault("a key for anything", test_permissions.test_role_may_do_exactly_what_its_function_does,
          "                      Condition: {StringEquals: {kms:ViaService: !Sub 'secretsmanager.${AWS::Region}.${AWS::URLSuffix}'}}\n", ""),
    Fault("a key that others than table and queues use", test_permissions.test_key_is_used_by_way_of_table_queues_and_logs_alone,
          "                  - !Sub sqs.${AWS::Region}.${AWS::URLSuffix}\n", "                  - !Sub s3.${AWS::Region}.${AWS::URLSuffix}\n"),
    Fault("a key for the logs of every stack", test_permissions.test_key_is_used_by_way_of_table_queues_and_logs_alone,
          ":log-group:${AWS::StackName}-*", ":log-group:*"),
    # the API
    Fault("a missing route", test_api.test_routes_are_those_of_the_contract,
          "Method: DELETE, Path: '/signing/processes/{id}'", "Method: DELETE, Path: '/signing/processes'"),
    Fault("a route with events of the old format", test_api.test_route_leads_to_the_alias_of_the_function_of_its_name,
          "Path: '/signing/cancel'", "Path: '/signing/cancel', PayloadFormatVersion: '1.0'"),
    Fault("a route without a token", test_api.test_route_wants_a_token,
          "Method: GET, Path: '/signing/participants/{id}/evidence'",
          "Method: GET, Path: '/signing/participants/{id}/evidence', Auth: {Authorizer: NONE}"),
    Fault("no throttling", test_api.test_stage_throttles_and_writes_its_access_log,
          "ThrottlingRateLimit: !Ref ThrottlingRate", "ThrottlingRateLimit: 10000"),
    Fault("tokens in the access log", test_api.test_access_log_has_no_token_and_no_body,
          '"status":"$context.status"', '"claims":"$context.authorizer.claims"'),
    Fault("a way around the certificates", test_api.test_domain_of_its_own_is_the_only_way_in_and_asks_for_certificates,
          "DisableExecuteApiEndpoint: !If [HasDomain, true, false]", "DisableExecuteApiEndpoint: false",
          environment="production-own-domain"),
    Fault("a truststore of any version", test_api.test_domain_of_its_own_is_the_only_way_in_and_asks_for_certificates,
          "        TruststoreVersion: !If [HasTruststoreVersion, !Ref TruststoreVersion, !Ref AWS::NoValue]\n", "",
          environment="production-own-domain"),
    Fault("any audience", test_api.test_token_is_of_the_own_issuer_or_the_given_one,
          "audience: !If [MakesIssuer, [!Ref UserPoolClient], !Ref Audience]", "audience: !Ref Audience", environment="sandbox"),
    # the functions
    Fault("alias not used", test_functions.test_published_version_starts_from_a_snapshot_and_the_alias_is_called,
          "    Metadata: {SkipBuild: true}\n", "    Metadata: {SkipBuild: true}\n    IgnoreGlobals: [AutoPublishAlias]\n",
          "  CollectFunction:", "sandbox"),
    Fault("no snapshot", test_functions.test_published_version_starts_from_a_snapshot_and_the_alias_is_called,
          "SnapStart: {ApplyOn: PublishedVersions}", "SnapStart: {ApplyOn: None}"),
    Fault("all at once in production", test_functions.test_new_version_is_tried_on_a_tenth_and_taken_back_by_its_own_alarm_where_there_is_a_canary,
          "Type: Canary10Percent5Minutes", "Type: AllAtOnce"),
    Fault("a canary that no alarm takes back", test_functions.test_new_version_is_tried_on_a_tenth_and_taken_back_by_its_own_alarm_where_there_is_a_canary,
          "      DeploymentPreference: {Alarms: !If [HasCanary, [!Ref StartNewVersionAlarm], []]}\n", ""),
    Fault("a deployment that an alarm on all versions blocks", test_functions.test_new_version_is_tried_on_a_tenth_and_taken_back_by_its_own_alarm_where_there_is_a_canary,
          "[!Ref StartNewVersionAlarm]", "[!Ref StartErrorsAlarm]"),
    Fault("a canary that cannot be turned off", test_functions.test_new_version_is_tried_on_a_tenth_and_taken_back_by_its_own_alarm_where_there_is_a_canary,
          "      Enabled: !FindInMap [Environments, !Ref Environment, !Ref Rollout]", "      Enabled: true",
          environment="production-own-domain"),
    Fault("a changed property without a version", test_functions.test_version_is_published_for_every_property,
          "    AutoPublishAliasAllProperties: true", "    AutoPublishAliasAllProperties: false"),
    Fault("an alias that goes inactive", test_functions.test_alias_is_called_all_the_time_by_an_event_that_does_nothing,
          "      ${Function}KeepActive:\n        Type: AWS::Scheduler::Schedule\n",
          "      ${Function}KeepActive:\n        Type: AWS::Scheduler::Schedule\n        Condition: MakesBankId\n"),
    Fault("a scheduled call with a caller's rights", test_functions.test_alias_is_called_all_the_time_by_an_event_that_does_nothing,
          '"requestContext": {"http": {"method": "KEEP"}},\n', '"requestContext": {"http": {"method": "KEEP"}, "authorizer": {"jwt": {"claims": {"client_id": "keep"}}}},\n'),
    Fault("a trace that nobody asked for", test_functions.test_trace_is_sent_where_it_is_asked_for,
          "    Tracing: !Ref Tracing", "    Tracing: Active", environment="test"),
    Fault("an endpoint of this machine's", test_functions.test_environment_is_exactly_this_and_names_secrets_without_holding_one,
          "AWS_ENDPOINT_URL_SQS: !Ref AWS::NoValue", "AWS_ENDPOINT_URL_SQS: http://host.docker.internal:9324"),
    Fault("a tiering flag", test_functions.test_no_flag_takes_the_full_jit_from_a_snapshot,
          "        PERSON_KEY_SECRET:", "        JAVA_TOOL_OPTIONS: -XX:TieredStopAtLevel=1\n        PERSON_KEY_SECRET:"),
    Fault("a secret's value in the environment", test_functions.test_environment_is_exactly_this_and_names_secrets_without_holding_one,
          "PERSON_KEY_SECRET: !Ref PersonKeySecret",
          "PERSON_KEY_SECRET: !Sub '{{resolve:secretsmanager:${PersonKeySecret}}}'"),
    Fault("BankID's test environment in production", test_functions.test_environment_is_exactly_this_and_names_secrets_without_holding_one,
          "BankIdUrl: https://appapi2.bankid.com/rp/v6.0", "BankIdUrl: https://appapi2.test.bankid.com/rp/v6.0"),
    Fault("the simulator in the functions' jar", test_functions.test_simulator_alone_comes_from_another_jar,
          "CodeUri: simulator-function/target/simulator-function.jar", "CodeUri: functions/target/functions.jar",
          environment="sandbox"),
    Fault("a handler that is in no jar", test_functions.test_jar_has_the_handler_of_each_function_that_runs_from_it,
          "com.enterprisesigning.functions.GetProcessHandler", "com.enterprisesigning.functions.ReadProcessHandler"),
    Fault("a function whose audit lines are lost", test_functions.test_audit_lines_of_every_function_come_to_the_stream_outside_the_sandbox,
          "LogGroupName: {Ref: !Sub '${Function}Log'}", "LogGroupName: !Ref StartLog"),
    # the times
    Fault("a time-out that does not nest", test_times.test_function_ends_when_the_protocols_reckon,
          "    Timeout: 20\n", "    Timeout: 28\n"),
    Fault("a start that outlives its lease", test_times.test_lease_outlives_the_start_that_took_it,
          "    Timeout: 20\n", "    Timeout: 26\n"),
    Fault("a queue that shows a message too early", test_times.test_queue_hides_a_message_for_longer_than_its_function_runs,
          "VisibilityTimeout: 30", "VisibilityTimeout: 20"),
    # state
    Fault("no TTL", test_state.test_table_is_on_demand_and_its_items_end,
          "TimeToLiveSpecification: {AttributeName: ttl, Enabled: true}",
          "TimeToLiveSpecification: {AttributeName: ttl, Enabled: false}", "  Table:"),
    Fault("PITR off", test_state.test_table_can_be_restored_and_not_deleted_outside_the_sandbox,
          "PointInTimeRecoveryEnabled: !If [IsSandbox, false, true]", "PointInTimeRecoveryEnabled: false"),
    Fault("deletion protection off", test_state.test_table_can_be_restored_and_not_deleted_outside_the_sandbox,
          "DeletionProtectionEnabled: !If [IsSandbox, false, true]", "DeletionProtectionEnabled: false"),
    Fault("AWS's key in production", test_state.test_table_is_under_the_key_of_the_stack_outside_the_sandbox,
          "{SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt TableKey.Arn}", "{SSEEnabled: true, SSEType: KMS}"),
    Fault("a queue without encryption", test_state.test_queue_is_encrypted_like_the_table,
          "      KmsMasterKeyId: !If [IsSandbox, !Ref AWS::NoValue, !GetAtt TableKey.Arn]\n", "", "  FollowUpQueue:"),
    Fault("no dead-letter queue", test_state.test_message_that_fails_is_kept_for_fourteen_days,
          "        maxReceiveCount: 1000", "        maxReceiveCount: 1"),
    Fault("a batch that fails whole", test_state.test_batch_is_answered_message_by_message,
          "            FunctionResponseTypes: [ReportBatchItemFailures]\n", ""),
    Fault("a log without retention", test_state.test_log_group_keeps_its_lines_for_as_long_as_the_parameter_says,
          "          RetentionInDays: !Ref LogRetentionDays\n", "", "  Fn::ForEach::Functions:"),
    Fault("a log without a key", test_state.test_log_group_keeps_its_lines_for_as_long_as_the_parameter_says,
          "      KmsKeyId: !If [IsKept, !GetAtt TableKey.Arn, !Ref AWS::NoValue]\n", "", "  AccessLog:"),
    Fault("logs that go with the stack", test_state.test_deleted_stack_leaves_what_proves_a_signature_and_a_sandbox_leaves_nothing,
          "        DeletionPolicy: !If [IsProduction, RetainExceptOnCreate, Delete]\n", "", "  Fn::ForEach::Functions:"),
    Fault("audit lines that go with the stack", test_state.test_deleted_stack_leaves_what_proves_a_signature_and_a_sandbox_leaves_nothing,
          "    DeletionPolicy: Retain\n", "", "  AuditBucket:"),
    Fault("audit lines that an administrator can delete", test_state.test_audit_lines_cannot_be_deleted_for_ten_years_where_nobody_says_otherwise,
          "Mode: !If [IsProduction, COMPLIANCE, GOVERNANCE]", "Mode: GOVERNANCE"),
    Fault("audit lines without a lock", test_state.test_audit_lines_cannot_be_deleted_for_ten_years_where_nobody_says_otherwise,
          "      ObjectLockEnabled: true\n", "      ObjectLockEnabled: false\n"),
    Fault("a secret under another key", test_state.test_secret_is_under_the_given_key,
          "      KmsKeyId: !If [HasSecretsKey, !Ref SecretsKeyArn, !Ref AWS::NoValue]\n", ""),
    Fault("a sandbox that leaves its table", test_state.test_deleted_stack_leaves_what_proves_a_signature_and_a_sandbox_leaves_nothing,
          "    DeletionPolicy: !If [IsSandbox, Delete, Retain]", "    DeletionPolicy: Retain", "  Table:", "sandbox"),
    Fault("a queue that a failed first deployment leaves", test_state.test_first_deployment_that_failed_leaves_only_what_cannot_be_deleted,
          "    DeletionPolicy: !If [IsSandbox, Delete, RetainExceptOnCreate]", "    DeletionPolicy: !If [IsSandbox, Delete, Retain]", "  FollowUpQueue:"),
    Fault("a rollback that fails on the protected table", test_state.test_first_deployment_that_failed_leaves_only_what_cannot_be_deleted,
          "    DeletionPolicy: !If [IsSandbox, Delete, Retain]", "    DeletionPolicy: !If [IsSandbox, Delete, RetainExceptOnCreate]", "  Table:"),
    # parameters
    Fault("a sandbox that asks for an issuer", test_parameters.test_parameters_are_enough,
          "    RuleCondition: !Not [!Equals [!Ref Environment, sandbox]]", "    RuleCondition: !Not [!Equals [!Ref Environment, nowhere]]",
          environment="sandbox"),
    Fault("a parameter that asks nobody", test_parameters.test_parameter_is_asked_for_in_a_group,
          "Parameters: [AlarmTopicArn]", "Parameters: []"),
    # the sandbox
    Fault("the simulator in production", test_sandbox.test_simulator_is_made_where_a_sandbox_is_given_no_bankid,
          "  MakesBankId: !And [!Condition IsSandbox, !Not [!Condition HasBankIdUrl]]", "  MakesBankId: !Not [!Condition HasBankIdUrl]"),
    Fault("a token issuer in production", test_sandbox.test_issuer_is_made_where_a_sandbox_is_given_none,
          "  MakesIssuer: !And [!Condition IsSandbox, !Equals [!Ref Issuer, '']]", "  MakesIssuer: !Not [!Equals [!Ref Issuer, '']]"),
    Fault("the client's secret in an output", test_sandbox.test_no_output_holds_a_clients_secret,
          "    Value: !Ref AccessLog\n", "    Value: !GetAtt UserPoolClient.ClientSecret\n", environment="sandbox"),
    Fault("the simulator's path in a public name", test_sandbox.test_domain_of_the_issuer_is_the_stacks_own_and_gives_no_secret_away,
          "- Stack: !Select [0, !Split ['-', !Select [2, !Split [/, !Ref AWS::StackId]]]]",
          "- Stack: !Select [2, !Split [/, !Ref AWS::StackId]]", environment="sandbox"),
    # alarms
    Fault("follow-ups that are due and not done", test_alarms.test_follow_ups_that_are_due_and_not_done_are_seen,
          "FILL(done, 0) == 0", "FILL(done, 0) > 0"),
    Fault("an alarm that tells nobody", test_alarms.test_alarm_tells_the_topic_where_there_is_one,
          "      AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n", "", "  PipeFailsAlarm:"),
    Fault("an alarm on a metric that nobody writes", test_alarms.test_alarms_are_these_and_go_off_when_they_should,
          "MetricName: !Ref Metric\n", "MetricName: !Sub 'Number${Metric}'\n"),
    Fault("an alarm on another stack's metrics", test_alarms.test_alarms_are_these_and_go_off_when_they_should,
          "{Name: Service, Value: !Ref AWS::StackName}", "{Name: Service, Value: enterprise-signing}", "  Fn::ForEach::ServiceAlarms:"),
    Fault("a function without alarms", test_alarms.test_alarms_are_these_and_go_off_when_they_should,
          "Dimensions: [{Name: FunctionName, Value: {Ref: !Sub '${Function}Function'}}]",
          "Dimensions: [{Name: FunctionName, Value: !Ref StartFunction}]", "  Fn::ForEach::Functions:"),
    Fault("an average of errors", test_alarms.test_alarm_on_a_count_sums_and_on_a_share_averages,
          "{Statistic: Sum", "{Statistic: Average", "    SignaturesRejected:"),
    Fault("an alarm that does not say what to do", test_alarms.test_alarm_says_what_it_means_and_where_it_is_told_what_to_do,
          " docs/operations.md, Internal errors", ""),
    Fault("a canary that is judged by the old version too", test_alarms.test_deployment_is_watched_by_the_new_version_alone,
          "                    - {Name: ExecutedVersion, Value: {Fn::GetAtt: [!Sub '${Function}Function', Version.Version]}}\n", ""),
    Fault("an alarm that waits for the alias that waits for it", test_lint.test_resource_waits_for_no_resource_that_waits_for_it,
          "Value: !Join [':', [{Ref: !Sub '${Function}Function'}, live]]", "Value: {Ref: !Sub '${Function}Function.Alias'}"),
    Fault("a canary that one bad minute takes back", test_alarms.test_deployment_is_watched_by_the_new_version_alone,
          "          DatapointsToAlarm: 2\n", "          DatapointsToAlarm: 1\n", "  Fn::ForEach::Functions:"),
    Fault("a pipe that stops unseen", test_alarms.test_pipe_that_stops_is_seen,
          "SUM([sent, none]) == 0", "SUM([sent, none]) < 0"),
    Fault("a table that throttles unseen", test_alarms.test_table_that_throttles_or_fails_is_seen,
          "SUM([reads, writes])", "SUM([reads])"),
    Fault("no alarm on 5xx", test_alarms.test_alarms_are_these_and_go_off_when_they_should,
          "      MetricName: 5xx\n", "      MetricName: 4xx\n"),
    Fault("the blocks of all clients in one sum", test_alarms.test_client_that_blocks_most_persons_is_watched,
          " GROUP BY Client ORDER BY SUM() DESC LIMIT 1", ""),
    # events
    Fault("text that leaves the table", test_events.test_ids_and_outcome_alone_leave_the_table,
          '"attempt": "<$.dynamodb.NewImage.token.S>"', '"attempt": "<$.dynamodb.NewImage.token.S>", "ip": "<$.dynamodb.NewImage.end_user_ip.S>"'),
    Fault("events of other items", test_events.test_item_that_is_no_signing_makes_no_event,
          '{"eventName": ["MODIFY"], "dynamodb": {"Keys": {"sk": {"S": ["SIGNING"]}},\n                "NewImage": {"status": {"S": ["COMPLETE"]}}',
          '{"eventName": ["MODIFY"], "dynamodb": {\n                "NewImage": {"status": {"S": ["COMPLETE"]}}'),
    Fault("an event at every write", test_events.test_end_of_a_signing_makes_one_event_and_nothing_else_makes_any,
          ', "OldImage": {"status": {"S": [{"anything-but": ["COMPLETE"]}]}}', ""),
    Fault("an end without an event", test_events.test_end_of_a_signing_makes_one_event_and_nothing_else_makes_any,
          '"NewImage": {"status": {"S": ["COLLECT_ERROR"]}}', '"NewImage": {"status": {"S": ["ERROR"]}}'),
    Fault("a word of this service's own in an event", test_events.test_end_of_a_signing_makes_one_event_and_nothing_else_makes_any,
          "NewImage.event_status.S", "NewImage.status.S"),
    Fault("one type for every event", test_events.test_event_has_the_type_that_the_end_of_the_signing_wrote,
          "DetailType: $.dynamodb.NewImage.event.S", "DetailType: $.dynamodb.NewImage.event_status.S"),
    Fault("an attribute that nobody writes", test_events.test_template_reads_attributes_that_the_store_writes,
          "DetailType: $.dynamodb.NewImage.event.S", "DetailType: $.dynamodb.NewImage.event_type.S"),
    Fault("a pipe that changes before the functions", test_events.test_pipe_changes_after_every_function_that_ends_signings,
          "[StartFunctionAliaslive, ", "["),
    Fault("a third reader of the stream", test_events.test_stream_has_one_reader_of_the_two_that_it_bears,
          "      Events:\n        Message:", "      Events:\n        Change: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}}\n        Message:"),
    Fault("a pipe without a dead-letter queue", test_events.test_change_that_cannot_be_sent_is_not_lost,
          "          DeadLetterConfig: {Arn: !GetAtt EventsDeadLetterQueue.Arn}\n", ""),
]
