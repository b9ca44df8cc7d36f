package com.enterprisesigning.simulator.order;

import static com.enterprisesigning.simulator.order.OrderState.Pending.STARTED;
import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_MRTD;
import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_SIGN;

import java.time.Duration;
import java.util.List;

/**
 * Decides what happens to an order when the app opens it ({@code docs/bankid.md#sign}, {@code
 * docs/bankid.md#collect}). If no BankID of the person matches the order's certificatePolicies, the
 * app looks for one until the order ends. If the risk is higher than the order accepts, BankID ends
 * the order.
 */
final class PickUp {
  private static final OrderState BLOCKED = new OrderState.Failed("transactionRiskBlocked");

  private PickUp() {}

  /** Returns the script after a person who plays the phone opens the order. */
  static Script byHand(OrderRequest request) {
    if (!request.isOpenToMobileBankId()) {
      return Script.now(STARTED);
    }
    if (request.isBlockedForItsRisk()) {
      return Script.now(BLOCKED);
    }
    return request.requirement().mrtd()
        ? new Script(
            List.of(
                new Script.Moment(Duration.ZERO, USER_MRTD),
                new Script.Moment(Lifetimes.SCRIPTED_STEP, USER_SIGN)))
        : Script.now(USER_SIGN);
  }

  /**
   * Returns the part of a role's script that the order's requirement allows. An order that BankID
   * loses is still lost.
   */
  static Script byRole(OrderRequest request, Script script) {
    boolean isOpened = script.moments().stream().anyMatch(it -> it.state().equals(STARTED));
    if (!request.isOpenToMobileBankId()) {
      return new Script(
          script.moments().stream()
              .filter(
                  it -> it.state().equals(STARTED) || it.state() instanceof OrderState.Cancelled)
              .toList());
    }
    return isOpened && request.isBlockedForItsRisk()
        ? Script.paced(List.of(STARTED, BLOCKED))
        : script;
  }
}
