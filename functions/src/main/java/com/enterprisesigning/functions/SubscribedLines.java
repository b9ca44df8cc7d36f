package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the lines of a CloudWatch Logs subscription event: {@code awslogs.data} is gzipped JSON in
 * base64. The content is unknown, so no exception quotes any of it.
 */
final class SubscribedLines {
  /**
   * The most that an event may unpack to: 32 MiB. Lambda accepts events of up to 1 MB. Audit lines
   * compress about twenty to one; a thousand to one does not happen by chance.
   */
  static final int MAXIMUM_BYTES = 32 << 20;

  private static final String CONTROL = "CONTROL_MESSAGE";
  private static final String DATA = "DATA_MESSAGE";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private SubscribedLines() {}

  /**
   * Reads all lines. A control message has none: CloudWatch Logs sends it to test whether the
   * destination can be reached.
   *
   * @throws IllegalArgumentException if the event is malformed; the message says how
   */
  static List<String> of(CloudWatchLogsEvent event) {
    if (event.getAwsLogs() == null || event.getAwsLogs().getData() == null) {
      throw unreadable("it has no awslogs.data");
    }
    JsonNode content = json(unpacked(bytes(event.getAwsLogs().getData())));
    return switch (content.path("messageType").asText()) {
      case CONTROL -> List.of();
      case DATA -> lines(content.path("logEvents"));
      default -> throw unreadable("its messageType is neither " + DATA + " nor " + CONTROL);
    };
  }

  private static byte[] bytes(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw unreadable("awslogs.data is not base64");
    }
  }

  private static byte[] unpacked(byte[] compressed) {
    byte[] content;
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      content = gzip.readNBytes(MAXIMUM_BYTES + 1);
    } catch (IOException e) {
      throw unreadable("awslogs.data is not gzip");
    }
    if (content.length > MAXIMUM_BYTES) {
      throw unreadable("awslogs.data unpacks to more than " + MAXIMUM_BYTES + " bytes");
    }
    return content;
  }

  private static JsonNode json(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw unreadable("awslogs.data is not JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static List<String> lines(JsonNode logEvents) {
    if (!logEvents.isArray()) {
      throw unreadable("it has no logEvents");
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode logEvent : logEvents) {
      if (!logEvent.path("message").isTextual()) {
        throw unreadable("one of its logEvents has no message");
      }
      // The log stores the line ending too.
      lines.add(logEvent.path("message").textValue().stripTrailing());
    }
    return lines;
  }

  private static IllegalArgumentException unreadable(String problem) {
    return new IllegalArgumentException(
        "The event is not from a CloudWatch Logs subscription: " + problem + ".");
  }
}
