/**
 * Everything on one machine ({@code docs/architecture.md#the-local-run}). One process stands in for
 * API Gateway, Lambda, the token issuer, Secrets Manager, SQS, DynamoDB and BankID. The functions
 * are the real ones.
 */
package com.enterprisesigning.local;
