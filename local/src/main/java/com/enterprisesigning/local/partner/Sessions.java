package com.enterprisesigning.local.partner;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The participants that each browser has registered. A browser may use only participants of its own
 * session; otherwise anyone could drive anyone's signing. Sessions are in memory. When there are
 * too many, the least recently used is dropped.
 */
final class Sessions {
  private static final int MOST_SESSIONS = 1_000;
  private static final int MOST_PARTICIPANTS = 1_000;

  private static final boolean BY_LAST_USE = true;

  private final Map<String, Set<String>> participants = new LinkedHashMap<>(16, 0.75f, BY_LAST_USE);

  /**
   * Adds a participant to a browser's session.
   *
   * @param session the cookie's value; if there is no such session, a new one begins
   * @return the session, which becomes the cookie's value
   */
  synchronized String add(String session, String participantId) {
    String name = participants.containsKey(session) ? session : UUID.randomUUID().toString();
    Set<String> own = participants.computeIfAbsent(name, fresh -> new LinkedHashSet<>());
    own.add(participantId);
    dropOldest(own, MOST_PARTICIPANTS);
    dropOldest(participants.keySet(), MOST_SESSIONS);
    return name;
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
