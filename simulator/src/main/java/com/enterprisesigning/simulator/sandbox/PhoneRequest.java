package com.enterprisesigning.simulator.sandbox;

import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.http.Request;
import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.QrCode;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of an action on the phone, read member by member. {@code toString} shows nothing. */
final class PhoneRequest {
  static final int BODY_LIMIT = 16_384;

  private static final Pattern HINT_CODE = Pattern.compile("[a-z][A-Za-z]{0,63}");

  private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z]{1,64}");

  private final JsonNode body;

  private PhoneRequest(JsonNode body) {
    this.body = body;
  }

  static PhoneRequest read(Request request) {
    String mediaType = request.contentType().orElse("").split(";", 2)[0].strip();
    if (!mediaType.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw new SandboxRefusal(415, "Send Content-Type: application/json.");
    }
    if (request.body().length > BODY_LIMIT) {
      throw SandboxRefusal.invalid("The body is longer than " + BODY_LIMIT + " bytes.");
    }
    try {
      JsonNode body = Json.read(request.body());
      if (body.isObject()) {
        return new PhoneRequest(body);
      }
    } catch (IOException e) {
      // A body that is not JSON is refused below, like JSON that is not an object.
    }
    throw SandboxRefusal.invalid("The body is not a JSON object.");
  }

  QrCode qrCode() {
    return QrCode.parse(text("qr_string"))
        .orElseThrow(() ->
            SandboxRefusal.invalid(
                "qr_string must be bankid.<qrStartToken>.<t>.<64 lower-case hex digits>."));
  }

  String autostartToken() {
    return text("autostart_token");
  }

  String orderRef() {
    return text("order_ref");
  }

  String hintCode() {
    String hintCode = text("hint_code");
    if (!HINT_CODE.matcher(hintCode).matches()) {
      throw SandboxRefusal.invalid(
          "hint_code must be written as BankID writes it, such as certificateErr.");
    }
    return hintCode;
  }

  OrderState.Faulty fault() {
    String errorCode = text("error_code");
    if (!ERROR_CODE.matcher(errorCode).matches()) {
      throw SandboxRefusal.invalid("error_code must be letters, such as maintenance.");
    }
    return new OrderState.Faulty(number("status", 400, 599), errorCode);
  }

  Duration seconds() {
    return Duration.ofSeconds(number("seconds", 1, 180));
  }

  private int number(String name, int lowest, int highest) {
    JsonNode value = body.path(name);
    if (!value.isInt() || value.intValue() < lowest || value.intValue() > highest) {
      throw SandboxRefusal.invalid(
          "The body must have " + name + ", a number from " + lowest + " to " + highest + ".");
    }
    return value.intValue();
  }

  PersonalNumber personalNumber() {
    return personalNumber(text("personal_number"));
  }

  Optional<PersonalNumber> personalNumberIfAny() {
    return body.has("personal_number") ? Optional.of(personalNumber()) : Optional.empty();
  }

  static PersonalNumber personalNumber(String text) {
    return PersonalNumber.parse(text)
        .orElseThrow(() ->
            SandboxRefusal.invalid(
                "personal_number must be 12 digits with a valid date and check digit."));
  }

  private String text(String name) {
    JsonNode value = body.get(name);
    if (value == null || !Json.isText(value) || value.textValue().isEmpty()) {
      throw SandboxRefusal.invalid("The body must have " + name + ", a string.");
    }
    return value.textValue();
  }
}
