/**
 * The evidence package ({@code docs/evidence.md#the-package}): one zip that stands alone, with the
 * signature, all that belongs to it, a report for people, and a script that verifies it without
 * this software. {@link com.enterprisesigning.archive.EvidencePackage} writes it; {@link
 * com.enterprisesigning.archive.ReceivedPackage} reads it back.
 */
package com.enterprisesigning.archive;
