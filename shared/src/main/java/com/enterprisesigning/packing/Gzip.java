package com.enterprisesigning.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes, or text as UTF-8, compressed by RFC 1952. */
public final class Gzip {
  /** What is unpacked at most: as much as is read of an answer of BankID's. */
  static final int MAXIMUM_BYTES = 4 << 20;

  private Gzip() {}

  /** Compresses a text. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Compresses bytes. */
  public static byte[] of(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /**
   * The text that was compressed.
   *
   * @throws UncheckedIOException where these are no such bytes, or unpack to more than 4 MiB
   */
  public static String text(byte[] compressed) {
    return new String(bytes(compressed), StandardCharsets.UTF_8);
  }

  /**
   * The bytes that were compressed.
   *
   * @throws UncheckedIOException where these are no such bytes, or unpack to more than 4 MiB
   */
  public static byte[] bytes(byte[] compressed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] content = gzip.readNBytes(MAXIMUM_BYTES + 1);
      if (content.length > MAXIMUM_BYTES) {
        throw new IOException("more than " + MAXIMUM_BYTES + " bytes");
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
