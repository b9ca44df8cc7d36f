package com.enterprisesigning.local;

import com.enterprisesigning.local.secrets.Secrets;
import com.enterprisesigning.local.token.TokenKey;
import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Map;

/** The secrets of a run, as the functions and a joined run read them. */
final class LocalSecrets {
  private LocalSecrets() {}

  static Secrets of(Simulator simulator, String personKey, TokenKey tokenKey) {
    ClientCertificate certificate = simulator.clientCertificate();
    String certificateJson =
        new ObjectMapper()
            .createObjectNode()
            .put("pkcs12", Base64.getEncoder().encodeToString(certificate.pkcs12()))
            .put("passphrase", certificate.passphrase())
            .toString();
    return new Secrets(
        Map.of(
            Secrets.TLS_ROOT, simulator.tlsRootPem(),
            Secrets.SIGNATURE_ROOT, simulator.signatureRootPem(),
            Secrets.CLIENT_CERTIFICATE, certificateJson,
            Secrets.PERSON_KEY, personKey,
            Secrets.TOKEN_KEY, tokenKey.secret()));
  }
}
