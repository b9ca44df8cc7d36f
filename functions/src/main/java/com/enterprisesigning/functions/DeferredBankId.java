package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import java.util.function.Supplier;

/** BankID, connected to at the first call. */
record DeferredBankId(Supplier<BankId> bankId) implements BankId {

  @Override
  public Created create(OrderRequest request) {
    return bankId.get().create(request);
  }

  @Override
  public Collected collect(String orderRef) {
    return bankId.get().collect(orderRef);
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return bankId.get().cancel(orderRef);
  }
}
