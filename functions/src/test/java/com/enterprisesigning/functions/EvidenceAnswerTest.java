package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.VerificationStep;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The answer of the evidence call: {@code docs/architecture.md#the-contract}. */
class EvidenceAnswerTest {
  private static final String ID = Samples.PARTICIPANT.toString();

  private final RecordingApi api = new RecordingApi();

  @Test
  void getEvidence_answersTheSignature_andAllThatBelongsToIt() {
    TestCall.Answer answer = TestCall.getEvidence(ID).by(api);

    assertEquals(200, answer.status());
    assertEquals(new RecordingApi.Asked("evidence", "demo", Samples.PARTICIPANT), api.asked());
    assertEquals(
        TestCall.parse(
            """
            {"participant_id": "b9052a54-7e40-11ee-b962-0242ac120002",
             "process_id": "0b8f6f0e-5c57-4b8e-9d3e-2f6f5f0f3a11",
             "order_ref": "order-1",
             "signature": "c2lnbmF0dXJl",
             "ocsp_response": "b2NzcA==",
             "user": {"personal_number": "188001019804", "name": "Elsa Sample",
                      "given_name": "Elsa", "surname": "Sample"},
             "device": {"ip_address": "192.0.2.9", "uhi": "uhi-1"},
             "signed_at": "2026-11-23T10:00:00.400Z",
             "user_visible_data": "I sign åäö.",
             "user_visible_data_format": "SIMPLE_MARKDOWN_V1",
             "user_non_visible_data": "digest",
             "end_user_ip": "192.0.2.7",
             "channel": "START",
             "verified": true,
             "verification": [{"step": "XML_SIGNATURE", "passed": true}]}
            """),
        answer.body());
  }

  @Test
  void getEvidence_answersThePackage_ifAZipIsAskedFor() throws Exception {
    TestCall.Answer json = TestCall.getEvidence(ID).by(api);

    TestCall.Answer answer = TestCall.getEvidence(ID).header("accept", "application/zip").by(api);

    assertEquals(200, answer.status());
    assertEquals(
        Map.of(
            "Content-Type", "application/zip",
            "Cache-Control", "no-store",
            "Content-Disposition", "attachment; filename=\"evidence-order-1.zip\""),
        answer.response().getHeaders());
    assertTrue(answer.response().getIsBase64Encoded());
    byte[] zip = Base64.getDecoder().decode(answer.response().getBody());
    String inside = "";
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals("evidence.json")) {
          inside = new String(in.readAllBytes(), UTF_8);
        }
      }
    }
    assertEquals(json.response().getBody(), inside, "exactly the answer as JSON");
    assertFalse(json.response().getIsBase64Encoded());
  }

  @Test
  void refusal_isAProblem_ifAZipIsAskedFor() {
    TestCall.Answer answer =
        TestCall.getEvidence("no-uuid").header("accept", "application/zip").by(api);

    assertEquals(400, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertFalse(answer.response().getIsBase64Encoded());
  }

  @Test
  void getEvidence_namesTheOtherOrders_ifThereAreSome() {
    api.hasOtherOrders("order-3", "order-2");

    JsonNode body = TestCall.getEvidence(ID).by(api).body();

    assertEquals(TestCall.parse("[\"order-3\", \"order-2\"]"), body.get("other_order_refs"));
    assertEquals(Optional.empty(), api.askedOrder());
  }

  @Test
  void getEvidence_answersTheTimeStamp_ifThereIsOne() {
    api.has(new TimeStamp("dG9rZW4=", Instant.parse("2026-11-23T10:01:35Z"), "CN=Authority"));

    assertEquals(
        TestCall.parse(
            """
            {"token": "dG9rZW4=", "at": "2026-11-23T10:01:35.000Z", "authority": "CN=Authority"}
            """),
        TestCall.getEvidence(ID).by(api).body().get("time_stamp"));
  }

  @Test
  void getEvidence_asksForTheOrderThatTheQueryNames() {
    TestCall.getEvidence(ID).query("order_ref", "order-2").by(api);

    assertEquals(Optional.of("order-2"), api.askedOrder());
  }

  @Test
  void getEvidence_omitsWhatAPhoneOrderLacks_andSaysWhyAStepFailed() {
    api.answers(
        Samples.evidence(
            Channel.PHONE,
            Optional.empty(),
            Optional.empty(),
            new VerificationStep("XML_SIGNATURE", true, Optional.empty()),
            new VerificationStep("OCSP_NONCE", false, Optional.of("another signature's"))));

    assertEquals(
        TestCall.parse(
            """
            {"participant_id": "b9052a54-7e40-11ee-b962-0242ac120002",
             "process_id": "0b8f6f0e-5c57-4b8e-9d3e-2f6f5f0f3a11",
             "order_ref": "order-1",
             "signature": "c2lnbmF0dXJl",
             "ocsp_response": "b2NzcA==",
             "user": {"personal_number": "188001019804", "name": "Elsa Sample",
                      "given_name": "Elsa", "surname": "Sample"},
             "device": {"ip_address": "192.0.2.9"},
             "signed_at": "2026-11-23T10:00:00.400Z",
             "user_visible_data": "I sign åäö.",
             "user_visible_data_format": "SIMPLE_MARKDOWN_V1",
             "channel": "START_PHONE",
             "verified": false,
             "verification": [
               {"step": "XML_SIGNATURE", "passed": true},
               {"step": "OCSP_NONCE", "passed": false, "detail": "another signature's"}]}
            """),
        TestCall.getEvidence(ID).by(api).body());
  }

  @Test
  void getEvidence_answersWhatBankIdFound_andWhatWasRequired() {
    api.answers(
        Samples.assessed(
            """
            {"orderRef": "order-1", "status": "complete", "completionData":
              {"risk": "high", "bankIdIssueDate": "2025-02-28", "stepUp": {"mrtd": true}}}
            """,
            new Requirement(
                Optional.of(true), Optional.of(true), Optional.of("class2"), List.of("1.2.3.4.5")),
            new VerificationStep("SIGNER", true, Optional.empty())));

    JsonNode answer = TestCall.getEvidence(ID).by(api).body();

    assertEquals("high", answer.get("risk").textValue());
    assertEquals("2025-02-28", answer.get("bank_id_issue_date").textValue());
    assertEquals(TestCall.parse("{\"mrtd\": true}"), answer.get("step_up"));
    assertEquals(
        TestCall.parse(
            """
            {"pin_code": true, "mrtd": true, "card_reader": "CLASS2",
             "certificate_policies": ["1.2.3.4.5"]}
            """),
        answer.get("requirement"));
  }

  @Test
  void getEvidence_isVerified_althoughAStepIsReported() {
    api.answers(
        Samples.assessed(
            "",
            Requirement.NONE,
            new VerificationStep("SIGNER", true, Optional.empty()),
            new VerificationStep(
                "RELYING_PARTY", VerificationStep.Result.REPORTED, Optional.of("another"))));

    JsonNode answer = TestCall.getEvidence(ID).by(api).body();

    assertEquals(true, answer.get("verified").booleanValue());
    assertEquals(
        TestCall.parse(
            """
            [{"step": "SIGNER", "passed": true},
             {"step": "RELYING_PARTY", "passed": false, "reported": true, "detail": "another"}]
            """),
        answer.get("verification"));
  }
}
