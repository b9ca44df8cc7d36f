package com.enterprisesigning.dynamodb;

import com.enterprisesigning.packing.Excerpt;
import com.enterprisesigning.packing.Gzip;
import com.enterprisesigning.packing.PackedBase64;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Attributes for large values, compressed so that the largest signature that BankID allows fits an
 * item's 400 KB.
 */
final class Packed {
  private Packed() {}

  static AttributeValue text(String text) {
    return bytes(Gzip.of(text));
  }

  static String text(Item item, String name) {
    return Gzip.text(item.bytes(name));
  }

  static Optional<String> optionalText(Item item, String name) {
    return item.optionalBytes(name).map(Gzip::text);
  }

  /**
   * Sets {@code name} to the packed bytes. A text that would not unpack to the letter is set as
   * {@code name_text} instead.
   */
  static void setBase64(Draft draft, String name, String text) {
    PackedBase64.of(text)
        .ifPresentOrElse(
            packed -> draft.set(name, bytes(packed)), () -> draft.set(name + "_text", text(text)));
  }

  static String base64(Item item, String name) {
    return item.optionalBytes(name)
        .map(PackedBase64::text)
        .orElseGet(() -> text(item, name + "_text"));
  }

  /**
   * Sets {@code name} to the text without the passages, and {@code name_cuts} to their positions.
   */
  static void setExcerpt(Draft draft, String name, String text, String... passages) {
    Excerpt excerpt = Excerpt.of(text, passages);
    draft
        .set(name, text(excerpt.rest()))
        .set(
            name + "_cuts",
            AttributeValue.fromL(
                excerpt.cuts().stream()
                    .map(cut -> AttributeValue.fromN(Integer.toString(cut)))
                    .toList()));
  }

  /** Returns the text with the passages put back; they must be given in the same order. */
  static String excerpt(Item item, String name, String... passages) {
    return new Excerpt(
            text(item, name),
            item.list(name + "_cuts").stream().map(cut -> Integer.valueOf(cut.n())).toList())
        .text(passages);
  }

  private static AttributeValue bytes(byte[] bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
  }
}
