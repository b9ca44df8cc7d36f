/** The control API: the journal, the roles, and the phone to play (design section 8). */
package com.enterprisesigning.simulator.sandbox;
