/** Tells when this device's network changes: another Wi-Fi, from Wi-Fi to mobile, back from no network at all. */

/** Calls back at every change. Returns the end of it. */
export function onNetworkChange(tell: () => void): () => void {
  // Only some browsers have Network Information; the others still tell when they come back online.
  const connection =
    'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : null;
  addEventListener('online', tell);
  connection?.addEventListener('change', tell);
  return () => {
    removeEventListener('online', tell);
    connection?.removeEventListener('change', tell);
  };
}
