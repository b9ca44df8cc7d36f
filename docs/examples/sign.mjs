// From token to evidence with Node 20 or later and no library; docs/integrate.md explains each step.
//   API=http://127.0.0.1:8080 node docs/examples/sign.mjs
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const API = process.env.API ?? 'http://127.0.0.1:8080';
const CLIENT = process.env.CLIENT ?? 'demo';
const SECRET = process.env.SECRET ?? 'demo';
const TOKEN_URL = process.env.TOKEN_URL ?? `${API}/oauth2/token`;
const SIGNER = process.env.SIGNER ?? '188001019804'; // the sandbox's Signe signs by herself

class Refused extends Error {
  constructor(status, code, message, retryAfter) {
    super(`${status} ${code}: ${message}`);
    Object.assign(this, { status, code, retryAfter });
  }
}

// One token for all calls, until half a minute before it expires.
let token = { value: '', until: 0 };
async function accessToken() {
  if (Date.now() > token.until) {
    const answer = await fetch(TOKEN_URL, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${CLIENT}:${SECRET}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
    const { access_token, expires_in } = await answer.json();
    token = { value: access_token, until: Date.now() + (expires_in - 30) * 1000 };
  }
  return token.value;
}

async function once(method, path, body, key) {
  const answer = await fetch(API + path, {
    method,
    headers: {
      Authorization: `Bearer ${await accessToken()}`,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(35_000), // the API answers within 30 seconds
  });
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : undefined;
  const problem = JSON.parse(text);
  throw new Refused(answer.status, problem.reason?.code ?? 'GATEWAY',
    problem.reason?.message ?? problem.message, Number(answer.headers.get('Retry-After') ?? 1));
}

// Sends the same again, with the same key, where the answer was lost or the service says that it may help.
async function call(method, path, body, key) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(method, path, body, key);
    } catch (error) {
      const noAnswer = !(error instanceof Refused);
      const again = noAnswer || [401, 429, 500, 503].includes(error.status) || error.code === 'REQUEST_IN_PROGRESS';
      if (!again || attempt === (error.code === 'RFA5_BANKID_UNAVAILABLE' ? 2 : 3)) throw error;
      if (error.status === 401) token.until = 0;
      await wait((error.retryAfter ?? 1) * 1000 * attempt);
    }
  }
}

const registered = await call('POST', '/signing/processes', {
  reference: 'loan 17',
  participants: [{ personal_number: SIGNER, user_visible_data: 'I borrow 100 kronor.' }],
}, randomUUID());
const participant_id = registered.participants[0].id;
console.log('registered', participant_id);

// A server with the scope signing/on-behalf also sends end_user_ip here.
let state = await call('POST', '/signing/start', { participant_id }, randomUUID());
let running = true;
process.once('SIGINT', async () => { // whoever leaves frees the person
  if (running) await once('POST', '/signing/cancel', { participant_id }).catch(() => {});
  process.exit(130);
});
while (state.next_collect_ms) {
  // Here a page draws state.qr_string at once, or takes the code away, and shows state.user_message.
  console.log(state.status, state.hint_code ?? '', state.user_message.en);
  await wait(state.next_collect_ms);
  state = await call('POST', '/signing/collect', { participant_id });
}
running = false;
console.log(state.status, state.hint_code ?? state.signed_at ?? '');

if (state.status !== 'COMPLETE') {
  console.error(state.user_message.en);
  process.exit(1);
}
const evidence = await call('GET', `/signing/participants/${participant_id}/evidence`);
if (!evidence.verified || evidence.user.personal_number !== SIGNER) {
  throw new Error('the evidence is not verified, or names another person');
}
writeFileSync('evidence.json', JSON.stringify(evidence)); // keep it where you keep contracts
console.log(`evidence.json: ${evidence.user.name} signed at ${evidence.signed_at}`);
