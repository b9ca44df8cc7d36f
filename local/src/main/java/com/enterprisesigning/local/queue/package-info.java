/**
 * As much of SQS as the functions call, in memory and by the run's own clock, and what Lambda does
 * between a queue and a function. Start reading at {@link
 * com.enterprisesigning.local.queue.LocalQueue}.
 */
package com.enterprisesigning.local.queue;
