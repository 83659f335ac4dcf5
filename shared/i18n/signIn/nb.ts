/** Bokmål: the page between an identity provider and us, which is seen for a moment. */
export const signIn = { lang: 'nb', title: 'Samråd', back: 'Du sendes tilbake til Samråd.', go: 'Fortsett' };
