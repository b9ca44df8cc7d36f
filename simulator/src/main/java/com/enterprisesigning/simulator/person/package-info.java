/** The simulator's people, who sign. None of them is a living person. */
package com.enterprisesigning.simulator.person;
