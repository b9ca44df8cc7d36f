/**
 * As much of SQS as the functions call, in memory and by the run's own clock. Here is also what
 * Lambda does between a queue and a function. Start reading at {@link
 * com.enterprisesigning.local.queue.LocalQueue}.
 */
package com.enterprisesigning.local.queue;
