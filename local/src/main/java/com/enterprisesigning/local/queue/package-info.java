/**
 * As much of SQS as the functions call, in memory and by the run's own clock, and what Lambda does
 * between a queue and a function. Start reading at {@link
 * com.enterprisesigning.local.queue.LocalQueue}.
 *
 * <p>ElasticMQ cannot replace this queue: it counts delays from the machine's time instead of the
 * run's clock, refuses messages over 256 KiB, does not check its callers, and its 32 jars (37 MB)
 * cost three more seconds of CPU time at the start.
 */
package com.enterprisesigning.local.queue;
