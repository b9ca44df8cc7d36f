import { showBlock } from './conflict.js';
import { Customer } from './customer.js';
import { doing } from './doing.js';
import { byId } from './dom.js';
import { showEvidence } from './evidence.js';
import { showOrders } from './orders.js';
import { calls } from './partner.js';
import { Phone } from './phone.js';
import { Registration } from './registration.js';
import { Signing } from './signing.js';
import { writeDown } from './timeline.js';

const signing = new Signing();
const phone = new Phone(signing);
const registration = new Registration(signing);
const customer = new Customer(signing, registration, phone);

let evidenceOf = null;
let ordersOf = '';

signing.addEventListener('change', () => {
  const { participant, status, hint, refusal, evidence } = signing;
  showEvidence(signing);
  if (evidence && evidence.order_ref !== evidenceOf) {
    evidenceOf = evidence.order_ref;
    if (!registration.isOpen) {
      byId('evidence-title').focus({ preventScroll: true });
    }
  }
  const now = [participant?.id, status, hint, refusal?.at].join();
  if (participant && now !== ordersOf) {
    ordersOf = now;
    showOrders(participant.personalNumber);
  }
});

calls.addEventListener('call', ({ detail }) => writeDown(detail));
setInterval(() => {
  customer.tick();
  showBlock(signing.blockedUntil);
}, 1000);

await doing('registration-problem', async () => {
  await signing.resume();
  await registration.fill();
  customer.show();
});
document.body.dataset.ready = 'true';
