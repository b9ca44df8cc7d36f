package com.enterprisesigning.domain;

import java.util.Optional;

/**
 * The text to sign, as plain text; it is encoded as base64 when BankID is called.
 *
 * @param visible what the signer reads, 1 to 30,000 bytes of UTF-8
 * @param nonVisible what is signed with it but not shown; up to 150,000 bytes of UTF-8
 */
public record SigningText(String visible, Format format, Optional<String> nonVisible) {
  /**
   * The beginning of the service's own non-visible data. A client's data may not contain it ({@code
   * docs/evidence.md#the-binding}).
   */
  public static final String RESERVED = "enterprise-signing:";

  /** How the app displays the text. */
  public enum Format {
    PLAINTEXT,
    SIMPLE_MARKDOWN_V1
  }
}
