/** Moves the focus to a page's heading once it is there, so that keyboards and screen readers begin at the new page. */

/**
 * Waits for the first h1 inside `container` and focuses it, unless the person has moved on meanwhile.
 * @returns stops the waiting
 */
export function focusHeading(container: Element): () => void {
  const observer = new MutationObserver(tryNow);
  const stop = () => observer.disconnect();
  observer.observe(container, { childList: true, subtree: true });
  tryNow();
  return stop;

  function tryNow(): void {
    const heading = container.querySelector('h1');
    if (!heading) return;
    stop();
    const active = document.activeElement;
    if (active && active !== document.body && container.contains(active)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
