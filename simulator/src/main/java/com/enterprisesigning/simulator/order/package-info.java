/**
 * Orders and their lifetimes. What state an order is in follows from its timeline and the clock;
 * nothing sleeps and nothing has to run for an order to end (design section 8, bankid-facts section
 * 2.5).
 */
package com.enterprisesigning.simulator.order;
