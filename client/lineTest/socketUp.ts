/** Waits for the line to the server. */
import { ConnectionLost, type MeetingSocket } from '../api/socket.ts';

/** Longer than one attempt to connect and the next, milliseconds. */
const patienceMs = 8_000;

/** Resolves when it is up. @throws ConnectionLost where it does not come up in time, or the server refuses. */
export async function isUp(socket: Pick<MeetingSocket, 'status' | 'onStatus'>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      const { name } = socket.status();
      if (name === 'connecting') return;
      end();
      if (name === 'up') resolve();
      else reject(new ConnectionLost());
    };
    const end = (): void => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      end();
      reject(new ConnectionLost());
    }, patienceMs);
    const stop = socket.onStatus(look);
    look();
  });
}
