package com.enterprisesigning.local.blackbox;

import java.util.ArrayList;
import java.util.List;

/** A registered process and its participants, by their ids. */
record Registered(String process, List<String> participants) {

  static Registered of(Reply reply) {
    List<String> ids = new ArrayList<>();
    reply.is(201).body().path("participants").forEach(it -> ids.add(it.path("id").asText()));
    return new Registered(reply.text("id"), List.copyOf(ids));
  }

  /** Returns the first participant. */
  String participant() {
    return participants.getFirst();
  }
}
