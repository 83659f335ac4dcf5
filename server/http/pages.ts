/** The built client: hashed files that may be kept for ever, and the one page that all addresses of the app lead to. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

/** Where `vite build` puts the client. */
export const clientDirectory = join(import.meta.dirname, '../../client/dist');

const assets = join(clientDirectory, 'assets');

/** The build lays compressed copies beside scripts, styles and WebAssembly; the best first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

export function servePages(app: Express): void {
  app.use('/assets', chooseEncoding, express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }));
  // The service worker and what says how the app is installed are asked for anew each time: they decide which build is used.
  app.use(express.static(clientDirectory, { index: false, cacheControl: false, setHeaders: askAnew }));
  app.get('/{*path}', (request: Request, response: Response, next) => {
    if (request.path.startsWith('/api/') || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(clientDirectory, 'index.html'));
  });
}

function askAnew(response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
}

/** Leads a request for one of these to its compressed copy, where there is one that the browser takes. */
function chooseEncoding(request: Request, response: Response, next: NextFunction): void {
  const type = types[extname(request.path)];
  // Names of assets are plain; anything else is left to the static files, which know how to refuse it.
  if (type === undefined || !/^\/[\w.-]+$/.test(request.path)) return next();
  response.vary('Accept-Encoding');
  const found = encodings.find(
    ([encoding, ending]) => request.acceptsEncodings(encoding) && existsSync(join(assets, request.path + ending)),
  );
  if (found) {
    const [encoding, ending] = found;
    request.url = request.path + ending;
    response.type(type).set('Content-Encoding', encoding);
  }
  next();
}
