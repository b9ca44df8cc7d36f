package com.enterprisesigning.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compresses what is large, so that the largest signature BankID allows fits an item's 400 KB. */
final class Gzip {
  private Gzip() {}

  static AttributeValue of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static AttributeValue of(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(compressed.toByteArray()));
  }

  static String text(byte[] compressed) {
    return new String(bytes(compressed), StandardCharsets.UTF_8);
  }

  static byte[] bytes(byte[] compressed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
