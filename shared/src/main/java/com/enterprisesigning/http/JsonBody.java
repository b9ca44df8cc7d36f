package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request's body. It checks the content type, then the size, then the JSON ({@code
 * docs/architecture.md#the-contract}).
 */
final class JsonBody {
  static final int SMALL = 16 * 1024;
  static final int REGISTRATION = 1024 * 1024;

  private JsonBody() {}

  /**
   * Reads the body of {@code request}.
   *
   * @param maxBytes the limit for the body as received, before its JSON is decoded
   * @throws RequestRefused if the body is not one JSON object in UTF-8
   */
  static ObjectNode read(ApiRequest request, int maxBytes) throws RequestRefused {
    if (!request.header("content-type").filter(ContentType::isJson).isPresent()) {
      throw new RequestRefused(
          Reason.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json");
    }
    if (request.body().length > maxBytes) {
      throw new RequestRefused(
          Reason.PAYLOAD_TOO_LARGE, "the body may have at most " + maxBytes + " bytes");
    }
    if (parse(utf8(request.body())) instanceof ObjectNode object) {
      return object;
    }
    throw invalid("must be a JSON object");
  }

  private static JsonNode parse(String text) throws RequestRefused {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw invalid("must be JSON, without duplicate members and with nothing after it" + where(e));
    }
  }

  /** Bytes that are not UTF-8 must not be read as something else. */
  private static String utf8(byte[] body) throws RequestRefused {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("must be UTF-8");
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : "; see line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static RequestRefused invalid(String problem) {
    return new RequestRefused(Reason.INVALID_REQUEST, "the body " + problem);
  }
}
