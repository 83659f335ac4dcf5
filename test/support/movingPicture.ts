/**
 * A small picture that moves, made of plain numbers: no canvas, so that fifteen of them ask nothing of the graphics of a machine that
 * has none. Runs in a page of Chromium, which alone takes frames that a script makes.
 */
declare global {
  interface MediaStreamTrackGenerator extends MediaStreamTrack {
    readonly writable: WritableStream<VideoFrame>;
  }
  var MediaStreamTrackGenerator: new (init: { readonly kind: 'video' }) => MediaStreamTrackGenerator;
}

export interface Moving {
  /** In pixels, both even. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** The two halves of the colour behind the bar, 0–255 each (U and V of BT.601). */
  readonly colour: readonly [u: number, v: number];
}

const [background, bar] = [110, 235];
const barWidth = 12;

/** A bright bar that wanders over a colour, until the page is closed. */
export function movingPicture({ width, height, framesPerSecond, colour }: Moving): MediaStreamTrack {
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = track.writable.getWriter();
  const brightness = width * height;
  const data = new Uint8Array((brightness * 3) / 2);
  data.fill(colour[0], brightness, (brightness * 5) / 4);
  data.fill(colour[1], (brightness * 5) / 4);
  let turn = 0;
  setInterval(() => {
    turn += 1;
    data.fill(background, 0, brightness);
    const left = (turn * 4) % (width - barWidth);
    for (let row = 0; row < height; row += 1) data.fill(bar, row * width + left, row * width + left + barWidth);
    const timestamp = performance.now() * 1_000;
    void writer.write(new VideoFrame(data, { format: 'I420', codedWidth: width, codedHeight: height, timestamp }));
  }, 1_000 / framesPerSecond);
  return track;
}
