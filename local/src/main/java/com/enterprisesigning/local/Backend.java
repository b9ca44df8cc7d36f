package com.enterprisesigning.local;

import com.enterprisesigning.local.token.TokenIssuer;
import com.sun.net.httpserver.HttpHandler;
import java.util.Map;

/**
 * What a gateway needs from the run behind it: its own run, or the run that it joined.
 *
 * @param issuer issues the tokens that the gateway accepts
 * @param settings the functions' settings, by name
 * @param sandbox the simulator's control API
 */
record Backend(TokenIssuer issuer, Map<String, String> settings, HttpHandler sandbox) {
  Backend {
    settings = Map.copyOf(settings);
  }
}
