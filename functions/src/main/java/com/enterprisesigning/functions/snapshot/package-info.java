/**
 * What Lambda's SnapStart needs: the hooks around a snapshot, the events and calls that prime a
 * function before it, and credentials that are read again after it. Priming writes, signs and
 * counts nothing. See {@code docs/architecture.md#on-aws}.
 */
package com.enterprisesigning.functions.snapshot;
