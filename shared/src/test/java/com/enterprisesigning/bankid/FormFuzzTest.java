package com.enterprisesigning.bankid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.store.Excerpt;
import com.enterprisesigning.store.PackedBase64;
import java.util.Optional;

/**
 * Any text either parses or is rejected; what was parsed and written out parses to the same value.
 */
class FormFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    PersonalNumber.parse(text).ifPresent(it -> assertEquals(text, it.digits()));
    EndUserIp.parse(text)
        .ifPresent(it -> assertEquals(Optional.of(it), EndUserIp.parse(it.address())));
    PackedBase64.of(text).ifPresent(it -> assertEquals(text, PackedBase64.text(it)));
    String passage = text.substring(text.length() / 2);
    assertEquals(text, Excerpt.of(text, passage, "/").text(passage, "/"));
  }
}
