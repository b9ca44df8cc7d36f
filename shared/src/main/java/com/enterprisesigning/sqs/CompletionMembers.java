package com.enterprisesigning.sqs;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.packing.Excerpt;
import com.enterprisesigning.packing.Gzip;
import com.enterprisesigning.packing.PackedBase64;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * The members of a message that carry a completion. Signature and OCSP response appear once, as the
 * compressed bytes that their base64 encodes. The rest of BankID's answer is kept to the letter. So
 * the largest completion that BankID makes, with texts that do not compress, is under 256 KiB.
 */
final class CompletionMembers {
  private CompletionMembers() {}

  static void write(ObjectNode message, Completion completion) {
    Excerpt answer =
        Excerpt.of(completion.raw(), completion.signature(), completion.ocspResponse());
    ObjectNode rest = MessageBody.object();
    rest.put("order_ref", completion.orderRef());
    rest.putObject("user")
        .put("personal_number", completion.user().personalNumber())
        .put("name", completion.user().name())
        .put("given_name", completion.user().givenName())
        .put("surname", completion.user().surname());
    ObjectNode device = rest.putObject("device").put("ip_address", completion.device().ipAddress());
    completion.device().uhi().ifPresent(uhi -> device.put("uhi", uhi));
    rest.put("answer", answer.rest());
    ArrayNode cuts = rest.putArray("answer_cuts");
    answer.cuts().forEach(cuts::add);
    message.put("completion", Gzip.of(MessageBody.write(rest)));
    putBase64(message, "signature", completion.signature());
    putBase64(message, "ocsp_response", completion.ocspResponse());
  }

  static Completion read(MessageBody message) {
    String signature = base64(message, "signature");
    String ocspResponse = base64(message, "ocsp_response");
    MessageBody rest =
        MessageBody.read(unpacked("completion", () -> Gzip.text(message.bytes("completion"))));
    MessageBody user = rest.object("user");
    MessageBody device = rest.object("device");
    Excerpt answer = new Excerpt(rest.text("answer"), rest.numbers("answer_cuts"));
    String raw = unpacked("answer_cuts", () -> answer.text(signature, ocspResponse));
    return new Completion(
        raw,
        rest.text("order_ref"),
        new Completion.Signer(
            user.text("personal_number"),
            user.text("name"),
            user.text("given_name"),
            user.text("surname")),
        new Completion.Device(device.text("ip_address"), device.optionalText("uhi")),
        signature,
        ocspResponse);
  }

  /**
   * Puts the packed bytes. A text that would not unpack to the letter is put as {@code name_text}
   * instead.
   */
  private static void putBase64(ObjectNode message, String name, String text) {
    PackedBase64.of(text)
        .ifPresentOrElse(
            packed -> message.put(name, packed), () -> message.put(name + "_text", Gzip.of(text)));
  }

  private static String base64(MessageBody message, String name) {
    String asText = name + "_text";
    return message.has(asText)
        ? unpacked(asText, () -> Gzip.text(message.bytes(asText)))
        : unpacked(name, () -> PackedBase64.text(message.bytes(name)));
  }

  private static String unpacked(String name, Supplier<String> unpack) {
    try {
      return unpack.get();
    } catch (UncheckedIOException | IndexOutOfBoundsException e) {
      throw new UnreadableMessage("The message's member " + name + " cannot be unpacked");
    }
  }
}
