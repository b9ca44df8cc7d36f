/**
 * The ports to what is kept: guards, signings, processes, evidence and the follow-up queue. {@code
 * dynamodb} and {@code sqs} implement them; a twin for tests passes the same contract suite.
 */
package com.enterprisesigning.store;
