/** English: the page between an identity provider and us, which is seen for a moment. */
import type { signIn as nb } from './nb.ts';

export const signIn: typeof nb = {
  lang: 'en',
  title: 'Samråd',
  back: 'You are being taken back to Samråd.',
  go: 'Go on',
};
