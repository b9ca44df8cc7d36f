package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.bankid.SigningText.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A genuine signature, but not of what was sent. */
class SignedDataTest {
  private static final String MARKDOWN =
      "charset=\"UTF-8\" format=\"simpleMarkdownV1\" visible=\"wysiwys\"";

  private static SigningText sent(Format format, String nonVisible) {
    return new SigningText(SigningBench.VISIBLE, format, Optional.ofNullable(nonVisible));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jag lånar 900 000 kr.", "", "!", "SmFn"})
  void verify_refuses_whenAnotherTextWasSigned(String text) {
    broken(it -> it.signature.visibleData = SignatureSpec.base64(text))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenTheSignedTextIsNotBase64() {
    broken(it -> it.signature.visibleData = "%%%").assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenLineEndsDiffer() {
    broken(it ->
            it.signature.visibleData =
                SignatureSpec.base64(SigningBench.VISIBLE.replace("\r\n", "\n")))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenNoTextWasSigned() {
    broken(it -> it.signature.signedData = xml -> xml.replace("usrVisibleData", "usrInvisibleData"))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenTheNonVisibleDataIsAnother() {
    broken(it -> it.signature.nonVisibleData = SignatureSpec.base64("signing:v1;process=2"))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenTheNonVisibleDataIsMissing() {
    broken(it -> it.signature.nonVisibleData = null).assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refuses_whenNonVisibleDataWasSignedThatWasNotSent() {
    broken(it -> it.sent = sent(Format.PLAINTEXT, null)).assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_passes_whenNeitherSideHasNonVisibleData() {
    SigningBench bench =
        broken(it -> {
          it.signature.nonVisibleData = null;
          it.sent = sent(Format.PLAINTEXT, null);
        });
    assertTrue(bench.verify().isVerified());
  }

  @Test
  void verify_refuses_whenPlainTextWasShownAsMarkdown() {
    broken(it -> it.signature.visibleAttributes = MARKDOWN).assertRefusedAt(Step.SIGNED_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charset=\"UTF-8\"",
        "charset=\"UTF-8\" format=\"plaintext\"",
        "charset=\"UTF-8\" format=\"simplemarkdownv1\"",
        "charset=\"UTF-8\" format=\"\""
      })
  void verify_refuses_whenMarkdownWasShownOtherwise(String attributes) {
    broken(
            it -> {
              it.signature.visibleAttributes = attributes;
              it.sent = sent(Format.SIMPLE_MARKDOWN_V1, SigningBench.NON_VISIBLE);
            })
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_passes_whenMarkdownWasShownAsMarkdown() {
    SigningBench bench =
        broken(it -> {
          it.signature.visibleAttributes = MARKDOWN;
          it.sent = sent(Format.SIMPLE_MARKDOWN_V1, SigningBench.NON_VISIBLE);
        });
    assertTrue(bench.verify().isVerified());
  }

  @Test
  void verify_passes_whenThePlaintextFormatIsNamed() {
    SigningBench bench =
        broken(it -> it.signature.visibleAttributes = "charset=\"UTF-8\" format=\"plaintext\"");
    assertTrue(bench.verify().isVerified());
  }

  @Test
  void verify_refuses_whenTheTextIsInAnotherCharacterSet() {
    broken(it -> it.signature.visibleAttributes = "charset=\"UTF-16\"")
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identification", "signing", "", "<a>Signing</a>"})
  void verify_refuses_whenItWasNotMadeAsASigning(String function) {
    broken(it -> it.signature.functionId = function).assertRefusedAt(Step.SIGNED_FUNCTION);
  }

  @Test
  void verify_refuses_whenItWasMadeAsTwoThings() {
    broken(it -> it.signature.functionId = "Signing</funcId><funcId>Identification")
        .assertRefusedAt(Step.SIGNED_FUNCTION);
  }
}
