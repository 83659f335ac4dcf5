/** Making and using a passkey: the server's question goes to the browser, the browser's answer to the server. */
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { SamradError } from '../../shared/protocol/errors.ts';
import { call } from '../api/rest.ts';

/** The person said no, has no key here, or the browser can't. */
export class NoPasskey extends Error {}

/** Registers a key for whom an invitation is for; one is signed in afterwards. @throws SamradError, NoPasskey */
export async function registerPasskey(token: string): Promise<void> {
  const { options } = await call('passkeyRegistration', {}, { token });
  const made = await byBrowser(() =>
    // What the server's library writes is what the browser's library reads.
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
  const { id, rawId, type, response } = made;
  const { clientDataJSON, attestationObject } = response;
  const credential = { id, rawId, type, clientExtensionResults: {} };
  await call(
    'registerPasskey',
    {},
    { token, credential: { ...credential, response: { clientDataJSON, attestationObject } } },
  );
}

/** Signs in by a key of this device or one beside it. @throws SamradError, NoPasskey */
export async function signInByPasskey(): Promise<void> {
  const { options } = await call('passkeyChallenge', {}, {});
  const made = await byBrowser(() =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  );
  const { id, rawId, type, response } = made;
  const { clientDataJSON, authenticatorData, signature } = response;
  const credential = { id, rawId, type, clientExtensionResults: {} };
  await call(
    'passkeySignIn',
    {},
    { credential: { ...credential, response: { clientDataJSON, authenticatorData, signature } } },
  );
}

async function byBrowser<Made>(make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof SamradError) throw error;
    throw new NoPasskey();
  }
}
