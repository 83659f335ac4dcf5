import { expect, test } from 'vitest';
import { saveStateOf, type UnsavedPlace } from '../../../client/api/plan/saveState.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';

const inStep = { kind: 'in-step' } as const;
const connecting = { kind: 'connecting' } as const;
const places: readonly UnsavedPlace[] = ['none', 'storing', 'device', 'page'];

test('nothing is called saved while an edit is unconfirmed, wherever it lies', () => {
  const kinds = places.map((unsaved) => saveStateOf({ load: 'done', phase: inStep, unsaved }).kind);
  expect(kinds).toEqual(['saved', 'saving', 'saving', 'saving']);
});

test('nothing is called saved without a connection', () => {
  for (const unsaved of places)
    expect(saveStateOf({ load: 'done', phase: connecting, unsaved })).toEqual({ kind: 'offline', unsaved });
});

test('a section that has not come yet is loading, and after a while not reached', () => {
  expect(saveStateOf({ load: 'running', phase: connecting, unsaved: 'none' })).toEqual({ kind: 'loading' });
  expect(saveStateOf({ load: 'slow', phase: connecting, unsaved: 'none' })).toEqual({ kind: 'unreachable' });
});

test('a closed section says why, also before it has loaded', () => {
  const phase = { kind: 'closed', code: closeCode.notAllowed } as const;
  expect(saveStateOf({ load: 'running', phase, unsaved: 'page' })).toEqual({
    kind: 'closed',
    code: closeCode.notAllowed,
    unsaved: 'page',
  });
});
