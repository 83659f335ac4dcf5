/** mediasoup-client's device: what this browser can encode and decode, matched with what the server's router takes. */
import { Device, type types as mediasoup } from 'mediasoup-client';

let warm: Promise<Device> | null = null;
let loaded: { readonly key: string; readonly device: Device } | null = null;

/**
 * Finds out which browser this is, and wakes its WebRTC machinery, which takes a while the first time. Called while the
 * person is still busy with the device check. Never fails: what is wrong shows, and is told, when a device is needed.
 */
export async function warmUp(): Promise<void> {
  warm ??= Device.factory();
  const connection = new RTCPeerConnection();
  connection.addTransceiver('audio');
  connection.addTransceiver('video');
  await Promise.allSettled([warm, connection.createOffer()]);
  connection.close();
}

/** A device for this router. The last one is used again where the router has the same capabilities, as after a restart. */
export async function deviceFor(routerRtpCapabilities: mediasoup.RtpCapabilities): Promise<Device> {
  const key = JSON.stringify(routerRtpCapabilities);
  if (loaded?.key === key) return loaded.device;
  const device = await (warm ?? Device.factory());
  warm = null;
  await device.load({ routerRtpCapabilities });
  loaded = { key, device };
  return device;
}
