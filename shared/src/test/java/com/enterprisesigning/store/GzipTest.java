package com.enterprisesigning.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Text and bytes are restored exactly, up to a size limit. */
class GzipTest {
  @Test
  void text_comesBackToTheLetter() {
    assertEquals("Jag lånar 100 kr. 👍", Gzip.text(Gzip.of("Jag lånar 100 kr. 👍")));
  }

  @Test
  void bytes_areUnpacked_whenTheyAreAsManyAsAllowed() {
    assertEquals(Gzip.MAXIMUM_BYTES, Gzip.bytes(Gzip.of(new byte[Gzip.MAXIMUM_BYTES])).length);
  }

  @Test
  void bytes_areRefused_whenTheyUnpackToMoreThanAllowed() {
    byte[] bomb = Gzip.of(new byte[Gzip.MAXIMUM_BYTES + 1]);

    assertThrows(UncheckedIOException.class, () -> Gzip.bytes(bomb));
  }

  @Test
  void bytes_areRefused_whenTheyAreTruncated() {
    byte[] whole = Gzip.of("I agree");

    assertThrows(
        UncheckedIOException.class, () -> Gzip.bytes(Arrays.copyOf(whole, whole.length - 9)));
  }
}
