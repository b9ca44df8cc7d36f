package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.person.MobileBankId;
import com.enterprisesigning.simulator.person.Person;
import com.enterprisesigning.simulator.signature.SignedOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes {@code completionData} ({@code docs/bankid.md#collect}). */
final class Completion {
  /** The phone's address, because a phone order has no end-user IP. Its {@link Risk} is low. */
  private static final String PHONE_ADDRESS = "198.51.100.1";

  private Completion() {}

  static ObjectNode data(
      Order order, Person person, Risk risk, SignedOrder signed, IssueDate issueDate) {
    ObjectNode data = Json.object();
    data.putObject("user")
        .put("personalNumber", person.personalNumber().digits())
        .put("name", person.name())
        .put("givenName", person.givenName())
        .put("surname", person.surname());
    data.putObject("device")
        .put("ipAddress", order.request().endUserIp().orElse(PHONE_ADDRESS))
        .put("uhi", MobileBankId.uhi(person.personalNumber()));
    data.put("bankIdIssueDate", issueDate.of(signed.bankIdIssueDate()));
    if (order.timeline().hasEntered(OrderState.Pending.USER_MRTD)) {
      data.putObject("stepUp").put("mrtd", true);
    }
    data.put("signature", signed.signature());
    data.put("ocspResponse", signed.ocspResponse());
    if (order.request().returnRisk()) {
      data.put("risk", risk.wireName());
    }
    return data;
  }
}
