/** Holding the space bar speaks for as long as it is held, for one who is muted; letting go mutes again. */

interface PushToTalkParts {
  /** Whether the microphone is there and muted. */
  readonly muted: () => boolean;
  readonly speak: (on: boolean) => void;
}

/** Where the space bar has a meaning of its own. */
const own = 'input, textarea, select, button, a[href], summary, [role="tab"], [contenteditable="true"]';

/** Listens until the returned function is called, which also mutes one who speaks by it. */
export function pushToTalk({ muted, speak }: PushToTalkParts): () => void {
  let held = false;
  const end = (): void => {
    if (held) speak(false);
    held = false;
  };
  const down = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest(own)) return;
    if (!held && !muted()) return;
    // It would scroll the page.
    event.preventDefault();
    if (held) return;
    held = true;
    speak(true);
  };
  const up = (event: KeyboardEvent): void => {
    if (event.code === 'Space') end();
  };
  document.addEventListener('keydown', down);
  document.addEventListener('keyup', up);
  // A window that is left hears no key being let go.
  window.addEventListener('blur', end);
  return () => {
    document.removeEventListener('keydown', down);
    document.removeEventListener('keyup', up);
    window.removeEventListener('blur', end);
    end();
  };
}
