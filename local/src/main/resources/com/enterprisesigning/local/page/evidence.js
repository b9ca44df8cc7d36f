import { doing } from './doing.js';
import { button, byId, element } from './dom.js';
import { rendered } from './markdown.js';
import { company, Refused } from './partner.js';
import { written } from './person.js';

const STEPS = {
  XML_SIGNATURE: 'The XML signature is valid for the text and the certificates',
  OCSP_SIGNATURE: 'The OCSP response is signed by its responder',
  CERTIFICATE_CHAIN: 'The certificates lead to BankID’s pinned root',
  OCSP_RESPONDER: 'The issuer of the signer’s certificate authorized the responder',
  CERTIFICATE_STATUS: 'The signer’s certificate was good at the time of signing',
  OCSP_NONCE: 'The OCSP response was made for exactly this signature',
  SIGNED_TEXT: 'The signed text is the registered text, byte for byte',
  SIGNED_FUNCTION: 'The app was asked for a signing, not for an identification',
  SIGNER: 'The signer is the person who was to sign',
  RELYING_PARTY: 'The app named this company to the signer',
  REQUIREMENT: 'The signed conditions fit the signer’s certificate and the registration',
};

let shown = null;

/** Shows what proves the signature, or why it was not accepted. */
export function showEvidence({ evidence, hasNoEvidence }) {
  byId('evidence').hidden = !(evidence || hasNoEvidence);
  if (shown === (evidence ?? hasNoEvidence)) {
    return;
  }
  shown = evidence ?? hasNoEvidence;
  byId('evidence-body').replaceChildren(...(evidence ? all(evidence) : none()));
}

const none = () => [element('p', { class: 'verdict failed' }, 'There is no evidence: BankID no longer recognizes the order.')];

function all(evidence) {
  return [
    element('p', { class: evidence.verified ? 'verdict passed' : 'verdict failed' },
      evidence.verified ? 'Signed, kept and verified.' : 'Signed and kept, but not accepted: the signature does not verify.'),
    facts(evidence),
    element('h3', {}, 'Verification, step by step'),
    element('ol', { class: 'checks' }, evidence.verification.map(step)),
    element('h3', {}, 'The text'),
    element('div', { class: 'signed-text', tabindex: '0', role: 'region', 'aria-label': 'What was signed' }, rendered(evidence.user_visible_data, evidence.user_visible_data_format)),
    raw('BankID’s signature (base64 of XML)', evidence.signature),
    raw('OCSP response (base64 of DER)', evidence.ocsp_response),
    element('p', { class: 'note' }, 'The package has a report to read and print, every certificate, and a script that verifies the signature without this service.'),
    element('p', {},
      button('Save the evidence package', () => doing('evidence-problem', () => savePackage(evidence)), { class: 'primary' }), ' ',
      button('Save evidence.json', () => save('evidence.json', JSON.stringify(evidence, null, 2), 'application/json'))),
    element('div', { id: 'evidence-problem', role: 'status' }),
  ];
}

const facts = ({ user, signed_at, time_stamp, channel, end_user_ip, device, risk, bank_id_issue_date, order_ref, verified }) =>
  element(
    'dl',
    {},
    Object.entries({
      Signer: user && `${user.name}, ${written(user.personal_number)}`,
      'Signed at': new Date(signed_at).toLocaleString('sv-SE') + (verified ? ', according to the OCSP response' : ''),
      'Time stamp': time_stamp
        ? `${new Date(time_stamp.at).toLocaleString('sv-SE')}, by ${time_stamp.authority}`
        : 'not yet: an authority is asked when the order is followed up, 95 seconds after the start',
      Started: channel === 'START_PHONE' ? 'in a call' : `at a screen, from ${end_user_ip}`,
      'The app’s IP': device?.ip_address,
      'BankID issued': bank_id_issue_date?.slice(0, 10),
      'Risk, according to BankID': risk,
      'BankID’s order': order_ref,
    })
      .filter(([, value]) => value)
      .flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );

const step = ({ step: name, passed, reported, detail }) =>
  element(
    'li',
    { class: passed || reported ? 'passed' : 'failed' },
    element('span', { class: 'mark' }, reported ? 'reported' : passed ? 'passed' : 'failed'),
    element('span', {}, STEPS[name] ?? '', ' ', element('code', {}, name), detail ? `: ${detail}` : ''),
  );

const raw = (title, base64) =>
  element('details', {}, element('summary', {}, title), element('pre', { tabindex: '0' }, base64));

async function savePackage({ participant_id, order_ref }) {
  const { file, call } = await company('package', { participant_id });
  if (!file) {
    throw new Refused(call.answer?.message ?? 'The package was not answered. Try again.');
  }
  save(`evidence-${order_ref}.zip`, Uint8Array.from(atob(file), (byte) => byte.charCodeAt(0)), 'application/zip');
}

function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
