package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items {@code EVIDENCE} and {@code EVIDENCE#<order ref>}. */
final class EvidenceItems {
  private EvidenceItems() {}

  static Draft draft(Evidence evidence) {
    Draft draft =
        new Draft()
            .set("process", Values.of(evidence.processId()))
            .set("client", Values.of(evidence.client()))
            .set("person", Values.of(evidence.person().hex()))
            .set("signer", Values.of(evidence.signer().digits()))
            .set("visible", Values.compressed(evidence.text().visible()))
            .set("format", Values.of(evidence.text().format()))
            .set("non_visible", evidence.text().nonVisible().map(Values::compressed))
            .set("verification", steps(evidence.verdict()))
            .set("produced_at", evidence.verdict().producedAt().map(Values::of))
            .set("signed_at", Values.of(evidence.signedAt()))
            .set("stored_at", Values.of(evidence.storedAt()))
            .set("ttl", Values.ttl(evidence.keptUntil()));
    CompletionItems.setOrder(draft, evidence.order());
    CompletionItems.setCompletion(draft, evidence.completion());
    return draft;
  }

  /**
   * Reads an item of evidence.
   *
   * @param completionOf finds the item {@code COMPLETION#<order ref>} of an item that does not have
   *     the completion itself
   */
  static Evidence read(Item item, Function<Item, Optional<Item>> completionOf) {
    return new Evidence(
        CompletionItems.order(item),
        item.uuid("process"),
        item.text("client"),
        new PersonKey(item.text("person")),
        new PersonalNumber(item.text("signer")),
        new SigningText(
            item.compressedText("visible"),
            SigningText.Format.valueOf(item.text("format")),
            item.optionalCompressedText("non_visible")),
        CompletionItems.completion(
            item.has("user")
                ? item
                : completionOf
                    .apply(item)
                    .orElseThrow(() -> new IllegalStateException("its completion is gone"))),
        verdict(item),
        item.time("signed_at"),
        item.time("stored_at"),
        Instant.ofEpochSecond(item.number("ttl")));
  }

  private static AttributeValue steps(Verdict verdict) {
    return AttributeValue.fromL(verdict.steps().stream().map(EvidenceItems::step).toList());
  }

  private static AttributeValue step(VerificationStep step) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put("step", Values.of(step.step()));
    values.put("passed", Values.of(step.passed()));
    step.detail().ifPresent(detail -> values.put("detail", Values.of(detail)));
    return AttributeValue.fromM(values);
  }

  private static Verdict verdict(Item item) {
    List<VerificationStep> steps =
        item.list("verification").stream()
            .map(value -> new Item(value.m()))
            .map(step ->
                new VerificationStep(
                    step.text("step"), step.flag("passed"), step.optionalText("detail")))
            .toList();
    Optional<Instant> producedAt = item.optionalTime("produced_at");
    return new Verdict(steps, producedAt);
  }
}
