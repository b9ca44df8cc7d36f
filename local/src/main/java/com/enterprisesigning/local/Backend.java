package com.enterprisesigning.local;

import com.enterprisesigning.local.token.TokenIssuer;
import com.sun.net.httpserver.HttpHandler;
import java.util.Map;

/**
 * What a gateway stands on, be it this process's own or another's.
 *
 * @param issuer whose tokens the gateway takes, and which issues more
 * @param settings of the functions, by name
 * @param sandbox the simulator's control API
 */
record Backend(TokenIssuer issuer, Map<String, String> settings, HttpHandler sandbox) {
  Backend {
    settings = Map.copyOf(settings);
  }
}
