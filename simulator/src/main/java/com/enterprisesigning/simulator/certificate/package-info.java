/**
 * The simulator's certificates: two hierarchies that share nothing, as BankID's do. One is for TLS
 * and its client certificates ({@code docs/bankid.md#tls-and-certificates}), the other for
 * signatures ({@code docs/bankid.md#the-signature}).
 */
package com.enterprisesigning.simulator.certificate;
