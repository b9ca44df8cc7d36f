/**
 * The part of SQS that the functions call, in memory and on the run's own clock, and the event
 * source mapping with which Lambda connects a queue to a function. Start reading at {@link
 * com.enterprisesigning.local.queue.LocalQueue}.
 *
 * <p>ElasticMQ cannot replace this queue: it counts delays from the machine's time instead of the
 * run's clock, refuses messages over 256 KiB, does not check its callers, and its 32 jars (37 MB)
 * cost three more seconds of CPU time at the start.
 */
package com.enterprisesigning.local.queue;
