package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.order.JournalEntry;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A table that does not answer. */
final class BrokenOrders implements Orders {
  static final String MESSAGE = "no answer for 189007159909";

  private static IllegalStateException broken() {
    return new IllegalStateException(MESSAGE);
  }

  @Override
  public Optional<Order> find(String orderRef) {
    throw broken();
  }

  @Override
  public Optional<Order> findByToken(String token) {
    throw broken();
  }

  @Override
  public Optional<String> latestOf(PersonalNumber person) {
    throw broken();
  }

  @Override
  public Optional<String> latestPhoneOrderOf(PersonalNumber person) {
    throw broken();
  }

  @Override
  public boolean add(Order order, Optional<String> latest) {
    throw broken();
  }

  @Override
  public boolean replace(Order before, Order after) {
    throw broken();
  }

  @Override
  public boolean pickUp(Order before, Order after, Optional<String> latest) {
    throw broken();
  }

  @Override
  public List<JournalEntry> journal(Instant now) {
    throw broken();
  }
}
