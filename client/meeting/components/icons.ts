/** The pictures on the buttons and tiles of a meeting. All are decoration: a text stands beside each of them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes = {
  microphone: svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M8.5 21h7"/>`,
  microphoneOff: svg`<path d="M9 9.5V11a3 3 0 0 0 5 2.2M15 10.5V6a3 3 0 0 0-5.7-1.3M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.5 11.5c0 .9-.2 1.8-.5 2.5M12 18v3M8.5 21h7M4 4l16 16"/>`,
  camera: svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.5"/><path d="m15.5 10.8 4.4-2.6a.7.7 0 0 1 1.1.6v6.4a.7.7 0 0 1-1.1.6l-4.4-2.6"/>`,
  cameraOff: svg`<path d="M8.5 6.5H13A2.5 2.5 0 0 1 15.5 9v4M15.5 15.5a2.5 2.5 0 0 1-2.5 2H5.5A2.5 2.5 0 0 1 3 15V9a2.5 2.5 0 0 1 2-2.45M15.5 10.8l4.4-2.6a.7.7 0 0 1 1.100.6v6.4a.7.7 0 0 1-1.100.6L18 14.8M4 4l16 16"/>`,
  screen: svg`<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 13.5V8M9.5 10.2 12 7.7l2.5 2.5"/>`,
  hand: svg`<path d="M7.5 12.5V6.3a1.5 1.5 0 0 1 3 0V11V4.8a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8.2c0 4-2.3 6.8-6 6.8-2.7 0-4.2-1.2-5.5-3.5L3.3 14a1.5 1.5 0 0 1 2.5-1.6l1.7 2.2"/>`,
  settings: svg`<path d="M4 7.5h9M19 7.5h1M4 16.5h1M11 16.5h9"/><circle cx="16" cy="7.5" r="2.5"/><circle cx="8" cy="16.5" r="2.5"/>`,
  layout: svg`<rect x="3" y="4.5" width="18" height="15" rx="2"/><path d="M14.5 4.5v15M14.5 9.500h6.500M14.5 14.500h6.500"/>`,
  people: svg`<circle cx="9" cy="8.500" r="3"/><path d="M3.500 19c.500-3.500 2.500-5 5.500-5s5 1.500 5.500 5M15.500 6a2.700 2.700 0 0 1 0 5.200M17 14.300c2 .600 3.200 2.100 3.500 4.700"/>`,
  chat: svg`<path d="M5.500 5h13A2.500 2.500 0 0 1 21 7.500v7a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 3.500V17h-1A2.500 2.500 0 0 1 3 14.500v-7A2.500 2.500 0 0 1 5.500 5z"/>`,
  leave: svg`<path d="M10 4H6.5A2.5 2.5 0 0 0 4 6.5v11A2.5 2.5 0 0 0 6.5 20H10M15 8l4 4-4 4M19 12H9.5"/>`,
  end: svg`<circle cx="12" cy="12" r="8.5"/><rect x="9" y="9" width="6" height="6" rx="1"/>`,
  sound: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.7 7.7 0 0 1 0 11"/>`,
  speaking: svg`<path d="M4 10v4M8 7v10M12 4v16M16 7v10M20 10v4"/>`,
  plan: svg`<path d="M7 3.5h7L18.5 8v10A2.5 2.5 0 0 1 16 20.5H7A2.5 2.5 0 0 1 4.5 18V6A2.5 2.5 0 0 1 7 3.5zM8.5 11h6M8.5 15h4"/>`,
  signal: svg`<path d="M5 19v-3M10 19v-6.500M15 19V9M20 19V5"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3M12 14.500v2.500"/>`,
  warning: svg`<path d="M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.100"/>`,
  fault: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  skipped: svg`<path d="M6 12h12"/>`,
  waiting: svg`<path d="M6 12h.010M12 12h.010M18 12h.010"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  hidden: svg`<path d="M10 5.3A9.5 9.5 0 0 1 12 5c5 0 8.3 4.3 9.3 7a12 12 0 0 1-2.5 3.8M6.5 7A12.3 12.3 0 0 0 2.7 12c1 2.7 4.3 7 9.3 7 1.9 0 3.5-.6 4.9-1.4M9.9 9.9a3 3 0 0 0 4.2 4.2M4 4l16 16"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** One picture, as large as `.icon` makes it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shapes[name]}
  </svg>`;
}
