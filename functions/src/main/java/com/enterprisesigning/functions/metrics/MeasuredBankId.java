package com.enterprisesigning.functions.metrics;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Measures BankID: how long each call took, and whether BankID failed. An unknown order, a person
 * who already has an order, or a refused request is not a failure of BankID's.
 */
public record MeasuredBankId(BankId bankId, EmbeddedMetrics metrics) implements BankId {

  @Override
  public Created create(OrderRequest request) {
    String call =
        switch (request) {
          case OrderRequest.Sign _ -> "/sign";
          case OrderRequest.PhoneSign _ -> "/phone/sign";
        };
    return measured(
        call,
        () -> bankId.create(request),
        created ->
            switch (created) {
              case Created.Refused(Fault fault) -> isFailure(fault);
              case Created.NoAnswer() -> true;
              case Created.Order _, Created.AlreadyInProgress _ -> false;
            });
  }

  @Override
  public Collected collect(String orderRef) {
    Collected collected =
        measured(
            "/collect",
            () -> bankId.collect(orderRef),
            answer -> answer instanceof Collected.NoAnswer(Fault fault) && isFailure(fault));
    if (collected instanceof Collected.Complete) {
      Measures.handedOut();
    }
    return collected;
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return measured(
        "/cancel",
        () -> bankId.cancel(orderRef),
        cancelled -> cancelled instanceof Cancelled.NoAnswer(Fault fault) && isFailure(fault));
  }

  /** RefusalMetrics counts refusals. */
  private static boolean isFailure(Fault fault) {
    return !(fault instanceof Fault.Refused);
  }

  private <T> T measured(String call, Supplier<T> asked, Predicate<T> isError) {
    TimeSpent.Timed<T> timed = Measures.inBankId(asked);
    // Nothing may delay the first write of a completion, so the metric waits for the call's end.
    Measures.atEnd(() ->
        metrics.write(
            Map.of(
                Metric.BANKID_LATENCY,
                timed.took().toMillis(),
                Metric.BANKID_ERRORS,
                isError.test(timed.answer()) ? 1L : 0L),
            Map.of(Dimension.CALL, call)));
    return timed.answer();
  }
}
