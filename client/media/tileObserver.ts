/** Watches how large a video is on the screen, so that no more of it is sent than can be seen. */
import { preferredSize, type PreferredSize } from './preferences.ts';

/** Tells the size that this element's video needs, now and at every change. Returns the end of it. */
export function observeTile(element: Element, tell: (size: PreferredSize) => void): () => void {
  let onScreen = true;
  let box = { width: 0, height: 0 };
  let told: PreferredSize | null = null;

  function look(): void {
    const size = preferredSize({
      width: box.width * devicePixelRatio,
      height: box.height * devicePixelRatio,
      visible: onScreen && document.visibilityState === 'visible',
    });
    if (size === told) return;
    told = size;
    tell(size);
  }

  const resize = new ResizeObserver((entries) => {
    box = entries.at(-1)?.contentRect ?? box;
    look();
  });
  const intersection = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? onScreen;
    look();
  });
  resize.observe(element);
  intersection.observe(element);
  document.addEventListener('visibilitychange', look);
  return () => {
    resize.disconnect();
    intersection.disconnect();
    document.removeEventListener('visibilitychange', look);
  };
}
