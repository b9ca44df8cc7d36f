/**
 * Signatures that really verify: the XML signature and the OCSP response of {@code
 * docs/bankid.md#the-signature}, each with one fault on demand. The canonical XML is written by
 * hand, so that verifying it with a library tests this package and not the library itself.
 */
package com.enterprisesigning.simulator.signature;
