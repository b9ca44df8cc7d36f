package com.enterprisesigning.local.blackbox;

/** Which processes take the calls of a sequence. */
enum Gateways {
  ONE,
  /** The second one joined the first; the calls alternate. */
  TWO_IN_TURN
}
