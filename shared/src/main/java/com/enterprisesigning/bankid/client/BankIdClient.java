package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * BankID over mutual TLS (design section 7). Safe for any number of threads; no lock is held while
 * BankID is called, and nothing that was sent or answered reaches an exception or the listener.
 */
public final class BankIdClient implements BankId {
  private final Exchange exchange;
  private final BankIdListener listener;
  private final Hints hints;
  private final Timeouts timeouts;

  /**
   * @param baseUrl BankID's API, such as {@code https://appapi2.bankid.com/rp/v6.0}
   * @param tlsRoot the only root that the server may stand under
   * @param certificate asked at the first call and again when what it gave is old; empty where the
   *     client shows none
   * @throws IllegalArgumentException where {@code baseUrl} is not https
   */
  public BankIdClient(
      URI baseUrl,
      RootCertificate tlsRoot,
      Supplier<Optional<ClientCertificate>> certificate,
      BankIdListener listener,
      Clock clock) {
    this(baseUrl, tlsRoot, certificate, listener, clock, Timeouts.PRODUCTION);
  }

  BankIdClient(
      URI baseUrl,
      RootCertificate tlsRoot,
      Supplier<Optional<ClientCertificate>> certificate,
      BankIdListener listener,
      Clock clock,
      Timeouts timeouts) {
    if (!"https".equals(baseUrl.getScheme()) || baseUrl.getHost() == null) {
      // Without the URL: a sandbox's has a secret in its path.
      throw new IllegalArgumentException("BankID's URL must be https://host/path.");
    }
    this.listener = listener;
    this.timeouts = timeouts;
    this.hints = new Hints(listener);
    this.exchange =
        new Exchange(
            baseUrl, new HttpClients(tlsRoot, certificate, listener, clock, timeouts.connect()));
  }

  @Override
  public Created create(OrderRequest request) {
    String call =
        switch (request) {
          case OrderRequest.Sign _ -> "/sign";
          case OrderRequest.PhoneSign _ -> "/phone/sign";
        };
    return switch (exchange.post(call, OrderBody.json(request), timeouts.exchange())) {
      case Reply.Answer answer -> {
        Created created = CreateAnswer.read(request, answer);
        if (created instanceof Created.Refused || created instanceof Created.NoAnswer) {
          fault(call, "HTTP " + answer.status());
        }
        yield created;
      }
      case Reply.NotSent(String cause) -> {
        fault(call, cause);
        yield new Created.Refused(Faults.unavailable());
      }
      case Reply.Silence(String cause) -> {
        fault(call, cause);
        yield new Created.NoAnswer();
      }
    };
  }

  @Override
  public Collected collect(String orderRef) {
    return switch (exchange.post("/collect", orderBody(orderRef), timeouts.handOut())) {
      case Reply.Answer answer -> {
        Collected collected = CollectAnswer.read(orderRef, answer, hints);
        if (collected instanceof Collected.NoAnswer) {
          fault("/collect", "HTTP " + answer.status());
        }
        yield collected;
      }
      case Reply.NotSent(String cause) -> new Collected.NoAnswer(unavailable("/collect", cause));
      case Reply.Silence(String cause) -> new Collected.NoAnswer(unavailable("/collect", cause));
    };
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return switch (exchange.post("/cancel", orderBody(orderRef), timeouts.exchange())) {
      case Reply.Answer answer -> {
        Cancelled cancelled = CancelAnswer.read(answer);
        if (cancelled instanceof Cancelled.NoAnswer) {
          fault("/cancel", "HTTP " + answer.status());
        }
        yield cancelled;
      }
      case Reply.NotSent(String cause) -> new Cancelled.NoAnswer(unavailable("/cancel", cause));
      case Reply.Silence(String cause) -> new Cancelled.NoAnswer(unavailable("/cancel", cause));
    };
  }

  private Fault unavailable(String call, String cause) {
    fault(call, cause);
    return Faults.unavailable();
  }

  private void fault(String call, String cause) {
    listener.on(new BankIdEvent.Fault(call, cause));
  }

  private static String orderBody(String orderRef) {
    return JsonNodeFactory.instance.objectNode().put("orderRef", orderRef).toString();
  }
}
