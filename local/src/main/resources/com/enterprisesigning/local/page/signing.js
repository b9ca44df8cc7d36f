import { keptAt } from './kept.js';
import { company, NoAnswer, Refused } from './partner.js';
import { blocks, lives, ruleOf } from './rules.js';

const ENDS = ['COMPLETE', 'FAILED', 'COLLECT_ERROR'];

/** How long the page waits before it repeats a call that got no answer. */
const AGAIN_MS = 2000;

const kept = keptAt('signing', (value) => Boolean(value.participant?.id && value.participant.personalNumber));

const isTelephone = () => matchMedia('(pointer: coarse)').matches;

const NOTHING = {
  channel: null, status: null, hint: null, message: null, qr: null, qrString: null, autostartToken: null,
  launchUrl: null, expiresAt: null, evidence: null, hasNoEvidence: false,
};

/**
 * One participant's signing, as the company's page knows it: it starts, polls as often as the API says, and stops at
 * an end state. It dispatches an event `change` at each change.
 */
export class Signing extends EventTarget {
  participant = null;
  /** How and why the last call was refused. */
  refusal = null;
  /** Why the status may be out of date: the last poll got no answer. */
  trouble = null;
  /** When the person's block ends; 0 if there was none. */
  blockedUntil = 0;

  #timer = 0;
  #sent = 0;
  /** The last order started for the person: by whom, how, from when until when, and whether it has ended. */
  #last = null;

  constructor() {
    super();
    Object.assign(this, NOTHING);
  }

  /**
   * Restores this tab's state after a reload. The API knows what has happened since, so a reload does not lose a
   * signature.
   */
  async resume() {
    const { last, ...rest } = kept.read() ?? {};
    if (rest.participant) {
      Object.assign(this, rest);
      this.#last = last;
      if (last) {
        await this.collect();
      }
    }
  }

  isLive() {
    return this.status !== null && !ENDS.includes(this.status);
  }

  /** Who started the person's current or last order. */
  get visitor() {
    return this.#last?.visitor ?? 'FIRST';
  }

