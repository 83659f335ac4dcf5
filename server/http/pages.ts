/** The built client: hashed files that may be kept for ever, and the one page that all addresses of the app lead to. */
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';

/** Where `vite build` puts the client. */
export const clientDirectory = join(import.meta.dirname, '../../client/dist');

export function servePages(app: Express): void {
  app.use(
    '/assets',
    express.static(join(clientDirectory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(clientDirectory, { index: false }));
  app.get('/{*path}', (request: Request, response: Response, next) => {
    if (request.path.startsWith('/api/') || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(clientDirectory, 'index.html'));
  });
}
