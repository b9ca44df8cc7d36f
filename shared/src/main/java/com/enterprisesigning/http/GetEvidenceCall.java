package com.enterprisesigning.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.archive.EvidencePackage;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.evidence.Assessment;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.FoundEvidence;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * GET /signing/participants/{id}/evidence: as JSON, or with {@code Accept: application/zip} as the
 * evidence package.
 */
public final class GetEvidenceCall extends Endpoint {
  private final SigningService service;
  private final Supplier<SignatureRoots> roots;

  /**
   * @param roots the roots that signatures must chain to; read only for a package
   */
  public GetEvidenceCall(SigningService service, Supplier<SignatureRoots> roots, Clock clock) {
    super(Scope.EVIDENCE, clock);
    this.service = service;
    this.roots = roots;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    Optional<String> orderRef = Optional.ofNullable(request.query().get("order_ref"));
    FoundEvidence found = answerOf(service.evidence(client, request.pathId(), orderRef));
    return request.header("accept").map(Accept::new).filter(Accept::asksForZip).isPresent()
        ? zip(found)
        : ApiAnswer.of(200, document(found));
  }

  private ApiAnswer zip(FoundEvidence found) {
    String orderRef = found.evidence().completion().orderRef().replaceAll("[^A-Za-z0-9-]", "-");
    return ApiAnswer.zip(packageOf(found, roots.get()), "evidence-" + orderRef + ".zip");
  }

  /** Returns the evidence package, as bytes of a zip. */
  public static byte[] packageOf(FoundEvidence found, SignatureRoots roots) {
    return EvidencePackage.of(
        found.evidence(), found.timeStamp(), Json.write(document(found)).getBytes(UTF_8), roots);
  }

  private static ObjectNode document(FoundEvidence found) {
    ObjectNode answer = document(found.evidence());
    found.timeStamp().ifPresent(it -> answer.set("time_stamp", timeStamp(it)));
    if (!found.otherOrders().isEmpty()) {
      found.otherOrders().forEach(answer.putArray("other_order_refs")::add);
    }
    return answer;
  }

  /** Returns the evidence in the form of the contract. */
  public static ObjectNode document(Evidence evidence) {
    Completion completion = evidence.completion();
    ObjectNode answer = Json.object();
    answer.put("participant_id", evidence.participantId().toString());
    answer.put("process_id", evidence.processId().toString());
    answer.put("order_ref", completion.orderRef());
    answer.put("signature", completion.signature());
    answer.put("ocsp_response", completion.ocspResponse());
    answer
        .putObject("user")
        .put("personal_number", completion.user().personalNumber())
        .put("name", completion.user().name())
        .put("given_name", completion.user().givenName())
        .put("surname", completion.user().surname());
    ObjectNode device =
        answer.putObject("device").put("ip_address", completion.device().ipAddress());
    completion.device().uhi().ifPresent(uhi -> device.put("uhi", uhi));
    Assessment assessment = Assessment.of(completion);
    assessment.risk().ifPresent(risk -> answer.put("risk", risk));
    assessment.bankIdIssueDate().ifPresent(date -> answer.put("bank_id_issue_date", date));
    assessment.mrtd().ifPresent(mrtd -> answer.putObject("step_up").put("mrtd", mrtd));
    answer.put("signed_at", Times.text(evidence.signedAt()));
    answer.put("user_visible_data", evidence.text().visible());
    answer.put("user_visible_data_format", evidence.text().format().name());
    evidence.text().nonVisible().ifPresent(it -> answer.put("user_non_visible_data", it));
    requirement(evidence.requirement()).ifPresent(it -> answer.set("requirement", it));
    evidence.order().endUserIp().ifPresent(ip -> answer.put("end_user_ip", ip.address()));
    answer.put("channel", evidence.order().channel().call());
    answer.put("verified", evidence.verdict().isVerified());
    ArrayNode verification = answer.putArray("verification");
    evidence.verdict().steps().forEach(step -> verification.add(step(step)));
    return answer;
  }

  private static ObjectNode timeStamp(TimeStamp timeStamp) {
    return Json.object()
        .put("token", timeStamp.token())
        .put("at", Times.text(timeStamp.at()))
        .put("authority", timeStamp.authority());
  }

  private static ObjectNode step(VerificationStep step) {
    ObjectNode node = Json.object().put("step", step.step()).put("passed", step.passed());
    if (step.isReported()) {
      node.put("reported", true);
    }
    step.detail().ifPresent(detail -> node.put("detail", detail));
    return node;
  }

  /** Returns what was required, in the form of the registration; empty if nothing was. */
  private static Optional<ObjectNode> requirement(Requirement requirement) {
    ObjectNode node = Json.object();
    requirement.pinCode().ifPresent(pinCode -> node.put("pin_code", pinCode));
    requirement.mrtd().ifPresent(mrtd -> node.put("mrtd", mrtd));
    requirement
        .cardReader()
        .ifPresent(reader -> node.put("card_reader", reader.toUpperCase(Locale.ROOT)));
    requirement
        .certificatePolicies()
        .forEach(policy -> node.withArray("certificate_policies").add(policy));
    return Optional.of(node).filter(it -> !it.isEmpty());
  }
}
