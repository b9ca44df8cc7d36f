package com.enterprisesigning.dynamodb;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code EVIDENCE} and {@code EVIDENCE#<order ref>}. BankID's answer is kept to the
 * letter, but without the signature and the OCSP response. These have their own attributes and are
 * put back on reading.
 */
final class EvidenceItems {
  private EvidenceItems() {}

  static Draft draft(Evidence evidence) {
    Completion completion = evidence.completion();
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
            .set("visible", Packed.text(evidence.text().visible()))
            .set("format", Values.of(evidence.text().format()))
            .set("non_visible", evidence.text().nonVisible().map(Packed::text))
            .set("order_ref", Values.of(completion.orderRef()))
            .set("user", user(completion.user()))
            .set("device", device(completion.device()))
            .set("verification", steps(evidence.verdict()))
            .set("produced_at", evidence.verdict().producedAt().map(Values::of))
            .set("signed_at", Values.of(evidence.signedAt()))
            .set("stored_at", Values.of(evidence.storedAt()))
            .set("ttl", Values.ttl(evidence.keptUntil()));
    Packed.setBase64(draft, "signature", completion.signature());
    Packed.setBase64(draft, "ocsp_response", completion.ocspResponse());
    Packed.setExcerpt(
        draft, "answer", completion.raw(), completion.signature(), completion.ocspResponse());
    return draft;
  }

  static Evidence read(Item item) {
    String signature = Packed.base64(item, "signature");
    String ocspResponse = Packed.base64(item, "ocsp_response");
    Item user = new Item(item.attributes().get("user").m());
    Item device = new Item(item.attributes().get("device").m());
    Completion completion =
        new Completion(
            Packed.excerpt(item, "answer", signature, ocspResponse),
            item.text("order_ref"),
            new Completion.Signer(
                user.text("personal_number"),
                user.text("name"),
                user.text("given_name"),
                user.text("surname")),
            new Completion.Device(device.text("ip_address"), device.optionalText("uhi")),
            signature,
            ocspResponse);
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
            Packed.text(item, "visible"),
            SigningText.Format.valueOf(item.text("format")),
            Packed.optionalText(item, "non_visible")),
        completion,
        verdict(item),
        item.time("signed_at"),
        item.time("stored_at"),
        Instant.ofEpochSecond(item.number("ttl")));
  }

  private static AttributeValue user(Completion.Signer user) {
    return AttributeValue.fromM(
        Map.of(
            "personal_number", Values.of(user.personalNumber()),
            "name", Values.of(user.name()),
            "given_name", Values.of(user.givenName()),
            "surname", Values.of(user.surname())));
  }

  private static AttributeValue device(Completion.Device device) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put("ip_address", Values.of(device.ipAddress()));
    device.uhi().ifPresent(uhi -> values.put("uhi", Values.of(uhi)));
    return AttributeValue.fromM(values);
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
