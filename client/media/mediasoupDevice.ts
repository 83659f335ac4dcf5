/** mediasoup-client's device: what this browser can encode and decode, matched with what the server's router takes. */
import { Device, type types as mediasoup } from 'mediasoup-client';

let loaded: { readonly key: string; readonly device: Promise<Device> } | null = null;

/**
 * A device for this router. The last one is used again where the router has the same capabilities, as all of a server's
 * have. Making one wakes the browser's WebRTC machinery, which takes a while the first time, so one is made beforehand.
 */
export function deviceFor(routerRtpCapabilities: mediasoup.RtpCapabilities): Promise<Device> {
  const key = JSON.stringify(routerRtpCapabilities);
  if (loaded?.key === key) return loaded.device;
  const device = load(routerRtpCapabilities).catch((error: unknown) => {
    if (loaded?.device === device) loaded = null;
    throw error;
  });
  loaded = { key, device };
  return device;
}

async function load(routerRtpCapabilities: mediasoup.RtpCapabilities): Promise<Device> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities });
  return device;
}
