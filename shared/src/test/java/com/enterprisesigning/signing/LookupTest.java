package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.Table;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the calls that only read do with evidence that has changed. */
class LookupTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final List<RuntimeException> passedOver = new ArrayList<>();

  @Test
  void evidenceThatNamesAnotherClient_isNotFound_andIsReported_whenItHasChanged() {
    DigestMismatch changed = new DigestMismatch(world.participant, null);

    Outcome<FoundEvidence> outcome =
        lookup(changed).evidence(Samples.CLIENT, world.participant, Optional.empty());

    assertRefused(Reason.EVIDENCE_NOT_FOUND, outcome);
    assertEquals(List.of(changed), passedOver);
  }

  /** Creates the calls on a table that has one item of evidence, of another client. */
  private Lookup lookup(DigestMismatch changed) {
    FiledEvidence filed =
        new FiledEvidence(
            "order-1",
            "another",
            Instant.MAX,
            () -> {
              throw changed;
            },
            Optional::empty);
    Evidences evidences =
        (Evidences)
            Proxy.newProxyInstance(
                Evidences.class.getClassLoader(),
                new Class<?>[] {Evidences.class},
                (proxy, method, arguments) -> List.of(filed));
    Table memory = world.memory.ports();
    return new Lookup(
        new Table(memory.guards(), memory.signings(), memory.processes(), evidences),
        audit(),
        world.clock);
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void record(AuditRecord decision) {}

      @Override
      public void passedOver(UUID participantId, RuntimeException why) {
        passedOver.add(why);
      }
    };
  }
}
