package com.enterprisesigning.signing;

/** A participant's details and signing, as returned by one read. */
public record Participant(ParticipantDetails details, Signing signing) {}
