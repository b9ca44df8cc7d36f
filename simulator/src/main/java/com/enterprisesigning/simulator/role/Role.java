package com.enterprisesigning.simulator.role;

import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.PendingStates;
import com.enterprisesigning.simulator.order.Script;
import com.enterprisesigning.simulator.person.Person;
import com.enterprisesigning.simulator.signature.SignatureFault;
import java.util.ArrayList;
import java.util.List;

/**
 * A person whose orders always go the same way.
 *
 * @param description one line for the reader of the table
 */
public record Role(Person person, String description, Play play) {
  private static final List<OrderState> SIGNS =
      List.of(PendingStates.USER_SIGN, new OrderState.Complete());

  /**
   * How an order of this person goes by itself.
   *
   * @param mrtd whether a passport has to be read first
   */
  public Script script(OrderKind kind, boolean mrtd) {
    return switch (play) {
      case Play.PickedUp(List<OrderState> onSign, List<OrderState> onPhone) ->
          pickedUp(kind, mrtd, kind.isByPhone() ? onPhone : onSign);
      case Play.SignedFalsely _ -> pickedUp(kind, mrtd, SIGNS);
      case Play.NeverPickedUp _, Play.Refused _ -> Script.NOBODY;
      case Play.Lost _ -> Script.LOST;
    };
  }

  /** What is wrong with this person's signatures. */
  public SignatureFault fault() {
    return play instanceof Play.SignedFalsely(SignatureFault fault) ? fault : SignatureFault.NONE;
  }

  private static Script pickedUp(OrderKind kind, boolean mrtd, List<OrderState> then) {
    List<OrderState> states = new ArrayList<>();
    if (kind.isByPhone()) {
      states.add(PendingStates.USER_CALL_CONFIRM);
    } else {
      states.add(PendingStates.STARTED);
      if (mrtd) {
        states.add(PendingStates.USER_MRTD);
      }
    }
    states.addAll(then);
    return Script.paced(states);
  }
}
