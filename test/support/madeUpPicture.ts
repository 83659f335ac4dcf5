/** A camera that films a picture of ours: uncompressed video as Chromium's `--use-file-for-fake-video-capture` reads it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const width = 320;
const height = 180;
const perSecond = 12;
/** The side of a square, in points. */
const square = 20;

/** A room that is all sharp edges, with nobody in it: the squares of a chessboard. `remove` takes the file away. */
export async function filmChessboard(): Promise<{ flag: string; remove: () => Promise<void> }> {
  const luma = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      luma[y * width + x] = (Math.floor(x / square) + Math.floor(y / square)) % 2 === 0 ? 235 : 16;
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420\n`);
  const directory = await mkdtemp(join(tmpdir(), 'samrad-film-'));
  const file = join(directory, 'chessboard.y4m');
  await writeFile(file, Buffer.concat([head, ...Array.from({ length: perSecond }, () => frame)]));
  return {
    flag: `--use-file-for-fake-video-capture=${file}`,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** How sharp one picture was, and whose: the mean difference of neighbouring points, of 255. */
export interface Sharpness {
  readonly track: string;
  readonly edges: number;
}

/** Looks at the video of this selector many times a second from now on, and keeps what it sees in the page. */
export async function watchSharpness(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const seen: Sharpness[] = [];
    Object.assign(globalThis, { seen });
    const [columns, rows] = [160, 90];
    const context = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true })!;
    setInterval(() => {
      const video = document.querySelector<HTMLVideoElement>(wanted);
      const stream = video?.srcObject;
      if (!video || !(stream instanceof MediaStream) || video.readyState < 2) return;
      context.drawImage(video, 0, 0, columns, rows);
      const { data } = context.getImageData(0, 0, columns, rows);
      let sum = 0;
      for (let row = 0; row < rows; row++)
        for (let column = 1; column < columns; column++) {
          const at = (row * columns + column) * 4;
          sum += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0));
        }
      seen.push({ track: stream.getVideoTracks()[0]?.id ?? '', edges: sum / (rows * (columns - 1)) });
    }, 50);
  }, selector);
}

/** What has been seen since. */
export function sharpnessSeen(page: Page): Promise<Sharpness[]> {
  return page.evaluate(() => (globalThis as unknown as { seen: Sharpness[] }).seen);
}
