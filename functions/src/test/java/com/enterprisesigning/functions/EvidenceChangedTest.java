package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.functions.metrics.CountedLines;
import com.enterprisesigning.store.DigestMismatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Evidence that is not what was stored is never answered. */
@ResourceLock(Resources.SYSTEM_OUT)
class EvidenceChangedTest {

  @Test
  void getEvidence_answers500_andCountsIt_whenTheEvidenceHasAnotherDigest() {
    RecordingApi api = new RecordingApi();
    api.fails(new DigestMismatch(Samples.PARTICIPANT, null));

    try (Stdout stdout = new Stdout()) {
      TestCall.Answer answer = TestCall.getEvidence(Samples.PARTICIPANT.toString()).by(api);

      assertEquals(500, answer.status());
      assertEquals("EVIDENCE_CHANGED", answer.reason());
      assertEquals(
          List.of("EvidenceChanged 1", "InternalErrors 1", CountedLines.OF_THE_VERSION),
          CountedLines.of(stdout.metrics()));
    }
  }
}
