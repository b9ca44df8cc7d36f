package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.signing.Samples;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text that a time stamp covers, which others must be able to make again. */
class StampedTextTest {
  private static final String SIGNATURE = "c2lnbmF0dXJl";
  private static final String OCSP = "b2NzcA==";

  @Test
  void text_hasTheDigestOfEachFile_asSha256sumWritesIt() {
    assertEquals(
        sha256("signature")
            + "  signature.xml\n"
            + sha256("ocsp")
            + "  ocsp.der\n"
            + sha256("Jag lånar")
            + "  user_visible_data.txt\n"
            + sha256("hemligt")
            + "  user_non_visible_data.txt\n",
        StampedText.of(evidence("Jag lånar", Optional.of("hemligt"), OCSP)).text());
  }

  @Test
  void text_leavesOutAFile_thatTheEvidenceLacks() {
    assertEquals(
        sha256("signature")
            + "  signature.xml\n"
            + sha256("ocsp")
            + "  ocsp.der\n"
            + sha256("text")
            + "  user_visible_data.txt\n",
        StampedText.of(evidence("text", Optional.empty(), OCSP)).text());
  }

  /** A rejected completion may hold anything. */
  @Test
  void text_hasTheDigestOfTheTextItself_ofWhatIsNotBase64() {
    assertEquals(
        sha256("no base64!"),
        StampedText.of(evidence("text", Optional.empty(), "no base64!"))
            .text()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .substring(0, 64));
  }

  @Test
  void digest_isThatOfTheText() {
    StampedText text = StampedText.of(evidence("text", Optional.empty(), OCSP));

    assertEquals(sha256(text.text()), HexFormat.of().formatHex(text.digest()));
  }

  @Test
  void timeStampsDigest_differs_forAnotherParticipantOrderOrToken() {
    TimeStamp timeStamp = new TimeStamp("dG9rZW4=", Samples.NOW, "CN=Authority");
    Evidence evidence = evidence("text", Optional.empty(), OCSP);
    String digest = timeStamp.digest(evidence.participantId(), "order");

    assertEquals(64, digest.length());
    assertNotEquals(digest, timeStamp.digest(evidence.processId(), "order"));
    assertNotEquals(digest, timeStamp.digest(evidence.participantId(), "another"));
    assertNotEquals(
        digest,
        new TimeStamp("b3RoZXI=", Samples.NOW, "CN=Authority")
            .digest(evidence.participantId(), "order"));
  }

  private static Evidence evidence(String visible, Optional<String> nonVisible, String ocsp) {
    ParticipantDetails details =
        Samples.details(
            Samples.person(), new SigningText(visible, SigningText.Format.PLAINTEXT, nonVisible));
    Evidence sample =
        Samples.evidence(details, Samples.order(details.participantId(), "order-1"), Samples.NOW);
    Completion completion = sample.completion();
    return new Evidence(
        sample.order(),
        sample.processId(),
        sample.client(),
        sample.person(),
        sample.signer(),
        sample.text(),
        sample.requirement(),
        new Completion(
            completion.raw(),
            completion.orderRef(),
            completion.user(),
            completion.device(),
            SIGNATURE,
            ocsp),
        sample.verdict(),
        sample.signedAt(),
        sample.storedAt(),
        sample.keptUntil());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
