import { readFileSync } from 'node:fs';
import type { RenderedDirectory } from '../../model/rendered';
import { UserError } from '../../model/user-error';
import { run } from '../run';

/**
 * The CLI over a project as small as can be, in the working directory: `platform.json` maps components to the data of
 * their one ConfigMap. It stands for settings, app and synth, so that these tests are about the CLI alone.
 */
function render(): readonly RenderedDirectory[] {
  const platform: Record<string, Record<string, string>> = JSON.parse(readFileSync('platform.json', 'utf8'));
  return Object.entries(platform).map(([component, data]) => {
    if (component === 'broken') throw new UserError('platform.json: broken: not a component; remove it');
    if (component === 'bug') throw new TypeError('a bug');
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: component }, data };
    return {
      path: component === 'crds' ? 'IT/crds' : `K8s/demo/${component}`,
      layer: component === 'crds' ? 'IT' : 'K8s',
      stack: component === 'crds' ? 'it' : 'demo',
      rendered: [{ manifest, constructPath: `demo/${component}/config` }],
      kustomization: { labels: {} },
    };
  });
}

void run(process.argv.slice(2), { root: process.cwd(), render: async () => render() }).then((code) => {
  process.exitCode = code;
});
