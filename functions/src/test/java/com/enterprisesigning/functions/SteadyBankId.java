package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.bankid.OrderRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A BankID whose orders stay unopened, except those that a test has signed. */
final class SteadyBankId implements BankId {
  private final Set<String> signed = new HashSet<>();
  private int orders;

  @Override
  public Created create(OrderRequest request) {
    return new Created.Order(
        "order-" + ++orders,
        request instanceof OrderRequest.Sign ? Optional.of(Samples.LAUNCH) : Optional.empty());
  }

  @Override
  public Collected collect(String orderRef) {
    return signed.remove(orderRef)
        ? new Collected.Complete(completion(orderRef))
        : new Collected.Pending(HintCode.OUTSTANDING_TRANSACTION);
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return new Cancelled.Done();
  }

  void signTheLast() {
    signed.add("order-" + orders);
  }

  private static Completion completion(String orderRef) {
    return new Completion(
        "{}",
        orderRef,
        new Completion.Signer("188001019804", "Elsa Sample", "Elsa", "Sample"),
        new Completion.Device("192.0.2.9", Optional.empty()),
        "c2lnbmF0dXJl",
        "b2NzcA==");
  }
}
