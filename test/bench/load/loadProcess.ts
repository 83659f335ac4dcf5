/** The load, in a process of its own: a number of writers in each of a number of documents, and how fast they are served. */
import * as Y from 'yjs';
import { z } from 'zod';
import { sections } from '../../../shared/careplan/sections.ts';
import { proseView } from '../../../shared/careplan/view.ts';
import { answerTo } from '../child.ts';
import { quantile } from '../harness.ts';
import { LoadClient } from './loadClient.ts';
import { Typist } from './typist.ts';
import { wires } from './wires.ts';

const questionSchema = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('connect'),
    wire: z.enum(['samrad', 'hocuspocus']),
    url: z.url(),
    /** A writer of each document for each. */
    cookies: z.array(z.string()),
    documents: z.array(z.string()),
  }),
  z.object({ ask: z.literal('run'), milliseconds: z.number(), window: z.number() }),
  z.object({ ask: z.literal('count') }),
]);
type Question = z.infer<typeof questionSchema>;
type Connect = Question & { ask: 'connect' };

const section = sections['working-notes'];
const field = 'notes';

interface Writer {
  readonly client: LoadClient;
  readonly settings: Connect;
  readonly document: string;
}

let writers: Writer[] = [];
let latencies: number[] = [];

function newClient(settings: Connect, document: string, cookie: string, number: number): LoadClient {
  return new LoadClient({
    url: settings.url,
    cookie,
    wire: wires[settings.wire](document),
    typist: new Typist({ client: number, field }),
    onAcknowledged: (milliseconds) => latencies.push(milliseconds),
    onLost: (code) => {
      throw new Error(`a writer was closed with ${code}`);
    },
  });
}

async function connect(settings: Connect): Promise<void> {
  const { documents, cookies } = settings;
  const places = documents.flatMap((document) => cookies.map((cookie) => ({ document, cookie })));
  writers = places.map(({ document, cookie }, place) => {
    const client = newClient(settings, document, cookie, 1_000 + place);
    return { client, settings, document };
  });
  for (const { client } of writers) await client.open();
  await Promise.all(writers.map(({ client }) => client.begin()));
}

async function run(milliseconds: number, window: number) {
  latencies = [];
  const begun = performance.now();
  const processor = process.cpuUsage();
  for (const { client } of writers) client.start(window);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const counted = latencies;
  latencies = [];
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(processor);
  await Promise.all(writers.map(({ client }) => client.stop()));
  return {
    editsPerSecond: counted.length / seconds,
    p50: quantile(counted, 0.5),
    p99: quantile(counted, 0.99),
    loadCores: (user + system) / 1_000_000 / seconds,
  };
}

/** Edits acknowledged, and letters that one who comes anew finds in the documents: they must be as many. */
async function count() {
  const acknowledged = writers.reduce((sum, { client }) => sum + client.acknowledged, 0);
  const settings = writers[0]?.settings;
  let found = 0;
  for (const document of new Set(writers.map((writer) => writer.document))) {
    if (!settings) break;
    const reader = newClient(settings, document, settings.cookies[0] ?? '', 1);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await reader.open());
    reader.close();
    found += (proseView(doc, section)[field] ?? '').replaceAll('\n', '').length;
  }
  return { acknowledged, found };
}

answerTo(questionSchema, async (question) => {
  if (question.ask === 'connect') return connect(question);
  if (question.ask === 'run') return run(question.milliseconds, question.window);
  return count();
});
