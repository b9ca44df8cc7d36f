package com.enterprisesigning.bankid;

/**
 * What BankID recommends to tell the user (bankid-facts section 4).
 *
 * @param code BankID's name of the message, such as {@code RFA1}
 * @param sv in Swedish
 * @param en in English
 */
public record UserMessage(String code, String sv, String en) {}
