/**
 * The ports to the table and the queue: guards, signings, processes, evidence and follow-up
 * messages. {@code dynamodb} and {@code sqs} implement them; a twin for tests passes the same
 * contract suite. {@link com.enterprisesigning.store.KeptCompletion} is the form in which both keep
 * a completion, small enough for an item and for a message.
 */
package com.enterprisesigning.store;
