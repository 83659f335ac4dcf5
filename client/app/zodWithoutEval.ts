/**
 * Tells zod not to compile its checks with `new Function`: the content security policy forbids it, and zod's own test of
 * whether it may would be reported as a violation on every page. Imported first of all; see vite.config.ts.
 */
import { config } from 'zod';

config({ jitless: true });
