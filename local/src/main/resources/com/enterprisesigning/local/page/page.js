import { byId, clock, element } from './dom.js';
import { showBlock, showConflict } from './conflict.js';
import { showEvidence } from './evidence.js';
import { showOrders } from './orders.js';
import { calls, roles, Unreachable } from './partner.js';
import { anybody, written } from './person.js';
import { Phone } from './phone.js';
import { Signing } from './signing.js';
import { writeDown } from './timeline.js';

const PLAIN = 'Loan agreement 4711\n\nI borrow 100 000 kronor from Example Bank, to be paid back over five years, and have read its terms.';
const MARKDOWN = '# Loan agreement 4711\n\nI borrow **100 000 kronor** from *Example Bank*:\n\n- to be paid back over five years\n- at an interest of 4.2 %\n\nI have read the terms.';

const signing = new Signing();
const phone = new Phone(signing);

/** Does what a click asks for, and shows where it could not be done. */
async function doing(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      throw error;
    }
    byId('conflict').replaceChildren(element('p', { class: 'alert' }, error.message));
  }
}

// 1. Who signs, and what

let known = [];

async function fillPersons() {
  known = await roles();
  byId('person').replaceChildren(
    element('option', { value: '' }, 'You: play the phone yourself'),
    element('optgroup', { label: 'Plays by itself' },
      known.map((role) => element('option', { value: role.personal_number }, role.name))),
  );
}

const chosenRole = () => known.find((role) => role.personal_number === byId('person').value) ?? null;

function showPerson() {
  const role = chosenRole();
  byId('own-number').hidden = Boolean(role);
  byId('person-plays').textContent = role ? role.description : '';
}

async function register(event) {
  event.preventDefault();
  const role = chosenRole();
  const personalNumber = role?.personal_number ?? byId('personal-number').value.replaceAll(/\D/g, '');
  const text = byId('text').value;
  const format = byId('markdown').checked ? 'SIMPLE_MARKDOWN_V1' : 'PLAINTEXT';
  const problem = await signing.register(
    { role, name: role?.name ?? 'You', text, format },
    {
      personal_number: personalNumber,
      user_visible_data: text,
      user_visible_data_format: format,
      mrtd: byId('mrtd').checked,
    },
  );
  byId('registration-problem').replaceChildren(
    ...(problem ? [element('p', { class: 'alert' }, problem.detail ?? problem.reason?.message ?? problem.message)] : []),
  );
  if (!problem) {
    showRegistered(true);
    byId('customer-title').focus();
  }
}

/** Who chooses another participant starts nothing for the one before. */
const isChoosing = () => !byId('registration').hidden;

function showRegistered(registered) {
  byId('registration').hidden = registered;
  byId('registered').hidden = !registered;
  showSigning();
  if (registered) {
    const { name, personalNumber, text } = signing.participant;
    byId('registered-what').textContent = `${name}, ${written(personalNumber)}: “${text.split('\n')[0].replace(/^#+ /, '')}”`;
  }
}

byId('change').addEventListener('click', () => {
  showRegistered(false);
  byId('person').focus();
});

byId('person').addEventListener('change', showPerson);
byId('registration').addEventListener('submit', (event) => doing(() => register(event)));
byId('personal-number').value = written(anybody());
byId('text').value = PLAIN;
byId('markdown').addEventListener('change', ({ target }) => {
  const [from, to] = target.checked ? [PLAIN, MARKDOWN] : [MARKDOWN, PLAIN];
  if (byId('text').value === from) {
    byId('text').value = to;
  }
});

// 2. The customer's browser

document.querySelectorAll('[data-channel]').forEach((start) =>
  start.addEventListener('click', () => doing(() => signing.start(start.dataset.channel))));
byId('open-app').addEventListener('click', () => phone.open());
byId('cancel').addEventListener('click', () => doing(() => signing.cancel()));

const AGAIN = {
  SAME_IP: () => signing.start(signing.channel === 'DEVICE' ? 'DEVICE' : 'QR'),
  OTHER_IP: () => signing.start('QR', 'SECOND'),
  CALL: () => signing.start('PHONE'),
};
document.querySelectorAll('[data-again]').forEach((again) =>
  again.addEventListener('click', () => doing(AGAIN[again.dataset.again])));

