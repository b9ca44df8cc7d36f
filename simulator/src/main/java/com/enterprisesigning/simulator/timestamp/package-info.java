/** A simulated authority that stamps digests with the time (RFC 3161). */
package com.enterprisesigning.simulator.timestamp;
