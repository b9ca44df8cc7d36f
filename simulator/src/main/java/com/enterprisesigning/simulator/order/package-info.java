/**
 * Orders and their lifetimes ({@code docs/architecture.md#the-simulator}, {@code
 * docs/bankid.md#times}). An order's state follows from its timeline and the clock; no thread has
 * to sleep or run for an order to end.
 */
package com.enterprisesigning.simulator.order;
