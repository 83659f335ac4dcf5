/**
 * The page between an identity provider and ours. The session's cookie is SameSite=Strict, and a browser that is being
 * redirected from elsewhere does not send such cookies; what this page leads to comes from our own page, and it does. It also
 * takes the code of the provider out of the browser's history. Without script, for the policy allows none that is not a file.
 */
import type { Request, Response } from 'express';
import { signIn as en } from '../../shared/i18n/signIn/en.ts';
import { signIn as nb } from '../../shared/i18n/signIn/nb.ts';
import { signIn as nn } from '../../shared/i18n/signIn/nn.ts';

const words = { nb, no: nb, nn, en };
const languages = ['nb', 'no', 'nn', 'en'] as const;

/** Answers the page. `path` is our own and of our making: it holds no character that HTML would read otherwise. */
export function returnPage(request: Request, response: Response, path: string): void {
  const language = languages.find((known) => known === request.acceptsLanguages(...languages));
  const { lang, title, back, go } = words[language ?? 'nb'];
  response.status(200).type('html').send(`<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><meta http-equiv="refresh" content="0;url=${path}"></head>
<body><main><h1>${title}</h1><p>${back}</p><p><a href="${path}">${go}</a></p></main></body>
</html>
`);
}
