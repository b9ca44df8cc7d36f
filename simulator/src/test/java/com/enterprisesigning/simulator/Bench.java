package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.role.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.threeten.extra.MutableClock;

/**
 * A simulator whose clock a test turns by hand, a relying party, and methods that play the phone.
 */
final class Bench implements AutoCloseable {
  /** A person without a role. */
  static final String PERSON = "189007159909";

  static final String OTHER_PERSON = "188902089872";
  static final String TEXT = "Jag godkänner villkoren.\nI agree.";

  private static final String VISIBLE = "userVisibleData";
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");

  /** Made once for all tests, because RSA keys take long to make. */
  private static final Certificates CERTIFICATES = Certificates.create(START);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final MutableClock clock = MutableClock.of(START, ZoneOffset.UTC);
  final Simulator simulator;
  final Https relyingParty;
  final Https nobody;

  Bench() {
    this(SecondOrder.ENDS_BOTH);
  }

  Bench(SecondOrder secondOrder) {
    this(secondOrder, UnaryOperator.identity());
  }

  Bench(UnaryOperator<SimulatorSettings> change) {
    this(SecondOrder.ENDS_BOTH, change);
  }

  private Bench(SecondOrder secondOrder, UnaryOperator<SimulatorSettings> change) {
    SimulatorSettings settings =
        new SimulatorSettings(0, clock, Optional.of(CERTIFICATES), secondOrder);
    try {
      simulator = Simulator.start(change.apply(settings));
      relyingParty = new Https(simulator.tlsRootPem(), Optional.of(simulator.clientCertificate()));
      nobody = new Https(simulator.tlsRootPem(), Optional.empty());
    } catch (Exception e) {
      throw new IllegalStateException("the simulator under test did not start", e);
    }
  }

  void passSeconds(long seconds) {
    clock.add(Duration.ofSeconds(seconds));
  }

  /** Returns the personal number of the role whose description begins with {@code beginning}. */
  String role(String beginning) {
    return simulator.roles().all().stream()
        .filter(role -> role.description().startsWith(beginning))
        .map(Role::person)
        .map(person -> person.personalNumber().digits())
        .findFirst()
        .orElseThrow();
  }

  ObjectNode signBody(String personalNumber) {
    ObjectNode body = MAPPER.createObjectNode().put("endUserIp", "198.51.100.7");
    body.put(VISIBLE, base64(TEXT));
    body.putObject("requirement").put("personalNumber", personalNumber);
    return body;
  }

  static ObjectNode namingNobody(ObjectNode body) {
    return body.without(List.of("requirement"));
  }

  ObjectNode phoneBody(String personalNumber) {
    return MAPPER
        .createObjectNode()
        .put("personalNumber", personalNumber)
        .put("callInitiator", "RP")
        .put(VISIBLE, base64(TEXT));
  }

  /** Returns the smallest body for a call that makes an order. */
  ObjectNode body(String call, String personalNumber) {
    return switch (call) {
      case "sign" -> signBody(personalNumber);
      case "auth" -> signBody(personalNumber).without(List.of(VISIBLE));
      case "phone/sign" -> phoneBody(personalNumber);
      case "phone/auth" -> phoneBody(personalNumber).without(List.of(VISIBLE));
      default -> throw new IllegalArgumentException("only these four calls create an order");
    };
  }

  Reply create(String call, String personalNumber) throws Exception {
    return rp("/" + call, body(call, personalNumber));
  }

  Reply sign(String personalNumber) throws Exception {
    return rp("/sign", signBody(personalNumber));
  }

  Reply phoneSign(String personalNumber) throws Exception {
    return rp("/phone/sign", phoneBody(personalNumber));
  }

  Reply rp(String path, JsonNode body) throws Exception {
    return relyingParty.post(rpUri(path), body.toString());
  }

  /** Sends exactly this body to /sign. */
  Reply sent(String body) throws Exception {
    return relyingParty.post(rpUri("/sign"), body);
  }

  Reply collect(Reply created) throws Exception {
    return rp("/collect", orderRef(created));
  }

  Reply cancel(Reply created) throws Exception {
    return rp("/cancel", orderRef(created));
  }

  /** Returns what collect says, as {@code status/hintCode}, or the error code. */
  String collected(Reply created) throws Exception {
    Reply reply = collect(created);
    return reply.status() == 200
        ? reply.body().get("status").textValue()
            + reply.body().optional("hintCode").map(hint -> "/" + hint.textValue()).orElse("")
        : reply.errorCode();
  }

  static JsonNode orderRef(Reply created) {
    return MAPPER.createObjectNode().put("orderRef", created.body().get("orderRef").textValue());
  }

  Reply phone(String action, String member, String value) throws Exception {
    return nobody.post(
        sandboxUri("/phone/" + action), MAPPER.createObjectNode().put(member, value).toString());
  }

  Reply phone(String action, Reply created) throws Exception {
    return phone(action, "order_ref", created.body().get("orderRef").textValue());
  }

  Reply open(Reply created) throws Exception {
    return phone("open", "autostart_token", created.body().get("autoStartToken").textValue());
  }

  /** Opens the order on that person's phone. */
  Reply open(Reply created, String personalNumber) throws Exception {
    return nobody.post(
        sandboxUri("/phone/open"),
        MAPPER
            .createObjectNode()
            .put("autostart_token", created.body().get("autoStartToken").textValue())
            .put("personal_number", personalNumber)
            .toString());
  }

  Reply hint(String action, Reply created, String hintCode) throws Exception {
    return nobody.post(
        sandboxUri("/phone/" + action),
        MAPPER
            .createObjectNode()
            .put("order_ref", created.body().get("orderRef").textValue())
            .put("hint_code", hintCode)
            .toString());
  }

  Reply collectError(JsonNode body) throws Exception {
    return nobody.post(sandboxUri("/collect-error"), body.toString());
  }

  Reply scan(Reply created, long seconds) throws Exception {
    return phone("scan", "qr_string", qr(created, seconds));
  }

  /**
   * Returns a frame, computed independently by {@code
   * docs/bankid.md#the-qr-code-and-the-launch-urls}.
   */
  static String qr(Reply created, long seconds)
      throws NoSuchAlgorithmException, InvalidKeyException {
    String secret = created.body().get("qrStartSecret").textValue();
    return "bankid."
        + created.body().get("qrStartToken").textValue()
        + "."
        + seconds
        + "."
        + qrAuthCode(secret, seconds);
  }

  static String qrAuthCode(String secret, long seconds)
      throws NoSuchAlgorithmException, InvalidKeyException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    return HexFormat.of()
        .formatHex(mac.doFinal(Long.toString(seconds).getBytes(StandardCharsets.US_ASCII)));
  }

  JsonNode journal(String personalNumber) throws Exception {
    return nobody.get(sandboxUri("/orders?personal_number=" + personalNumber)).body();
  }

  URI rpUri(String path) {
    return URI.create(simulator.rpUrl() + path);
  }

  URI sandboxUri(String path) {
    return simulator.rpUrl().resolve("/sandbox" + path);
  }

  static JsonNode json(String text) throws Exception {
    return MAPPER.readTree(text);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    relyingParty.close();
    nobody.close();
    simulator.close();
  }
}
