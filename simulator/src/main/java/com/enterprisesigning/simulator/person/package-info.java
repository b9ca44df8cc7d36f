/** The people who sign in the simulator. None of them is a living person. */
package com.enterprisesigning.simulator.person;
