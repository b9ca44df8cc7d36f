package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code EVIDENCE} and {@code EVIDENCE#<order ref>}. What BankID handed out is in {@code
 * COMPLETION#<order ref>}; releases 1.0 and 1.1 wrote it into the evidence too.
 */
final class EvidenceItems {
  private EvidenceItems() {}

  static Draft draft(Evidence evidence) {
    Draft draft =
        new Draft()
            .set("order_ref", Values.of(evidence.order().orderRef()))
            .set("process", Values.of(evidence.processId()))
            .set("client", Values.of(evidence.client()))
            .set("person", Values.of(evidence.person().hex()))
            .set("signer", Values.of(evidence.signer().digits()))
            .set("visible", Values.compressed(evidence.text().visible()))
            .set("format", Values.of(evidence.text().format()))
            .set("non_visible", evidence.text().nonVisible().map(Values::compressed))
            .set("verification", judged(evidence.verdict()))
            .set("reported", reported(evidence.verdict()))
            .set("produced_at", evidence.verdict().producedAt().map(Values::of))
            .set("signed_at", Values.of(evidence.signedAt()))
            .set("stored_at", Values.of(evidence.storedAt()))
            .set("ttl", Values.ttl(evidence.keptUntil()));
    CompletionItems.setOrder(draft, evidence.order());
    RequirementAttributes.set(draft, evidence.requirement());
    return Digests.set(draft, evidence.digest());
  }

  /**
   * Reads an item of evidence.
   *
   * @param completion finds the item {@code COMPLETION#<order ref>} that belongs to the item
   */
  static Evidence read(Item item, Supplier<Optional<Item>> completion) {
    boolean isOfRelease10 = item.has("user") && !Digests.has(item);
    return isOfRelease10
        ? evidence(item, completion)
        : Digests.checked(item, () -> evidence(item, completion), Evidence::digest);
  }

  private static Evidence evidence(Item item, Supplier<Optional<Item>> completion) {
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
        RequirementAttributes.read(item),
        CompletionItems.completion(
            item.has("user")
                ? item
                : completion
                    .get()
                    .orElseThrow(() -> new IllegalStateException("its completion is gone"))),
        verdict(item),
        item.time("signed_at"),
        item.time("stored_at"),
        Instant.ofEpochSecond(item.number("ttl")));
  }

  /** Returns the steps that passed or failed, in the form of release 1.0. */
  private static AttributeValue judged(Verdict verdict) {
    return AttributeValue.fromL(
        verdict.steps().stream()
            .filter(step -> !step.isReported())
            .map(step -> {
              Map<String, AttributeValue> values = values(step);
              values.put("passed", Values.of(step.passed()));
              return AttributeValue.fromM(values);
            })
            .toList());
  }

  /**
   * Returns the reported steps, each with its place among all steps. They have their own attribute,
   * because release 1.0 would read them in {@code verification} as failed, or as passed.
   */
  private static Optional<AttributeValue> reported(Verdict verdict) {
    List<AttributeValue> reported = new ArrayList<>();
    for (int place = 0; place < verdict.steps().size(); place++) {
      VerificationStep step = verdict.steps().get(place);
      if (step.isReported()) {
        Map<String, AttributeValue> values = values(step);
        values.put("place", AttributeValue.fromN(Integer.toString(place)));
        reported.add(AttributeValue.fromM(values));
      }
    }
    return Optional.of(reported).filter(it -> !it.isEmpty()).map(AttributeValue::fromL);
  }

  private static Map<String, AttributeValue> values(VerificationStep step) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put("step", Values.of(step.step()));
    step.detail().ifPresent(detail -> values.put("detail", Values.of(detail)));
    return values;
  }

  private static Verdict verdict(Item item) {
    List<VerificationStep> steps = new ArrayList<>();
    for (Item step : maps(item, "verification")) {
      steps.add(
          new VerificationStep(
              step.text("step"), step.flag("passed"), step.optionalText("detail")));
    }
    for (Item step : maps(item, "reported")) {
      steps.add(
          (int) step.number("place"),
          new VerificationStep(
              step.text("step"), VerificationStep.Result.REPORTED, step.optionalText("detail")));
    }
    return new Verdict(steps, item.optionalTime("produced_at"));
  }

  private static List<Item> maps(Item item, String name) {
    return item.list(name).stream().map(value -> new Item(value.m())).toList();
  }
}
