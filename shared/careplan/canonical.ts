/**
 * The one form of plain data over which a hash is made: JSON with the names of every object in order and no spaces, as
 * the JSON Canonicalization Scheme (RFC 8785) has it. Server and page make the same text of the same data.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The canonical text of a value. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  // The scheme sorts by UTF-16 code units, as JavaScript compares strings.
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join(',')}}`;
}

/** SHA-256 of a text (as UTF-8) or of bytes, as 64 hexadecimal digits. In a page only where the connection is secure. */
export async function sha256(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : Uint8Array.from(data);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
