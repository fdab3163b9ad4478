// Lowest layer first. A layer may import itself and the layers it lists.
const layers = {
  model: [],
  config: ['model', 'helm'],
  helm: ['model'],
  import: ['model'],
  constructs: ['model', 'helm', 'imports'],
  stacks: ['model', 'helm', 'constructs', 'import', 'imports'],
  output: ['model'],
};
const dir = (name) => (name === 'imports' ? '^imports/' : `^lib/${name}/`);

module.exports = {
  forbidden: [
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `layer-${name}`,
      comment: `lib/${name} may import only: ${[name, ...allowed].join(', ')}`,
      severity: 'error',
      from: { path: dir(name), pathNot: '\\.test\\.ts$' },
      to: { path: '^(lib|imports)/', pathNot: [name, ...allowed].map(dir) },
    })),
    {
      name: 'no-circular',
      comment: 'Move the shared part one layer down',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'files-at-the-edge',
      comment: 'Only config, output and cli touch the disk or start processes',
      severity: 'error',
      from: { path: '^lib/', pathNot: ['^lib/(config|output|cli)/', '\\.test\\.ts$'] },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|fs/promises|child_process)$' },
    },
  ],
  options: { parser: 'swc', tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
};
