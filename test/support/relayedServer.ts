/** A server whose media goes over a relay, and the people who come to it with real browsers: made anew for each test of a file. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { freeUdpPort, startApp, type RunningApp } from './app.ts';
import { desktop, launchBrowser, type Device } from './browser.ts';
import { deviceOf } from './gathering.ts';
import { MediaRelay } from './mediaRelay.ts';

export class RelayedServer {
  readonly #seed: number;
  #browser: Browser | null = null;
  #running: { readonly app: RunningApp; readonly relay: MediaRelay } | null = null;
  #devices: Device[] = [];

  private constructor(seed: number) {
    this.#seed = seed;
  }

  /** For the tests of the file that calls it. What the relay does to a line follows from the seed. */
  static forEachTest(seed: number): RelayedServer {
    const relayed = new RelayedServer(seed);
    beforeAll(async () => {
      relayed.#browser = await launchBrowser();
    });
    beforeEach(() => relayed.#start());
    afterEach(() => relayed.#stop());
    afterAll(() => relayed.#browser?.close());
    return relayed;
  }

  get url(): string {
    return this.#now.app.url;
  }

  get relay(): MediaRelay {
    return this.#now.relay;
  }

  /** Those that this test has opened. */
  get devices(): readonly Device[] {
    return this.#devices;
  }

  /** A device of this person, closed after the test. */
  async open(name: string, viewport = desktop): Promise<Device> {
    if (!this.#browser) throw new Error('before the tests of a file there is no browser');
    const device = await deviceOf(this.#browser, this.url, name, viewport);
    this.#devices.push(device);
    return device;
  }

  get #now(): { readonly app: RunningApp; readonly relay: MediaRelay } {
    if (!this.#running) throw new Error('outside a test there is no server');
    return this.#running;
  }

  async #start(): Promise<void> {
    const port = await freeUdpPort();
    const app = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
    this.#running = { app, relay: await MediaRelay.start({ port, seed: this.#seed }) };
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#devices.splice(0).map((device) => device.close()));
    const { app, relay } = this.#now;
    relay.close();
    await app.stop();
    await app.remove();
    this.#running = null;
  }
}
