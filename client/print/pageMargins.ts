/**
 * What stands in the margins of every printed page: whose plan it is, when it was printed, and the number of the page.
 * Browsers that know no margin boxes leave them empty. The words are the reader's, so the style sheet is made here.
 */

interface Margins {
  /** Top of the page. */
  readonly heading: string;
  /** Bottom, at the start of the line. */
  readonly note: string;
  /** «Side 2 av 5» */
  readonly page: string;
  readonly of: string;
}

/** Sets the margins of what is printed from now on, until the returned function is called. */
export function setPageMargins({ heading, note, page, of }: Margins): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    @top-left { content: ${quoted(heading)}; font: 9pt sans-serif; }
    @bottom-left { content: ${quoted(note)}; font: 9pt sans-serif; }
    @bottom-right { content: ${quoted(`${page} `)} counter(page) ${quoted(` ${of} `)} counter(pages); font: 9pt sans-serif; }
  }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** A text as a string of CSS. What could end the string is written as its number. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:–-]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)}"`;
}
