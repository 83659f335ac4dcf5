/** Demonstration: what matters to the patient, in his own words. */
export const whatMatters: Readonly<Record<string, readonly string[]>> = {
  matters: [
    'Å være hjemme så lenge det går, med hagen utenfor stuevinduet.',
    'At Inger får sove om natten og ikke er alene med alt ansvaret.',
  ],
  goals: ['Være med på hytta i påsken.', 'Ha det så bra med smertene at jeg kan lese for barnebarnet.'],
  hope: ['At de dagene som er gode, blir flest mulig.'],
  worries: ['At det skal bli kaos hvis jeg blir dårlig i helgen og ingen vet hvem vi skal ringe.'],
  'good-day': ['Kaffe med naboen, en tur ut med stokken, og middag med Inger uten å bli kvalm.'],
  'not-wanted': ['Jeg vil ikke tilbake til sykehuset for ting som kan ordnes hjemme.'],
};
