/** Owns the system's tools with which tests make networks of their own. Only root can use them; others go without, and the tests say so. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { ensureSystemPackages } from './systemPackages.mjs';

const IP = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'];

/**
 * @param {object} options
 * @param {import('./progress.mjs').Progress} options.progress
 */
export async function ensureNetworkTools({ progress }) {
  if (process.getuid?.() !== 0 || IP.some((path) => existsSync(path))) return;
  await ensureSystemPackages({ packages: ['iproute2'], purpose: 'Testing with networks that change', progress });
}
