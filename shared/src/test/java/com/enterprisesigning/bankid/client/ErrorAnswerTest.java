package com.enterprisesigning.bankid.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.domain.UserDevice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told about an error of BankID, and that it quotes nothing that was sent. */
class ErrorAnswerTest {
  private static final OrderRequest SENT =
      new OrderRequest.Sign(
          new PersonalNumber("189001019802"),
          new SigningText(
              "Jag, Bo Räka, lånar 12 kr\n+item av Åsa",
              SigningText.Format.SIMPLE_MARKDOWN_V1,
              Optional.of("loan 17")),
          Requirement.NONE,
          new EndUserIp("192.0.2.1"),
          Optional.of("https://shop.example/done?nonce=geheim"),
          Optional.empty(),
          Optional.of(
              new UserDevice.Web(
                  Optional.of("shop.example"), Optional.of("Mozilla"), Optional.empty())));

  private Fixture bankId;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  private BankIdEvent.ErrorAnswer told(int status, String body) {
    bankId.server.answers(status, body);
    bankId.client().create(SENT);
    return bankId.events.stream()
        .filter(BankIdEvent.ErrorAnswer.class::isInstance)
        .map(BankIdEvent.ErrorAnswer.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusal_isTold_withCodeAndDetails() {
    assertEquals(
        new BankIdEvent.ErrorAnswer(
            "/sign", 400, "somethingNew", "Invalid userVisibleDataFormat", true),
        told(
            400, "{\"errorCode\":\"somethingNew\",\"details\":\"Invalid userVisibleDataFormat\"}"));
  }

  @Test
  void outage_isTold_andIsNoRefusal() {
    assertEquals(
        new BankIdEvent.ErrorAnswer("/sign", 503, "Maintenance", "", false),
        told(503, "{\"errorCode\":\"Maintenance\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>                             | absent",
        "{}                                 | absent",
        "{\"errorCode\":7}                  | absent",
        "{\"errorCode\":\"\"}               | absent",
        "{\"errorCode\":\"two words\"}      | malformed",
        "{\"errorCode\":\"189001019802\"}   | malformed"
      })
  void code_isOneWord(String body, String errorCode) {
    assertEquals(errorCode, told(403, body).errorCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "At (5, 1): Initial token must be '+' and it must be followed by space. |"
            + " At (5, 1): Initial token must be '+' and it must be followed by space.",
        "At (12, 17) in '+item av Åsa'     | At (12, 17) in '+*** *** ***'",
        "Bo RÄKA may not sign              | *** *** may not sign",
        "unexpected: Räk...                | unexpected: ***...",
        "SmFnLCBCbyBSw6RrYSwg              | ***",
        "pno 189001019802 is busy          | pno *** is busy",
        "Invalid endUserIp 192.0.2.1       | Invalid endUserIp ***.***.***.***",
        "Invalid userAgent 'Mozilla'       | Invalid userAgent '***'",
        "nonce=geheim is wrong             | ***=*** is wrong",
        "loan 17 is not base64             | *** *** is not base64",
        "userVisibleDataFormat is simpleMarkdownV1 | userVisibleDataFormat is simpleMarkdownV1"
      })
  void details_quoteNothingThatWasSent(String details, String told) {
    assertEquals(
        told,
        told(400, "{\"errorCode\":\"invalidParameters\",\"details\":\"%s\"}".formatted(details))
            .details());
  }

  @Test
  void alreadyInProgress_isNoError() {
    bankId.server.answers(400, "{\"errorCode\":\"alreadyInProgress\",\"details\":\"pno\"}");

    bankId.client().create(SENT);

    assertEquals(List.of(), bankId.faults());
  }
}
