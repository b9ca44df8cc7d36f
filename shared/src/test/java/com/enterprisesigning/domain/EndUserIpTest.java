package com.enterprisesigning.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndUserIpTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,               192.0.2.1",
    "0.0.0.0,                 0.0.0.0",
    "255.255.255.255,         255.255.255.255",
    "::ffff:192.0.2.1,        192.0.2.1",
    "::FFFF:c000:201,         192.0.2.1",
    "0:0:0:0:0:ffff:192.0.2.1,192.0.2.1",
    "::1,                     0:0:0:0:0:0:0:1",
    "::,                      0:0:0:0:0:0:0:0",
    "2001:DB8::A,             2001:db8:0:0:0:0:0:a",
    "2001:0db8:0:0:0:0:0:000a,2001:db8:0:0:0:0:0:a",
    "2001:db8::192.0.2.1,     2001:db8:0:0:0:0:c000:201",
    "1:2:3:4:5:6:7::,         1:2:3:4:5:6:7:0"
  })
  void parse_givesOneSpellingOfAnAddress(String text, String canonical) {
    assertEquals(Optional.of(new EndUserIp(canonical)), EndUserIp.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "example.com",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.4.",
        ".1.2.3.4",
        "1..3.4",
        "256.1.1.1",
        "010.1.1.1",
        "1.1.1.01",
        "0x7f.0.0.1",
        "16909060",
        "-1.2.3.4",
        " 1.2.3.4",
        "1.2.3.4\n",
        "1.2.3.4:80",
        "1.2.3.4/32",
        "１.2.3.4",
        "[::1]",
        "::1%eth0",
        "fe80::1%1",
        ":",
        ":::",
        "1::2::3",
        "::1\n",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "00001::1",
        "g::1",
        "::ffff:010.1.1.1",
        "::ffff:1.2.3",
        "::ffff:256.1.1.1",
        "::1.2.3.4:5"
      })
  void parse_isEmpty_whereTheTextIsNoAddress(String text) {
    assertEquals(Optional.empty(), EndUserIp.parse(text));
  }

  @Test
  void constructor_refusesAnotherSpelling() {
    assertThrows(IllegalArgumentException.class, () -> new EndUserIp("::1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "224.0.0.1", "239.1.2.3", "::", "ff02::1"})
  void address_isNotOfOneDevice_whenItIsUnspecifiedBroadcastOrMulticast(String text) {
    assertFalse(EndUserIp.parse(text).orElseThrow().isOfOneDevice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "255.255.255.254", "127.0.0.1", "::1", "2001:db8::1"})
  void address_isOfOneDevice_otherwise(String text) {
    assertTrue(EndUserIp.parse(text).orElseThrow().isOfOneDevice());
  }
}
