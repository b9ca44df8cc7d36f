package com.enterprisesigning.bankid.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.CallInitiator;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.bankid.UserDevice;
import com.enterprisesigning.conflict.EndUserIp;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body that BankID receives. */
class OrderBodyTest {
  private static final PersonalNumber PERSON = new PersonalNumber("189001019802");
  private static final SigningText MARKDOWN =
      new SigningText(
          "# Räksmörgås", SigningText.Format.SIMPLE_MARKDOWN_V1, Optional.of("v1;sha-256=å"));
  private static final Requirement EVERYTHING =
      new Requirement(
          Optional.of(true),
          Optional.of(false),
          Optional.of("class2"),
          List.of("1.2.752.78.1.2", "1.2.752.78.*"));

  private Fixture bankId;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  @Test
  void sign_withTheLeast() throws Exception {
    assertSent(
        Fixture.SIGN,
        "/rp/v6.0/sign",
        """
        {"endUserIp":"192.0.2.1","userVisibleData":"UsOka3Ntw7ZyZ8Olcw==",
         "requirement":{"personalNumber":"189001019802"}}\
        """);
  }

  @Test
  void sign_withEverything_andABrowser() throws Exception {
    assertSent(
        sign(
            new UserDevice.Web(
                Optional.of("example.com"), Optional.of("Mozilla/5.0"), Optional.of("d-1"))),
        "/rp/v6.0/sign",
        """
        {"endUserIp":"2001:db8:0:0:0:0:0:1","userVisibleData":"IyBSw6Rrc23DtnJnw6Vz",
         "userVisibleDataFormat":"simpleMarkdownV1","userNonVisibleData":"djE7c2hhLTI1Nj3DpQ==",
         "returnUrl":"https://example.com/#nonce=1","returnRisk":true,
         "web":{"referringDomain":"example.com","userAgent":"Mozilla/5.0","deviceIdentifier":"d-1"},
         "requirement":{"pinCode":true,"cardReader":"class2",
          "certificatePolicies":["1.2.752.78.1.2","1.2.752.78.*"],
          "personalNumber":"189001019802","mrtd":false}}\
        """);
  }

  @Test
  void sign_withAnApp() throws Exception {
    bankId.server.answers(500, "");
    bankId
        .client()
        .create(
            sign(
                new UserDevice.App(
                    Optional.of("com.example.app"),
                    Optional.of("IOS 26.1"),
                    Optional.of("iPhone17,3"),
                    Optional.empty())));

    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"appIdentifier":"com.example.app","deviceOS":"IOS 26.1",
                 "deviceModelName":"iPhone17,3"}\
                """),
        new JsonMapper().readTree(bankId.server.onlyAsked().body()).path("app"));
  }

  @ParameterizedTest
  @CsvSource({"USER, user", "RP, RP"})
  void phoneSign_withTheLeast(CallInitiator initiator, String asBankIdWritesIt) throws Exception {
    assertSent(
        new OrderRequest.PhoneSign(PERSON, Fixture.TEXT, Requirement.NONE, initiator),
        "/rp/v6.0/phone/sign",
        """
        {"personalNumber":"189001019802","callInitiator":"%s",
         "userVisibleData":"UsOka3Ntw7ZyZ8Olcw=="}\
        """
            .formatted(asBankIdWritesIt));
  }

  @Test
  void phoneSign_carriesOnlyTheRequirementsThatItCan() throws Exception {
    assertSent(
        new OrderRequest.PhoneSign(PERSON, MARKDOWN, EVERYTHING, CallInitiator.USER),
        "/rp/v6.0/phone/sign",
        """
        {"personalNumber":"189001019802","callInitiator":"user",
         "userVisibleData":"IyBSw6Rrc23DtnJnw6Vz",
         "userVisibleDataFormat":"simpleMarkdownV1","userNonVisibleData":"djE7c2hhLTI1Nj3DpQ==",
         "requirement":{"pinCode":true,"cardReader":"class2",
          "certificatePolicies":["1.2.752.78.1.2","1.2.752.78.*"]}}\
        """);
  }

  @Test
  void theContentType_isExactlyTheOneThatBankIdTakes() {
    bankId.server.answers(500, "");

    bankId.client().create(Fixture.SIGN);

    assertEquals(
        List.of("application/json"), bankId.server.onlyAsked().headers().get("Content-Type"));
  }

  private static OrderRequest sign(UserDevice device) {
    return new OrderRequest.Sign(
        PERSON,
        MARKDOWN,
        EVERYTHING,
        EndUserIp.parse("2001:db8::1").orElseThrow(),
        Optional.of("https://example.com/#nonce=1"),
        Optional.of(true),
        Optional.of(device));
  }

  private void assertSent(OrderRequest request, String path, String json) throws Exception {
    bankId.server.answers(500, "");

    bankId.client().create(request);

    BankIdServer.Asked asked = bankId.server.onlyAsked();
    assertEquals("POST " + path, asked.method() + " " + asked.path());
    assertEquals(new JsonMapper().readTree(json), new JsonMapper().readTree(asked.body()));
  }
}
