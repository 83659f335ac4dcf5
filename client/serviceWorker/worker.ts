/**
 * The service worker: keeps the page's own code, styles, fonts and words on the device, so that the app opens without a
 * network. One cache for each build; a new build waits until a page says that it may take over. Built into /sw.js.
 */
import { decide } from './answer.ts';
import { takeOver } from './takeOver.ts';

/** What the browser gives a service worker and TypeScript's library for pages does not know. */
interface Happening extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchHappening extends Happening {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Happening) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchHappening) => void): void;
  addEventListener(type: 'message', listener: (event: Happening & { readonly data: unknown }) => void): void;
}
declare const self: WorkerScope;
/** Put in by the build: a number of its own, and the paths of its files. */
declare const samradBuild: { readonly version: string; readonly files: readonly string[] };

const { version, files } = samradBuild;
const cachePrefix = 'samrad-';
const cacheName = cachePrefix + version;
/** The page that all addresses of the app lead to. */
const home = '/';
const known = { origin: self.location.origin, files: new Set(files) };
/** A network that does not answer a navigation in this time counts as none, ms. */
const patienceMs = 3_000;

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const decision = decide(event.request, known);
  if (decision === 'file') event.respondWith(file(event.request));
  else if (decision === 'page') event.respondWith(page(event.request));
});

/** Hashed files that an older build has too are taken from there; the rest comes from the network, past the browser's cache. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    [home, ...files].map(async (path) => {
      const there = path.startsWith('/assets/') ? await caches.match(path) : undefined;
      if (there) await cache.put(path, there);
      else await cache.add(new Request(path, { cache: 'reload' }));
    }),
  );
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}

/** The newest page where the network has one; a server that is down behind its proxy counts as no network. */
async function page(request: Request): Promise<Response> {
  const kept = (await caches.open(cacheName)).match(home);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const asked = fetch(request);
  try {
    const answer = await Promise.race([asked, late]);
    if (answer && answer.status < 500) return answer;
  } catch {
    // The kept page, below.
  }
  return (await kept) ?? asked;
}
