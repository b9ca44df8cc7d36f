package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.order.OrderKind;
import java.util.Optional;

/**
 * How long the texts of an order may be, in characters of base64 ({@code docs/bankid.md#sign}).
 *
 * @param isVisibleRequired whether the order must have a text that the person sees
 */
record TextRules(boolean isVisibleRequired, int longestVisible, int longestNonVisible) {
  private static final TextRules SIGN = new TextRules(true, 40_000, 200_000);
  private static final TextRules AUTH = new TextRules(false, 1_500, 1_500);

  static TextRules of(OrderKind kind) {
    return switch (kind) {
      case SIGN, PHONE -> SIGN;
      case AUTH, PHONE_AUTH -> AUTH;
    };
  }

  Optional<String> visible(Members members) {
    Optional<String> text = members.text("userVisibleData", Members.base64Text(longestVisible));
    if (isVisibleRequired && text.isEmpty()) {
      throw RpRefusal.missing("userVisibleData");
    }
    return text;
  }

  /** Reads the format, and checks that the visible text has it. */
  Optional<String> format(Members members) {
    Optional<String> format =
        members.text("userVisibleDataFormat", Members.oneOf("plaintext", "simpleMarkdownV1"));
    if (format.equals(Optional.of("simpleMarkdownV1"))) {
      visible(members).ifPresent(SimpleMarkdown::check);
    }
    return format;
  }

  Optional<String> nonVisible(Members members) {
    return members.text("userNonVisibleData", Members.base64(longestNonVisible));
  }
}
