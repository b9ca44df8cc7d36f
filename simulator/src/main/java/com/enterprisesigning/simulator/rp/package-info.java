/** BankID's wire API for relying parties, {@code /rp/v6.0} (bankid-facts section 2). */
package com.enterprisesigning.simulator.rp;
