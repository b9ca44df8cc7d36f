/** BankID's API {@code /rp/v6.0} over mutual TLS (design section 7, bankid-facts section 2). */
package com.enterprisesigning.bankid.client;
