/** What a page and its blur worker say to each other. */

/**
 * `streams`: the worker reads the camera's frames and writes the finished ones itself, so that a hidden page goes on.
 * `ticks`: the page hands over one picture for each tick that the worker gives, and shows what comes back.
 */
export type ToWorker =
  | { readonly say: 'streams'; readonly from: ReadableStream<VideoFrame>; readonly to: WritableStream<VideoFrame> }
  | { readonly say: 'ticks' }
  | { readonly say: 'picture'; readonly picture: ImageBitmap };

export type FromWorker =
  /** Hand over a picture, if there is one. */
  | { readonly say: 'tick' }
  | { readonly say: 'finished'; readonly picture: ImageBitmap }
  /** The first picture with a blurred background is out. */
  | { readonly say: 'begun' }
  | ({ readonly say: 'pace' } & Pace)
  /** Something broke; no more pictures come. */
  | { readonly say: 'broken'; readonly reason: string };

/** What was done in one stretch of time. */
export interface Pace {
  /** Pictures that went out. */
  readonly pictures: number;
  /** How long the stretch was, and how much of it went into making them, ms. */
  readonly elapsedMs: number;
  readonly busyMs: number;
}
