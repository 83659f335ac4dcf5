/** The smallest valid input of a schema, so that a test of every route meets each route's own checks and not those of its form. */
import { z } from 'zod';

/** 22 characters that are an id of nothing, 64 that are a hash of nothing, another kind of id, and keys of end-to-end encryption. */
const candidates = [
  'AAAAAAAAAAAAAAAAAAAAAA',
  'a'.repeat(64),
  'a',
  '1',
  '00000000-0000-4000-8000-000000000000',
  'a'.repeat(87),
  'a'.repeat(43),
];

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** @throws where the schema is of a kind that this does not know, or what was made is not valid after all. */
export function validInput(schema: z.ZodType): unknown {
  const made = sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
  return schema.parse(made) && made;
}

function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice?.[0]) return sample(choice[0]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? { type: 'null' })]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return Math.max(0, schema.minimum ?? 0);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case undefined:
      // What zod cannot say more of is an object of somebody else's.
      return {};
    default:
      throw new Error(`No sample is known for ${JSON.stringify(schema)}.`);
  }
}

function text({ pattern, format }: Schema): string {
  if (format === 'date-time') return '2026-01-01T00:00:00.000Z';
  if (format === 'date') return '2026-01-01';
  const fits = candidates.find((candidate) => !pattern || new RegExp(pattern).test(candidate));
  if (fits === undefined) throw new Error(`No sample is known for the pattern ${pattern}.`);
  return fits;
}
