package com.enterprisesigning.signing;

/** A participant as one read sees it. */
public record Participant(ParticipantDetails details, Signing signing) {}
