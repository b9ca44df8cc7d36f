package com.enterprisesigning.simulator.order;

import static com.enterprisesigning.simulator.order.PendingStates.STARTED;
import static com.enterprisesigning.simulator.order.PendingStates.USER_MRTD;
import static com.enterprisesigning.simulator.order.PendingStates.USER_SIGN;

import java.time.Duration;
import java.util.List;

/**
 * What comes of an order when the app opens it. Where no BankID of the person fits its
 * certificatePolicies the app looks for one until the order ends; where the risk is higher than it
 * accepts BankID ends it (bankid-facts sections 2.1 and 2.3).
 */
final class PickUp {
  private static final OrderState BLOCKED = new OrderState.Failed("transactionRiskBlocked");

  private PickUp() {}

  /** By a person who plays the phone. */
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

  /** By a role, whose script it is. What BankID itself does to the order stays as it is. */
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
