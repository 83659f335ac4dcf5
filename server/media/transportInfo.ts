/** A transport as pages are told of it. */
import type { types } from 'mediasoup';
import type { TransportInfo } from '../../shared/protocol/media.ts';

export function transportInfo({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
}: types.WebRtcTransport): TransportInfo {
  return { id, iceParameters, iceCandidates, dtlsParameters };
}
