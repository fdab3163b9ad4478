import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/**
 * A tag or digest after the last slash, or in a name without one: the colon of a registry's port is not a tag. `|` is
 * split before `&` (pkg/engine/pattern, v1.15.2).
 */
const PINNED = { image: '*/?*:?* & !*:latest | ?*:?* & !*/* & !*:latest' };

export const requireImageTag: PolicyDefinition = {
  name: 'require-image-tag',
  title: 'Images are pinned',
  because: 'The tag latest, which a missing tag means too, runs something else on every node and after every rebuild.',
  category: 'Images',
  rules: [
    {
      name: 'images-are-pinned',
      kinds: ['Pod'],
      message: 'every image needs a tag other than latest, or a digest',
      pattern: { spec: { containers: [PINNED], '=(initContainers)': [PINNED], '=(ephemeralContainers)': [PINNED] } },
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
