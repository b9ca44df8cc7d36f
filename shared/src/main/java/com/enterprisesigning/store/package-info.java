/**
 * The ports to what is kept: guards, signings, processes, evidence and the follow-up queue. {@code
 * dynamodb} and {@code sqs} implement them; a twin for tests passes the same contract suite. {@link
 * com.enterprisesigning.store.KeptCompletion} is the form in which both keep a completion, small
 * enough for an item and for a message.
 */
package com.enterprisesigning.store;
