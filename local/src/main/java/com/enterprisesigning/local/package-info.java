/**
 * Everything on one machine (design section 10): one process that is API Gateway, Lambda, the token
 * issuer, Secrets Manager, DynamoDB and BankID to the functions, which are the real ones. The
 * design is {@code docs/architecture.md}.
 */
package com.enterprisesigning.local;
