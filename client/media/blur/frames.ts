/**
 * Pictures of a camera as streams, in browsers that have them (W3C "MediaStreamTrack Insertable Media Processing using
 * Streams"): types that TypeScript's library does not know, and whether they are there.
 */

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
interface TrackGenerator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>;
}
interface FrameStreams {
  readonly MediaStreamTrackProcessor: new (of: { track: MediaStreamTrack; maxBufferSize: number }) => TrackProcessor;
  readonly MediaStreamTrackGenerator: new (of: { kind: 'video' }) => TrackGenerator;
}

/** Null where the browser has none for pages: Firefox, and Safari, which has them only in workers. */
export function frameStreams(): FrameStreams | null {
  const scope: object = globalThis;
  return hasFrameStreams(scope) ? scope : null;
}

function hasFrameStreams(scope: object): scope is FrameStreams {
  return 'MediaStreamTrackProcessor' in scope && 'MediaStreamTrackGenerator' in scope;
}