const svg = (name, attributes) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

/** The quiet zone around a QR code, in modules (ISO/IEC 18004). */
const QUIET = 4;

function drawQr() {
  const { qr, channel } = signing;
  if (!qr || channel !== 'QR') {
    byId('qr').replaceChildren();
    return;
  }
  const side = qr.size + 2 * QUIET;
  const drawing = svg('svg', {
    viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, role: 'img', 'aria-label': 'QR code to scan with the BankID app',
    'shape-rendering': 'crispEdges',
  });
  drawing.append(svg('rect', { x: -QUIET, y: -QUIET, width: side, height: side, fill: '#fff' }), svg('path', { d: qr.path, fill: '#000' }));
  byId('qr').replaceChildren(drawing);
}

let said = '';

/** The words change only when they are others: a screen reader reads them out each time. */
function showMessage() {
  const { status, message } = signing;
  const words = status === 'COMPLETE' ? { sv: 'Underskriften är klar.', en: 'Signed. Thank you.' } : message;
  const saying = JSON.stringify(words);
  if (saying !== said) {
    said = saying;
    byId('message').replaceChildren(
      ...(words ? [element('p', { lang: 'sv', class: 'sv' }, words.sv), element('p', { lang: 'en' }, words.en)] : []));
  }
}

function showSigning() {
  const { participant, status, hint, message, channel } = signing;
  const live = signing.isLive();
  byId('participant').replaceChildren(
    ...(participant
      ? ['Participant ', element('code', {}, participant.id)]
      : ['Register first: that gives a participant to sign.']));
  byId('starts').hidden = isChoosing() || !participant || live || status === 'COMPLETE';
  byId('signing').hidden = !status;
  showAgain(live);
  byId('states').replaceChildren(
    ...[status, hint, message?.code].filter(Boolean).map((word) => element('code', { class: `state ${word.toLowerCase()}` }, word)));
  showMessage();
  drawQr();
  byId('launch').hidden = !(live && channel === 'DEVICE' && signing.qrString);
  byId('launch-url').textContent = signing.launchUrl ?? '';
  byId('cancel').hidden = !live;
  showConflict(signing);
  showEvidence(signing.evidence);
  showTimeLeft();
}

/** While an order lives, what would meet it; after it, the one that may still meet its memory. */
function showAgain(live) {
  byId('again').hidden = isChoosing() || !signing.status || signing.status === 'COMPLETE';
  byId('again-title').textContent = live ? 'Start once more, while this order lives' : 'Or elsewhere';
  document.querySelectorAll('[data-again]').forEach((again) => {
    again.hidden = !live && again.dataset.again !== 'OTHER_IP';
  });
}

function showTimeLeft() {
  const { expiresAt } = signing;
  byId('time-left').textContent =
    signing.isLive() && expiresAt ? `Ends in ${clock(expiresAt)}${signing.qrString ? '; unopened, 30 seconds after its start' : ''}.` : '';
}

let ordersAt = '';

signing.addEventListener('change', () => {
  showSigning();
  const { participant, status, hint, refusal } = signing;
  const now = [participant?.id, status, hint, refusal?.at].join();
  if (participant && now !== ordersAt) {
    ordersAt = now;
    doing(() => showOrders(participant.personalNumber));
  }
});

let evidenceOf = null;
signing.addEventListener('change', () => {
  if (signing.evidence && signing.evidence.order_ref !== evidenceOf) {
    evidenceOf = signing.evidence.order_ref;
    byId('evidence-title').focus({ preventScroll: true });
  }
});

calls.addEventListener('call', ({ detail }) => writeDown(detail));
setInterval(() => {
  showTimeLeft();
  showBlock(signing.blockedUntil);
}, 1000);

doing(async () => {
  await fillPersons();
  showPerson();
  await signing.resume();
  if (signing.participant) {
    showRegistered(true);
  } else {
    showSigning();
  }
  document.body.dataset.ready = 'true';
});
