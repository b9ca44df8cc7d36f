package com.enterprisesigning.local;

import com.enterprisesigning.local.token.TokenIssuer;
import com.sun.net.httpserver.HttpHandler;
import java.util.Map;

/**
 * What a gateway needs from a run: this process's own run or another one.
 *
 * @param issuer of the tokens that the gateway accepts
 * @param settings of the functions, by name
 * @param sandbox the simulator's control API
 */
record Backend(TokenIssuer issuer, Map<String, String> settings, HttpHandler sandbox) {
  Backend {
    settings = Map.copyOf(settings);
  }
}
