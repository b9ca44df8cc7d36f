/** Makes text from callers, BankID and exceptions safe to log. */
package com.enterprisesigning.functions.log;
