/**
 * The simulator as its own process: its environment, the files it writes, what it prints, and how
 * it ends. It is described in {@code docs/simulator.md}.
 */
package com.enterprisesigning.simulator.process;
