package com.enterprisesigning.local.queue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a sender gave. {@link #toString} shows only its size.
 *
 * @param attributes by name
 */
record MessageContent(String body, SortedMap<String, MessageAttribute> attributes) {
  private static final Pattern TEXT =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");
  private static final byte TEXT_VALUE = 1;
  private static final byte BINARY_VALUE = 2;

  MessageContent {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    if (!TEXT.matcher(body).matches()) {
      throw QueueRefusal.of(
          "InvalidMessageContents",
          "InvalidMessageContents",
          "Invalid binary character was found in the message body, the set of allowed characters"
              + " is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }
  }

  /** Returns the same content with only the attributes whose names match. */
  MessageContent only(Predicate<String> names) {
    SortedMap<String, MessageAttribute> some = new TreeMap<>(attributes);
    some.keySet().removeIf(names.negate());
    return new MessageContent(body, some);
  }

  /** Returns the size that counts towards the queue's maximum. */
  int bytes() {
    int bytes = utf8(body).length;
    for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
      bytes += utf8(attribute.getKey()).length;
      bytes += utf8(attribute.getValue().dataType()).length;
      bytes += attribute.getValue().value().length;
    }
    return bytes;
  }

  /** Returns the MD5 in hex, which senders and receivers compare. */
  String md5OfBody() {
    return md5(utf8(body));
  }

  /**
   * Returns the MD5 in hex, over SQS's own encoding of the attributes; empty if there are none.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation">SQS's
   *     developer guide</a>
   */
  Optional<String> md5OfAttributes() {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(encoded)) {
      for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
        write(out, utf8(attribute.getKey()));
        write(out, utf8(attribute.getValue().dataType()));
        out.writeByte(attribute.getValue().isBinary() ? BINARY_VALUE : TEXT_VALUE);
        write(out, attribute.getValue().value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return attributes.isEmpty() ? Optional.empty() : Optional.of(md5(encoded.toByteArray()));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  @Override
  public String toString() {
    return "MessageContent[" + bytes() + " bytes]";
  }
}
