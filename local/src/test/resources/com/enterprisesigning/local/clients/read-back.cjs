// Reads each body of bodies.json by the generated client, and writes it to read.json.
const fs = require('node:fs');
const path = require('node:path');
const client = require(path.resolve('out/client'));

const bodies = JSON.parse(fs.readFileSync('bodies.json', 'utf8'));
for (const body of bodies) {
  body.body = client[`${body.schema}ToJSON`](client[`${body.schema}FromJSON`](body.body));
}
fs.writeFileSync('read.json', JSON.stringify(bodies));
