/** Demonstration: the list of medicines on its way to being reconciled. Doses are left to the doctors' own lists: nothing here is advice. */
import type { DemoEntry } from '../entry.ts';

const asListed = 'Etter fastlegens ordinasjon';

export const medicines: readonly DemoEntry[] = [
  {
    section: 'medicines',
    by: 'gp',
    daysAgo: 16,
    prose: {
      allergies: ['Penicillin: utslett som barn, ikke utredet.', 'Tåler ikke plasteret med lim på overarmen.'],
    },
    lists: {
      sources: [
        { source: 'gp-list', on: { inDays: -16 }, by: 'Anne Lindqvist' },
        { source: 'discharge', on: { inDays: -9 }, by: 'Kreftavdelingen' },
        { source: 'home-care', on: { inDays: -6 }, by: 'Fatima Yilmaz' },
        { source: 'patient', on: { inDays: -3 }, by: 'Harald Solbakken' },
      ],
    },
  },
  {
    section: 'medicines',
    by: 'home-care',
    daysAgo: 6,
    lists: {
      drugs: [
        {
          name: 'Paracetamol',
          'gp-list': 'Fast, morgen, ettermiddag og kveld',
          discharge: 'Fast, morgen, ettermiddag og kveld',
          'home-care': 'Fast, morgen, ettermiddag og kveld',
          patient: 'Fast, morgen, ettermiddag og kveld',
          change: 'unchanged',
        },
        {
          name: 'Morfin depottablett',
          'gp-list': `${asListed}, morgen og kveld`,
          discharge: 'Økt under oppholdet, se epikrisen',
          'home-care': 'Som i epikrisen, i dosett',
          patient: 'Den nye tabletten morgen og kveld',
          change: 'changed',
          reason: 'Sterkere smerter i hoften. Bestemt av kontaktlegen, avtalt med fastlegen.',
        },
        {
          name: 'Morfin tablett ved behov',
          'gp-list': `${asListed}, ved behov`,
          discharge: 'Ved behov, se epikrisen',
          'home-care': 'Ved behov, ligger i skapet',
          patient: 'Når det gjør vondt, mest om kvelden',
          change: 'changed',
          reason: '',
        },
        {
          name: 'Laktulose mikstur',
          'gp-list': 'Fast om morgenen',
          discharge: 'Fast om morgenen',
          'home-care': 'Fast om morgenen',
          patient: 'Tar den når jeg husker det',
          change: 'unchanged',
        },
        {
          name: 'Metoklopramid',
          discharge: 'Ny ved utskrivning, ved kvalme',
          'home-care': 'Ved kvalme',
          patient: '',
          change: 'new',
          reason: 'Kvalme etter at smertelindringen ble økt.',
        },
        {
          name: 'Deksametason',
          discharge: 'Kur, se epikrisen for nedtrapping',
          'home-care': 'I dosett etter epikrisen',
          patient: 'De små hvite om morgenen',
          change: 'new',
          reason: 'Gitt av kreftavdelingen mot smerter og dårlig matlyst.',
        },
        {
          name: 'Pantoprazol',
          discharge: 'Så lenge kuren varer',
          'home-care': 'Så lenge kuren varer',
          change: 'new',
          reason: 'Beskytter magen så lenge kuren varer.',
        },
        {
          name: 'Enzalutamid (Xtandi)',
          'gp-list': 'Fra sykehuset',
          discharge: 'Avsluttet',
          'home-care': 'Tatt ut av dosetten',
          patient: 'Sluttet, slik legen sa',
          change: 'stopped',
          reason: 'Behandlingen holder ikke sykdommen lenger. Bestemt av onkologen.',
        },
        {
          name: 'Goserelin (Zoladex)',
          'gp-list': 'Settes på legekontoret',
          discharge: 'Settes på legekontoret',
          patient: 'Settes på legekontoret',
          change: 'unchanged',
        },
        {
          name: 'Amlodipin',
          'gp-list': `${asListed}, mot blodtrykket`,
          discharge: '',
          'home-care': 'I dosett',
          patient: 'Blodtrykkstabletten',
        },
        {
          name: 'Omega-3',
          patient: 'En kapsel om dagen, kjøpt selv',
        },
      ],
    },
  },
];
