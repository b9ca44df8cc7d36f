package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.EVIDENCE;
import static com.enterprisesigning.dynamodb.Examples.HANDED_OUT;
import static com.enterprisesigning.dynamodb.Examples.PARTICIPANT;
import static com.enterprisesigning.dynamodb.Examples.TIME_STAMP;
import static com.enterprisesigning.dynamodb.Examples.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.HandedOut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is kept of a signature is compared with its digest at every read. */
class DigestTest {
  private final EngineTable engine = DynamoDbLocal.emptyEngineTable();

  @BeforeEach
  void store() {
    ItemKinds.STARTED.accept(engine.ports());
    engine.ports().evidences().keep(HANDED_OUT);
    engine.ports().evidences().complete(EVIDENCE, Optional.of(TOKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel",
        "client",
        "format",
        "participant",
        "person",
        "process",
        "signed_at",
        "signer",
        "stored_at",
        "token",
        "verification",
        "visible"
      })
  void evidence_isNotAnswered_whenAnAttributeHasChanged(String name) {
    change(Keys.evidence(PARTICIPANT), name);

    DigestMismatch mismatch =
        assertThrows(DigestMismatch.class, () -> engine.ports().evidences().evidence(PARTICIPANT));
    assertFalse(mismatch.getMessage().contains(EVIDENCE.signer().digits()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "signature", "user"})
  void evidence_isNotAnswered_whenItsCompletionHasChanged(String name) {
    change(Keys.completion(PARTICIPANT, HANDED_OUT.order().orderRef()), name);

    assertThrows(DigestMismatch.class, () -> engine.ports().evidences().evidence(PARTICIPANT));
  }

  @Test
  void evidence_isNotAnswered_withoutItsCompletion() {
    EngineTable another = DynamoDbLocal.emptyEngineTable();
    ItemKinds.STARTED.accept(another.ports());
    another.ports().evidences().complete(EVIDENCE, Optional.of(TOKEN));

    assertThrows(DigestMismatch.class, () -> another.ports().evidences().evidence(PARTICIPANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "person", "received_at", "signature", "token"})
  void completion_isNotFinished_whenAnAttributeHasChanged(String name) {
    EngineTable another = DynamoDbLocal.emptyEngineTable();
    another.ports().evidences().keep(HANDED_OUT);
    change(another, Keys.completion(PARTICIPANT, HANDED_OUT.order().orderRef()), name);

    assertThrows(
        DigestMismatch.class,
        () -> another.ports().evidences().unfinished(PARTICIPANT, HANDED_OUT.order().orderRef()));
  }

  @Test
  void evidence_isNotAnswered_withoutItsDigest() {
    remove(Keys.evidence(PARTICIPANT), "digest");

    assertThrows(DigestMismatch.class, () -> engine.ports().evidences().evidence(PARTICIPANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "authority", "digest", "order_ref", "token"})
  void timeStamp_isNotAnswered_whenAnAttributeHasChanged(String name) {
    engine.ports().evidences().stamp(EVIDENCE, TIME_STAMP);
    change(Keys.timeStamp(PARTICIPANT, EVIDENCE.order().orderRef()), name);
    FiledEvidence filed = engine.ports().evidences().all(PARTICIPANT).getFirst();

    assertThrows(DigestMismatch.class, () -> filed.timeStamp().get());
    assertEquals(EVIDENCE, filed.evidence().get());
  }

  @Test
  void retention_mayChange() {
    change(Keys.evidence(PARTICIPANT), "ttl");
    change(Keys.completion(PARTICIPANT, HANDED_OUT.order().orderRef()), "ttl");

    assertEquals(
        EVIDENCE.digest(), engine.ports().evidences().evidence(PARTICIPANT).orElseThrow().digest());
  }

  @Test
  void otherEvidence_isAnswered_whenOneItemHasChanged() {
    engine.ports().evidences().keep(HandedOut.of(Examples.REJECTED));
    engine.ports().evidences().storeBeside(Examples.REJECTED);
    change(Keys.evidenceBeside(PARTICIPANT, Examples.REJECTED.order().orderRef()), "signer");

    assertEquals(Optional.of(EVIDENCE), engine.ports().evidences().evidence(PARTICIPANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "order_ref", "signer", "stored_at", "ttl"})
  void evidenceThatLacksAnAttribute_hidesNoOtherEvidence(String name) {
    engine.ports().evidences().keep(HandedOut.of(Examples.REJECTED));
    engine.ports().evidences().storeBeside(Examples.REJECTED);
    remove(Keys.evidenceBeside(PARTICIPANT, Examples.REJECTED.order().orderRef()), name);

    List<FiledEvidence> all = engine.ports().evidences().all(PARTICIPANT);

    assertEquals(EVIDENCE, all.getFirst().evidence().get());
    assertThrows(DigestMismatch.class, () -> all.getLast().evidence().get());
  }

  private void remove(Map<String, AttributeValue> key, String name) {
    Map<String, AttributeValue> item = new HashMap<>(engine.item(key).orElseThrow().attributes());
    item.remove(name);
    engine.put(item);
  }

  private void change(Map<String, AttributeValue> key, String name) {
    change(engine, key, name);
  }

  private static void change(EngineTable table, Map<String, AttributeValue> key, String name) {
    Map<String, AttributeValue> item = new HashMap<>(table.item(key).orElseThrow().attributes());
    item.put(name, changed(item.get(name)));
    table.put(item);
  }

  private static AttributeValue changed(AttributeValue value) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(other(value.s()));
      case N -> AttributeValue.fromN(Long.toString(Long.parseLong(value.n()) + 1_000));
      case B -> AttributeValue.fromB(SdkBytes.fromByteArray(flipped(value.b().asByteArray())));
      case L -> AttributeValue.fromL(List.of());
      case M -> {
        Map<String, AttributeValue> members = new HashMap<>(value.m());
        members.replaceAll((name, member) -> AttributeValue.fromS("changed"));
        yield AttributeValue.fromM(members);
      }
      default -> throw new IllegalArgumentException("no change for " + value.type());
    };
  }

  /** Returns another value of the same form. */
  private static String other(String text) {
    return switch (text) {
      case "START" -> "PHONE";
      case "PLAINTEXT" -> "SIMPLE_MARKDOWN_V1";
      case "SIMPLE_MARKDOWN_V1" -> "PLAINTEXT";
      default -> text.substring(0, text.length() - 1) + (text.endsWith("1") ? "2" : "1");
    };
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[flipped.length / 2] ^= 1;
    return flipped;
  }
}
