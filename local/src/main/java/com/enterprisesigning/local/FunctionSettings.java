package com.enterprisesigning.local;

import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.dynamodb.SigningTable;
import com.enterprisesigning.local.queue.LocalQueues;
import com.enterprisesigning.local.secrets.Secrets;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables that connect the functions to a local run. They set no duration, so
 * durations keep their defaults.
 */
final class FunctionSettings {
  /** The logical id of the queue in the template. */
  private static final String FOLLOW_UP_QUEUE = "FollowUpQueue";

  /** Takes the place of addresses that are unknown until the servers run. */
  private static final URI ANYWHERE = URI.create("https://127.0.0.1:1");

  private FunctionSettings() {}

  /**
   * Checks that the functions accept the given settings, whatever addresses the servers get.
   *
   * @throws IllegalArgumentException that names each malformed setting and what to set it to
   */
  static void check(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    all.putAll(of(ANYWHERE, ANYWHERE, ANYWHERE, ANYWHERE, ANYWHERE));
    Settings.from(all);
  }

  static Map<String, String> of(
      URI bankId, URI timestamps, URI dynamoDb, URI secretsManager, URI sqs) {
    return Map.ofEntries(
        Map.entry("ENVIRONMENT", "sandbox"),
        Map.entry("TABLE_NAME", SigningTable.NAME),
        Map.entry("BANKID_URL", bankId.toString()),
        Map.entry("BANKID_TLS_ROOT", Secrets.TLS_ROOT),
        Map.entry("BANKID_SIGNATURE_ROOT", Secrets.SIGNATURE_ROOT),
        Map.entry("BANKID_CLIENT_CERTIFICATE", Secrets.CLIENT_CERTIFICATE),
        Map.entry("PERSON_KEY_SECRET", Secrets.PERSON_KEY),
        Map.entry("TIMESTAMP_URL", timestamps.toString()),
        Map.entry("TIMESTAMP_ROOT", Secrets.TIMESTAMP_ROOT),
        Map.entry("FOLLOW_UP_QUEUE_URL", LocalQueues.url(sqs, FOLLOW_UP_QUEUE).toString()),
        Map.entry("AWS_REGION", "eu-north-1"),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString()),
        Map.entry("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsManager.toString()),
        Map.entry("AWS_ENDPOINT_URL_SQS", sqs.toString()));
  }
}
