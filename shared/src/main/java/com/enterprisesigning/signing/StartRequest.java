package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.CallInitiator;
import com.enterprisesigning.bankid.UserDevice;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.conflict.Idempotency;
import java.util.Optional;
import java.util.UUID;

/** A call of /start or /start/phone whose form and rights have been checked. */
public sealed interface StartRequest {
  String client();

  UUID participantId();

  Optional<Idempotency> idempotency();

  Channel channel();

  /** Returns the end user's IP address, which is absent for a phone order. */
  Optional<EndUserIp> endUserIp();

  /** A call of /start. */
  record Start(
      String client,
      UUID participantId,
      Optional<Idempotency> idempotency,
      EndUserIp ip,
      Optional<String> returnUrl,
      Optional<Boolean> returnRisk,
      Optional<UserDevice> userDevice)
      implements StartRequest {

    @Override
    public Channel channel() {
      return Channel.START;
    }

    @Override
    public Optional<EndUserIp> endUserIp() {
      return Optional.of(ip);
    }
  }

  /** A call of /start/phone. */
  record StartPhone(
      String client,
      UUID participantId,
      Optional<Idempotency> idempotency,
      CallInitiator callInitiator)
      implements StartRequest {

    @Override
    public Channel channel() {
      return Channel.PHONE;
    }

    @Override
    public Optional<EndUserIp> endUserIp() {
      return Optional.empty();
    }
  }
}
