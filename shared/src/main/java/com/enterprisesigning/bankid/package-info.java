/**
 * BankID's words: what is sent to it, what it answers, the port to call it, the QR code and the
 * messages to the user. Knows nothing of HTTP and nothing of this service's own statuses.
 */
package com.enterprisesigning.bankid;
