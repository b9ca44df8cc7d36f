package com.enterprisesigning.local;

import com.enterprisesigning.local.dynamodb.SigningTable;
import com.enterprisesigning.local.secrets.Secrets;
import java.net.URI;
import java.util.Map;

/**
 * The environment variables that make the functions a local run's; durations keep their defaults.
 */
final class FunctionSettings {
  private FunctionSettings() {}

  static Map<String, String> of(URI bankId, URI dynamoDb, URI secretsManager) {
    return Map.of(
        "ENVIRONMENT",
        "sandbox",
        "TABLE_NAME",
        SigningTable.NAME,
        "BANKID_URL",
        bankId.toString(),
        "BANKID_TLS_ROOT",
        Secrets.TLS_ROOT,
        "BANKID_SIGNATURE_ROOT",
        Secrets.SIGNATURE_ROOT,
        "BANKID_CLIENT_CERTIFICATE",
        Secrets.CLIENT_CERTIFICATE,
        "PERSON_KEY_SECRET",
        Secrets.PERSON_KEY,
        "AWS_REGION",
        "eu-north-1",
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDb.toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        secretsManager.toString());
  }
}
