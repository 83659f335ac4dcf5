/** Nynorsk: sound and picture that are encrypted from end to end. */
import type { EndToEndTexts } from '../nb/endToEnd.ts';

export const endToEnd: EndToEndTexts = {
  choice: 'Krypter lyd og bilete ende til ende',
  choiceHint:
    'Berre dei som har lenkja med nøkkelen, kan sjå og høyre. Tenaren kan ikkje. Planen, referatet og chatten er som elles.',
  notWithVideo: 'Kryptering ende til ende gjeld berre video her i Samråd.',
  ready: 'Lyd og bilete er kryptert ende til ende.',
  missing: 'Dette møtet er kryptert ende til ende, og nøkkelen manglar på denne eininga',
  missingHelp:
    'Opne lenkja som møteleiaren gav deg, eller lim ho inn her. Nøkkelen står ikkje i innkallinga på e-post. Leier du møtet, kan du lage ein ny nøkkel der du lagar lenkjer.',
  paste: 'Lenkja eller nøkkelen',
  use: 'Bruk nøkkelen',
  wrong: 'Det er ingen nøkkel i det du limte inn. Kopier heile lenkja, heilt til slutten.',
  unsupported: 'Dette møtet er kryptert ende til ende, og det kan ikkje denne nettlesaren',
  unsupportedHelp:
    'Bruk ei ny utgåve av Chrome, Edge, Firefox eller Safari, eller be møteleiaren om eit møte utan slik kryptering.',
  short: 'Kryptert',
  badge: 'Kryptert ende til ende',
  heading: 'Kryptert ende til ende',
  what: [
    'Lyd, bilete og delt skjerm blir krypterte på eininga di og opna først hos dei andre.',
    'Tenaren sender vidare det han ikkje kan lese. Når nokon går, blir nøkkelen bytt.',
    'Planen, referatet, chatten og tekstinga er krypterte på vegen til tenaren, som elles, men ikkje ende til ende. Tenaren ser også kven som er med, og kven som snakkar.',
  ],
  unproven: 'Har ikkje nøkkelen: ser og høyrer ikkje dei andre',
  close: 'Lukk',
  linksAbout:
    'Lenkjene inneheld nøkkelen til møtet. Gi dei til kvar enkelt på ein måte de stoler på. E-posten herifrå inneheld ikkje nøkkelen.',
  lost: 'Nøkkelen til dette møtet er ikkje på denne eininga. Lenkjene under manglar han.',
  make: 'Lag ein ny nøkkel',
  madeHint: 'Den førre nøkkelen verkar ikkje saman med den nye: Alle må få lenkja på nytt.',
};
