/** Bokmål: sound and picture that are encrypted from end to end. */
export const endToEnd = {
  choice: 'Krypter lyd og bilde ende til ende',
  choiceHint:
    'Bare de som har lenken med nøkkelen, kan se og høre. Serveren kan ikke. Planen, referatet og chatten er som ellers.',
  notWithVideo: 'Kryptering ende til ende gjelder bare video her i Samråd.',
  ready: 'Lyd og bilde er kryptert ende til ende.',
  missing: 'Dette møtet er kryptert ende til ende, og nøkkelen mangler på denne enheten',
  missingHelp:
    'Åpne lenken som møtelederen ga deg, eller lim den inn her. Nøkkelen står ikke i innkallingen på e-post. Leder du møtet, kan du lage en ny nøkkel der du lager lenker.',
  paste: 'Lenken eller nøkkelen',
  use: 'Bruk nøkkelen',
  wrong: 'Det er ingen nøkkel i det du limte inn. Kopier hele lenken, helt til slutten.',
  unsupported: 'Dette møtet er kryptert ende til ende, og det kan ikke denne nettleseren',
  unsupportedHelp:
    'Bruk en ny utgave av Chrome, Edge, Firefox eller Safari, eller be møtelederen om et møte uten slik kryptering.',
  short: 'Kryptert',
  badge: 'Kryptert ende til ende',
  heading: 'Kryptert ende til ende',
  what: [
    'Lyd, bilde og delt skjerm krypteres på din enhet og åpnes først hos de andre.',
    'Serveren sender videre det den ikke kan lese. Når noen går, byttes nøkkelen.',
    'Planen, referatet, chatten og tekstingen er kryptert på veien til serveren, som ellers, men ikke ende til ende. Serveren ser også hvem som er med, og hvem som snakker.',
  ],
  unproven: 'Har ikke nøkkelen: ser og hører ikke de andre',
  close: 'Lukk',
  linksAbout:
    'Lenkene inneholder nøkkelen til møtet. Gi dem til hver enkelt på en måte dere stoler på. E-posten herfra inneholder ikke nøkkelen.',
  lost: 'Nøkkelen til dette møtet er ikke på denne enheten. Lenkene under mangler den.',
  make: 'Lag en ny nøkkel',
  madeHint: 'Den forrige nøkkelen virker ikke sammen med den nye: Alle må få lenken på nytt.',
};
export type EndToEndTexts = typeof endToEnd;
