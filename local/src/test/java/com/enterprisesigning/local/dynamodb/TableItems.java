package com.enterprisesigning.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The items of a DynamoDB Local, which accepts any signature. */
final class TableItems implements AutoCloseable {
  private static final String ANYBODY =
      "AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final URI table;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  TableItems(URI table) {
    this.table = table;
  }

  /** Returns the item as it is now, missing if there is none. */
  JsonNode item(String tableName, JsonNode key) throws IOException {
    String request =
        json.createObjectNode()
            .put("TableName", tableName)
            .put("ConsistentRead", true)
            .set("Key", key)
            .toString();
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(table)
                  .header("X-Amz-Target", "DynamoDB_20120810.GetItem")
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .header("Authorization", ANYBODY)
                  .POST(HttpRequest.BodyPublishers.ofString(request))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("GetItem: " + answer.statusCode());
      }
      return json.readTree(answer.body()).path("Item");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
