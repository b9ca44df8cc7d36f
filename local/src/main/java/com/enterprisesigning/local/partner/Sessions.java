package com.enterprisesigning.local.partner;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which participants belong to which browser: it may name those alone that were registered in its
 * own session, or else anybody could drive anybody's signing. In memory, the oldest go first.
 */
final class Sessions {
  private static final int MOST_SESSIONS = 1_000;
  private static final int MOST_PARTICIPANTS = 1_000;

  private final Map<String, Set<String>> participants = new LinkedHashMap<>();

  /** The session of that name, or a new one where there is none: what the cookie is to say. */
  synchronized String open(String name) {
    if (participants.containsKey(name)) {
      return name;
    }
    String fresh = UUID.randomUUID().toString();
    participants.put(fresh, new LinkedHashSet<>());
    dropOldest(participants.keySet(), MOST_SESSIONS);
    return fresh;
  }

  synchronized void add(String session, String participantId) {
    Set<String> own = participants.getOrDefault(session, new LinkedHashSet<>());
    own.add(participantId);
    dropOldest(own, MOST_PARTICIPANTS);
  }

  synchronized boolean owns(String session, String participantId) {
    return participants.getOrDefault(session, Set.of()).contains(participantId);
  }

  private static void dropOldest(Set<String> names, int most) {
    if (names.size() > most) {
      names.remove(names.iterator().next());
    }
  }
}
