package com.enterprisesigning.simulator.role;

import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.order.Script;
import com.enterprisesigning.simulator.order.Speed;
import com.enterprisesigning.simulator.order.Timeline;
import com.enterprisesigning.simulator.person.Person;
import com.enterprisesigning.simulator.signature.SignatureFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person whose orders always take the same course.
 *
 * @param description one line that describes the course to a reader of the table
 */
public record Role(Person person, String description, Play play) {
  private static final List<OrderState> SIGNS =
      List.of(OrderState.Pending.USER_SIGN, new OrderState.Complete());

  /**
   * Returns the script of this person's orders.
   *
   * @param mrtd whether a passport must be read first
   */
  public Script script(OrderKind kind, boolean mrtd) {
    return switch (play) {
      case Play.PickedUp(List<OrderState> onSign, List<OrderState> onPhone) ->
          Script.paced(pickedUp(kind, mrtd, kind.isByPhone() ? onPhone : onSign));
      case Play.StartsLate _ -> {
        List<OrderState> states = pickedUp(kind, mrtd, SIGNS);
        states.addFirst(OrderState.Pending.NO_CLIENT);
        yield Script.paced(states);
      }
      case Play.SignedFalsely _, Play.SignsAtRisk _ -> Script.paced(pickedUp(kind, mrtd, SIGNS));
      case Play.NeverPickedUp _, Play.Refused _ -> Script.NOBODY;
      case Play.Lost _ -> Script.LOST;
    };
  }

  /** Returns what is wrong with this person's signatures. */
  public SignatureFault fault() {
    return play instanceof Play.SignedFalsely(SignatureFault fault) ? fault : SignatureFault.NONE;
  }

  /** Returns the risk of this person's orders; empty if the order itself decides. */
  public Optional<Risk> risk() {
    return play instanceof Play.SignsAtRisk(Risk risk) ? Optional.of(risk) : Optional.empty();
  }

  /**
   * Returns the states of this person's orders and their times, as collect answers them after
   * {@code outstandingTransaction}; or the error that answers the create.
   *
   * @return text such as {@code started 3 s, userSign 6 s, complete 9 s}, counted from the create
   */
  public String course(OrderKind kind) {
    return switch (play) {
      case Play.Refused(int status, String errorCode, _) -> status + " " + errorCode;
      case Play.PickedUp _,
          Play.StartsLate _,
          Play.SignedFalsely _,
          Play.SignsAtRisk _,
          Play.NeverPickedUp _,
          Play.Lost _ ->
          Timeline.create(Instant.EPOCH, kind, script(kind, false), Speed.OF_BANKID)
              .steps()
              .stream()
              .skip(1)
              .map(step -> collected(step.state()) + " " + step.at().getEpochSecond() + " s")
              .collect(Collectors.joining(", "));
    };
  }

  private static String collected(OrderState state) {
    return switch (state) {
      case OrderState.Pending _, OrderState.Failed _, OrderState.Complete _ -> state.label();
      case OrderState.Cancelled _ -> "400 invalidParameters";
      case OrderState.Faulty(int status, String errorCode) -> status + " " + errorCode;
    };
  }

  private static List<OrderState> pickedUp(OrderKind kind, boolean mrtd, List<OrderState> then) {
    List<OrderState> states = new ArrayList<>();
    if (kind.isByPhone()) {
      states.add(OrderState.Pending.USER_CALL_CONFIRM);
    } else {
      states.add(OrderState.Pending.STARTED);
      if (mrtd && !then.contains(OrderState.Pending.USER_MRTD)) {
        states.add(OrderState.Pending.USER_MRTD);
      }
    }
    states.addAll(then);
    return states;
  }
}
