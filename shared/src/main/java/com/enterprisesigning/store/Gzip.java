package com.enterprisesigning.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses bytes, or text as UTF-8, in the gzip format (RFC 1952). */
public final class Gzip {
  /** The limit for unpacked data: the same as for an answer from BankID. */
  static final int MAXIMUM_BYTES = 4 << 20;

  private Gzip() {}

  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

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
   * Returns the text that was compressed.
   *
   * @throws UncheckedIOException if the bytes are not valid gzip data, or unpack to more than 4 MiB
   */
  public static String text(byte[] compressed) {
    return new String(bytes(compressed), StandardCharsets.UTF_8);
  }

  /**
   * Returns the bytes that were compressed.
   *
   * @throws UncheckedIOException if the bytes are not valid gzip data, or unpack to more than 4 MiB
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
