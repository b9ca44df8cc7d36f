package com.enterprisesigning.local.partner;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which participants belong to which browser: it may name those alone that were registered in its
 * own session, or else anybody could drive anybody's signing. In memory; those go first that were
 * not used for longest.
 */
final class Sessions {
  private static final int MOST_SESSIONS = 1_000;
  private static final int MOST_PARTICIPANTS = 1_000;

  private static final boolean BY_LAST_USE = true;

  private final Map<String, Set<String>> participants = new LinkedHashMap<>(16, 0.75f, BY_LAST_USE);

  /**
   * The participant is this browser's from now on.
   *
   * @param session what its cookie says; a new session begins where there is none of that name
   * @return the session: what the cookie is to say
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
