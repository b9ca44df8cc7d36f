package com.enterprisesigning.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.SigningText.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text as the app shows it. */
class ShownTextTest {

  private static String html(String text, Format format) {
    return ShownText.html(new SigningText(text, format, Optional.empty()));
  }

  @Test
  void plainText_staysAsItIs() {
    assertEquals(
        "<p class=\"plain\"># I *borrow*  100 &lt; 200\r\n- kr</p>",
        html("# I *borrow*  100 < 200\r\n- kr", Format.PLAINTEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one\\ntwo | <p>one<br>two</p>",
        "one\\n\\ntwo | <p>one</p>\\n<p>two</p>",
        "one\\r\\n \\r\\ntwo | <p>one</p>\\n<p>two</p>",
        "# Loan\\nI borrow | <p class=\"h1\">Loan</p>\\n<p>I borrow</p>",
        "### Loan | <p class=\"h3\">Loan</p>",
        "#### Loan | <p>#### Loan</p>",
        "#Loan | <p>#Loan</p>",
        "- one\\n+ two\\n* three | <ul><li>one</li><li>two</li><li>three</li></ul>",
        "- one\\ntwo | <p>- one<br>two</p>",
        "one\\n\\n---\\n\\ntwo | <p>one</p>\\n<hr>\\n<p>two</p>",
        "a **bold** and *slanted* word | <p>a <strong>bold</strong> and <em>slanted</em> word</p>",
        "**a* | <p>*<em>a</em></p>",
        "2 * 3 | <p>2 * 3</p>",
        "2 * 3 * 4 and ** b ** | <p>2 * 3 * 4 and ** b **</p>",
        "2 *3 * 4* | <p>2 *3 * 4*</p>",
        "[link](https://example.com) | <p>[link](https://example.com)</p>",
        "*<b>* | <p><em>&lt;b&gt;</em></p>"
      })
  void markdown_isShown(String text, String html) {
    assertEquals(
        html.replace("\\n", "\n"),
        html(text.replace("\\r", "\r").replace("\\n", "\n"), Format.SIMPLE_MARKDOWN_V1));
  }
}
