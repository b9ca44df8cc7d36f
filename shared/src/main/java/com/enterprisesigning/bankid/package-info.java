/**
 * BankID's vocabulary: requests, answers, the port to call BankID, the QR code and the messages to
 * the user. This package knows neither HTTP nor the service's own statuses.
 */
package com.enterprisesigning.bankid;
