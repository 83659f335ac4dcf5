/** Starts the DTLS handshakes of transports; a page may ask twice for the same one. */
import { isDeepStrictEqual } from 'node:util';
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { withPageParameters } from './mediaFaults.ts';
import { dtlsParameters, parsed } from './mediaSchemas.ts';

export class Handshakes {
  /** What each transport was connected with, so that asking twice does no harm. */
  readonly #connected = new Map<string, types.DtlsParameters>();

  /** @throws SamradError `bad-request`, `wrong-state`, `media-unavailable`. */
  async start(transport: types.WebRtcTransport, given: unknown): Promise<void> {
    const parameters = parsed(dtlsParameters, given);
    const before = this.#connected.get(transport.id);
    if (before && isDeepStrictEqual(before, parameters)) return;
    if (before) throw new SamradError('wrong-state');
    this.#connected.set(transport.id, parameters);
    try {
      await withPageParameters(() => transport.connect({ dtlsParameters: parameters }));
    } catch (error) {
      this.#connected.delete(transport.id);
      throw error;
    }
  }
}
