/** Demonstration: the professionals' preparations. */
export const workingNotes: readonly string[] = [
  'Før møtet: avklare hva pasienten selv vil at datteren skal få vite nå.',
  'Kreftsykepleier har snakket med ektefellen på telefon. Hun er sliten, men vil ikke si det når han hører på.',
];
