package com.enterprisesigning.bankid;

import java.util.Optional;

/**
 * What is signed, as plain text; base64 is made where BankID is called.
 *
 * @param visible what the signer reads, 1 to 30,000 bytes of UTF-8
 * @param nonVisible what is signed along with it, unseen; up to 150,000 bytes of UTF-8
 */
public record SigningText(String visible, Format format, Optional<String> nonVisible) {

  /** How the app shows the text. */
  public enum Format {
    PLAINTEXT,
    SIMPLE_MARKDOWN_V1
  }
}
