/** Who signs: people of the simulator, none of whom is living. */
package com.enterprisesigning.simulator.person;
