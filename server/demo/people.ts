/** The demonstration's people: all made up. The first patient is the product's case, a man of 67 with prostate cancer that treatment no longer holds. */
import type { Role } from '../../shared/domain/roles.ts';

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  /** An HPR number that is nobody's, where a rule asks for a profession. */
  readonly professionId?: string;
}

/** The team around the first patient. */
export const firstTeam: readonly DemoPerson[] = [
  { key: 'coordinator', name: 'Kari Nymoen', role: 'coordinator', organisation: 'Bydel Østensjø, kreftkoordinator' },
  { key: 'gp', name: 'Anne Lindqvist', role: 'gp', organisation: 'Bøler legekontor' },
  { key: 'oncologist', name: 'Jonas Haugland', role: 'oncologist', organisation: 'Sykehuset, kreftavdelingen' },
  { key: 'cancer-nurse', name: 'Sofie Amundsen', role: 'cancer-nurse', organisation: 'Sykehuset, kreftavdelingen' },
  {
    key: 'palliative',
    name: 'Erik Dahl',
    role: 'palliative',
    organisation: 'Ambulant palliativt team',
    professionId: '999900001',
  },
  { key: 'home-care', name: 'Fatima Yilmaz', role: 'home-care', organisation: 'Bydel Østensjø, hjemmesykepleien' },
  { key: 'allied', name: 'Lina Strand', role: 'allied', organisation: 'Bydel Østensjø, fysioterapi' },
  { key: 'volunteer', name: 'Bjørn Aasen', role: 'volunteer', organisation: 'Fransiskushjelpen' },
  { key: 'patient', name: 'Harald Solbakken', role: 'patient', organisation: '' },
  { key: 'wife', name: 'Inger Solbakken', role: 'relative', organisation: 'Ektefelle' },
  { key: 'daughter', name: 'Marte Solbakken', role: 'relative', organisation: 'Datter, bor i Bergen' },
];

/** The team around the second patient; the GP and the coordinator know both. */
export const secondTeam: readonly DemoPerson[] = [
  { key: 'coordinator', name: 'Kari Nymoen', role: 'coordinator', organisation: 'Bydel Østensjø, kreftkoordinator' },
  { key: 'gp', name: 'Anne Lindqvist', role: 'gp', organisation: 'Bøler legekontor' },
  { key: 'second-home-care', name: 'Tor Eide', role: 'home-care', organisation: 'Bydel Østensjø, hjemmesykepleien' },
  { key: 'second-patient', name: 'Ruth Iversen', role: 'patient', organisation: '' },
  { key: 'son', name: 'Henrik Iversen', role: 'relative', organisation: 'Sønn' },
];
