/** How the demonstration's content is told: who wrote what into which section, how long ago. */
import type { FieldValue } from '../../shared/careplan/document.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';

/** A value as the demonstration tells it: a day from the day on which it is filled, or a person by key. */
export type DemoValue = FieldValue | { readonly inDays: number } | { readonly person: string };
export type DemoValues = Readonly<Record<string, DemoValue>>;

/** Paragraphs by prose field, single values by field, rows by list. */
export interface DemoContent {
  readonly prose?: Readonly<Record<string, readonly string[]>>;
  readonly record?: DemoValues;
  readonly lists?: Readonly<Record<string, readonly DemoValues[]>>;
}

/** What one person wrote into one section at one time. */
export interface DemoEntry extends DemoContent {
  readonly section: SectionId;
  /** The key of the person who wrote. */
  readonly by: string;
  readonly daysAgo: number;
}
