package com.enterprisesigning.http;

import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Sha256;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The body of a request, one JSON object. Its content type is checked first, then its size, then
 * the JSON ({@code docs/architecture.md#the-contract}); its members are read after that.
 */
final class RequestBody extends Members {
  static final int SMALL = 16 * 1024;
  static final int REGISTRATION = 1024 * 1024;

  /** JSON has no parameters (RFC 8259 section 11), so a parameter changes nothing. */
  private static final Pattern CONTENT_TYPE =
      Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  /** JSON is UTF-8 (RFC 8259 section 8.1), so a charset may be named but not chosen. */
  private static final Pattern OTHER_CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*+(?!\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

  private static final String PARTICIPANT_ID = "participant_id";
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final ApiRequest request;
  private final ObjectNode body;

  private RequestBody(ApiRequest request, ObjectNode body) {
    super(body);
    this.request = request;
    this.body = body;
  }

  /**
   * Reads the body of {@code request}.
   *
   * @param maxBytes the limit for the body as received, before its JSON is decoded
   * @throws RequestRefused if the body is not one JSON object in UTF-8
   */
  static RequestBody read(ApiRequest request, int maxBytes) throws RequestRefused {
    Optional<String> contentType = request.header("content-type");
    if (contentType.filter(RequestBody::isJson).isEmpty()) {
      throw new RequestRefused(
          Reason.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, in UTF-8");
    }
    if (request.body().length > maxBytes) {
      throw new RequestRefused(
          Reason.PAYLOAD_TOO_LARGE, "the body may have at most " + maxBytes + " bytes");
    }
    if (parse(utf8(request.body())) instanceof ObjectNode object) {
      return new RequestBody(request, object);
    }
    throw invalid("must be a JSON object");
  }

  /**
   * Reads the header {@code Idempotency-Key} and digests it with the body ({@code
   * docs/architecture.md#the-contract}).
   *
   * @param leftOut the members that the digest leaves out
   * @return empty if there is no such header, or if it is malformed, which is a violation
   */
  Optional<Idempotency> idempotency(String... leftOut) {
    Optional<String> key = request.header("idempotency-key");
    if (key.isPresent() && !IDEMPOTENCY_KEY.matcher(key.get()).matches()) {
      refuse("Idempotency-Key", "must be 1 to 128 visible ASCII characters");
      return Optional.empty();
    }
    return key.map(text -> new Idempotency(Sha256.hex(text), Sha256.hex(canonical(leftOut))));
  }

  private String canonical(String... leftOut) {
    ObjectNode compared = Json.object();
    compared.setAll(body);
    compared.remove(List.of(leftOut));
    // The same id in upper case is the same request.
    Form.uuid(compared.path(PARTICIPANT_ID).asText())
        .ifPresent(id -> compared.put(PARTICIPANT_ID, id.toString()));
    return Json.canonical(compared);
  }

  private static boolean isJson(String contentType) {
    return CONTENT_TYPE.matcher(contentType).matches()
        && !OTHER_CHARSET.matcher(contentType).find();
  }

  /** Reads the participant of a start, collect or cancel. */
  Optional<UUID> participantId() {
    return required(PARTICIPANT_ID, Form.UUID_TEXT);
  }

  /**
   * Ends the reading: every member must have been read, and none may be malformed.
   *
   * @throws RequestRefused if there is at least one violation
   */
  void finish() throws RequestRefused {
    noOthers();
    refuseViolations();
  }

  private static JsonNode parse(String text) throws RequestRefused {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw invalid("must be JSON, without duplicate members and with nothing after it" + where(e));
    }
  }

  /** Decodes the body, and refuses bytes that are not UTF-8 instead of replacing them. */
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
