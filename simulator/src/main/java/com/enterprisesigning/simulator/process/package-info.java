/**
 * The simulator as its own process: its settings, the files it writes, the text it prints, and how
 * it ends. It is described in {@code docs/simulator.md}.
 */
package com.enterprisesigning.simulator.process;
