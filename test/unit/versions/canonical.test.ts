/** The canonical form of plain data, and what of a document it is made over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalJson, sha256, type Json } from '../../../shared/careplan/canonical.ts';
import { sectionContent } from '../../../shared/careplan/content.ts';
import { addRow, proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import { restoreSection } from '../../../shared/careplan/restore.ts';
import { sectionSeal, shortHash, versionSeal } from '../../../shared/careplan/seal.ts';
import { listPart, sections } from '../../../shared/careplan/sections.ts';

describe('canonical JSON', () => {
  test('V2: the order in which names were written makes no difference, the order of a list does', () => {
    expect(canonicalJson({ b: 1, a: ['å', null, true] })).toBe('{"a":["å",null,true],"b":1}');
    expect(canonicalJson({ a: ['å', null, true], b: 1 })).toBe(canonicalJson({ b: 1, a: ['å', null, true] }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  test('V2: it is JSON that says the same, and has one form only', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });

  test('V2: names are sorted as RFC 8785 sorts them, by UTF-16 code units', () => {
    expect(
      Object.keys(JSON.parse(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '\ud83d\ude00': 4 })) as object),
    ).toEqual(['\r', '\u20ac', '\ud83d\ude00', '\ufb33']);
  });

  test('V2: the hash is SHA-256', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256(new TextEncoder().encode('abc'))).toBe(await sha256('abc'));
    expect(shortHash(await sha256('abc'))).toBe('ba78 16bf 8f01 cfea');
  });
});

const whatMatters = sections['what-matters'];

function typed(...pieces: readonly { insert: string; attributes?: object }[]): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.applyDelta([...pieces]);
  paragraph.insert(0, [text]);
  return paragraph;
}

describe('the content of a section', () => {
  test('V2: text that was written in another order, by other people, has the same form', () => {
    const atOnce = new Y.Doc();
    proseOf(atOnce, 'goals').insert(0, [typed({ insert: 'På hytta i påsken' })]);
    const bitByBit = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('i påsken')]);
    proseOf(bitByBit, 'goals').insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText('På hytta ')]);
    const form = (doc: Y.Doc) => canonicalJson(sectionContent(doc, whatMatters));
    expect(form(bitByBit)).toBe(form(atOnce));
  });

  test('V2: marks are in it, so bold text is not the same as plain', () => {
    const form = (attributes?: object) => {
      const doc = new Y.Doc();
      proseOf(doc, 'goals').insert(0, [typed(attributes ? { insert: 'ro', attributes } : { insert: 'ro' })]);
      return canonicalJson(sectionContent(doc, whatMatters));
    };
    expect(form({ strong: {}, em: {} })).toBe(form({ em: {}, strong: {} }));
    expect(form({ strong: {} })).not.toBe(form());
  });

  test('V1: nothing that was written is left out for being long', () => {
    const doc = new Y.Doc();
    const long = 'a'.repeat(50_000);
    addRow(doc, listPart('contacts'), { who: 'Nabo', about: long });
    expect(canonicalJson(sectionContent(doc, sections.contacts))).toContain(long);
  });
});

describe('seals', () => {
  const section = { section: 'contacts', salt: 'saltsaltsaltsaltsalt00', content: '{}', documentHash: 'aa' } as const;

  test.each(['section', 'salt', 'content', 'documentHash'] as const)('V2: a section’s %s is sealed', async (field) => {
    expect(await sectionSeal({ ...section, [field]: 'tasks' })).not.toBe(await sectionSeal(section));
  });

  test('V2: each thing that is said of a version is sealed', async () => {
    const version = {
      planId: 'p',
      number: 1,
      name: 'n',
      reason: 'r',
      corrects: null,
      previousHash: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: { personId: 'i', name: 'k', role: 'gp', organisation: 'o' },
      sections: [{ section: 'contacts', hash: 'h' }],
    } as const;
    const seals = await Promise.all([
      versionSeal(version),
      ...Object.keys(version)
        .filter((field) => field !== 'createdBy' && field !== 'sections')
        .map((field) => versionSeal({ ...version, [field]: 'annet' })),
      ...Object.keys(version.createdBy).map((field) =>
        versionSeal({ ...version, createdBy: { ...version.createdBy, [field]: 'annet' } }),
      ),
      versionSeal({ ...version, sections: [] }),
      versionSeal({ ...version, sections: [{ section: 'contacts', hash: 'annet' }] }),
    ]);
    expect(new Set(seals).size).toBe(seals.length);
  });
});

describe('restoring', () => {
  /** Steps that people take in a section with prose, single values and a list. */
  const step = fc.oneof(
    fc.record({ what: fc.constant('write' as const), text: fc.string({ minLength: 1 }) }),
    fc.record({ what: fc.constant('clear' as const) }),
    fc.record({ what: fc.constant('set' as const), text: fc.string() }),
    fc.record({ what: fc.constant('add' as const), text: fc.string() }),
    fc.record({ what: fc.constant('remove' as const), at: fc.nat(5) }),
    fc.record({ what: fc.constant('change' as const), at: fc.nat(5), text: fc.string() }),
  );
  const list = listPart('disease', 'treatments');

  function take(doc: Y.Doc, done: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
    const rows = rowsOf(doc, list.id);
    const row = 'at' in done ? [...rows.keys()].sort()[done.at] : undefined;
    switch (done.what) {
      case 'write':
        return proseOf(doc, 'patient-knows').insert(0, [typed({ insert: done.text })]);
      case 'clear':
        return proseOf(doc, 'patient-knows').delete(0, proseOf(doc, 'patient-knows').length);
      case 'set':
        return void recordOf(doc).set('diagnosis', done.text);
      case 'add':
        return void addRow(doc, list, { what: done.text, state: 'ongoing' });
      case 'remove':
        return void (row !== undefined && rows.delete(row));
      case 'change':
        return void (row !== undefined && (rows.get(row)?.get('what') as Y.Text).insert(0, done.text));
    }
  }

  test('V6: whatever was written since, the section says again what it said, in one step', () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, after) => {
        const doc = new Y.Doc();
        before.forEach((done) => take(doc, done));
        const earlier = new Y.Doc();
        Y.applyUpdate(earlier, Y.encodeStateAsUpdate(doc));
        const wanted = canonicalJson(sectionContent(earlier, sections.disease));
        after.forEach((done) => take(doc, done));
        let steps = 0;
        doc.on('update', () => (steps += 1));
        restoreSection(doc, earlier, sections.disease);
        expect(canonicalJson(sectionContent(doc, sections.disease))).toBe(wanted);
        expect(steps).toBeLessThanOrEqual(1);
      }),
    );
  });
});
