package com.enterprisesigning.store;

import com.enterprisesigning.domain.Completion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The form in which both the table and the queue keep a completion. Signature and OCSP response
 * appear once, as the compressed bytes that their base64 encodes. The rest of BankID's answer is
 * kept unchanged.
 *
 * <p>The evidence call uses some of the same names, but not this class: its answer follows {@code
 * openapi.yaml} and may change, while what is kept must stay readable for ten years.
 */
public final class KeptCompletion {
  private KeptCompletion() {}

  /**
   * Returns the packed signature and OCSP response by name. A text that {@link PackedBase64} could
   * not restore exactly is kept as compressed text, under {@code name_text}.
   */
  public static Map<String, byte[]> packed(Completion completion) {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    pack(packed, "signature", completion.signature());
    pack(packed, "ocsp_response", completion.ocspResponse());
    return packed;
  }

  private static void pack(Map<String, byte[]> packed, String name, String base64) {
    PackedBase64.of(base64)
        .ifPresentOrElse(
            bytes -> packed.put(name, bytes), () -> packed.put(name + "_text", Gzip.of(base64)));
  }

  /** Returns BankID's answer without the signature and the OCSP response. */
  public static Excerpt answer(Completion completion) {
    return Excerpt.of(completion.raw(), completion.signature(), completion.ocspResponse());
  }

  /** Returns the members of the object {@code user}. */
  public static Map<String, String> user(Completion completion) {
    Completion.Signer user = completion.user();
    Map<String, String> members = new LinkedHashMap<>();
    members.put("personal_number", user.personalNumber());
    members.put("name", user.name());
    members.put("given_name", user.givenName());
    members.put("surname", user.surname());
    return members;
  }

  /** Returns the members of the object {@code device}. */
  public static Map<String, String> device(Completion completion) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("ip_address", completion.device().ipAddress());
    completion.device().uhi().ifPresent(uhi -> members.put("uhi", uhi));
    return members;
  }

  /** An item or a message. It reports a value that is missing or malformed by its name. */
  public interface Source {
    boolean has(String name);

    String text(String name);

    Optional<String> optionalText(String name);

    List<Integer> numbers(String name);

    Source object(String name);

    /** Returns what {@code unpack} makes of these bytes. */
    <T> T unpacked(String name, Function<byte[], T> unpack);
  }

  /**
   * Reads a completion.
   *
   * @param packed has the signature and the OCSP response
   * @param rest has everything else
   * @param answer the text of {@link #answer}
   * @throws IndexOutOfBoundsException if {@code answer_cuts} does not fit {@code answer}
   */
  public static Completion read(Source packed, Source rest, String answer) {
    String signature = base64(packed, "signature");
    String ocspResponse = base64(packed, "ocsp_response");
    Source user = rest.object("user");
    Source device = rest.object("device");
    return new Completion(
        new Excerpt(answer, rest.numbers("answer_cuts")).text(signature, ocspResponse),
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

  private static String base64(Source packed, String name) {
    String asText = name + "_text";
    return packed.has(asText)
        ? packed.unpacked(asText, Gzip::text)
        : packed.unpacked(name, PackedBase64::text);
  }
}
