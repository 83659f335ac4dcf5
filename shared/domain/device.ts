/** What a device is called to the person who used it: the browser and the system, never more than they need to know it again. */
import { z } from 'zod';

export const browserSchema = z.enum(['edge', 'firefox', 'samsung', 'chrome', 'safari', 'other']);
export const systemSchema = z.enum(['ipad', 'iphone', 'android', 'windows', 'mac', 'linux', 'other']);

export interface DeviceName {
  readonly browser: z.infer<typeof browserSchema>;
  readonly system: z.infer<typeof systemSchema>;
}

/** The first that fits: Edge says that it is Chrome too, and Chrome that it is Safari. */
const browsers = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['samsung', /\bSamsungBrowser\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
] as const;

const systems = [
  ['ipad', /\biPad\b/],
  ['iphone', /\biPhone\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b|\bCrOS\b/],
] as const;

/** Reads a User-Agent header. */
export function deviceName(userAgent: string | undefined): DeviceName {
  const text = userAgent ?? '';
  return {
    browser: browsers.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
    system: systems.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
  };
}
