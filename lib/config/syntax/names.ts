import type { Fault, Syntax } from '../scalars';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** k3d's limit (k3d `pkg/types/types.go`, DefaultClusterNameMaxLength): it makes container names of it. */
const CLUSTER_NAME_LENGTH = 32;

/** Name of the k3d cluster; names of objects begin with it, so it is a DNS label too. */
export const clusterName: Syntax = {
  takes: 'a name such as "idp-demo"',
  fault(text) {
    if (text.length > CLUSTER_NAME_LENGTH) {
      return {
        what: 'is too long for the name of a cluster',
        fix: `it has ${text.length} characters; k3d takes at most ${CLUSTER_NAME_LENGTH}`,
      };
    }
    return DNS_LABEL.test(text)
      ? undefined
      : illegal(text, 'is no legal name for a cluster', DNS_LABEL, CLUSTER_NAME_LENGTH);
  },
};

/** Name of a Kubernetes object (apimachinery `IsDNS1123Subdomain`). */
export const objectName: Syntax = {
  takes: 'the name of an object in the cluster, such as "vault-seal"',
  fault(text) {
    if (DNS_SUBDOMAIN.test(text) && text.length <= 253) return undefined;
    return illegal(text, 'is no legal name for an object', DNS_SUBDOMAIN, 253);
  },
};

function illegal(text: string, what: string, pattern: RegExp, length: number): Fault {
  const meant = text
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const rule = 'write lower-case letters, digits and "-", with a letter or digit at both ends';
  return { what, fix: pattern.test(meant) && meant.length <= length ? `${rule}, such as "${meant}"` : rule };
}
