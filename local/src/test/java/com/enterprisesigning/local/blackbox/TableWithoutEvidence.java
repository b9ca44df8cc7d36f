package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.local.dynamodb.TableProxy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A proxy in front of a run's DynamoDB that passes everything on except what stores a completion or
 * its evidence: puts and transactions. These fail for the given time, counted from the first one.
 */
final class TableWithoutEvidence implements AutoCloseable {
  private final TableProxy proxy;
  private final Duration outage;
  private volatile Instant firstRefusal = Instant.MAX;

  private TableWithoutEvidence(URI table, Duration outage) throws IOException {
    this.outage = outage;
    this.proxy = new TableProxy(table, _ -> fate());
  }

  static TableWithoutEvidence before(Map<String, String> settings, Duration outage)
      throws IOException {
    return new TableWithoutEvidence(URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB")), outage);
  }

  URI url() {
    return proxy.url();
  }

  boolean hasRefused() {
    return firstRefusal.isBefore(Instant.MAX);
  }

  private synchronized TableProxy.Fate fate() {
    Instant now = Instant.now();
    if (now.isBefore(firstRefusal)) {
      firstRefusal = now;
    }
    return now.isBefore(firstRefusal.plus(outage))
        ? TableProxy.Fate.REFUSED
        : TableProxy.Fate.PASSED_ON;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
