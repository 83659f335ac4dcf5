/** What a browser would say of its media, written by hand: enough for a worker to make producers of it. */
import type { RequestInput } from '../../../shared/protocol/requests.ts';
import type { MediaSource } from '../../../shared/protocol/types.ts';
import type { MeetingPage } from '../meetings/meetingPage.ts';

export type RtpParameters = RequestInput<'media:produce'>['rtpParameters'];

/** Payload types as this file's browser chose them: not the router's, so that the mapping is used. */
const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
const vp8 = { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 };
const rtx = { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } };

let ssrc = 1_000;
let mid = 0;

/** Speech. */
export function speech(): RtpParameters {
  const parameters = { minptime: 10, useinbandfec: 1, usedtx: 1 };
  const codecs = [{ ...opus, parameters, rtcpFeedback: [{ type: 'nack', parameter: '' }, { type: 'transport-cc' }] }];
  return { mid: `${mid++}`, codecs, encodings: [{ ssrc: ssrc++ }], rtcp: { cname: 'fugl', reducedSize: true } };
}

/** A camera in three layers. */
export function camera(): RtpParameters {
  const feedback = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }];
  const encodings = [1, 2, 3].map((layer) => ({
    ssrc: ssrc++,
    rtx: { ssrc: ssrc++ },
    maxBitrate: layer * 100_000,
    scalabilityMode: 'L1T3',
  }));
  return { mid: `${mid++}`, codecs: [{ ...vp8, rtcpFeedback: feedback }, rtx], encodings };
}

/** Produces a source on a page's sending transport; answers the producer's id. */
export async function send(
  page: MeetingPage,
  transportId: string,
  source: MediaSource,
  options: { paused?: boolean } = {},
): Promise<string> {
  const rtpParameters = source === 'camera' || source === 'screen' ? camera() : speech();
  const { paused = false } = options;
  return (await page.get('media:produce', { transportId, source, rtpParameters, paused })).producerId;
}
