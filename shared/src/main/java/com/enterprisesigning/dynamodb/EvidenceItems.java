package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.store.Excerpt;
import com.enterprisesigning.store.KeptCompletion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items {@code EVIDENCE} and {@code EVIDENCE#<order ref>}. */
final class EvidenceItems {
  private EvidenceItems() {}

  static Draft draft(Evidence evidence) {
    Completion completion = evidence.completion();
    Excerpt answer = KeptCompletion.answer(completion);
    Draft draft =
        new Draft()
            .set("participant", Values.of(evidence.participantId()))
            .set("process", Values.of(evidence.processId()))
            .set("client", Values.of(evidence.client()))
            .set("person", Values.of(evidence.person().hex()))
            .set("signer", Values.of(evidence.signer().digits()))
            .set("token", Values.of(evidence.order().token()))
            .set("channel", Values.of(evidence.order().channel()))
            .set("end_user_ip", evidence.order().endUserIp().map(ip -> Values.of(ip.address())))
            .set("visible", Values.compressed(evidence.text().visible()))
            .set("format", Values.of(evidence.text().format()))
            .set("non_visible", evidence.text().nonVisible().map(Values::compressed))
            .set("order_ref", Values.of(completion.orderRef()))
            .set("user", Values.of(KeptCompletion.user(completion)))
            .set("device", Values.of(KeptCompletion.device(completion)))
            .set("answer", Values.compressed(answer.rest()))
            .set("answer_cuts", cuts(answer))
            .set("verification", judged(evidence.verdict()))
            .set("reported", reported(evidence.verdict()))
            .set("produced_at", evidence.verdict().producedAt().map(Values::of))
            .set("signed_at", Values.of(evidence.signedAt()))
            .set("stored_at", Values.of(evidence.storedAt()))
            .set("ttl", Values.ttl(evidence.keptUntil()));
    KeptCompletion.packed(completion).forEach((name, bytes) -> draft.set(name, Values.of(bytes)));
    return RequirementAttributes.set(draft, evidence.requirement());
  }

  static Evidence read(Item item) {
    return new Evidence(
        new Order(
            item.uuid("participant"),
            item.uuid("token"),
            item.text("order_ref"),
            Channel.valueOf(item.text("channel")),
            item.optionalText("end_user_ip").map(EndUserIp::new)),
        item.uuid("process"),
        item.text("client"),
        new PersonKey(item.text("person")),
        new PersonalNumber(item.text("signer")),
        new SigningText(
            item.compressedText("visible"),
            SigningText.Format.valueOf(item.text("format")),
            item.optionalCompressedText("non_visible")),
        RequirementAttributes.read(item),
        KeptCompletion.read(item, item, item.compressedText("answer")),
        verdict(item),
        item.time("signed_at"),
        item.time("stored_at"),
        Instant.ofEpochSecond(item.number("ttl")));
  }

  private static AttributeValue cuts(Excerpt answer) {
    return AttributeValue.fromL(
        answer.cuts().stream().map(cut -> AttributeValue.fromN(Integer.toString(cut))).toList());
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
