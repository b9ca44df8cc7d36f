package com.enterprisesigning.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.functions.log.Faults;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to BankID at the first call. If a certificate that this needs cannot be read, the call
 * gets the same answer as any other fault of BankID.
 */
record DeferredBankId(Supplier<BankId> connected) implements BankId {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredBankId.class);
  private static final Fault AWAY = new Fault.Unavailable(Duration.ofSeconds(5));

  @Override
  public Created create(OrderRequest request) {
    return bankId().map(it -> it.create(request)).orElse(new Created.Refused(AWAY));
  }

  @Override
  public Collected collect(String orderRef) {
    return bankId().map(it -> it.collect(orderRef)).orElse(new Collected.NoAnswer(AWAY));
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return bankId().map(it -> it.cancel(orderRef)).orElse(new Cancelled.NoAnswer(AWAY));
  }

  private Optional<BankId> bankId() {
    try {
      return Optional.of(connected.get());
    } catch (RuntimeException e) {
      LOG.error("BankID client cannot be created", entry("fault", Faults.text(e)));
      return Optional.empty();
    }
  }
}
