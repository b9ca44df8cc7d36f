package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.SigningText;
import java.util.Arrays;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Checks that the user signed what was sent: the visible text in its format, and the non-visible
 * data.
 */
final class SignedText {
  /**
   * The largest text that BankID accepts, which is the non-visible data ({@code
   * docs/bankid.md#sign}).
   */
  private static final int MAXIMUM_CHARACTERS = 200_000;

  private SignedText() {}

  /** Compares bytes, because base64 can encode the same bytes in more than one way. */
  static void check(Element signedData, SigningText sent) throws StepFailed {
    Element visible =
        Xml.only(signedData, "usrVisibleData")
            .orElseThrow(() -> new StepFailed("No visible text was signed."));
    require(
        visible.getAttribute("charset").equals("UTF-8"),
        "The visible text was not shown in UTF-8.");
    require(holds(visible, sent.visible()), "The visible text is not the text that was sent.");
    require(
        isShownAs(visible, sent.format()),
        "The visible text was not shown in the format that was sent.");
    Optional<Element> nonVisible = Xml.only(signedData, "usrNonVisibleData");
    require(
        nonVisible.isPresent() == sent.nonVisible().isPresent()
            && (nonVisible.isEmpty() || holds(nonVisible.get(), sent.nonVisible().orElseThrow())),
        "The non-visible data is not the data that was sent.");
  }

  private static boolean holds(Element element, String sent) throws StepFailed {
    byte[] signed = Base64Text.decode(Xml.text(element), MAXIMUM_CHARACTERS);
    return Arrays.equals(signed, sent.getBytes(UTF_8));
  }

  /** For plain text, the attribute is absent or has BankID's value {@code plaintext}. */
  private static boolean isShownAs(Element visible, SigningText.Format format) {
    Optional<String> shown =
        Optional.ofNullable(visible.getAttributeNode("format")).map(Attr::getValue);
    return switch (format) {
      case PLAINTEXT -> shown.isEmpty() || shown.get().equals("plaintext");
      case SIMPLE_MARKDOWN_V1 -> shown.isPresent() && shown.get().equals("simpleMarkdownV1");
    };
  }

  private static void require(boolean holds, String otherwise) throws StepFailed {
    if (!holds) {
      throw new StepFailed(otherwise);
    }
  }
}
