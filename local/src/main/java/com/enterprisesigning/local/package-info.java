/**
 * Runs everything on one machine ({@code docs/architecture.md#the-local-run}). One process stands
 * in for API Gateway, Lambda, the token issuer, Secrets Manager, SQS, DynamoDB and BankID. It runs
 * the same functions that AWS runs.
 */
package com.enterprisesigning.local;
