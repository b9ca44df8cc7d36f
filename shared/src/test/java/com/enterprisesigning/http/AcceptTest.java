package com.enterprisesigning.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form of the evidence a caller wants: RFC 9110 section 12.5.1. */
class AcceptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/zip | true",
        "APPLICATION/ZIP | true",
        "application/zip;q=0.1 | true",
        "application/zip; version=1 | true",
        "text/html, application/zip;q=0.9 | true",
        "application/zip, application/json;q=0.9 | true",
        "application/json;q=0.5 , application/zip ; Q=0.6 | true",
        "application/zip, */*;q=0.1 | true",
        "application/zip, */* | true",
        "application/zip, application/* | true",
        "'' | false",
        "*/* | false",
        "application/* | false",
        "application/json | false",
        "text/html | false",
        "application/zip;q=0 | false",
        "application/zip;q=0, */* | false",
        "application/zip, application/json | false",
        "application/zip;q=0.8, application/json;q=0.9 | false",
        "application/zip;q=0.8, */* | false",
        "application/zip;q=2 | false",
        "application/zip;q=x | false",
        "application/zip;q=0.1234 | false",
        "application/zipper | false",
        "application | false",
        ",;, | false"
      })
  void zip_isWanted_onlyIfItIsPreferredToJson(String header, boolean zip) {
    assertEquals(zip, new Accept(header).asksForZip());
  }
}
