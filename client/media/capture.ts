/** Opens cameras, microphones and screens. The only place that calls getUserMedia. */
import { deviceProblemOf, type DeviceProblem } from './deviceProblem.ts';
import type { DeviceKind } from './deviceChoice.ts';

export type Captured = { readonly name: 'open'; readonly track: MediaStreamTrack } | CaptureFailure;
export interface CaptureFailure {
  readonly name: 'failed';
  readonly problem: DeviceProblem;
}

/** A device as a choice in a list. */
export interface DeviceOption {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly label: string;
}

/** The browser's devices; null in a page that may not have any, because its address is neither HTTPS nor this machine. */
export const mediaDevices: MediaDevices | null = 'mediaDevices' in navigator ? navigator.mediaDevices : null;

/** 960 × 540 fills a large tile beside the plan and spares old machines: three layers of 540, 270 and 135 lines. */
const cameraSize = { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24, max: 30 } };
/** `noiseSuppression` is a choice: it takes away a fan or a street, and now and then a soft voice or music. */
const voice = (noiseSuppression: boolean): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression,
  autoGainControl: true,
  channelCount: { ideal: 1 },
});
const screenFrameRate = 15;

const deviceKinds: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
};

/** A remembered device that is not there today must not keep somebody out, so its id is a wish and no demand. */
function wish(deviceId: string): MediaTrackConstraints {
  return deviceId === '' ? {} : { deviceId: { ideal: deviceId } };
}

/** Opens the camera. */
export function captureCamera(deviceId: string): Promise<Captured> {
  return capture({ video: { ...cameraSize, ...wish(deviceId) } });
}

/** Opens the microphone. */
export function captureMicrophone(deviceId: string, noiseSuppression: boolean): Promise<Captured> {
  return capture({ audio: { ...voice(noiseSuppression), ...wish(deviceId) } });
}

/**
 * Opens both with one question to the person. Where that fails, each is tried by itself, since browsers refuse the pair
 * when only one of them is missing or forbidden.
 */
export async function captureBoth(
  ids: { camera: string; microphone: string },
  noiseSuppression: boolean,
): Promise<{ camera: Captured; microphone: Captured }> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { ...voice(noiseSuppression), ...wish(ids.microphone) },
      video: { ...cameraSize, ...wish(ids.camera) },
    });
    return { camera: first(stream.getVideoTracks()), microphone: first(stream.getAudioTracks()) };
  } catch {
    const microphone = await captureMicrophone(ids.microphone, noiseSuppression);
    return { microphone, camera: await captureCamera(ids.camera) };
  }
}

/** Whether this browser can share a screen at all; phones cannot. */
export function canShareScreen(): boolean {
  return mediaDevices !== null && 'getDisplayMedia' in mediaDevices;
}

/** Asks for a screen or window. Null where the person changed their mind. Sound comes along where the browser offers it. */
export async function captureScreen(): Promise<{ track: MediaStreamTrack; sound: MediaStreamTrack | null } | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { max: screenFrameRate } },
      audio: true,
    });
    const [track] = stream.getVideoTracks();
    if (!track) return null;
    track.contentHint = 'detail';
    return { track, sound: stream.getAudioTracks()[0] ?? null };
  } catch {
    return null;
  }
}

/** All devices that have a name. Before permission is given browsers hide names, and a list without names helps nobody. */
export async function listDevices(): Promise<DeviceOption[]> {
  const devices = mediaDevices ? await mediaDevices.enumerateDevices() : [];
  return devices
    .filter((device) => device.label !== '' && device.deviceId !== '')
    .map((device) => ({ kind: deviceKinds[device.kind], id: device.deviceId, label: device.label }));
}

async function capture(constraints: MediaStreamConstraints): Promise<Captured> {
  try {
    return first((await navigator.mediaDevices.getUserMedia(constraints)).getTracks());
  } catch (error) {
    return { name: 'failed', problem: deviceProblemOf(error) };
  }
}

function first(tracks: MediaStreamTrack[]): Captured {
  const [track] = tracks;
  return track ? { name: 'open', track } : { name: 'failed', problem: 'missing' };
}
