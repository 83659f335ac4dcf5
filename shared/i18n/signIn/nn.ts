/** Nynorsk: the page between an identity provider and us, which is seen for a moment. */
import type { signIn as nb } from './nb.ts';

export const signIn: typeof nb = {
  lang: 'nn',
  title: 'Samråd',
  back: 'Du blir send tilbake til Samråd.',
  go: 'Hald fram',
};
