package com.enterprisesigning.simulator.role;

import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.signature.SignatureFault;
import java.util.List;

/** What happens to an order of a person who plays a role. */
public sealed interface Play {

  /**
   * The order is picked up, and then goes through these states.
   *
   * @param onSign after {@code started}, and {@code userMrtd} if the order requires it
   * @param onPhone after {@code userCallConfirm}
   */
  record PickedUp(List<OrderState> onSign, List<OrderState> onPhone) implements Play {
    public PickedUp {
      onSign = List.copyOf(onSign);
      onPhone = List.copyOf(onPhone);
    }
  }

  /** The person signs normally, but the app is not there at first: {@code noClient}. */
  record StartsLate() implements Play {}

  /** The person signs normally, but the signature has a fault. */
  record SignedFalsely(SignatureFault fault) implements Play {}

  /** The person signs normally, and BankID finds this risk, wherever the order comes from. */
  record SignsAtRisk(Risk risk) implements Play {}

  /** Nobody opens, scans or answers the order. */
  record NeverPickedUp() implements Play {}

  /** The create is answered with an error, and no order is made. */
  record Refused(int status, String errorCode, String details) implements Play {}

  /** The order is made, and BankID loses it at once. */
  record Lost() implements Play {}
}
