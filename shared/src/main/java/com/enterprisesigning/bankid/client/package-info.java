/**
 * BankID's API {@code /rp/v6.0} over mutual TLS ({@code docs/architecture.md#the-bankid-client},
 * {@code docs/bankid.md#the-api}).
 */
package com.enterprisesigning.bankid.client;
