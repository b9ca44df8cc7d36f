package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.VerificationStep;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON files of a package that are written for it. Each is one line without white space,
 * because {@code verify.sh} reads them with grep.
 */
final class Documents {
  private Documents() {}

  /** What was registered: who was to sign, and under which conditions. BankID did not sign it. */
  static byte[] registration(Evidence evidence) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("client", evidence.client())
        .put("process_id", evidence.processId().toString())
        .put("participant_id", evidence.participantId().toString())
        .put("personal_number", evidence.signer().digits())
        .put("user_visible_data_format", evidence.text().format().name());
    Requirement requirement = evidence.requirement();
    requirement.pinCode().ifPresent(it -> document.put("pin_code", it));
    requirement.mrtd().ifPresent(it -> document.put("mrtd", it));
    requirement.cardReader().ifPresent(it -> document.put("card_reader", it));
    ArrayNode policies = document.putArray("certificate_policies");
    requirement.certificatePolicies().forEach(policies::add);
    return written(document);
  }

  /** What the service's verification found, in ETSI's words. */
  static byte[] validationReport(Evidence evidence) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    put(document, Indication.of(evidence.verdict()));
    document
        .put("signature_sha256", Fingerprint.hex(Decoded.of(evidence.completion().signature())))
        .put("stored_at", Moment.utc(evidence.storedAt()));
    evidence.verdict().producedAt().ifPresent(at -> document.put("signing_time", Moment.utc(at)));
    ArrayNode steps = document.putArray("steps");
    for (VerificationStep step : evidence.verdict().steps()) {
      ObjectNode entry =
          steps.addObject().put("step", step.step()).put("status", step.result().name());
      put(entry, Indication.of(step));
      step.detail().ifPresent(detail -> entry.put("detail", detail));
    }
    return written(document);
  }

  private static void put(ObjectNode node, Indication indication) {
    node.put("indication", indication.main().text());
    indication.sub().ifPresent(sub -> node.put("sub_indication", sub));
  }

  private static byte[] written(ObjectNode document) {
    return (document + "\n").getBytes(UTF_8);
  }
}
