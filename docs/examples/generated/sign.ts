// A signing by the generated TypeScript client, from token to evidence: docs/integrate.md#a-generated-client.
//   npx tsc --target es2022 --lib es2022,dom --module commonjs --outDir out sign.ts    (beside the client)
//   API=http://127.0.0.1:8080 node out/sign.js
import { Configuration, EvidenceApi, ProblemFromJSON, ProcessesApi, ResponseError, SigningApi } from './client';
import type { CollectAnswer, StartAnswer } from './client';

// A project that has @types/node needs neither of these.
declare const process: { env: Record<string, string | undefined>; exitCode?: number };
declare function require(module: 'node:fs'): { writeFileSync(file: string, text: string): void };

const API = process.env.API ?? 'http://127.0.0.1:8080';
const TOKEN_URL = process.env.TOKEN_URL ?? `${API}/oauth2/token`;
const CLIENT = process.env.CLIENT ?? 'demo';
const SECRET = process.env.SECRET ?? 'demo';
const SIGNER = process.env.SIGNER ?? '188001019804'; // the sandbox's Signe signs by herself

async function token(): Promise<string> {
  const answer = await fetch(TOKEN_URL, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${CLIENT}:${SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}

async function sign(configuration: Configuration): Promise<void> {
  const registered = await new ProcessesApi(configuration).registerProcess({
    idempotencyKey: crypto.randomUUID(),
    registerProcessRequest: {
      reference: 'loan 17',
      participants: [{ personalNumber: SIGNER, userVisibleData: 'I borrow 100 kronor.' }],
    },
  });
  const participantId = registered.participants[0].id;

  const signing = new SigningApi(configuration);
  let state: StartAnswer | CollectAnswer =
    await signing.start({ idempotencyKey: crypto.randomUUID(), startRequest: { participantId } });
  while (state.nextCollectMs) {
    // Here a page draws state.qrString at once, or takes the code away, and shows state.userMessage.
    console.log(state.status, state.userMessage?.en);
    await new Promise((resolve) => setTimeout(resolve, state.nextCollectMs));
    state = await signing.collect({ collectRequest: { participantId } });
  }
  if (state.status !== 'COMPLETE') throw new Error(state.userMessage?.en);

  const answer = await new EvidenceApi(configuration).getEvidenceRaw({ id: participantId });
  const received = await answer.raw.clone().text();
  const evidence = await answer.value();
  if (!evidence.verified || evidence.user.personalNumber !== SIGNER) {
    throw new Error('the evidence is not verified, or names another person');
  }
  require('node:fs').writeFileSync('evidence.json', received); // with members that this client does not know
  console.log(`evidence.json: ${evidence.user.name} signed at ${evidence.signedAt.toISOString()}`);
}

// An error's body is a Problem, or has a message if the API gateway answered.
async function reason({ response }: ResponseError): Promise<string> {
  const body = await response.json();
  return `${response.status} ${body.reason ? ProblemFromJSON(body).reason.code : body.message}`;
}

token()
  .then((value) => sign(new Configuration({ basePath: API, accessToken: `Bearer ${value}` })))
  .catch(async (error: Error) => {
    console.error(error instanceof ResponseError ? await reason(error) : error.message);
    process.exitCode = 1;
  });
