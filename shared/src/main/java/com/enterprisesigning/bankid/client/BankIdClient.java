package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.secrets.ClientCertificates;
import com.enterprisesigning.secrets.RootCertificate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/**
 * BankID over mutual TLS ({@code docs/architecture.md#the-bankid-client}). Thread-safe; no lock is
 * held while BankID is called. No personal data and no secret reaches an exception or the listener.
 */
public final class BankIdClient implements BankId {
  private final CertifiedClients clients;
  private final Exchange exchange;
  private final BankIdListener listener;
  private final Hints hints;
  private final Timeouts timeouts;

  /**
   * @param baseUrl BankID's API, such as {@code https://appapi2.bankid.com/rp/v6.0}
   * @param tlsRoot the only root that the server's certificate may chain to
   * @param certificates read at the first call or {@link #load()}, and again once the last reading
   *     is old
   * @throws IllegalArgumentException if {@code baseUrl} is not https
   */
  public BankIdClient(
      URI baseUrl,
      RootCertificate tlsRoot,
      ClientCertificates certificates,
      BankIdListener listener,
      Clock clock) {
    this(baseUrl, tlsRoot, certificates, listener, clock, Timeouts.PRODUCTION);
  }

  /** Creates a client that waits as long as {@code timeouts} says. */
  public BankIdClient(
      URI baseUrl,
      RootCertificate tlsRoot,
      ClientCertificates certificates,
      BankIdListener listener,
      Clock clock,
      Timeouts timeouts) {
    if (!"https".equals(baseUrl.getScheme()) || baseUrl.getHost() == null) {
      // The message leaves out the URL: a sandbox's URL has a secret in its path.
      throw new IllegalArgumentException("BankID's URL must be https://host/path.");
    }
    this.listener = listener;
    this.timeouts = timeouts;
    this.hints = new Hints(listener);
    this.clients = new CertifiedClients(tlsRoot, certificates, listener, clock, timeouts.connect());
    this.exchange = new Exchange(baseUrl, clients, listener, clock);
  }

  /**
   * Reads the certificate now, so that no later call waits for it. If it cannot be read, the
   * listener is told and the calls try again.
   */
  public void load() {
    var _ = clients.current();
  }

  /**
   * Returns whether the subject of the current or the previous certificate matches. Reads them only
   * if neither in memory matches; empty if they could not be read.
   */
  public Optional<Boolean> anySubject(Predicate<X500Principal> matching) {
    return clients.anySubject(matching);
  }

  @Override
  public Created create(OrderRequest request) {
    String call =
        switch (request) {
          case OrderRequest.Sign _ -> "/sign";
          case OrderRequest.PhoneSign _ -> "/phone/sign";
        };
    String body = OrderBody.json(request);
    return switch (exchange.post(call, body, timeouts.exchange())) {
      case Reply.Answer answer -> {
        Created created = CreateAnswer.read(request, answer);
        if (created instanceof Created.Refused || created instanceof Created.NoAnswer) {
          fault(call, body, answer);
        }
        yield created;
      }
      case Reply.NotSent(String cause) -> new Created.Refused(unavailable(call, cause));
      case Reply.HandshakeRefused(String cause) -> new Created.Refused(unavailable(call, cause));
      case Reply.Unanswered lost -> {
        fault(call, lost.cause());
        yield new Created.NoAnswer();
      }
    };
  }

  @Override
  public Collected collect(String orderRef) {
    String body = orderBody(orderRef);
    return switch (exchange.postAboutOrder("/collect", body, timeouts.handOut())) {
      case Reply.Answer answer -> {
        listener.on(new BankIdEvent.Arrived("/collect"));
        Collected collected = CollectAnswer.read(orderRef, answer, hints);
        if (collected instanceof Collected.NoAnswer) {
          fault("/collect", body, answer);
        }
        yield collected;
      }
      case Reply.Unanswered none -> new Collected.NoAnswer(unavailable("/collect", none.cause()));
    };
  }

  @Override
  public Cancelled cancel(String orderRef) {
    String body = orderBody(orderRef);
    return switch (exchange.postAboutOrder("/cancel", body, timeouts.exchange())) {
      case Reply.Answer answer -> {
        Cancelled cancelled = CancelAnswer.read(answer);
        if (cancelled instanceof Cancelled.NoAnswer) {
          fault("/cancel", body, answer);
        }
        yield cancelled;
      }
      case Reply.Unanswered none -> new Cancelled.NoAnswer(unavailable("/cancel", none.cause()));
    };
  }

  private Fault unavailable(String call, String cause) {
    fault(call, cause);
    return Faults.unavailable();
  }

  private void fault(String call, String cause) {
    listener.on(new BankIdEvent.Fault(call, cause));
  }

  private void fault(String call, String sent, Reply.Answer answer) {
    listener.on(
        answer.status() == 200
            ? new BankIdEvent.Fault(call, "HTTP 200")
            : Faults.told(call, sent, answer));
  }

  private static String orderBody(String orderRef) {
    return JsonNodeFactory.instance.objectNode().put("orderRef", orderRef).toString();
  }
}
