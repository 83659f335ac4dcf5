/**
 * Background blur that the machine itself does, in the camera's driver or the system (W3C Media Capture Extensions,
 * "backgroundBlur"): it costs the page nothing. TypeScript's library does not know it.
 */

/** `choice`: the page may choose. `fixed`: the person or the system has chosen. `none`: the machine does not do it. */
export interface PlatformBlur {
  readonly power: 'choice' | 'fixed' | 'none';
  readonly on: boolean;
}

/** What the machine does for this camera now. */
export function platformBlur(camera: MediaStreamTrack): PlatformBlur {
  // Firefox has had no capabilities for long.
  const possible = 'getCapabilities' in camera ? valuesOf(camera.getCapabilities()) : [];
  const settings: object = camera.getSettings();
  const on = 'backgroundBlur' in settings && settings.backgroundBlur === true;
  if (possible.includes(true) && possible.includes(false)) return { power: 'choice', on };
  return { power: on ? 'fixed' : 'none', on };
}

/** Asks the machine for it, or for the picture as it is. Whether it is so then. */
export async function setPlatformBlur(camera: MediaStreamTrack, on: boolean): Promise<boolean> {
  const { power, on: already } = platformBlur(camera);
  if (already === on) return true;
  if (power !== 'choice') return false;
  // New constraints take the place of all others, so those of size and pace are said again.
  const constraints: MediaTrackConstraints & { backgroundBlur: boolean } = {
    ...camera.getConstraints(),
    backgroundBlur: on,
  };
  try {
    await camera.applyConstraints(constraints);
  } catch {
    return false;
  }
  return platformBlur(camera).on === on;
}

function valuesOf(capabilities: object): readonly unknown[] {
  const found = 'backgroundBlur' in capabilities ? capabilities.backgroundBlur : [];
  return Array.isArray(found) ? found : [];
}
