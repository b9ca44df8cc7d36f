/**
 * The simulator as a process of its own: its environment, the files it writes, what it prints, and
 * its end. It is described in {@code docs/simulator.md}.
 */
package com.enterprisesigning.simulator.process;
