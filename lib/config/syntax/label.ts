import type { Fault, Syntax } from '../scalars';

/** The part of a label key behind the slash, and a value (apimachinery `IsQualifiedName`, `IsValidLabelValue`). */
const WORD = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const RULE = 'letters, digits, "-", "_" and ".", with a letter or digit at both ends';

/** Keys under kubernetes.io and k8s.io that a kubelet may set on its own node (k8s.io/kubelet `well_known_labels.go`). */
const KUBELET_PREFIX = /(^|\.)(kubelet|node)\.kubernetes\.io$/;
const KUBELET_KEYS: ReadonlySet<string> = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

/** The value of a label; legal when empty. */
export const labelValue: Syntax = {
  takes: 'the value of a label, such as "it-infra"',
  fault(text) {
    if (text.length > 63) return { what: 'is too long for the value of a label', fix: atMost63(text) };
    if (text === '' || WORD.test(text)) return undefined;
    return { what: 'is no legal value for a label', fix: `write ${RULE}${suggestion(text)}` };
  },
};

/** A label that says something on every object: not empty. */
export const businessLabel: Syntax = {
  takes: 'the value of a label, such as "platform-team"',
  fault(text) {
    if (text !== '') return labelValue.fault(text);
    return { what: 'is empty', fix: 'write a value, or leave the key out for the default' };
  },
};

/** The key of a label or taint: a name, with a domain before it or not. */
export const labelKey: Syntax = {
  takes: 'a label key such as "example.com/disk"',
  fault(text) {
    const slash = text.indexOf('/');
    const [prefix, name] = slash < 0 ? [undefined, text] : [text.slice(0, slash), text.slice(slash + 1)];
    const what = 'is no legal key for a label';
    if (prefix !== undefined && (!PREFIX.test(prefix) || prefix.length > 253)) {
      return { what, fix: 'write a lower-case domain before "/", such as "example.com/disk"' };
    }
    if (name.length > 63) return { what: 'is too long for the key of a label', fix: atMost63(name) };
    if (!WORD.test(name)) return { what, fix: `write ${RULE}${suggestion(name, slash < 0 ? '' : `${prefix}/`)}` };
    return undefined;
  },
};

/** The key of a label that nodes give themselves when they join. */
export const nodeLabelKey: Syntax = {
  takes: 'the key of a node label, such as "node-role"',
  fault(text) {
    return labelKey.fault(text) ?? kubeletFault(text);
  },
};

function kubeletFault(text: string): Fault | undefined {
  const prefix = text.slice(0, Math.max(0, text.indexOf('/')));
  if (!/(^|\.)(kubernetes|k8s)\.io$/.test(prefix) || KUBELET_PREFIX.test(prefix) || KUBELET_KEYS.has(text))
    return undefined;
  return {
    what: 'is a label that no node may give itself',
    fix: 'its kubelet would refuse to start; write a key of your own such as "node-role", or one under node.kubernetes.io/',
  };
}

function atMost63(text: string): string {
  return `it has ${text.length} characters; write at most 63`;
}

function suggestion(text: string, before = ''): string {
  const meant = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-_.]+|[-_.]+$/g, '');
  return meant !== '' && meant.length <= 63 ? `, such as "${before}${meant}"` : '';
}
