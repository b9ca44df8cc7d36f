package com.enterprisesigning.local.blackbox;

/** The processes that take the calls of a sequence. */
enum Gateways {
  ONE,
  /** The second has joined the first; the calls alternate. */
  TWO_IN_TURN
}
