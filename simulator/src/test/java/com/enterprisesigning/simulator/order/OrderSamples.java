package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders for tests. */
final class OrderSamples {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  static final PersonalNumber PERSON = new PersonalNumber("189007159909");
  static final PersonalNumber OTHER_PERSON = new PersonalNumber("188902089872");
  static final RelyingParty OWNER = new RelyingParty("ab12", "CN=Demo AB, C=SE", "Demo AB");

  private OrderSamples() {}

  /** Returns a /sign order with every member. */
  static OrderRequest sign(Optional<PersonalNumber> person) {
    return new OrderRequest(
        OrderKind.SIGN,
        person,
        Optional.of("SSBhZ3JlZS4="),
        Optional.of("simpleMarkdownV1"),
        Optional.of("c2lnbmluZzp2MQ=="),
        Optional.of("198.51.100.7"),
        Optional.of("https://example.com/#nonce"),
        true,
        new Requirement(
            true,
            List.of(new CertificatePolicy("1.2.3.4.25"), new CertificatePolicy("1.2.3.4.*")),
            Optional.of(Risk.MODERATE)));
  }

  /** Returns a phone order with as few members as possible. */
  static OrderRequest phone(PersonalNumber person) {
    return new OrderRequest(
        OrderKind.PHONE,
        Optional.of(person),
        Optional.of("SSBhZ3JlZS4="),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Requirement.NONE);
  }

  /** Returns an /auth or /phone/auth order without a text. */
  static OrderRequest auth(OrderKind kind, PersonalNumber person) {
    return new OrderRequest(
        kind,
        Optional.of(person),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("198.51.100.7").filter(_ -> !kind.isByPhone()),
        Optional.empty(),
        false,
        Requirement.NONE);
  }

  static Order order(OrderRequest request) {
    return order(request, NOW);
  }

  static Order order(OrderRequest request, Instant createdAt) {
    return Order.create(OWNER, request, Script.NOBODY, createdAt, Speed.OF_BANKID);
  }

  static Order ended(Order order, OrderState end) {
    return order.changed(NOW.plusSeconds(1), Script.now(end), Speed.OF_BANKID);
  }
}