  #changed() {
    const { participant, channel, autostartToken, launchUrl, expiresAt, blockedUntil } = this;
    kept.write({ participant, channel, autostartToken, launchUrl, expiresAt, blockedUntil, last: this.#last });
    this.dispatchEvent(new Event('change'));
  }

  /** Sends a call. Returns null if another call was sent after it, because its answer is then out of date. */
  async #ask(action, body) {
    clearTimeout(this.#timer);
    this.#sent += 1;
    const mine = this.#sent;
    const answer = await company(action, { participant_id: this.participant?.id, ...body });
    return mine === this.#sent ? answer : null;
  }

  /** Registers a participant. Returns the problem, or null. */
  async register(person, wish) {
    const { call } = await company('register', { ...wish, idempotency_key: crypto.randomUUID() });
    if (call.status !== 201) {
      return call.answer;
    }
    clearTimeout(this.#timer);
    this.#sent += 1;
    if (this.participant?.personalNumber !== wish.personal_number) {
      this.blockedUntil = 0;
      this.#last = null;
    }
    this.participant = {
      id: call.answer.participants[0].id,
      personalNumber: wish.personal_number,
      mrtd: wish.mrtd,
      ...person,
    };
    Object.assign(this, NOTHING, { refusal: null, trouble: null });
    this.#changed();
    return null;
  }

  /** Starts, for the customer (`FIRST`) or for somebody elsewhere (`SECOND`). */
  async start(channel, visitor = 'FIRST') {
    const byPhone = channel === 'PHONE';
    const attempt = { kind: byPhone ? 'PHONE' : 'SCREEN', visitor, at: Date.now() };
    const idempotency_key = crypto.randomUUID();
    const answer = await this.#asked(byPhone ? 'start/phone' : 'start', byPhone ? { idempotency_key } : { idempotency_key, visitor });
    if (!answer) {
      return;
    }
    if (answer.call.status !== 200) {
      this.#refuse(answer.call, attempt);
      return;
    }
    const started = answer.call.answer;
    const expiresAt = Date.parse(started.expires_at);
    Object.assign(this, NOTHING, {
      channel,
      expiresAt,
      refusal: null,
      blockedUntil: 0,
      autostartToken: started.autostart_token ?? null,
      launchUrl: started.launch_urls?.[isTelephone() ? 'mobile' : 'desktop'] ?? null,
    });
    this.#last = { ...attempt, until: expiresAt, ended: false };
    this.#show(answer);
  }

  /** Cancels the order. A signing that has ended does not change. */
  async cancel() {
    const answer = await this.#asked('cancel');
    if (answer?.call.status === 204) {
      this.refusal = null;
      await this.collect();
    } else if (answer) {
      this.#refuse(answer.call, { kind: 'CANCEL' });
    }
  }

  /** Does the same as `#ask`, but keeps polling a live order if no answer comes. */
  async #asked(action, body) {
    try {
      return await this.#ask(action, body);
    } catch (error) {
      if (this.isLive()) {
        this.#again();
      }
      throw error;
    }
  }

  #refuse(call, attempt) {
    const rule = ruleOf(call, attempt, { last: this.#last, blockedUntil: this.blockedUntil });
    const retryAt = Date.parse(call.answer?.retry_at ?? '') || 0;
    this.refusal = { status: call.status, problem: call.answer, rule, retryAt, at: Date.now() };
    if (call.status === 409 && blocks(rule, retryAt)) {
      this.blockedUntil = retryAt;
    }
    if (rule && !['BLOCKED', 'UNSETTLED'].includes(rule) && !this.isLive()) {
      this.#last = this.#last && { ...this.#last, ended: true };
    }
    this.#changed();
    if (this.isLive()) {
      this.collect();
    }
  }

  /** Polls the state, and schedules the next poll. */
  async collect() {
    try {
      const launch = this.channel !== 'DEVICE' ? 'QR' : isTelephone() ? 'MOBILE' : 'DESKTOP';
      const answer = await this.#ask('collect', { launch });
      if (!answer) {
        return;
      }
      const { status, answer: problem } = answer.call;
      if (status === 200) {
        this.#show(answer);
      } else if (status === 429 || status >= 500) {
        this.#troubled(`The API answered ${status}. The page tries again.`);
      } else {
        this.#lost({ status, problem });
      }
    } catch (error) {
      if (error instanceof NoAnswer) {
        this.#troubled(`${error.message} The page tries again.`);
      } else if (error instanceof Refused) {
        this.#lost({ status: 404, problem: { message: error.message } });
      } else {
        throw error;
      }
    }
  }

  #again() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.collect(), AGAIN_MS);
  }

  #troubled(trouble) {
    this.trouble = trouble;
    this.#changed();
    this.#again();
  }

  /** Gives up, because the session has changed or the local run was restarted. */
  #lost({ status, problem }) {
    Object.assign(this, NOTHING, { trouble: null, refusal: { status, problem, rule: null, at: Date.now() } });
    this.#last = null;
    this.#changed();
  }

  #show({ call: { answer }, qr }) {
    this.trouble = null;
    this.status = answer.status;
    this.hint = answer.hint_code ?? null;
    this.message = answer.user_message ?? null;
    this.qr = qr ?? null;
    this.qrString = answer.qr_string ?? null;
    if (answer.next_collect_ms) {
      this.#timer = setTimeout(() => this.collect(), answer.next_collect_ms);
    } else {
      this.#last = this.#last && { ...this.#last, ended: true };
      this.autostartToken = null;
      this.launchUrl = null;
    }
    this.#changed();
    if (['COMPLETE', 'COLLECT_ERROR'].includes(this.status)) {
      this.#readEvidence();
    }
  }

  /** An order that BankID has lost has no evidence. */
  async #readEvidence() {
    try {
      const answer = await this.#ask('evidence');
      if (answer) {
        const found = answer.call.status === 200;
        this.evidence = found ? answer.call.answer : null;
        this.hasNoEvidence = !found;
        this.#changed();
      }
    } catch (error) {
      this.trouble = error.message;
      this.#changed();
    }
  }

  /** Whether an order of the person may still be running, this participant's or another's. */
  personHasOrder() {
    return lives(this.#last);
  }
}
