/** Who may import whom: the walls of the house. */
const owns = (name, rooms, packages) => ({
  name,
  severity: 'error',
  comment: `Only ${rooms} may import ${packages}.`,
  from: { path: '^(server|client)/', pathNot: rooms },
  to: { path: packages },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|client|test)/' },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^(client|test)/' } },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^(server|test)/' } },
    {
      name: 'services-know-no-edge',
      severity: 'error',
      comment: 'http, socket, sync → services → stores; never backwards.',
      from: { path: '^server/(access|audit|careplan|meetings|media|storage|demo)/' },
      to: { path: '^server/(http|socket|sync)/' },
    },
    {
      name: 'stores-know-no-service',
      severity: 'error',
      from: { path: '^server/storage/' },
      to: { path: '^server/(access|audit|careplan|meetings|media|demo)/' },
    },
    {
      name: 'edges-hold-no-sql',
      severity: 'error',
      from: { path: '^server/(http|socket|sync)/' },
      to: { path: '^server/storage/tables' },
    },
    owns('only-media-knows-mediasoup', '^server/(media|setup)/', 'node_modules/mediasoup/'),
    owns('only-storage-holds-sql', '^server/(storage|audit)/', 'node_modules/kysely/|^sqlite$'),
    owns(
      'only-careplan-and-sync-know-yjs',
      '^server/(careplan|sync|demo)/|^client/',
      'node_modules/(yjs|y-protocols|lib0)/',
    ),
    {
      name: 'components-call-no-api',
      severity: 'error',
      from: { path: '^client/components/' },
      to: { path: '^client/api/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
