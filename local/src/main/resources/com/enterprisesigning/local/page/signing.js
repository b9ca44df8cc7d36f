import { company, Unreachable } from './partner.js';
import { ruleOf } from './conflict.js';

const ENDS = ['COMPLETE', 'FAILED', 'COLLECT_ERROR'];

/** Where the company's page cannot be reached it is asked again after so long. */
const AGAIN_MS = 2000;

const KEPT = 'signing';

const coarse = () => matchMedia('(pointer: coarse)').matches;

/**
 * One participant's signing, as the company's page knows it: it starts, polls as often as the API says, and stops at
 * an end state. Each change is an event `change`.
 */
export class Signing extends EventTarget {
  participant = null;
  /** `QR`, `DEVICE` or `PHONE`, once started. */
  channel = null;
  status = null;
  hint = null;
  message = null;
  qr = null;
  qrString = null;
  autostartToken = null;
  launchUrl = null;
  expiresAt = null;
  signedAt = null;
  evidence = null;
  /** What the last start or cancel was refused with. */
  refusal = null;
  blockedUntil = 0;

  #timer = 0;
  /** The last start that made an order: by whom, how, when. */
  #last = null;

  /**
   * Takes up what this tab had before it was loaded anew. What has happened since, the API knows: a signature is not
   * lost with a page.
   */
  async resume() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    if (kept) {
      const { last, ...rest } = kept;
      Object.assign(this, rest);
      this.#last = last;
      await this.collect();
    }
  }

  isLive() {
    return this.status !== null && !ENDS.includes(this.status);
  }

  #changed() {
    const { participant, channel, autostartToken, launchUrl, expiresAt, blockedUntil } = this;
    const kept = { participant, channel, autostartToken, launchUrl, expiresAt, blockedUntil, last: this.#last };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    this.dispatchEvent(new Event('change'));
  }

  /** Registers a participant. Answers what is wrong, or nothing. */
  async register(person, wish) {
    const { call } = await company('register', wish);
    if (call.status !== 201) {
      return call.answer;
    }
    clearTimeout(this.#timer);
    const samePerson = this.participant?.personalNumber === wish.personal_number;
    this.participant = {
      id: call.answer.participants[0].id,
      personalNumber: wish.personal_number,
      mrtd: wish.mrtd,
      ...person,
    };
    this.#clear();
    this.status = null;
    this.refusal = null;
    if (!samePerson) {
      this.blockedUntil = 0;
      this.#last = null;
    }
    this.#changed();
    return null;
  }

  #clear() {
    Object.assign(this, {
      channel: null, hint: null, message: null, qr: null, qrString: null, autostartToken: null,
      launchUrl: null, expiresAt: null, signedAt: null, evidence: null,
    });
  }

  /** Starts, for the customer (`FIRST`) or for somebody elsewhere (`SECOND`). */
  async start(channel, visitor = 'FIRST') {
    const attempt = { kind: channel === 'PHONE' ? 'PHONE' : 'SCREEN', visitor, at: Date.now() };
    const before = { live: this.isLive(), last: this.#last, blockedUntil: this.blockedUntil };
    const answer =
      channel === 'PHONE'
        ? await company('start/phone', this.#named())
        : await company('start', { ...this.#named(), visitor });
    const { call } = answer;
    if (call.status !== 200) {
      this.#refused(call, ruleOf(call, attempt, before));
      return;
    }
    this.#clear();
    this.refusal = null;
    this.channel = channel;
    this.#last = attempt;
    this.autostartToken = call.answer.autostart_token ?? null;
    this.launchUrl = call.answer.launch_urls?.[coarse() ? 'mobile' : 'desktop'] ?? null;
    this.expiresAt = Date.parse(call.answer.expires_at);
    this.#show(answer);
  }

  #refused(call, rule) {
    const retryAt = Date.parse(call.answer?.retry_at ?? '') || 0;
    this.refusal = { status: call.status, problem: call.answer, retryAt, rule, at: Date.now() };
    if (['OTHER_IP', 'PHONE_TWICE', 'MIXED', 'BLOCKED'].includes(rule)) {
      this.blockedUntil = retryAt;
    }
    this.#changed();
    if (this.isLive()) {
      this.collect();
    }
  }

  /** Ends the order. A signing that has ended stays as it is. */
  async cancel() {
    const { call } = await company('cancel', this.#named());
    if (call.status === 204) {
      this.refusal = null;
      await this.collect();
    } else {
      this.#refused(call, this.blockedUntil > Date.now() ? 'BLOCKED' : 'UNSETTLED');
    }
  }

  /** Asks how it stands, and plans the next time. */
  async collect() {
    clearTimeout(this.#timer);
    const { id } = this.participant;
    try {
      const launch = this.channel === 'DEVICE' ? (coarse() ? 'MOBILE' : 'DESKTOP') : 'QR';
      const answer = await company('collect', { participant_id: id, launch });
      if (this.participant.id === id && answer.call.status === 200) {
        this.#show(answer);
        return;
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
    if (this.participant.id === id && this.isLive()) {
      this.#timer = setTimeout(() => this.collect(), AGAIN_MS);
    }
  }

  #show({ call: { answer }, qr }) {
    clearTimeout(this.#timer);
    this.status = answer.status;
    this.hint = answer.hint_code ?? null;
    this.message = answer.user_message ?? null;
    this.qr = qr ?? null;
    this.qrString = answer.qr_string ?? null;
    this.signedAt = answer.signed_at ?? null;
    if (answer.next_collect_ms) {
      this.#timer = setTimeout(() => this.collect(), answer.next_collect_ms);
    }
    this.#changed();
    if (['COMPLETE', 'COLLECT_ERROR'].includes(this.status)) {
      this.#readEvidence();
    }
  }

  async #readEvidence() {
    const { id } = this.participant;
    const { call } = await company('evidence', this.#named());
    if (call.status === 200 && this.participant.id === id) {
      this.evidence = call.answer;
      this.#changed();
    }
  }

  #named() {
    return { participant_id: this.participant.id };
  }
}
