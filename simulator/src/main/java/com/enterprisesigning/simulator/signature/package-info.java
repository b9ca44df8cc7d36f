/**
 * Signatures that really verify: the XML signature and the OCSP response of bankid-facts section 6,
 * and, on demand, each with one fault. The XML is written in canonical form by hand, so that
 * whoever verifies it with a library checks this package and not that library.
 */
package com.enterprisesigning.simulator.signature;
