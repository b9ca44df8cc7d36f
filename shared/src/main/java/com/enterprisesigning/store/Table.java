package com.enterprisesigning.store;

/** The four ports to the one table. */
public record Table(Guards guards, Signings signings, Processes processes, Evidences evidences) {}
