// Asks the engine of an export: node ask.mjs FOLDER < QUESTIONS. A question and an answer are JSON, one a line each. A question is
// {"search": parameters} or {"suggest": parameters}; an answer has the files that were read and the milliseconds of processor time besides.

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const read = [];
let round = 0;
let inFlight = 0;

// Files that are asked for while none is on its way begin a round.
globalThis.fetch = async address => {
  const path = decodeURIComponent(address.pathname);
  const of = inFlight++ ? round : ++round;
  await new Promise(done => setImmediate(done));
  const bytes = await readFile(path).catch(() => null);
  read.push({ path: path.split('/').slice(-2).join('/'), bytes: bytes?.length ?? 0, round: of });
  inFlight--;
  return bytes ? new Response(bytes) : new Response('', { status: 404 });
};

const entry = JSON.parse(await readFile(join(folder, 'searchnotes-index.json')));
const engine = await import(pathToFileURL(join(folder, entry.engine)));
engine.open(entry);

for await (const line of createInterface({ input: process.stdin })) {
  const [[call, parameters]] = Object.entries(JSON.parse(line));
  read.length = round = 0;
  let result;
  let milliseconds;
  try {
    result = { answer: await engine[call](parameters) };
    result.read = [...read];
    const start = process.cpuUsage();
    await engine[call](parameters); // Once more without loading, for the time of the script alone.
    milliseconds = process.cpuUsage(start).user / 1000;
  } catch (fault) {
    result = { fault: fault.name, message: fault.message, stack: fault.stack };
  }
  console.log(JSON.stringify({ ...result, milliseconds }));
}
