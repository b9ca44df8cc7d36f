/**
 * The simulator's certificates: two hierarchies that share nothing, as BankID's do. One is for TLS
 * with its client certificates, one for signatures (bankid-facts sections 5 and 6).
 */
package com.enterprisesigning.simulator.certificate;
