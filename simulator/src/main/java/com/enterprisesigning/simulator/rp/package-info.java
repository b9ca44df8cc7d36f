/** BankID's wire API for relying parties, {@code /rp/v6.0} ({@code docs/bankid.md#the-api}). */
package com.enterprisesigning.simulator.rp;
