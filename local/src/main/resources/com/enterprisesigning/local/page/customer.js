import { showConflict } from './conflict.js';
import { doing } from './doing.js';
import { byId, clock, element } from './dom.js';
import { drawQr } from './qr.js';

/** How long an order lives, and how long BankID waits for somebody to open it, both from the start. */
const WINDOW_MS = 180_000;
const TO_OPEN_MS = 30_000;

const other = (visitor) => (visitor === 'FIRST' ? 'SECOND' : 'FIRST');

/** Shows what the customer's browser offers, and what another person's browser would. */
export class Customer {
  #signing;
  #registration;
  #said = '';

  constructor(signing, registration, phone) {
    this.#signing = signing;
    this.#registration = registration;
    const act = (work) => doing('trouble-with-call', async () => {
      await work();
      byId('customer-title').focus({ preventScroll: true });
    });
    document.querySelectorAll('[data-channel]').forEach((start) =>
      start.addEventListener('click', () => act(() => signing.start(start.dataset.channel))));
    byId('cancel').addEventListener('click', () => act(() => signing.cancel()));
    byId('open-app').addEventListener('click', () => phone.open());
    const again = {
      SAME_IP: () => signing.start(signing.channel === 'DEVICE' ? 'DEVICE' : 'QR', signing.visitor),
      OTHER_IP: () => signing.start('QR', other(signing.visitor)),
      CALL: () => signing.start('PHONE'),
    };
    document.querySelectorAll('[data-again]').forEach((button) =>
      button.addEventListener('click', () => act(again[button.dataset.again])));
    signing.addEventListener('change', () => this.show());
    registration.addEventListener('change', () => this.show());
  }

  show() {
    const { participant, status, hint, message, channel, trouble } = this.#signing;
    const live = this.#signing.isLive();
    const signed = status === 'COMPLETE';
    const choosing = this.#registration.isOpen;
    byId('participant').replaceChildren(
      ...(participant ? ['Participant ', element('code', {}, participant.id)] : ['Register first. The registration creates the participant who signs.']));
    byId('starts').hidden = choosing || !participant || live || signed;
    byId('states').replaceChildren(
      ...[status, hint, message?.code].filter(Boolean).map((word) => element('code', { class: `state ${word.toLowerCase()}` }, word)));
    this.#say(signed ? { sv: 'Underskriften är klar.', en: 'Signed. Thank you.' } : message);
    byId('trouble').textContent = trouble ?? '';
    drawQr(channel === 'QR' ? this.#signing.qr : null);
    this.#showLaunch(live && channel === 'DEVICE' && this.#signing.qrString);
    byId('cancel').hidden = !live;
    byId('again').hidden = choosing || !participant || signed || !(status || this.#signing.refusal || this.#signing.personHasOrder());
    byId('again-title').textContent = live ? 'Start again while this order is live' : 'Start again from another IP';
    document.querySelectorAll('[data-again]').forEach((button) => {
      button.hidden = !live && button.dataset.again !== 'OTHER_IP';
    });
    showConflict(this.#signing);
    this.tick();
  }

  /** Hides the button for a role: a role's app opens by itself. */
  #showLaunch(shown) {
    const { participant, launchUrl } = this.#signing;
    byId('launch').hidden = !shown;
    byId('launch-url').textContent = launchUrl ?? '';
    byId('open-app').hidden = Boolean(participant?.role);
  }

  /** Replaces the words only when they differ, because a screen reader reads them out each time. */
  #say(words) {
    const saying = JSON.stringify(words ?? null);
    if (saying !== this.#said) {
      this.#said = saying;
      byId('message').replaceChildren(
        ...(words ? [element('p', { lang: 'sv', class: 'sv' }, words.sv), element('p', { lang: 'en' }, words.en)] : []));
    }
  }

  /** Updates the countdown; called every second. */
  tick() {
    const { expiresAt, qrString } = this.#signing;
    byId('time-left').textContent =
      this.#signing.isLive() && expiresAt
        ? `Ends in ${clock(expiresAt)}${qrString ? `, or in ${clock(expiresAt - WINDOW_MS + TO_OPEN_MS)} if nobody opens it` : ''}.`
        : '';
  }
}
