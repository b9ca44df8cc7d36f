/**
 * What the local run reads of {@code template.yaml}: functions, routes, the table's keys, queues.
 */
package com.enterprisesigning.local.template;
